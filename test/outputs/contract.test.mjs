/** CONTRACT.md names a test for each promise: that test is there, and has the part that is named. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const contract = readFileSync(new URL('packages/components/CONTRACT.md', root), 'utf8');
const promises = contract
  .slice(contract.indexOf('## What we promise'), contract.indexOf('## What the page must do'))
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, promise, heldBy]) => promise && heldBy && !promise.startsWith('--') && heldBy !== 'held by');

it('promises something', () => {
  expect(promises.length).toBeGreaterThan(15);
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
