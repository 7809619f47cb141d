import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { failures } from './failures.mjs';
import { root } from './run.mjs';

/** How many steps run side by side, and how many of them may drive a browser. Most of a browser's time is waiting. */
const SIDE_BY_SIDE = 3;
const BROWSERS = 2;

/**
 * Runs named steps and adds up what they counted: first the one that all others need (`first`), then three side by side,
 * all of them even when one fails. Of the three, two may drive a browser (`browser`): more on a small machine make each
 * other late. A free place goes to the first step in the list that may begin, so long ones come early. A step without
 * a count of its own counts as one.
 *
 * Every line is shown as it comes, named by its step; the end of what a failed step said is shown once more below.
 * @param steps `{ name, command, env?, count?, first?, browser?, after? }`; `after` names a step that must have ended
 * @returns whether every step passed
 */
export async function runSteps(steps) {
  const started = Date.now();
  const results = [];
  const note = (result) => results.push(result);
  for (const step of steps.filter((each) => each.first)) note(await runStep(step));
  const left = steps.filter((each) => !each.first);
  if (results.some(({ failed }) => failed > 0))
    console.log(
      `\nNothing else was run: ${left.length === 1 ? '1 step needs' : `${left.length} steps need`} what failed.`,
    );
  else await sideBySide(left, note);
  report(results, steps);
  console.log(`\n${((Date.now() - started) / 60_000).toFixed(1)} minutes`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0;
}

async function sideBySide(steps, note) {
  for (const [at, { name, after }] of steps.entries())
    if (after !== undefined && !steps.slice(0, at).some((each) => each.name === after))
      throw new Error(`${name} waits for "${after}", which is no step before it.`);
  const left = [...steps];
  const ended = new Set();
  let browsers = 0;
  const mayBegin = ({ browser, after }) =>
    (after === undefined || ended.has(after)) && !(browser && browsers === BROWSERS);
  /** @type {Map<unknown, Promise<unknown>>} */
  const running = new Map();
  while (left.length > 0 || running.size > 0) {
    const at = running.size < SIDE_BY_SIDE ? left.findIndex(mayBegin) : -1;
    if (at === -1) {
      await Promise.race(running.values());
      continue;
    }
    const [step] = left.splice(at, 1);
    if (step.browser) browsers += 1;
    running.set(
      step,
      runStep(step).then((result) => {
        note(result);
        ended.add(step.name);
        if (step.browser) browsers -= 1;
        running.delete(step);
      }),
    );
  }
}

/**
 * What went wrong, again, then the table, then the name of each failure: the end of a log is what a reader sees first, and what
 * a cut one keeps.
 */
function report(results, steps) {
  const order = steps.map(({ name }) => name);
  results.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  for (const { name, failed, output } of results)
    if (failed > 0) console.log(`\n✗ ${name}, the end of its output:\n${ending(output)}`);
  console.log('');
  for (const { name, passed, failed, seconds, why } of results)
    console.log(
      `${failed ? '✗' : '✓'} ${name.padEnd(44)} ${passed} passed, ${failed} failed  (${seconds.toFixed(0)} s)${why}`,
    );
  for (const { name, failed, output } of results)
    if (failed > 0) console.log(['', `✗ ${name}`, ...failures(output).map((line) => `  ${line}`)].join('\n'));
}

const LAST_LINES = 150;
/** What a test runner repeats for every file, whether it passed or not. */
const NOISE = /^\s*$|Lit is in dev mode|🚧 Browser logs|^Running tests|^\S+\.test\.ts:$|^\s*✓ |^\w+: +\|/;

const ending = (output) =>
  output
    .split('\n')
    .filter((line) => !NOISE.test(line))
    .slice(-LAST_LINES)
    .join('\n');

/** @param {{ name: string, command: [string, ...string[]], env?: Readonly<Record<string, string>>, count?: (output: string) => { passed: number, failed: number } | undefined }} step */
async function runStep({ name, command, env, count = () => undefined }) {
  console.log(`\n› ${name}`);
  const started = Date.now();
  const { code, output } = await runCommand(name, command, env);
  const seconds = (Date.now() - started) / 1000;
  const counted = count(output) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  const silent = counted.passed === 0 && counted.failed === 0;
  const failed = counted.failed === 0 && (code !== 0 || silent) ? 1 : counted.failed;
  // A runner may fail beside its tests: an error that no test waited for, a clearing away that broke.
  const why =
    code !== 0 && counted.failed === 0 && counted.passed > 0
      ? `  no test failed, and yet it ended with code ${code}`
      : '';
  console.log(`${failed ? '✗' : '✓'} ${name} (${seconds.toFixed(0)} s)${why}`);
  return { name, passed: counted.passed, failed, seconds, output, why };
}

function runCommand(name, [command, ...args], env = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const ends = ['stdout', 'stderr'].map((stream) => {
      const lines = byLine((line) => {
        output += `${stripVTControlCharacters(line)}\n`;
        process[stream].write(`[${name}] ${line}\n`);
      });
      child[stream].setEncoding('utf8').on('data', lines.take);
      return lines.end;
    });
    child.once('error', failed);
    child.once('close', (code) => {
      for (const end of ends) end();
      done({ code: code ?? 1, output });
    });
  });
}

/**
 * Whole lines of a stream, so that two steps never share one.
 * @param {(line: string) => void} say
 */
function byLine(say) {
  let rest = '';
  return {
    take(text) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(say);
    },
    end: () => rest !== '' && say(rest),
  };
}

const last = (pattern, text) => [...text.matchAll(pattern)].at(-1);
const number = (text) => Number(text ?? 0);

/** Vitest: `Tests  3 failed | 120 passed (123)`. */
export function vitestCount(output) {
  const line = last(/^\s*Tests\s+(?:(\d+) failed \| )?(?:(\d+) passed)?/gm, output);
  return line && { passed: number(line[2]), failed: number(line[1]) };
}

/** Web Test Runner: the last line of each browser, `Chrome: |███| 4/4 test files | 34 passed, 0 failed`. */
export function browserCount(output) {
  const browsers = new Map();
  for (const [, browser, passed, failed] of output.matchAll(
    /(\w+): +\|[^|]*\| +\d+\/\d+ test files \| (\d+) passed, (\d+) failed/g,
  ))
    browsers.set(browser, { passed: number(passed), failed: number(failed) });
  if (browsers.size === 0) return undefined;
  const all = [...browsers.values()];
  return {
    passed: all.reduce((sum, each) => sum + each.passed, 0),
    failed: all.reduce((sum, each) => sum + each.failed, 0),
  };
}

/** Any script of ours: its last line `N passed, N failed`. */
export function plainCount(output) {
  const line = last(/^(\d+) passed, (\d+) failed$/gm, output);
  return line && { passed: number(line[1]), failed: number(line[2]) };
}
