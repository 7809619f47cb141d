/** Words that stand around a council's name and do not tell it from another. */
const BEFORE =
  /^(?:(?:royal|london|metropolitan) borough of|lb(?: of)?|rb(?: of)?|city and borough of|borough of|city of|county of|district of|the) /;
const AFTER =
  / (?:(?:metropolitan borough|metropolitan district|london borough|royal borough|county|borough|city|district|unitary|combined authority)? ?council|(?:unitary|local|education|local education)(?: authority)?|authority|mbc|mdc|lbc|rbc|cc|dc|bc|ua|lea|la|london borough|borough|county|district|city|area)$/;

/**
 * A name as it is compared: lower case, no accents, apostrophes; `&` as "and", "Saint" as "St";
 * everything else that is no letter or digit as one space.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}'’‘`´ʼ′]/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bsaint\b/g, 'st');
}

/** A council's name, folded, without "Borough of", "City Council", "MBC" and the like. */
export function foldCouncil(name: string): string {
  const folded = foldName(name);
  return folded.replace(AFTER, '').replace(BEFORE, '').trim() || folded;
}

/** A folded name with its shortened words written out, and without the small words that people leave out. */
export function writeOut(folded: string, words: ReadonlyMap<string, string> | undefined): string {
  return folded
    .split(' ')
    .map((word) => words?.get(word) ?? word)
    .filter((word) => word !== 'the' && word !== 'and')
    .join(' ');
}
