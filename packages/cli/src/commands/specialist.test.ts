import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTerminal } from '../../test/terminal.js';
import { main } from '../main.js';

const terminal = useTerminal();

async function run(...args: string[]): Promise<string> {
  const before = terminal.out.length;
  await main(args);
  return terminal.out.slice(before);
}

function file(name: string, json: unknown): string {
  const path = join(terminal.folder, name);
  writeFileSync(path, JSON.stringify(json));
  return path;
}

describe('maths-hubs specialist', () => {
  it('tells who, what, what is paid and when, with sources', async () => {
    const text = await run('specialist');
    for (const each of [
      '2025/26',
      'Who may apply',
      '14 March 2025',
      'Three of two days',
      'The hub funds release',
      'SOURCES',
    ])
      expect(text).toContain(each);
  });

  it('asks the hub where a year’s sources do not say', async () => {
    const text = (await run('specialist', '--edition', '2024/25')).replace(/\s+/g, ' ');
    expect(text).toContain('Who may apply No public source of 2024/25 states it; ask your hub.');
  });

  it('decides on answers, with what found what', async () => {
    const answers = file('me.json', { worksInEngland: true, headSupportsSpecialist: false });
    expect(await run('specialist', answers)).toMatch(
      /^Not as things stand\.\n[^]*NO {3}The headteacher supports/,
    );
    const { decision, stages, sources } = JSON.parse(await run('specialist', answers, '--json'));
    expect(decision).toMatchObject({ outcome: 'not-eligible' });
    expect(decision.findings.map(({ finding }: { finding: unknown }) => finding)).toEqual([
      true,
      'unknown',
      false,
      'unknown',
    ]);
    expect(stages).toHaveLength(6);
    expect(sources.length).toBeGreaterThan(3);
  });

  it('decides nothing for a year that states no conditions', async () => {
    const answers = file('me.json', { worksInEngland: true });
    const { decision } = JSON.parse(await run('specialist', answers, '--edition', '2024/25', '--json'));
    expect(decision).toBeNull();
  });

  it('has the secondary specialists apart', async () => {
    const answers = file('me.json', {
      secondaryMathsTeacher: true,
      earlyCareerTeacher: false,
      subjectLeaderBacks: true,
    });
    expect(await run('specialist', answers, '--programme', 'secondary')).toMatch(/^Every condition is met/);
  });
});

describe('the secondary programme at the command line', () => {
  it('has its own editions', async () => {
    expect(await run('edition', '2024/25', '--programme', 'secondary')).toContain('Mastery Advocates');
    const { phases } = JSON.parse(await run('edition', '2019/20', '--programme', 'secondary', '--json'));
    expect(phases).toEqual([]);
  });

  it('is written as static HTML', async () => {
    const html = ['html', '--edition', '2024/25', '--widget'];
    expect(await run(...html, 'journey-map', '--programme', 'secondary')).toMatch(
      /Mastery Advocates[^]*date not known/,
    );
    expect(await run(...html, 'information-sheet', '--programme', 'secondary')).toContain(
      'Mastery Advocates',
    );
    expect(await run(...html, 'eligibility-checker')).toMatch(/Other projects[^]*>Secondary schools</);
    expect(await run(...html, 'journey-map')).toContain('date not known');
    expect(await run(...html, 'specialist-path', '--programme', 'secondary')).toContain(
      'Secondary Mastery Specialists, 2024/25',
    );
  });
});

describe('linked projects at the command line', () => {
  it('are offered where a school qualifies', async () => {
    const school = { sustaining: 'now', masteringNumber: 'done', yearFourFiveCommit: true };
    const decide = (facts: object) => [
      'decide',
      file('school.json', facts),
      '--edition',
      '2024/25',
      '--phase',
      'sustaining',
    ];
    expect(await run(...decide(school))).toContain('Mastering Number at KS2: open to the school.');
    expect(await run(...decide({ sustaining: 'never', embedding: 'never' }))).not.toContain(
      'Mastering Number at KS2:',
    );
    const { linked } = JSON.parse(await run(...decide(school), '--json'));
    expect(linked[0]).toMatchObject({
      project: { id: 'mastering-number-ks2' },
      decision: { outcome: 'eligible' },
    });
  });

  it('have facts of their own, which are listed when asked for', async () => {
    expect(await run('facts', '--wider')).toContain('yearFourFiveCommit');
    expect(await run('facts')).not.toContain('yearFourFiveCommit');
  });
});
