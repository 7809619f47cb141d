import { territoryOf } from './territory.js';
import type { Territory } from './territory.js';
import { compact, LONGEST, partsOf } from './written.js';

/** A UK postcode of one of the six shapes, taken apart. Its shape is right; whether it is live only a resolver knows. */
export interface Postcode {
  readonly valid: true;
  /** As it is written: `LE2 5TF`. */
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
  /** Set where the area alone shows that the postcode is not in England, or is nowhere on a map. */
  readonly territory: Territory | null;
}

/** Why a text is not a postcode. `fault` is stable; `reason` is a sentence for the person who typed it. */
export interface PostcodeFault {
  readonly valid: false;
  readonly fault:
    'empty' | 'outward-only' | 'too-short' | 'too-long' | 'character' | 'shape' | 'forces-number';
  readonly reason: string;
  /** What was probably meant, with O for 0 or I for 1 put right; null when nothing near is a postcode. */
  readonly suggestion: string | null;
}

export type ParsedPostcode = Postcode | PostcodeFault;

const reasons: Record<PostcodeFault['fault'], string> = {
  empty: 'Enter a postcode, like LE2 5TF.',
  'outward-only': 'This is only the first half of a postcode. Enter all of it, like LE2 5TF.',
  'too-short': 'This is too short for a postcode. A full postcode looks like LE2 5TF.',
  'too-long': 'This is too long for a postcode. Enter the postcode alone, like LE2 5TF.',
  character: 'A postcode has only letters and numbers, like LE2 5TF.',
  shape: 'This does not look like a UK postcode. A full postcode looks like LE2 5TF.',
  'forces-number': 'A BFPO number is not a place in England. Enter the postcode of the school.',
};

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

const lookalikes: Readonly<Record<string, string>> = { O: '0', 0: 'O', I: '1', 1: 'I' };

/**
 * Reads a postcode however it is typed: any case, spaces anywhere or nowhere. Takes time in proportion to the
 * text at worst, and never throws.
 */
export function parsePostcode(text: string): ParsedPostcode {
  const typed = compact(text);
  if (typed === '') return failure('empty');
  if (/^BFPO[0-9]/.test(typed)) return failure('forces-number');
  if (!/^[A-Z0-9]+$/.test(typed)) return failure('character');
  if (typed.length > LONGEST) return failure('too-long');

  const parts = partsOf(typed);
  if (parts !== null) return taken(...parts);
  const suggestion = corrected(typed.slice(0, -INWARD_SHAPE.length), typed.slice(-INWARD_SHAPE.length));
  if (suggestion !== null) return failure('shape', suggestion);
  if (shapesFor(typed).some((shape) => fits(typed, shape))) return failure('outward-only');
  return failure(typed.length < 5 ? 'too-short' : 'shape');
}

function shapesFor(outward: string): readonly string[] {
  return OUTWARD_SHAPES[outward.length] ?? [];
}

function fits(text: string, shape: string): boolean {
  return fit(text, shape, () => undefined) !== null;
}

/** The text in that shape, each character kept or else replaced by its stand-in; null when it cannot be. */
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

/** The nearest postcode by lookalikes alone: fewest characters changed. */
function corrected(outward: string, inward: string): string | null {
  const swap = (character: string): string | undefined => lookalikes[character];
  const end = fit(inward, INWARD_SHAPE, swap);
  if (end === null) return null;
  const starts = shapesFor(outward)
    .map((shape) => fit(outward, shape, swap))
    .filter((start) => start !== null)
    .sort((a, b) => changes(a, outward) - changes(b, outward));
  const [start] = starts;
  return start === undefined ? null : `${start} ${end}`;
}

function changes(a: string, b: string): number {
  return [...a].filter((character, index) => character !== b.charAt(index)).length;
}

function taken(outward: string, inward: string): Postcode {
  const area = outward === 'GIR' ? outward : outward.replace(/[0-9].*$/, '');
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
