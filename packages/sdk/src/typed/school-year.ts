/** Two years with a slash of any kind, any dash, "to" or nothing between them. */
const WRITTEN = /^(\d{4})\s*(?:[/\u2044\u2215\u2212\p{Pd}]|to)?\s*(\d{4}|\d{2})$/u;

/** The two years of a school year as they are written; null when the text is none. The second may not follow. */
export function yearsIn(text: string): readonly [first: string, second: string] | null {
  const [, first, second] = WRITTEN.exec(text.normalize('NFKC').trim()) ?? [];
  return first === undefined || second === undefined ? null : [first, second];
}

/** Whether a year, written whole or by its last two digits, is the one after. */
export function follows(first: string, second: string): boolean {
  return `${+first + 1}`.endsWith(second);
}
