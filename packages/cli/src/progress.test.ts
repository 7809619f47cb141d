import { describe, expect, it } from 'vitest';
import { progress, timeLeft } from './progress.js';

function terminal(isTTY: boolean): { stream: NodeJS.WriteStream; text: () => string } {
  let text = '';
  const stream = { isTTY, write: (more: string) => ((text += more), true) };
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => text };
}

describe('a progress bar', () => {
  it('shows how far the work is, and clears its line when done', () => {
    const { stream, text } = terminal(true);
    const bar = progress(stream);
    bar.update(0.5, '12 schools');
    expect(text()).toContain(`[${'#'.repeat(12)}${' '.repeat(12)}] 50 % 12 schools`);
    bar.done();
    expect(text().endsWith('\r\u001B[2K')).toBe(true);
  });

  it('has no bar where the length is not known', () => {
    const { stream, text } = terminal(true);
    progress(stream).update(null, '12 schools');
    expect(text()).toBe('\r\u001B[2K12 schools');
  });

  it('writes nothing to a pipe or a log', () => {
    const { stream, text } = terminal(false);
    const bar = progress(stream);
    bar.update(1, 'all');
    bar.done();
    expect(text()).toBe('');
  });
});

describe('the time left', () => {
  it.each([
    [0.5, 10_000, ', about 10 s left'],
    [0.1, 30_000, ', about 5 min left'],
    [0.01, 30_000, ''],
    [0.5, 500, ''],
    [1, 10_000, ''],
  ])('at %s after %s ms is “%s”', (share, elapsed, text) => {
    expect(timeLeft(share, elapsed)).toBe(text);
  });
});
