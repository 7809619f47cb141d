/** Every dash and hyphen that can replace `-`. */
const DASHES = /[\u058a\u2010-\u2015\u2043\u207b\u208b\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/gu;

/** Marks used as an apostrophe. */
const APOSTROPHES = /[‘’‚‛`´ʼʹ′＇]/gu;

/** Invisible: direction marks, zero-width marks, variation selectors. So is a soft hyphen: nobody typed it. */
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}\ufe00-\ufe0f]/gu;

const SPACES = /[\p{Cc}\p{Z}]+/gu;

/** As most people type: there is nothing to do. */
const NOTHING_TO_DO = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/**
 * A code, number or address in plain characters: no invisible marks, every dash `-`, every apostrophe `'`, wide
 * digits and letters as ordinary ones, each gap one space. Not for names: it could change their spelling.
 */
export function plain(text: string): string {
  if (NOTHING_TO_DO.test(text)) return text;
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

/** Words on one line, each gap one space, without invisible marks; joiners that spell words stay. */
export function tidy(text: string): string {
  if (NOTHING_TO_DO.test(text)) return text;
  return text
    .replace(JOINER_OR_INVISIBLE, (_, letter = '', joiners = '') => letter + joiners.slice(0, 1))
    .normalize('NFC')
    .replace(SPACES, ' ')
    .trim();
}
