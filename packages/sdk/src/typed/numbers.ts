import { plain } from './plain.js';
import { found, not, notOne } from './read.js';
import type { Read } from './read.js';

/** A number without its label, separators and brackets: `URN: 123 456` is `123456`. */
function bare(text: string, label: RegExp): string {
  return plain(text)
    .replace(label, '')
    .replace(/^[\s:#.("'[]+|(?:\.0)?[\s.,;)"'\]]*$|[#?].*/g, '')
    .replace(/[\s,.]+/g, '');
}

const LABELS = {
  // Or a school's page in Get Information about Schools, as it is copied from the address bar.
  urn: /^.*\/details\/|^\W*(?:unique reference number|(?:school|gias)?\s*urn)(?:\s*\(urn\))?(?:\s*(?:no|number))?(?![a-z])/i,
  trn: /^\W*(?:(?:dfe|teacher)\s*)?(?:teacher reference(?: number)?|trn|ref(?:erence)?)(?:\s*(?:no|number))?(?![a-z])|^\W*rp(?![a-z])/i,
  laestab: /^\W*(?:la\s*estab|laestab|dfe|dcsf|estab(?:lishment)?)(?:\s*(?:no|number|code))?(?![a-z])/i,
} as const;

/** The Department's three-digit authority code, and four digits for the school. */
const LAESTAB = /^([2-9]\d\d)[/-]?(\d{4})$/;

/**
 * A school's unique reference number: five or six digits.
 * @example readUrn('URN 123 456') // { ok: true, value: '123456' }
 */
export function readUrn(text: string): Read {
  const number = bare(text, LABELS.urn);
  if (/^[1-9]\d{4,5}$/.test(number)) return found(number);
  const [, authority, school] = LAESTAB.exec(bare(text, LABELS.laestab)) ?? [];
  if (authority !== undefined) {
    return not(
      `${authority}/${school} is a DfE number (also called LAESTAB). A URN has five or six digits, like 123456`,
      { is: 'laestab' },
    );
  }
  if (/^10\d{6}$/.test(number)) {
    return not(`${number} is a UKPRN. A URN has five or six digits, like 123456`);
  }
  return notOne('Enter a URN of five or six digits, like 123456');
}

/**
 * A school's DfE number, its authority's code and its own: `330/2093`.
 * @example readLaestab('3302093') // { ok: true, value: '330/2093' }
 */
export function readLaestab(text: string): Read {
  const number = bare(text, LABELS.laestab);
  const [, authority, school] = LAESTAB.exec(number) ?? [];
  if (authority !== undefined) return found(`${authority}/${school}`);
  return /^[1-9]\d{4,5}$/.test(number)
    ? not(`${number} is a URN. A DfE number has seven digits, like 330/2093`, { is: 'urn' })
    : notOne('Enter a DfE number of seven digits, like 330/2093');
}

/**
 * A teacher reference number: seven digits.
 * @example readTrn('RP12/34567') // { ok: true, value: '1234567' }
 */
export function readTrn(text: string): Read {
  const number = bare(text, LABELS.trn).replace(/^rp/i, '').replace(/[/-]/g, '');
  if (/^\d{7}$/.test(number)) return found(number);
  if (/^\d{5,6}$/.test(number)) {
    return not(
      `${number} has only ${number.length} digits. A teacher reference number has seven: it may start with 0`,
    );
  }
  return notOne('Enter a teacher reference number of seven digits, like 1234567');
}
