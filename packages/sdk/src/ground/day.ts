/** Whether a text is a real ISO 8601 day: `2024-02-29` is one, `2023-02-29` and `2024-2-9` are not. */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
