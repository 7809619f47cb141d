import type { Fault } from './errors.js';

/** What a scan of a text waits for next. */
type Wanted = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'end';

interface Broken {
  readonly at: number;
  readonly wanted: Wanted;
  /** Where the object or list that is open began; undefined outside of any. */
  readonly open: number | undefined;
}

const SPACE = /[ \t\n\r]*/y;
/** Whatever is no quotation mark, backslash or control character, and what a backslash may stand before. */
const STRING = /"(?:[ !#-[\]-\u{10FFFF}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const PLAIN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/**
 * Where and why a text is not JSON, in words that lead to the place: line and column, what is there, what would be right.
 * Engines word their own errors differently, and often without a place.
 * @param content  text of a file
 * @returns undefined where the text is JSON
 * @example
 * jsonFault('{ "a": 1, }')?.remedy; // 'Take out the comma before it.'
 */
export function jsonFault(content: string): Fault | undefined {
  const broken = firstBroken(content);
  if (broken === undefined) return undefined;
  return { path: placeOf(content, broken.at), ...sayBroken(content, broken) };
}

function placeOf(content: string, at: number): string {
  const before = content.slice(0, at).split(/\r\n|\r|\n/);
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

function firstBroken(content: string): Broken | undefined {
  const open: { readonly from: number; readonly isObject: boolean }[] = [];
  let wanted = 'value' as Wanted;
  let at = 0;
  const take = (what: RegExp): boolean => {
    what.lastIndex = at;
    if (!what.test(content)) return false;
    at = what.lastIndex;
    return true;
  };
  const afterValue = (): Wanted => (open.length === 0 ? 'end' : 'comma');
  for (;;) {
    take(SPACE);
    const sign = content[at];
    const here = open.at(-1);
    const broken = { at, wanted, open: here?.from };
    if (wanted === 'end') return sign === undefined ? undefined : broken;
    const mayClose = wanted === 'comma' || wanted === 'first name' || wanted === 'first value';
    if (here !== undefined && mayClose && sign === (here.isObject ? '}' : ']')) {
      at += 1;
      open.pop();
      wanted = afterValue();
    } else if (wanted === 'comma') {
      if (sign !== ',') return broken;
      at += 1;
      wanted = here?.isObject ? 'name' : 'value';
    } else if (wanted === 'colon') {
      if (sign !== ':') return broken;
      at += 1;
      wanted = 'value';
    } else if (wanted === 'name' || wanted === 'first name') {
      if (!take(STRING)) return broken;
      wanted = 'colon';
    } else if (sign === '{' || sign === '[') {
      open.push({ from: at, isObject: sign === '{' });
      wanted = sign === '{' ? 'first name' : 'first value';
      at += 1;
    } else {
      if (!take(STRING) && !take(PLAIN)) return broken;
      wanted = afterValue();
    }
  }
}

const EXPECTED: { readonly [W in Wanted]: string } = {
  value: 'a value',
  'first value': 'a value, or ]',
  name: 'a name in double quotation marks',
  'first name': 'a name in double quotation marks, or }',
  colon: 'a colon between a name and its value',
  comma: 'a comma, or the end of what is open',
  end: 'the end of the file',
};

/** The commonest slips, the most telling first: what the text has there, and what to do about it. */
const SLIPS: readonly (readonly [there: RegExp, found: string, remedy: string])[] = [
  [/^[“”„‟″«»]/, 'a curly quotation mark', 'Write straight ones: ".'],
  [/^['‘’`]/, 'a single quotation mark', 'Write double ones: ".'],
  [/^(?:\/\/|\/\*|#)/, 'a comment', 'Take it out: JSON has none.'],
  [
    /^[^\S \t\n\r]|^[\u200b-\u200f\u2060\ufeff]/,
    'a space of another kind, as word processors write it',
    'Write a plain space.',
  ],
  [
    /^"(?:[^"\\\n\r]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*\\u/,
    'a \\u without the four digits of a character',
    'Write the character itself.',
  ],
  [/^"[^"\n\r]*\\(?!["\\/bfnrtu])/, 'a text with a lone backslash', 'Write two for one: \\\\.'],
  [
    /^"[^"\n\r]*(?:[\n\r]|$)/,
    'a text that does not end on its line',
    'Close it with ", and write \\n for a new line.',
  ],
  [
    /^"/,
    'a text with a character that cannot be in one',
    'Write tabs as \\t, and take other control characters out.',
  ],
  [
    /^[+-]?(?:0\d|\.\d|\+)/,
    'a number that is written another way',
    'Write it plainly: no plus, no nought before it, a nought before its point.',
  ],
  [
    /^-?\d/,
    'a number with something joined to it',
    'Write the number alone, or put the text in double quotation marks.',
  ],
];

function sayBroken(content: string, { at, wanted, open }: Broken): Omit<Fault, 'path'> {
  const there = content.slice(at, at + 400);
  const expected = EXPECTED[wanted];
  if (there === '') {
    const remedy =
      open === undefined
        ? 'The file is empty, or only begun: write the rest.'
        : `Close what begins on ${placeOf(content, open)}: the file may have been cut off.`;
    return { found: 'the end of the file', expected, remedy };
  }
  if (wanted === 'end')
    return { found: brief(there), expected, remedy: 'Keep one object in a file: take out what follows it.' };
  if ((wanted === 'name' || wanted === 'value') && /^[}\]]/.test(there) && /,\s*$/.test(content.slice(0, at)))
    return { found: there.charAt(0), expected, remedy: 'Take out the comma before it.' };
  if (at === 0 && /^[<a-z]/i.test(there) && !/^(?:true|false|null|undefined|nan)\b/i.test(there))
    return {
      found: brief(there),
      expected,
      remedy: 'This is another kind of file, such as a web page or a table: give one that begins with {.',
    };
  const wantsValue = wanted === 'value' || wanted === 'first value';
  const slip = SLIPS.find(([sign]) => sign.test(there));
  const fits = /^["\d+.-]/.test(there) ? wantsValue || (there.startsWith('"') && wanted !== 'comma') : true;
  if (slip && fits) return { found: slip[1], expected, remedy: slip[2] };
  return { found: brief(there), expected, remedy: remedyFor(wanted, there) };
}

function remedyFor(wanted: Wanted, there: string): string {
  switch (wanted) {
    case 'comma':
      return /^[}\]]/.test(there)
        ? 'Close with the bracket that was opened: {…} or […].'
        : 'Put a comma after the value before it.';
    case 'colon':
      return 'Put a colon after the name before it.';
    case 'name':
    case 'first name':
      if (/^\d/.test(there)) return 'Write a number without commas, or a name in double quotation marks.';
      return there.startsWith(',') ? 'Take out one comma.' : 'Put the name in double quotation marks.';
    default:
      return there.startsWith(',')
        ? 'Take out one comma, or write the value that is missing.'
        : 'Write true, false, null, a number, or a text in double quotation marks.';
  }
}

function brief(there: string): string {
  const [word = ''] = /^(?:"[^"\n\r]{0,40}"?|[\w.$-]{1,40}|[^])/u.exec(there) ?? [];
  return word;
}
