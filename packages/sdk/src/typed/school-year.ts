/** Two years with a slash, dash or other mark, "to" or nothing between them. */
const WRITTEN = /^(\d{4})\s*(?:[^\w\s]|to)?\s*(\d{4}|\d{2})$/;

/** The two years of a school year as written; null if there are none. They may not be consecutive. */
export function yearsIn(text: string): readonly [first: string, second: string] | null {
  const [, first, second] = WRITTEN.exec(text.trim()) ?? [];
  return first === undefined || second === undefined ? null : [first, second];
}

/** Whether the second, in full or by its last two digits, is the year after. */
export function follows(first: string, second: string): boolean {
  return `${+first + 1}`.endsWith(second);
}
