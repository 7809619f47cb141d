/** Every dash and hyphen that a text may have for `-`. */
const DASHES = /[\u058a\u2010-\u2015\u2043\u207b\u208b\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/gu;

/** Marks that stand for an apostrophe. */
const APOSTROPHES = /[‘’‚‛`´ʼʹ′＇]/gu;

/** Invisible: direction marks, zero-width marks, variation selectors. A soft hyphen is one too: nobody typed it. */
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}\ufe00-\ufe0f]/gu;

const SPACES = /[\p{Cc}\p{Z}]+/gu;

/**
 * A code, number or address in plain characters: no invisible marks, every dash `-`, every apostrophe `'`, wide
 * digits and letters as usual ones, each gap one space. Not for names, whose spelling it could change.
 */
export function plain(text: string): string {
  return text
    .replace(/\u00ad/g, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(APOSTROPHES, "'")
    .normalize('NFKC')
    .replace(SPACES, ' ')
    .trim();
}

/** A joiner in a script that spells with it (Sinhala, Persian, Malayalam and others), or an invisible mark. */
const JOINER_OR_INVISIBLE =
  /((?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])([\u200c\u200d]+)|[\p{Cf}\p{Cs}\p{Co}\p{Cn}\ufe00-\ufe0f]/gu;

/** Words in one line, each gap one space, without invisible marks; joiners that are spelling stay. */
export function tidy(text: string): string {
  return text
    .replace(JOINER_OR_INVISIBLE, (_, letter = '', joiners = '') => letter + joiners.slice(0, 1))
    .normalize('NFC')
    .replace(SPACES, ' ')
    .trim();
}
