/** Words that stand around a council's name and do not tell it from another. */
const TITLES =
  /^(?:(?:royal|london|metropolitan) borough of|city and borough of|borough of|city of|county of|district of|the) | (?:metropolitan borough|london borough|county|borough|city|district|unitary)? ?council$/;

/**
 * A name as it is compared: lower case, no accents, apostrophes; `&` as "and", "Saint" as "St";
 * everything else that is no letter or digit as one space.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}'’‘`]/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bsaint\b/g, 'st');
}

/** A council's name, folded, without "Borough of", "City Council" and the like. */
export function foldCouncil(name: string): string {
  const folded = foldName(name);
  return folded.replace(TITLES, '').replace(TITLES, '').trim() || folded;
}
