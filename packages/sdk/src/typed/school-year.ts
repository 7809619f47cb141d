import { found, not } from './read.js';
import type { Read } from './read.js';

/** Every dash; kept apart from {@link plain}, since every page that shows a year carries this. */
const WRITTEN = /^(\d{4})\s*(?:[/\u2212\p{Pd}]|to)?\s*(\d{4}|\d{2})$/u;
const SHORT = /^(\d{2})\s*[/\u2212\p{Pd}]\s*(\d{2})$/u;
const EXAMPLE = 'Write it like 2020/21.';

/**
 * A school year as it is written: `2020/21`, out of any dash, `2020/2021`, `2020 to 2021` or `202021`.
 * @example readSchoolYear('2020–21') // { ok: true, value: '2020/21' }
 */
export function readSchoolYear(text: string): Read {
  const typed = text.replace(/\p{Cf}/gu, '').trim();
  const [, first, second] = WRITTEN.exec(typed) ?? [];
  if (first === undefined || second === undefined) {
    const [, from = '', to = ''] = SHORT.exec(typed) ?? [];
    const suggestion = from !== '' && follows(`20${from}`, to) ? { suggestion: `20${from}/${to}` } : {};
    return not(`“${text}” is not a school year. ${EXAMPLE}`, suggestion);
  }
  const next = Number(first) + 1;
  const year = `${first}/${String(next).slice(2)}`;
  if (follows(first, second)) return found(year);
  return not(`“${text}” is not one school year: the year after ${first} is ${next}. Write ${year}.`, {
    suggestion: year,
  });
}

function follows(first: string, second: string): boolean {
  return String(Number(first) + 1).endsWith(second);
}
