import { plain } from './plain.js';
import { found, not, notOne } from './read.js';
import type { Read } from './read.js';

/** Digits in groups, as people write them. */
const RUN = /\+?\(?\d[\d ().-]{4,}\d(?!\d)/g;
/** A letter for a digit, at either end: what would be left is another number. */
const LETTERED = /\b[oil]+0|0[\s-]*[oil]+\b/i;
const EXTENSION = /^[\s,;(]*(?:ext(?:ension|n)?|x|#)[\s.:]*(\d{1,6})\b/i;

const IN_DIGITS = 'Enter a telephone number in digits, like 0113 496 0000';

/** Fewest and most digits of a number without its extension. */
const FEWEST = 7;
const MOST = 15;

/**
 * A telephone number as it is stored: groups separated by spaces, an extension after `ext`.
 * @example readTelephone('0113.496.0000 x12') // { ok: true, value: '0113 496 0000 ext 12' }
 */
export function readTelephone(text: string): Read {
  const typed = plain(text);
  const runs = [...typed.matchAll(RUN)].filter(([run]) => run.replace(/\D/g, '').length >= FEWEST);
  const [only] = runs;
  if (runs.length > 1) return not('Enter one telephone number, like 0113 496 0000');
  if (only === undefined) return notOne(IN_DIGITS);
  const before = typed.slice(0, only.index);
  const after = typed.slice(only.index + only[0].length);
  const [matched = '', extension] = EXTENSION.exec(after) ?? [];
  if (/[\d@]/.test(before + after.slice(matched.length)) || LETTERED.test(`${before}0${after}`)) {
    return not(IN_DIGITS, /@/.test(typed) ? { is: 'email' } : {});
  }
  const digits = only[0].replace(/\D/g, '').length;
  if (digits > MOST) return not(`This has ${digits} digits. A telephone number has at most ${MOST}`);
  const number = balanced(only[0].replace(/[.-]/g, ' ').replace(/\)/g, ') ').replace(/ +\)/g, ')'));
  const spaced = number.replace(/\s+/g, ' ').trim();
  return found(`${spaced}${extension === undefined ? '' : ` ext ${extension}`}`);
}

/** Without unbalanced brackets. */
function balanced(number: string): string {
  const [open, close] = [number.split('(').length, number.split(')').length];
  return open === close ? number : number.replace(/[()]/g, '');
}
