import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as sdk from './index.js';

const src = fileURLToPath(new URL('.', import.meta.url));

interface Example {
  readonly of: string;
  readonly code: string;
  /** The value that the comment after it states, as JavaScript. */
  readonly value: string;
}

/** The lines of every `@example` that state what they come to: `expression // value`. */
function examplesIn(text: string): Example[] {
  return [
    ...text.matchAll(
      /@example([\s\S]*?)(?=\n \* @|\*\/)[\s\S]*?\*\/\s*(?:export )?(?:async )?function (\w+)/g,
    ),
  ].flatMap(([, body = '', of = '']) =>
    body
      .split('\n')
      .map((line) => /^(?: \*)?\s*(.+?);?\s+\/\/ (['[{\d].*|true|false|null)$/.exec(line))
      .flatMap((found) => (found ? [{ of, code: found[1] ?? '', value: found[2] ?? '' }] : [])),
  );
}

const examples = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => examplesIn(readFileSync(src + file, 'utf8')));

/** What the examples name beside the SDK: an edition of a year, and a hub's changes to it. */
const edition = await sdk.loadEdition('2024/25');
const scope = {
  ...sdk,
  edition,
  overrides: {
    format: 'maths-hubs-overrides/1',
    schoolYear: '2024/25',
    hub: 'a-hub',
    version: '1',
    sources: {
      own: { title: 'Our terms', publisher: 'A Hub', url: 'https://hub.example/', date: '2024-09-01' },
    },
  },
};

function run(code: string): Promise<unknown> {
  const wrapped = `(async ({ ${Object.keys(scope).join(', ')} }) => (${code}))`;
  return (runInThisContext(wrapped) as (names: typeof scope) => Promise<unknown>)(scope);
}

describe('an example of the documentation', () => {
  it.each([
    'loadEdition',
    'extendEdition',
    'sayTerm',
    'decide',
    'recommendEntry',
    'planCommitments',
    'fundingFor',
    'findHub',
    'parsePostcode',
    'readTyped',
  ])('is there for %s', (name) => {
    expect(examples.map(({ of }) => of)).toContain(name);
  });

  it.each(examples)('of $of: $code', async ({ code, value }) => {
    const said = await run(code);
    // What is left out of a long answer is written as three dots.
    if (value.includes('…')) expect(said).toMatchObject((await run(value.replace(/, …/g, ''))) as object);
    else expect(said).toEqual(await run(value));
  });
});
