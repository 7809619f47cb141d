import { readEmail } from './email.js';
import { readLaestab, readTrn, readUrn } from './numbers.js';
import { plain, tidy } from './plain.js';
import { parsePostcode } from './postcode.js';
import type { Read, TypedKind } from './read.js';
import { readSchoolYear } from './read-school-year.js';
import { readTelephone } from './telephone.js';

/** What a text looks like. A name may be a council's, a place's, a hub's or a school's. */
export interface Typed {
  readonly kind: TypedKind | 'empty';
  /** As it is stored: `LE2 5TF`, `330/2093`, `2020/21`; a name is tidied. */
  readonly value: string;
}

/** Labels that say what follows. */
const LABELLED: readonly (readonly [RegExp, (text: string) => Read, TypedKind])[] = [
  [/^\W*(?:(?:school|gias) )?urn\b|^\W*unique reference/i, readUrn, 'urn'],
  [/^\W*(?:la ?estab|dfe|dcsf)\b/i, readLaestab, 'laestab'],
  [/^\W*(?:trn\b|teacher ref|rp\b|rp\d)/i, readTrn, 'trn'],
  [/^\W*(?:tel|phone|telephone|mob|mobile)\b/i, readTelephone, 'telephone'],
];

const byLook: readonly (readonly [RegExp, (text: string) => Read, TypedKind])[] = [
  [/@/, readEmail, 'email'],
  [/^\d{4} ?[/-] ?\d{2,4}$|^\d{4} to \d{4}$/i, readSchoolYear, 'school-year'],
  [/^[2-9]\d\d ?[/-] ?\d{4}$|^[2-9]\d{6}$/, readLaestab, 'laestab'],
  [/^[1-9][\d ,]{4,7}$/, readUrn, 'urn'],
  [/^\d{2}\/\d{5}$|^\d{7}$/, readTrn, 'trn'],
  [/^\W*\+?[\d ()./-]{9,}/, readTelephone, 'telephone'],
];

/**
 * Recognises what a person typed, by its form alone, and its stored form.
 * @example readTyped('(le2 5tf)') // { kind: 'postcode', value: 'LE2 5TF' }
 * @example readTyped('St Mary’s') // { kind: 'name', value: 'St Mary’s' }
 */
export function readTyped(text: string): Typed {
  const typed = plain(text);
  if (typed === '') return { kind: 'empty', value: '' };
  if (/^[EWSNKLMJ]\d{8}$/i.test(typed)) return { kind: 'gss', value: typed.toUpperCase() };
  for (const [look, read, kind] of [...LABELLED, ...byLook]) {
    if (!look.test(typed)) continue;
    const value = read(typed);
    if (value.ok) return { kind, value: value.value };
  }
  const postcode = parsePostcode(typed);
  if (postcode.valid) return { kind: 'postcode', value: postcode.postcode };
  if (postcode.outward !== undefined) return { kind: 'outcode', value: postcode.outward };
  return { kind: 'name', value: tidy(text) };
}
