import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
const listed = new Set(
  [...page.matchAll(/^\| `([a-z-]+)` +\| `(\w+)`/gm)].map(([, code, name]) => `${name} ${code}`),
);

/** Every class of error with a code of its own, and every code of one that has several. */
const thrown = new Set();
for (const room of ['sdk', 'cli', 'intake'])
  for (const file of readdirSync(new URL(`../../packages/${room}/src`, import.meta.url), {
    recursive: true,
  })) {
    if (!/(?<!\.test)\.ts$/.test(file)) continue;
    const text = readFileSync(new URL(`../../packages/${room}/src/${file}`, import.meta.url), 'utf8');
    for (const [, name, body] of text.matchAll(/class (\w+) extends \w*Error\b([^]*?)\n\}/g)) {
      const [, code] = /readonly code(?:: string)? = '([a-z-]+)'/.exec(body) ?? [];
      if (code) thrown.add(`${name} ${code}`);
      const [, type] = /readonly code: (\w+Code),/.exec(body) ?? [];
      const [, codes = ''] = type ? (new RegExp(`type ${type} =([^;]+);`).exec(text) ?? []) : [];
      for (const [, each] of codes.matchAll(/'([a-z-]+)'/g)) thrown.add(`${name} ${each}`);
    }
  }

describe('docs/errors.md', () => {
  it('lists every error that is thrown on purpose, by its code, and none that is not', () => {
    expect(thrown.size).toBeGreaterThan(20);
    expect([...thrown].filter((each) => !listed.has(each))).toEqual([]);
    expect([...listed].filter((each) => !thrown.has(each))).toEqual([]);
  });
});
