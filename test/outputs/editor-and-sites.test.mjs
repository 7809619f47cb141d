/** docs/editor-and-sites.md names a test for each fault that was met: that test is there, and so is what it is said to hold. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const lines = readFileSync(new URL('docs/editor-and-sites.md', root), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|( met|[\s|-]+$)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('has a line for each kind of fault', () => {
  expect(lines.length).toBeGreaterThan(30);
  for (const [, met, now, heldBy] of lines) expect([met, now, heldBy].every(Boolean), String(met)).toBe(true);
});

it.each(lines.map(([, met = '', , heldBy = '']) => [met, heldBy]))('%s', (_, heldBy) => {
  for (const each of heldBy.split('; ')) {
    const [, file = '', names = ''] = /^`([^`]+)`, (.+)$/.exec(each) ?? [];
    expect(existsSync(new URL(file, root)), each).toBe(true);
    const text = readFileSync(new URL(file, root), 'utf8');
    for (const name of names.split(', ').filter((part) => !text.includes(part)))
      expect.fail(`${file} has no test whose name holds “${name}”.`);
  }
});
