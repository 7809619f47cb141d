import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from './json-fault.js';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('jsonFault', () => {
  it.each([
    ['{\n  "a": [\n    { "b": 1, }\n  ]\n}', 'line 3, column 15', '}', 'Take out the comma before it.'],
    ['[1, 2, ]', 'line 1, column 8', ']', 'Take out the comma before it.'],
    ['{ "a": "x" "b": 1 }', 'line 1, column 12', '"b"', 'Put a comma after the value before it.'],
    ['{\r\n "a": “x”\r\n}', 'line 2, column 7', 'a curly quotation mark', 'Write straight ones: ".'],
    ["{'a': 1}", 'line 1, column 2', 'a single quotation mark', 'Write double ones: ".'],
    ['{ a: 1 }', 'line 1, column 3', 'a', 'Put the name in double quotation marks.'],
    ['{ "a" 1 }', 'line 1, column 7', '1', 'Put a colon after the name before it.'],
    ['{ "a": 1 // one\n}', 'line 1, column 10', 'a comment', 'Take it out: JSON has none.'],
    [
      '{ "a": 1',
      'line 1, column 9',
      'the end of the file',
      'Close what begins on line 1, column 1: the file may have been cut off.',
    ],
    ['', 'line 1, column 1', 'the end of the file', 'The file is empty, or only begun: write the rest.'],
    ['{} {}', 'line 1, column 4', '{', 'Keep one object in a file: take out what follows it.'],
    ['{ "a": "C:\\Users" }', 'line 1, column 8', 'a text with a lone backslash', 'Write two for one: \\\\.'],
    [
      '{ "a": "one\ntwo" }',
      'line 1, column 8',
      'a text that does not end on its line',
      'Close it with ", and write \\n for a new line.',
    ],
    [
      '{ "a": "one\ttwo" }',
      'line 1, column 8',
      'a text with a character that cannot be in one',
      'Write tabs as \\t, and take other control characters out.',
    ],
    [
      '{ "a": 07 }',
      'line 1, column 8',
      'a number that is written another way',
      'Write it plainly: no plus, no nought before it, a nought before its point.',
    ],
    [
      '{ "a": 1000m }',
      'line 1, column 8',
      'a number with something joined to it',
      'Write the number alone, or put the text in double quotation marks.',
    ],
    [
      '{ "a": 1,000 }',
      'line 1, column 10',
      '000',
      'Write a number without commas, or a name in double quotation marks.',
    ],
    [
      '{ "a": True }',
      'line 1, column 8',
      'True',
      'Write true, false, null, a number, or a text in double quotation marks.',
    ],
    ['{ "a": , "b": 1 }', 'line 1, column 8', ',', 'Take out one comma, or write the value that is missing.'],
    ['{ "a": [1 }', 'line 1, column 11', '}', 'Close with the bracket that was opened: {…} or […].'],
    ['{ "a": 1,, "b": 1 }', 'line 1, column 10', ',', 'Take out one comma.'],
    [
      '{ "a":\u00a01 }',
      'line 1, column 7',
      'a space of another kind, as word processors write it',
      'Write a plain space.',
    ],
    [
      '{ "a": "\\u12G4" }',
      'line 1, column 8',
      'a \\u without the four digits of a character',
      'Write the character itself.',
    ],
    [
      '<!doctype html>',
      'line 1, column 1',
      '<',
      'This is another kind of file, such as a web page or a table: give one that begins with {.',
    ],
  ])('finds what is wrong with %j', (text, path, found, remedy) => {
    expect(isJson(text)).toBe(false);
    expect(jsonFault(text)).toMatchObject({ path, found, remedy });
  });

  it('finds nothing in JSON, and something in whatever is none: texts with one character put in, taken out or changed', () => {
    const sign = fc.constantFrom(...'{}[]:,"\\\'+-.0123eEtrufalsn \n\t/“a', '\u0000');
    const change = fc.record({
      at: fc.nat(),
      drop: fc.integer({ min: 0, max: 2 }),
      put: fc.array(sign, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.json(), fc.array(change, { maxLength: 3 }), (json, changes) => {
        const text = changes.reduce((so, { at, drop, put }) => {
          const from = at % (so.length + 1);
          return so.slice(0, from) + put.join('') + so.slice(from + drop);
        }, json);
        expect(jsonFault(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });
});
