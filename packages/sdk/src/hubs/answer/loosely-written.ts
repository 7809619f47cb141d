import { foldName } from '../directory/names.js';

/** A name as people loosen it, and what it may stand for. */
export interface Loose {
  /** The names in it, each to be known whole. */
  readonly names: readonly string[];
  /** Where the school lies: in one of the names, within the one, or only near it. */
  readonly where: 'either' | 'within' | 'near';
}

const COMPASS = '(?:(?:north|south|n|s)[ -](?:east|west|e|w)|north|south|east|west|mid|[ns][ew]?|[ew])';
const BEFORE = new RegExp(`^(?:the )?(?:${COMPASS}|central)(?:ern)? `, 'i');
const AFTER = new RegExp(`[ ,(]+(?:${COMPASS}|central)\\)?$`, 'i');
const AROUND_BEFORE =
  /^(?:greater|gtr|inner|outer|rural|around|near|nr|outside|upper|lower|(?:somewhere )?in) /i;
const AROUND_AFTER =
  / (?:area|borders?|broads|coast|conurbation|countryside|dales|downs|fens|heaths?|hills|moors|outskirts|peninsula|region|suburbs|towns|vale|valley|villages|weald|wolds|city region)$/i;
const JOINED = /\s*(?:[&+/;|\\]|\b(?:and|or)\b|,)\s*/i;

/**
 * "A and B" as its names, "North Essex" as somewhere in Essex, "Norfolk coast" as near Norfolk; null for any other
 * text. What is meant must still be looked up.
 */
export function looselyWritten(text: string): Loose | null {
  const names = text.split(JOINED).filter((name) => foldName(name).length > 2);
  if (names.length > 1 && /[&+/;|\\]|\b(?:and|or)\b/i.test(text)) return { names, where: 'either' };
  const within = text.replace(BEFORE, '').replace(AFTER, '');
  const after = text.replace(AROUND_BEFORE, '');
  const near = after === text ? text.replace(AROUND_AFTER, '') : after;
  if (within !== text && within !== '') return { names: [within], where: 'within' };
  return near === text || near === '' ? null : { names: [near], where: 'near' };
}

const SMALL = /^(?:the|and|of|on|upon|under|by|in|le|la|de|super|u|o|s)$/;

/** A folded name without its small words, as "Burton/Trent" leaves them out. */
export function withoutSmallWords(folded: string): string {
  return folded
    .split(' ')
    .filter((word) => !SMALL.test(word))
    .join(' ');
}

/** The first letter and the end of a word that is drawn together, N'hampton or Lboro; null for any other text. */
export function drawnTogether(text: string): ((folded: string) => boolean) | null {
  const [, first = '', end = ''] = /^([a-z])(?:['’‘`]|(?=[^aeiouhlr]))([a-z]{3,})$/i.exec(text.trim()) ?? [];
  if (first === '') return null;
  const [start, rest] = [first.toLowerCase(), end.toLowerCase()];
  return (folded) =>
    folded.startsWith(start) &&
    [rest, `${rest}ugh`].some((each) => folded.length > each.length + 1 && folded.endsWith(each));
}
