import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../main.js';

async function run(...args: string[]) {
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      written[stream] += String(chunk);
      return true;
    });
  await main(['html', ...args]);
  const code = process.exitCode;
  vi.restoreAllMocks();
  return { ...written, code };
}

afterEach(() => {
  process.exitCode = 0;
});

describe('maths-hubs html', () => {
  it('writes a widget to paste, a page to print, and what goes between the tags', async () => {
    const map = ['--widget', 'mh-journey-map', '--edition', '2024/25'];
    expect((await run(...map)).stdout).toMatch(/^<h2>The Teaching for Mastery journey<\/h2>\n/);
    expect((await run(...map, '--page')).stdout).toMatch(/^<!doctype html>[^]*<h1>/);
    expect((await run(...map, '--fallback')).stdout).toMatch(/^<p>Phases[^]*<ol>[^]*<\/ol>\n$/);
    expect(JSON.parse((await run(...map, '--json')).stdout)).toMatchObject({ schoolYear: '2024/25' });
  });

  it('lists all forty hubs, and figures by kind', async () => {
    const { stdout } = await run('--widget', 'find-a-hub', '--edition', '2024/25');
    expect(stdout.match(/Maths Hub(?:<\/a>|,|;| \(as)/g)?.length).toBeGreaterThanOrEqual(38);
    expect((await run('--widget', 'programme-reach', '--edition', '2024/25')).stdout).toContain('<caption>');
  });

  it.each([
    [['--widget', 'toaster', '--edition', '2024/25'], 2, 'journey-map'],
    [['--widget', 'journey-map'], 2, '--src'],
    [['--widget', 'journey-map', '--edition', '2024/25', '--page', '--fallback'], 2, 'choose one'],
    [['--widget', 'journey-map', '--edition', '2024/25', '--phase', 'nope'], 1, 'development'],
    [['--widget', 'journey-map', '--src', 'absent.json'], 1, 'Cannot read'],
  ])('says what to do: %j', async (args, code, remedy) => {
    const answer = await run(...args);
    expect(answer.stdout).toBe('');
    expect(answer.stderr).toContain(remedy);
    expect(answer.code).toBe(code);
  });
});
