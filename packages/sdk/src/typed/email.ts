import { plain } from './plain.js';
import { found, not, notOne } from './read.js';
import type { Read } from './read.js';

/**
 * HTML's own rule, plus a dot in the domain, so that pages and services agree; and without braces, since of
 * `{ann,bob}@school.example` a half would be left.
 */
const LABEL = '[A-Za-z\\d](?:[A-Za-z\\d-]{0,61}[A-Za-z\\d])?';
const EMAIL = new RegExp(`^[\\w.!#$%&'*+/=?^\`|~-]+@${LABEL}(?:\\.${LABEL})+$`);

/** A comma in the middle of an address: two people, or a slip for a full stop. What stands on one side is a half. */
const JOINED = /\w[,;][^\s<"]*@|@[^\s>]*[,;]\w/;

/** An address of 254 characters, and a name with it. */
const LONGEST = 320;

const EXAMPLE = 'like name@school.example';

/**
 * An e-mail address, also as copied from a mail program: `Ann B <a@school.example>`.
 * @example readEmail('mailto:a@school.example') // { ok: true, value: 'a@school.example' }
 */
export function readEmail(text: string): Read {
  // As most people type it.
  if (text.length <= LONGEST && /^\w[\w.+-]*@/.test(text) && EMAIL.test(text)) return found(text);
  const typed = plain(text).replace(/ ?@ ?/g, '@');
  // A long text with an address somewhere in it is not an answer.
  if (typed.length > LONGEST) return notOne(`Enter an e-mail address in the right form, ${EXAMPLE}`);
  const words = typed.split(/[\s,;<>"()[\]]+/).filter((word) => word.includes('@'));
  const addresses = [...new Set(words.map(trimmed))];
  const [only = ''] = addresses;
  if (addresses.length > 1 || JOINED.test(typed)) return not(`Enter one e-mail address, ${EXAMPLE}`);
  if (EMAIL.test(only)) return found(only);
  if (only === '') return notOne(`Enter an e-mail address in the right form, ${EXAMPLE}`);
  const [odd] = /[^\w.!#$%&'*+/=?^`|~@-]/u.exec(only) ?? [];
  if (odd !== undefined)
    return not(`An e-mail address cannot have “${odd}” in it. Type it again, ${EXAMPLE}`);
  if (!/@.*\./.test(only)) return not(`“${only}” has no full stop after the @. Enter it in full, ${EXAMPLE}`);
  return notOne(`Enter an e-mail address in the right form, ${EXAMPLE}`);
}

/** Without the `mailto:` or label before it, or the marks and query after it. */
function trimmed(word: string): string {
  return word
    .replace(/^(?:mailto|e-?mail|from|to):/i, '')
    .replace(/^[.:']+(?=.*@)|['.:!?]+$/g, '')
    .replace(/\?(?:subject|body|cc|bcc)=.*$/i, '');
}
