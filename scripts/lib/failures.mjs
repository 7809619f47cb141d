/** What a test runner puts before the name of a test that failed: Vitest, Web Test Runner, and scripts of ours. */
const FAILED = /^\s*(?:FAIL\s|❌|𐄂|✗|×)/;
const MOST = 8;

/**
 * What failed in a step, as short as it can be said: each test's name with the line below it, which is the error. A log that is
 * cut keeps its last lines; with these no failure is without a name.
 * @param {string} output of a step, without colours
 * @returns lines; the last one of the output where it names no test
 */
export function failures(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const named = new Map();
  for (const [at, line] of lines.entries())
    if (FAILED.test(line)) named.set(line.trim(), lines[at + 1]?.trim() ?? '');
  const full = [...named].filter(([line]) => line.startsWith('FAIL'));
  // Vitest names a test three times; the heading above its error is the one that says where it is.
  const told = (full.length > 0 ? full : [...named]).slice(0, MOST);
  if (told.length === 0) return lines.slice(-1).map((line) => line.trim());
  return told.flatMap(([test, error]) => (FAILED.test(error) ? [test] : [test, `  ${error}`]));
}
