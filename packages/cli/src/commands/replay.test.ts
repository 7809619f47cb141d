import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decide } from '@maths-hubs/sdk/eligibility';
import { loadEdition } from '@maths-hubs/sdk/programme';
import { useTerminal } from '../../test/terminal.js';
import { main } from '../main.js';

const terminal = useTerminal();
const SCHOOL = { inEngland: true, schoolPhase: 'primary', development: 'never', releasesTwoTeachers: null };

async function file(name: string, content: unknown): Promise<string> {
  const path = join(terminal.folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}

describe('maths-hubs replay', () => {
  it('finds a decision of decide --json the same', async () => {
    await main([
      ...['decide', '--edition', '2024/25', '--phase', 'development', '--json'],
      await file('school.json', SCHOOL),
    ]);
    const decision = await file('decision.json', JSON.parse(terminal.out));
    terminal.out = '';
    await main(['replay', decision]);
    expect([terminal.out, terminal.err, process.exitCode]).toEqual([
      expect.stringMatching(/^development, 2024\/25 \(version .+\): the same as then, undetermined\.\n$/),
      '',
      0,
    ]);
  });

  it('tells what comes out differently, and by which version', async () => {
    const decision = decide(await loadEdition('2024/25'), 'development', { development: 'done' });
    const old = {
      ...decision,
      outcome: 'eligible',
      edition: { ...decision.edition, version: '2019-01-01' },
      findings: [
        ...decision.findings
          .filter(({ id }) => id !== 'open')
          .map((each) => (each.finding === false ? { ...each, finding: true } : each)),
        { ...decision.findings[0], id: 'gone', statement: 'A rule that is gone.', finding: true },
      ],
    };
    await main(['replay', await file('decision.json', old), '--json']);
    const replay = JSON.parse(terminal.out);
    expect(replay.version.then).toBe('2019-01-01');
    expect(replay.outcome).toEqual({ then: 'eligible', now: 'not-eligible' });
    expect(replay.differences).toEqual(
      expect.arrayContaining([
        { what: 'Outcome', then: 'eligible', now: 'not-eligible' },
        { what: '“The school is open.” (open)', then: 'no such rule', now: 'not known' },
        { what: '“A rule that is gone.” (gone)', then: 'met', now: 'no such rule' },
      ]),
    );
    expect(process.exitCode).toBe(1);
  });

  it('asks for the terms of the hub that decided, and takes them', async () => {
    const edition = { ...(await loadEdition('2024/25')), hub: 'Made-up Maths Hub' };
    const decision = await file('decision.json', decide(edition, 'development', SCHOOL as never));
    await main(['replay', decision]);
    expect([terminal.err, process.exitCode]).toEqual([
      expect.stringMatching(/terms of Made-up Maths Hub/),
      2,
    ]);
    terminal.err = '';
    await main(['replay', decision, '--edition', await file('mine.json', edition)]);
    expect([terminal.err, process.exitCode]).toEqual(['', 0]);
  });

  it.each([
    [{}, /phase: found nothing; expected an object/],
    [[], /expected an object/],
    [
      {
        outcome: 'eligible',
        phase: { id: 'development' },
        edition: { schoolYear: '2024/25', hub: null, version: '1' },
        findings: [],
        facts: { open: 'yes' },
      },
      /open: found "yes"/,
    ],
    [
      {
        outcome: 'eligible',
        phase: { id: 'mastery' },
        edition: { schoolYear: '2024/25', hub: null, version: '1' },
        findings: [],
        facts: {},
      },
      /mastery/,
    ],
  ])('says what is no decision: %j', async (content, message) => {
    await main(['replay', await file('decision.json', content)]);
    expect([terminal.err, process.exitCode]).toEqual([expect.stringMatching(message), 1]);
  });
});

describe('maths-hubs prove --html', () => {
  it('writes a page an edition, and their list', async () => {
    const folder = join(terminal.folder, 'proofs');
    await main(['prove', '--html', folder]);
    expect([terminal.err, process.exitCode]).toEqual(['', 0]);
    const index = await readFile(join(folder, 'index.html'), 'utf8');
    expect(index.match(/<li><a href="\d{4}-\d{2}\.html">/g)?.length).toBeGreaterThan(8);
    const page = await readFile(join(folder, '2024-25.html'), 'utf8');
    expect(page).toContain('No gap and no overlap');
    expect(page).toMatch(
      /<h3>The school is state-funded\.<\/h3>[^]*?This school is not eligible \(rule “state-funded”\)/,
    );
    expect(page).toContain('Smallest changes after which it would be eligible');
    expect(page).toMatch(/<a href="https:\/\/[^"]+">https:/);
    expect(page).not.toMatch(/undefined|\[object/);
  });

  it('says that a folder cannot be written', async () => {
    const path = await file('taken', 1);
    await main(['prove', '--edition', '2024/25', '--html', join(path, 'in')]);
    expect([terminal.err, process.exitCode]).toEqual([expect.stringMatching(/Cannot write .*taken/), 1]);
  });
});

describe('maths-hubs decide', () => {
  it('says which answers cannot all be right', async () => {
    const school = await file('school.json', { development: 'never', sustaining: 'done' });
    await main(['decide', '--edition', '2024/25', '--phase', 'development', school]);
    expect(terminal.out.replace(/\s+/g, ' ')).toContain(
      'Answers that cannot all be right Has the school taken part',
    );
  });
});
