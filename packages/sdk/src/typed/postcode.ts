import { plain } from './plain.js';
import { isPostcodeArea, territoryOf } from './territory.js';
import type { Territory } from './territory.js';

/** A UK postcode of one of the six shapes, in its parts. Only a resolver knows whether it is live. */
export interface Postcode {
  readonly valid: true;
  /** In its usual form: `LE2 5TF`. */
  readonly postcode: string;
  /** The part before the space: `LE2`. */
  readonly outward: string;
  /** The part after the space: `5TF`. */
  readonly inward: string;
  /** The letters it starts with: `LE`. */
  readonly area: string;
  /** `LE2 5`. */
  readonly sector: string;
  /** The last two letters: `TF`. */
  readonly unit: string;
  /** Set if the area alone shows that the postcode is outside England, or nowhere on a map. */
  readonly territory: Territory | null;
}

/** Why a text is not a postcode. `fault` is stable; `reason` is a sentence for the person who typed it. */
export interface PostcodeFault {
  readonly valid: false;
  readonly fault:
    | 'empty'
    | 'outward-only'
    | 'second-half'
    | 'too-short'
    | 'too-long'
    | 'several'
    | 'no-such-area'
    | 'character'
    | 'shape'
    | 'forces-number';
  readonly reason: string;
  /** The likely postcode, with O for 0 or S for 5 corrected; null if there is none. */
  readonly suggestion: string | null;
  /** The first half, if that is all there is: `LE2`. */
  readonly outward?: string;
}

/** A postcode, or what is wrong with the text. */
export type ParsedPostcode = Postcode | PostcodeFault;

const reasons: Record<PostcodeFault['fault'], string> = {
  empty: 'Enter a postcode, like LE2 5TF.',
  'second-half': 'The second half of a postcode has three characters, like the 5TF of LE2 5TF.',
  several: 'This has more than one postcode in it. Enter one, like LE2 5TF.',
  'no-such-area': 'No postcode starts like this. A full postcode looks like LE2 5TF.',
  'outward-only': 'This is only the first half of a postcode. Enter all of it, like LE2 5TF.',
  'too-short': 'This is too short for a postcode. A full postcode looks like LE2 5TF.',
  'too-long': 'This is too long for a postcode. Enter the postcode alone, like LE2 5TF.',
  character: 'A postcode has only letters and numbers, like LE2 5TF.',
  shape: 'This does not look like a UK postcode. A full postcode looks like LE2 5TF.',
  'forces-number': 'A BFPO number is not a place in England. Enter the postcode of the school.',
};

/** Longest postcode without its space. */
const LONGEST = 7;

/** Outward shapes: a letter `A`, a second letter of an area `B`, a letter after the number `C`, a digit `9`, one to nine `1`. */
const OUTWARD_SHAPES: Readonly<Record<number, readonly string[]>> = {
  2: ['A9'],
  3: ['A19', 'A9C', 'AB9'],
  4: ['AB19', 'AB9C'],
};
const INWARD_SHAPE = '9UU';

const allowed: Readonly<Record<string, RegExp>> = {
  A: /[A-Z]/,
  B: /[A-HK-Y]/,
  C: /[A-HJ-NP-Z]/,
  U: /[ABD-HJLNP-UW-Z]/,
  9: /[0-9]/,
  1: /[1-9]/,
};

const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  ['O0', 'I1', 'S5', 'Z2', 'B8', 'G6'].flatMap(([letter = '', digit = '']) => [
    [letter, digit],
    [digit, letter],
  ]),
);

/** The six shapes, and Girobank's; each place allows only the letters that postcodes have there. */
export const POSTCODE_HALVES = {
  outward: 'GIR(?= ?0AA)|[A-Z][A-HK-Y]?(?:[0-9][A-HJ-NP-Z]?|[1-9][0-9])',
  inward: '[0-9][ABD-HJLNP-UW-Z]{2}',
} as const;
const WHOLE = new RegExp(`^(${POSTCODE_HALVES.outward})(${POSTCODE_HALVES.inward})$`);

/** Correctly written, or without its space, or with two: the fast path for long lists. */
const TIDY = /^([A-Z]{1,2}[0-9][A-Z0-9]?) {0,2}([0-9][A-Z]{2})$/;

/** What people type for a space. */
const SEPARATORS = /(?:[\s.,_+/-]|%20)+/;
const WRAPPING = /^[\s"'([{<:;,.*]+|[\s"')\]}>:;,.*!?]+$/g;
const LABEL = /^(?:(?:school|home|our|my) )?(?:post ?code|p\/?c|zip(?: ?code)?)\b(?: is)?[\s:=.-]*/i;
const COUNTRY = /[\s,.;(]+(?:u\.?k\.?|united kingdom|great britain|gb|england)$/i;

/** One postcode among other words, with or without a space. */
const AMONG = /(?:^|[^A-Z0-9])([A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2})(?![A-Z0-9])/g;

/**
 * Reads a postcode however it is typed: any case, spaces anywhere or nowhere, in brackets or quotes, after a label,
 * before a country, or among other words. Takes linear time at worst, and never throws.
 * @example parsePostcode('our postcode: le2 5tf') // { valid: true, postcode: 'LE2 5TF', … }
 */
export function parsePostcode(text: string): ParsedPostcode {
  const [, first = '', second = ''] = TIDY.exec(text) ?? [];
  if (WHOLE.test(first + second)) return taken(first, second);
  const typed = plain(text).replace(WRAPPING, '');
  const bare = typed.replace(LABEL, '').replace(WRAPPING, '');
  const core = bare.replace(COUNTRY, '').replace(WRAPPING, '');
  for (const each of [bare, core]) {
    const whole = readWhole(each);
    if (whole !== null) return whole;
  }
  return readAmong(typed) ?? explain(core);
}

/** The postcode in its usual form, `LE2 5TF`, or null if the text is not one. */
export function formatPostcode(text: string): string | null {
  const parsed = parsePostcode(text);
  return parsed.valid ? parsed.postcode : null;
}

/** The letters and digits of a text, in upper case. */
function compact(text: string): string {
  return upper(text.split(SEPARATORS).join('')).replace(/^GIROAA$/, 'GIR0AA');
}

/** Only ASCII letters change: a `ß` must not become two. */
function upper(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function readWhole(text: string): ParsedPostcode | null {
  const typed = compact(text);
  const [, outward, inward] = WHOLE.exec(typed) ?? [];
  if (outward === undefined || inward === undefined) return null;
  return misplaced(text, `${outward} ${inward}`) ?? taken(outward, inward);
}

/** A space after a complete first half, with the second too long or too short: no guess is made. */
function misplaced(text: string, otherwise: string | null): PostcodeFault | null {
  const [first = '', ...rest] = upper(text).split(SEPARATORS);
  const second = rest.join('');
  const more = second.length - INWARD_SHAPE.length;
  if (second === '' || more === 0 || more > 2 || !isOutward(first)) return null;
  return {
    valid: false,
    fault: 'second-half',
    reason: `The second half of this postcode is too ${more > 0 ? 'long' : 'short'}: it has ${second.length} ${second.length === 1 ? 'character' : 'characters'} and needs three, like LE2 5TF.`,
    suggestion: more > 0 ? null : otherwise,
  };
}

function readAmong(text: string): ParsedPostcode | null {
  const found = [...upper(text).matchAll(AMONG)].map(([, each = '']) => each.replace(' ', ''));
  const read = [...new Set(found)].flatMap((each) => readWhole(each) ?? []);
  const valid = read.filter((each) => each.valid);
  if (valid.length > 1) return failure('several');
  return valid[0] ?? read[0] ?? null;
}

/** Why a text is not a postcode, in detail. */
function explain(text: string): PostcodeFault {
  const typed = compact(text.slice(0, 4 * LONGEST));
  if (typed === '') return failure('empty');
  if (/^BFPO[0-9]/.test(typed)) return failure('forces-number');
  if (!/^[A-Z0-9]+$/.test(typed)) return failure('character');
  if (typed.length > LONGEST || text.length > 4 * LONGEST)
    return misplaced(text, null) ?? failure('too-long');
  // LE02 5TF, as some registers pad it.
  const padded = readWhole(typed.replace(/^([A-Z]{1,2})0(?=[1-9])/, '$1'));
  if (padded?.valid === true) return failure('shape', padded.postcode);
  const apart = misplaced(text, null);
  // LE2 O5TF is not LE20 5TF.
  if (apart !== null) return apart;
  const suggestion = corrected(typed.slice(0, -INWARD_SHAPE.length), typed.slice(-INWARD_SHAPE.length));
  if (suggestion !== null) return failure('shape', suggestion);
  if (isOutward(typed)) return { ...failure('outward-only'), outward: typed };
  if (shapesFor(typed).some((shape) => fits(typed, shape))) return failure('no-such-area');
  return failure(typed.length < 5 ? 'too-short' : 'shape');
}

/** A complete first half in an existing postcode area. */
function isOutward(text: string): boolean {
  return isPostcodeArea(areaOf(text)) && shapesFor(text).some((shape) => fits(text, shape));
}

function areaOf(outward: string): string {
  return outward === 'GIR' ? outward : outward.replace(/[0-9].*$/, '');
}

function shapesFor(outward: string): readonly string[] {
  return OUTWARD_SHAPES[outward.length] ?? [];
}

function fits(text: string, shape: string): boolean {
  return fit(text, shape, () => undefined) !== null;
}

/** The text in that shape, each character kept or replaced by its stand-in; null if impossible. */
function fit(text: string, shape: string, standIn: (character: string) => string | undefined): string | null {
  let fitted = '';
  for (const [index, character] of [...text].entries()) {
    const pattern = allowed[shape.charAt(index)];
    const chosen = [character, standIn(character)].find((each) => each !== undefined && pattern?.test(each));
    if (chosen === undefined) return null;
    fitted += chosen;
  }
  return fitted.length === shape.length ? fitted : null;
}

/** The postcode with the fewest lookalikes replaced. */
function corrected(outward: string, inward: string): string | null {
  const swap = (character: string): string | undefined => lookalikes[character];
  const end = fit(inward, INWARD_SHAPE, swap);
  if (end === null) return null;
  const starts = shapesFor(outward)
    .map((shape) => fit(outward, shape, swap))
    .filter((start) => start !== null)
    .filter((start) => isPostcodeArea(areaOf(start)))
    .sort((a, b) => changes(a, outward) - changes(b, outward));
  const [start] = starts;
  return start === undefined ? null : `${start} ${end}`;
}

function changes(a: string, b: string): number {
  return [...a].filter((character, index) => character !== b.charAt(index)).length;
}

function taken(outward: string, inward: string): ParsedPostcode {
  const area = areaOf(outward);
  if (!isPostcodeArea(area)) return failure('no-such-area', corrected(outward, inward));
  return {
    valid: true,
    postcode: `${outward} ${inward}`,
    outward,
    inward,
    area,
    sector: `${outward} ${inward.charAt(0)}`,
    unit: inward.slice(1),
    territory: territoryOf(area),
  };
}

function failure(fault: PostcodeFault['fault'], suggestion: string | null = null): PostcodeFault {
  return {
    valid: false,
    fault,
    reason: suggestion === null ? reasons[fault] : `This is not a postcode. Did you mean ${suggestion}?`,
    suggestion,
  };
}
