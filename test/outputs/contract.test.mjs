/** CONTRACT.md names a test for each promise: that test is there, and has the part that is named. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const contract = readFileSync(new URL('packages/components/CONTRACT.md', root), 'utf8');
/** The lines of a part's table: what is said, and what holds it. */
const linesOf = (part) =>
  (contract.split(/^## /m).find((each) => each.startsWith(part)) ?? '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, promise, heldBy]) => promise && heldBy && !promise.startsWith('--'));
const PARTS = { 'What we promise': 16, 'What the page must do': 8, 'What we never do': 4 };
const promises = Object.keys(PARTS).flatMap(linesOf);

it.each(Object.entries(PARTS))('%s: in a table, each line with its test', (part, least) => {
  expect(linesOf(part).length).toBeGreaterThanOrEqual(least);
  const text = contract.split(/^## /m).find((each) => each.startsWith(part)) ?? '';
  expect(text.split('\n').filter((line) => /^\S/.test(line) && !line.startsWith('|'))).toEqual([part]);
});

it.each(promises.map(([, promise = '', heldBy = '']) => [promise, heldBy]))('%s', (_, heldBy) => {
  const named = heldBy.split(';').map((part) => /`([^`]+\.(?:ts|mjs|js))`(?:, (.+))?/.exec(part.trim()));
  const files = named.filter((each) => each !== null);
  expect(files.length, heldBy).toBeGreaterThan(0);
  for (const [, file = '', parts = ''] of files) {
    expect(existsSync(new URL(file, root)), file).toBe(true);
    const text = readFileSync(new URL(file, root), 'utf8');
    for (const part of parts.split(', ').filter(Boolean))
      expect(text.includes(`'${part}`), `${file}: ${part}`).toBe(true);
  }
});
