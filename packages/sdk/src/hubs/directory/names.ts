/** Words around a council's name that do not identify it. */
const BEFORE =
  /^(?:(?:royal|london|metropolitan) borough of|lb(?: of)?|rb(?: of)?|city and borough of|borough of|city of|county of|district of|the) /;
const AFTER =
  / (?:(?:metropolitan borough|metropolitan district|london borough|royal borough|county|borough|city|district|unitary|combined authority)? ?council|(?:unitary|local|education|local education)(?: authority)?|authority|mbc|mdc|lbc|rbc|cc|dc|bc|ua|lea|la|london borough|borough|county|district|city|area)$/;

/**
 * A name for comparison: lower case, no accents, apostrophes; `&` as "and", "Saint" as "St";
 * everything else but letters and digits as one space.
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

/** A folded name with its abbreviations written out, and without small words. */
export function writeOut(folded: string, words: ReadonlyMap<string, string> | undefined): string {
  return folded
    .split(' ')
    .map((word) => words?.get(word) ?? word)
    .filter((word) => word !== 'the' && word !== 'and')
    .join(' ');
}
