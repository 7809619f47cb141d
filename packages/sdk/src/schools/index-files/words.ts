/** Words too common to be worth a file. */
const COMMON = new Set(
  (
    'a academy aided and c catholic ce church cofe college community controlled e england first free high infant infants ' +
    'junior juniors nursery of primary rc roman saint saints school schools secondary ss st sts the va vc voluntary'
  ).split(' '),
);

/** Words with several spellings: any of a group finds the others. */
const SAME: readonly (readonly string[])[] = [
  ['st', 'saint', 'ss', 'sts', 'saints'],
  ['mt', 'mount'],
  ['rc', 'roman catholic'],
  ['ce', 'cofe', 'c of e', 'church of england'],
  ['va', 'voluntary aided'],
  ['vc', 'voluntary controlled'],
];

/** Words of a text in plain lower case: no accents, no apostrophes, `&` as `and`, C.E. as `ce`. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`ʼ]/g, '')
    .replaceAll('&', ' and ')
    .replace(/\b(?:[a-z]\.){2,}|\b(?:[a-z]\.)+[a-z]\b/g, (initials) => initials.replaceAll('.', ''))
    .replace(/\bo (?=[a-z]{3})/g, 'o')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** Every word by which a name can be found. */
export function searchableWords(name: string): string[] {
  const words = wordsOf(name);
  const spaced = ` ${words.join(' ')} `;
  const others = SAME.filter((group) => group.some((form) => spaced.includes(` ${form} `))).flat();
  return [...words, ...others.flatMap((form) => form.split(' '))];
}

/** The starts of words that index a name: its distinctive words, or all if it has none. */
export function keysOf(words: readonly string[]): string[] {
  const telling = words.filter((word) => !COMMON.has(word));
  return [...new Set((telling.length > 0 ? telling : words).map((word) => word.slice(0, 3)))];
}

/** `LE2` from `le2 5tf`, `LE25TF` or itself; null if nothing is left. */
export function outcodeOf(postcode: string): string | null {
  const letters = compact(postcode);
  return (/^(.+)\d[A-Z]{2}$/.exec(letters)?.[1] ?? letters) || null;
}

/** A postcode's letters and digits alone. */
export function compact(postcode: string): string {
  return postcode.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
