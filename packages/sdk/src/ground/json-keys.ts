import type { Fault } from './errors.js';
import { pathText } from './faults.js';

/**
 * Keys that appear twice in one object of a JSON text. `JSON.parse` keeps the last and says nothing.
 * @param content  text that is JSON
 */
export function repeatedKeys(content: string): Fault[] {
  const faults: Fault[] = [];
  /** Open objects and lists: the keys seen, null for a list; the place within; its own key. */
  const open: { keys: Set<string> | null; index: number; at: string | number }[] = [];
  let last = '';
  for (const [token] of content.matchAll(/"(?:\\.|[^"\\])*"|[{}[\],:]/g)) {
    const here = open.at(-1);
    if (token === '{' || token === '[')
      open.push({
        keys: token === '{' ? new Set() : null,
        index: 0,
        at: here?.keys ? last : (here?.index ?? 0),
      });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && here) here.index += 1;
    else if (token === ':' && here?.keys) {
      if (here.keys.has(last))
        faults.push({
          path: pathText([...open.slice(1).map(({ at }) => at), last]),
          found: 'this key twice in one object',
          expected: 'each key once',
          remedy: 'Remove one of the two: a reader would take the last and drop the other.',
        });
      here.keys.add(last);
    } else if (token.startsWith('"')) last = JSON.parse(token) as string;
  }
  return faults;
}

/** Keys that every JavaScript object has, so a file must not use them. */
export function reservedKeys(json: unknown, path: readonly (string | number)[] = []): Fault[] {
  if (typeof json !== 'object' || json === null) return [];
  const children: [string | number, unknown][] = Array.isArray(json)
    ? [...(json as unknown[]).entries()]
    : Object.entries(json);
  return children.flatMap(([key, child]) => [
    ...(RESERVED.includes(String(key))
      ? [
          {
            path: pathText([...path, key]),
            found: `the reserved name ${String(key)}`,
            expected: 'a name of your own',
            remedy: 'Give it another name.',
          },
        ]
      : []),
    ...reservedKeys(child, [...path, key]),
  ]);
}

const RESERVED = ['__proto__', 'constructor', 'prototype'];
