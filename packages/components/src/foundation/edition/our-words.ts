import type { Strings } from '../wording.js';

/** On a hub's own page nobody is sent to "your hub": the page is the hub's, and says "us". */
const OURS: readonly (readonly [RegExp, string])[] = [
  [/\b(Ask|ask|Talk to|talk to|Check with|check with|Set by|By|to|with) your hub\b/g, '$1 us'],
  [/\bYour hub decides\b/g, 'We decide'],
  [/\bYour hub chooses\b/g, 'We choose'],
];

const made = new WeakMap<Strings, Strings>();

/** A widget's texts as the hub itself would say them. */
export function inOurWords<T extends Strings>(strings: T): T {
  let ours = made.get(strings);
  if (!ours) {
    const say = (text: string): string => OURS.reduce((said, [from, to]) => said.replace(from, to), text);
    ours = Object.fromEntries(Object.entries(strings).map(([key, text]) => [key, say(text)]));
    made.set(strings, ours);
  }
  return ours as T;
}
