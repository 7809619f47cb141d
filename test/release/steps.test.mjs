import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { plainCount, runSteps } from '../../scripts/lib/steps.mjs';

let folder;
let said;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steps-'));
  said = [];
  for (const stream of ['stdout', 'stderr'])
    vi.spyOn(process[stream], 'write').mockImplementation((text) => said.push(text) > 0);
  vi.spyOn(console, 'log').mockImplementation((text) => said.push(`${text}\n`));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});
const output = () => said.join('');

const step = (name, script, more = {}) => ({ name, command: ['node', '-e', script], ...more });
/** Leaves a mark of its own and ends only when the other's mark is there. */
const meets = (own, other) => `
  const { existsSync, writeFileSync } = require('node:fs');
  writeFileSync(${JSON.stringify(join(folder, own))}, '');
  setInterval(() => existsSync(${JSON.stringify(join(folder, other))}) && process.exit(), 20)`;
/** Fails where two others are at work. */
const crowded = (own) => `
  const { mkdirSync, readdirSync, rmdirSync, writeFileSync } = require('node:fs');
  const here = ${JSON.stringify(join(folder, 'browsers'))};
  mkdirSync(here + ${JSON.stringify(`/${own}`)}, { recursive: true });
  if (readdirSync(here).length > 2) process.exitCode = 1;
  setTimeout(() => rmdirSync(here + ${JSON.stringify(`/${own}`)}), 300)`;

it.each([
  ['a step in a browser beside one without', true, false],
  ['two in browsers side by side', true, true],
])('runs %s', async (_, one, two) => {
  expect(
    await runSteps([
      step('page', meets('a', 'b'), { browser: one }),
      step('unit', meets('b', 'a'), { browser: two }),
    ]),
  ).toBe(true);
  expect(output()).toMatch(/\n2 passed, 0 failed\n$/);
});

it('never runs three in browsers at once', async () => {
  const ok = await runSteps(
    ['one', 'two', 'three', 'four'].map((name) => step(name, crowded(name), { browser: true })),
  );
  expect(ok).toBe(true);
});

it('lets a step without a browser pass one that waits for a browser to be free', async () => {
  const ok = await runSteps([
    step('one', meets('a', 'c'), { browser: true }),
    step('two', meets('b', 'c'), { browser: true }),
    step('three', '', { browser: true }),
    step('unit', meets('c', 'a')),
  ]);
  expect(ok).toBe(true);
});

it('waits for what a step needs from another kind of step', async () => {
  const made = JSON.stringify(join(folder, 'made'));
  const ok = await runSteps([
    step('make', `setTimeout(() => require('node:fs').writeFileSync(${made}, ''), 300)`),
    step('use', `require('node:fs').readFileSync(${made})`, { browser: true, after: 'make' }),
  ]);
  expect(ok).toBe(true);
  await expect(
    runSteps([step('use', '', { after: 'make' }), step('make', '', { browser: true })]),
  ).rejects.toThrow('use waits for "make", which is no step before it.');
});

it('goes on after a failure, counts it, and shows its end again without colours', async () => {
  const ok = await runSteps([
    step(
      'bad',
      `for (let n = 0; n < 400; n++) console.log('\\x1b[31mline ' + n + '\\x1b[39m'); process.exitCode = 3`,
    ),
    step('mixed', `console.log('2 passed, 1 failed'); process.exit(1)`, { count: plainCount }),
    step('silent', `console.log('0 passed, 0 failed')`, { count: plainCount }),
    step('good', ''),
  ]);
  expect(ok).toBe(false);
  const [, end] = output().split('✗ bad, the end of its output:');
  expect(end).toMatch(/^\nline 250\nline 251\n/);
  expect(end).toContain('line 399');
  expect(end).toContain('✗ mixed, the end of its output:\n2 passed, 1 failed');
  expect(end).toMatch(/\n3 passed, 3 failed\n$/);
});

it('names each failure below the table, where a cut log still has it', async () => {
  const vitest = [
    ' ❯ src/a.test.ts (2 tests | 1 failed) 150ms',
    '     × says so 150ms',
    ' FAIL  src/a.test.ts > a room > says so',
    'Error: Property failed after 226 tests',
    '{ seed: -184548455 }',
    ' Tests  1 failed | 1 passed (2)',
  ];
  const browser = ['❌ packages/a.test.ts:', '', '  𐄂 draws', '    AssertionError: expected 1 to equal 2'];
  const long = Array.from({ length: 400 }, (_, at) => `Received ${at}`);
  const print = (lines) => `console.log(${JSON.stringify(lines.join('\n'))}); process.exitCode = 1`;
  await runSteps([
    step('unit', print([...vitest, ...long])),
    step('page', print([...browser, ...long])),
    step('types', print(['a.ts(1,2): error TS2304'])),
    step('good', ''),
  ]);
  const end = output().slice(output().lastIndexOf('✓ good'));
  expect(end.split('\n').slice(1, 14)).toEqual([
    '',
    '✗ unit',
    '  FAIL  src/a.test.ts > a room > says so',
    '    Error: Property failed after 226 tests',
    '',
    '✗ page',
    '  ❌ packages/a.test.ts:',
    '  𐄂 draws',
    '    AssertionError: expected 1 to equal 2',
    '',
    '✗ types',
    '  a.ts(1,2): error TS2304',
    '',
  ]);
});

it('runs nothing else when what all need has failed, and says so', async () => {
  const ok = await runSteps([
    step('build', 'process.exit(1)', { first: true }),
    step('test', meets('a', 'b')),
  ]);
  expect(ok).toBe(false);
  expect(output()).toContain('Nothing else was run: 1 step needs what failed.');
  expect(output()).toMatch(/\n0 passed, 1 failed\n$/);
});

it('keeps the lines of two steps apart, however they come', async () => {
  await runSteps([
    step('halves', `process.stdout.write('one '); setTimeout(() => process.stdout.write('line'), 100)`),
  ]);
  expect(output()).toContain('[halves] one line\n');
});

it('says so where every test passed and the runner failed all the same', async () => {
  const ok = await runSteps([
    step('beside its tests', 'console.log("24 passed, 0 failed"); process.exitCode = 1', {
      count: plainCount,
    }),
  ]);
  expect(ok).toBe(false);
  expect(output()).toMatch(/24 passed, 1 failed .*no test failed, and yet it ended with code 1/);
});
