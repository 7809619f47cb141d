import { formatPostcode } from '../postcodes/index.js';
import { MAX_LENGTH } from './fields.js';
import type { FieldKind } from './fields.js';

/** Most phases that an answer may list. */
export const MAX_PHASES = 20;

/** What a phase, a hub or a commitment is known by. */
export const ID = /^[\w.-]{1,80}$/;

/**
 * What an answer looks like, where its kind says so. E-mail: HTML's own rule, with a dot in the domain, so that no page
 * and no service disagree. Telephone: 7 to 15 digits.
 */
export const PATTERNS: { readonly [K in FieldKind]?: RegExp } = {
  email:
    /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?(?:\.[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?)+$/,
  tel: /^(?=(?:\D*\d){7,15}\D*$)[\d ()+-]{7,30}$/,
  urn: /^\d{5,6}$/,
  trn: /^\d{7}$/,
  phase: ID,
};

/** Text without invisible characters, in one line, each gap one space. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim();
}

/** A text as it is kept: tidied; a postcode with one space. */
export function keptAs(kind: FieldKind, typed: string): string {
  return (kind === 'postcode' ? formatPostcode(typed) : null) ?? tidy(typed);
}

/** An answer as it is kept; undefined where nothing was answered, null where it is neither a text nor a list. */
export function readAnswer(kind: FieldKind, given: unknown): string | readonly string[] | null | undefined {
  if (given === undefined) return undefined;
  if (kind !== 'phases') return typeof given === 'string' ? keptAs(kind, given) || undefined : null;
  if (!Array.isArray(given) || given.length > MAX_PHASES) return null;
  const ids = given.filter((each): each is string => typeof each === 'string' && ID.test(each));
  if (ids.length < given.length) return null;
  return ids.length > 0 ? ids : undefined;
}

/** What is wrong with a text that is kept so; undefined when nothing is. */
export function faultIn(kind: FieldKind, kept: string): 'too-long' | 'invalid' | undefined {
  if (kept.length > MAX_LENGTH) return 'too-long';
  const right = kind === 'postcode' ? formatPostcode(kept) !== null : (PATTERNS[kind]?.test(kept) ?? true);
  return right ? undefined : 'invalid';
}
