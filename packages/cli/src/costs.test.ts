import ICAL from 'ical.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CommitmentPlan } from '@maths-hubs/sdk/commitments';
import type { FundingEstimate, ReleaseCost } from '@maths-hubs/sdk/funding';
import { main } from './main.js';

async function run(...args: string[]) {
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      written[stream] += String(chunk);
      return true;
    });
  await main(args);
  const code = process.exitCode;
  vi.restoreAllMocks();
  return { ...written, code };
}

afterEach(() => {
  process.exitCode = 0;
});

describe('maths-hubs funding', () => {
  const development = ['funding', '--edition', '2020/21', '--phase', 'development'];

  it('takes pounds and gives pence', async () => {
    const { stdout, code } = await run(
      ...development,
      '--textbooks',
      '£3,000',
      '--supply',
      '220.50',
      '--json',
    );
    const answer = JSON.parse(stdout) as FundingEstimate & { release: ReleaseCost };
    expect(answer.total).toEqual({ min: 100_000, max: 300_000 });
    expect(answer.lines[1]?.illustration?.pence).toBe(200_000);
    expect(answer.release.cost).toEqual({ min: 132_300, max: 132_300 });
    expect(code).toBe(0);
  });

  it('narrows with what the school knows', async () => {
    const { stdout } = await run(...development, '--not-invited', '--json');
    expect((JSON.parse(stdout) as FundingEstimate).total).toEqual({ min: 100_000, max: 100_000 });
  });

  it('says the total, the rule and the source in text', async () => {
    const { stdout } = await run(...development, '--textbooks', '3000', '--supply', '220');
    expect(stdout).toMatch(/Total: £1,000 to £3,000/);
    expect(stdout).toMatch(/illustration only/);
    expect(stdout).toMatch(/Information Sheet/);
    expect(stdout).toMatch(/The school pays the other £320/);
  });

  it.each(['x', '-5', '12.345', '1,00'])('refuses %s as pounds', async (pounds) => {
    const { stderr, code } = await run(...development, `--textbooks=${pounds}`);
    expect(stderr).toMatch(/Give pounds, such as 3000/);
    expect(code).toBe(2);
  });
});

describe('maths-hubs plan', () => {
  const development = ['plan', '--edition', '2020/21', '--from', 'development'];

  it('shows the year by half-term, and what to ask the hub', async () => {
    const { stdout } = await run(...development);
    expect(stdout).toMatch(/summer 2 +stated +Work Group meeting 6 of 6/);
    expect(stdout).toMatch(/Teachers' time in the year: 6 days/);
    expect(stdout).toMatch(/stated +The headteacher attends a termly meeting/);
    expect(stdout).toMatch(/Ask your hub: Last day to claim/);
    expect(stdout).toMatch(/No 2021\/22 terms of .* none are carried forward/);
  });

  it('says what was worked out from a rhythm', async () => {
    const { stdout } = await run('plan', '--edition', '2024/25', '--from', 'development');
    expect(stdout).toMatch(/summer 2 +worked out +Work Group meeting 6 of 6/);
    expect(stdout).toMatch(/meetings: 6 meetings \(Worked out from “every half-term”: 6 in a\s+school year/);
  });

  it('gives the plan as JSON', async () => {
    const { stdout } = await run(...development, '--json');
    expect((JSON.parse(stdout) as CommitmentPlan).years.map(({ schoolYear }) => schoolYear)).toEqual([
      '2020/21',
      '2021/22',
      '2022/23',
    ]);
  });

  it('gives a calendar that another program reads', async () => {
    vi.useFakeTimers({ now: new Date('2020-09-01T08:00:00Z'), toFake: ['Date'] });
    const { stdout, stderr } = await run(...development, '--ics');
    vi.useRealTimers();
    const events = new ICAL.Component(ICAL.parse(stdout) as unknown[]).getAllSubcomponents('vevent');
    // No source gives a day of 2020/21, so each half-term has a reminder to ask for them.
    expect(events).toHaveLength(6);
    expect(stderr).toBe('');
  });

  it('names the phases there are, and refuses two forms at once', async () => {
    const wrong = await run('plan', '--edition', '2020/21', '--from', 'mastery');
    expect(wrong.stderr).toMatch(/readiness, development, embedding, sustaining/);
    expect(wrong.code).toBe(1);
    expect((await run(...development, '--ics', '--json')).code).toBe(2);
  });
});
