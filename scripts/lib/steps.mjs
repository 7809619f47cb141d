import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { root } from './run.mjs';

/**
 * Runs named steps one after another, all of them even when one fails, with their output in sight,
 * and adds up what they counted. A step without a count of its own counts as one.
 * @returns whether every step passed
 */
export async function runSteps(steps) {
  const results = [];
  for (const step of steps) results.push(await runStep(step));
  console.log('');
  for (const { name, passed, failed, seconds } of results)
    console.log(
      `${failed ? '✗' : '✓'} ${name.padEnd(44)} ${passed} passed, ${failed} failed  (${seconds.toFixed(0)} s)`,
    );
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0;
}

async function runStep({ name, command, env, count = () => undefined }) {
  console.log(`\n› ${name}`);
  const started = Date.now();
  const { code, output } = await runCommand(command, env);
  const counted = count(output) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed;
  if (code === 0 && counted.passed === 0 && counted.failed === 0)
    return { name, passed: 0, failed: 1, seconds: since(started) };
  return { name, passed: counted.passed, failed, seconds: since(started) };
}

const since = (started) => (Date.now() - started) / 1000;

function runCommand([command, ...args], env = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of ['stdout', 'stderr'])
      child[stream].on('data', (data) => {
        output += data;
        process[stream].write(data);
      });
    child.once('error', failed);
    child.once('close', (code) => done({ code: code ?? 1, output: stripVTControlCharacters(output) }));
  });
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
