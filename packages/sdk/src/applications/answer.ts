import { formatPostcode, readEmail, readTelephone, readTrn, readUrn, tidy } from '../typed/index.js';
import type { Read } from '../typed/index.js';
import { MAX_LENGTH } from './fields.js';
import type { FieldKind } from './fields.js';

/** Most phases that an answer may list. */
export const MAX_PHASES = 20;

/** The id of a phase, a hub or a commitment. */
export const ID = /^[\w.-]{1,80}$/;

/** The pattern of a stored answer, where its kind has one, for the published schema. */
export const PATTERNS: { readonly [K in FieldKind]?: RegExp } = {
  email:
    /^[\w.!#$%&'*+/=?^`|~-]+@[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?(?:\.[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?)+$/,
  tel: /^[\d ()+]{7,30}(?: ext \d{1,6})?$/,
  urn: /^\d{5,6}$/,
  trn: /^\d{7}$/,
  phase: ID,
};

/** Reader for each kind of answer; texts and phases are only tidied. */
const READERS: { readonly [K in FieldKind]?: (typed: string) => Read } = {
  email: readEmail,
  tel: readTelephone,
  urn: readUrn,
  trn: readTrn,
};

/** A text as it is stored: tidied; a postcode, number or address in its usual form. */
export function keptAs(kind: FieldKind, typed: string): string {
  const tidied = tidy(typed);
  if (kind === 'postcode') return formatPostcode(typed) ?? tidied;
  const read = tidied === '' ? undefined : READERS[kind]?.(typed);
  return read?.ok ? read.value : tidied;
}

/** What is wrong with this text, in a sentence; undefined where the field's own words say as much. */
export function whyNot(kind: FieldKind, kept: string): string | undefined {
  const read = READERS[kind]?.(kept);
  return read === undefined || read.ok || !read.telling ? undefined : read.reason;
}

/** An answer as it is stored; undefined if there is none, null if it is neither a text nor a list. */
export function readAnswer(kind: FieldKind, given: unknown): string | readonly string[] | null | undefined {
  if (given === undefined) return undefined;
  if (kind !== 'phases') return typeof given === 'string' ? keptAs(kind, given) || undefined : null;
  if (!Array.isArray(given) || given.length > MAX_PHASES) return null;
  const ids = given.filter((each): each is string => typeof each === 'string' && ID.test(each));
  if (ids.length < given.length) return null;
  return ids.length > 0 ? ids : undefined;
}

/** What is wrong with a stored text; undefined when nothing is. */
export function faultIn(kind: FieldKind, kept: string): 'too-long' | 'invalid' | undefined {
  if (kept.length > MAX_LENGTH) return 'too-long';
  if (kind === 'postcode') return formatPostcode(kept) === null ? 'invalid' : undefined;
  const right = (READERS[kind]?.(kept).ok ?? true) && (PATTERNS[kind]?.test(kept) ?? true);
  return right ? undefined : 'invalid';
}
