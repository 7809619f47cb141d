import { found, not } from './read.js';
import type { Read } from './read.js';
import { follows, yearsIn } from './school-year.js';

const SHORT = /^(\d{2})\s*[/\u2212\p{Pd}]\s*(\d{2})$/u;

/**
 * A school year in its usual form, `2020/21`, from any dash, `2020/2021`, `2020 to 2021` or `202021`.
 * @example readSchoolYear('2020–21') // { ok: true, value: '2020/21' }
 */
export function readSchoolYear(text: string): Read {
  const [first, second] = yearsIn(text) ?? [];
  if (first === undefined || second === undefined) {
    const [, from = '', to = ''] = SHORT.exec(text.trim()) ?? [];
    const suggestion = from !== '' && follows(`20${from}`, to) ? { suggestion: `20${from}/${to}` } : {};
    return not(`“${text}” is not a school year. Write it like 2020/21.`, suggestion);
  }
  const next = String(Number(first) + 1);
  const year = `${first}/${next.slice(2)}`;
  if (follows(first, second)) return found(year);
  return not(`“${text}” is not one school year: the year after ${first} is ${next}. Write ${year}.`, {
    suggestion: year,
  });
}
