import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import { FACTS } from '@maths-hubs/sdk/schools';
import { useTerminal } from '../../test/terminal.js';
import { main } from '../main.js';

const terminal = useTerminal();

async function file(name: string, content: unknown): Promise<string> {
  const path = join(terminal.folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}

const SCHOOL = {
  inEngland: true,
  open: true,
  stateFunded: true,
  schoolPhase: 'primary',
  provision: 'mainstream',
  development: 'never',
};
const decideOn = (path: string, ...more: string[]) =>
  main(['decide', '--edition', '2024/25', '--phase', 'development', path, ...more]);

describe('maths-hubs facts', () => {
  it('lists every fact with its question and answers', async () => {
    await main(['facts']);
    expect(terminal.out).toContain('developmentYear');
    expect(terminal.out).toContain('Answers: 2016 to 2035.');
    terminal.out = '';
    await main(['facts', '--json']);
    expect(JSON.parse(terminal.out)).toEqual(FACTS);
  });
});

describe('maths-hubs decide', () => {
  it('gives outcome, reasons with sources, the next question and what would change it', async () => {
    await decideOn(await file('school.json', SCHOOL));
    expect([terminal.err, process.exitCode]).toEqual(['', 0]);
    expect(terminal.out).toMatch(/2024\/25: Not known yet\./);
    expect(terminal.out).toMatch(/1\. Can two teachers be out of class/);
    expect(terminal.out).toMatch(/yes\s+The school is state-funded\.\n\s+Source: .*Boolean Maths Hub/);
    expect(terminal.out).toMatch(
      /nothing changed:\n[^]*Can two teachers be out of class[^]*\? Yes \(releasesTwoTeachers\)/,
    );
    terminal.out = '';
    await decideOn(await file('no.json', { ...SCHOOL, releasesTwoTeachers: false }), '--json');
    expect(JSON.parse(terminal.out)).toMatchObject({
      outcome: 'not-eligible',
      changes: [{ changeable: 'school' }],
    });
  });

  it('names every fault of the file at once', async () => {
    await decideOn(await file('bad.json', { ofsted: 'good', provision: 'hospital', open: null }));
    expect(process.exitCode).toBe(1);
    expect(terminal.err).toMatch(/2 faults[\s\S]*ofsted[\s\S]*"mainstream", "special", "alternative"/);
  });

  it('names the years that have a phase', async () => {
    await main(['decide', '--edition', '2016/17', '--phase', 'sustaining', await file('s.json', SCHOOL)]);
    expect(process.exitCode).toBe(1);
    expect(terminal.err).toMatch(/2020\/21, 2022\/23, 2023\/24, 2024\/25/);
  });
});

describe('maths-hubs prove', () => {
  it('finds our editions sound', async () => {
    await main(['prove', '--edition', '2023/24']);
    expect([terminal.out, process.exitCode]).toEqual(['2023/24: its rules hold together.\n', 0]);
    terminal.out = '';
    await main(['prove', '--edition', '2024/25']);
    expect(terminal.out).toMatch(/notice, closed-door, development: The door “in-development”/);
    expect(process.exitCode).toBe(0);
  });

  it("leaves 1 on a contradiction in a hub's own edition", async () => {
    const edition = await loadEdition('2024/25');
    const broken: Edition = {
      ...edition,
      hub: 'Made-up Maths Hub',
      phases: edition.phases.map((phase) => ({
        ...phase,
        requirements: phase.requirements.map((requirement) =>
          requirement.id === 'open'
            ? {
                ...requirement,
                condition: {
                  all: [
                    { fact: 'open', is: true },
                    { fact: 'open', is: false },
                  ],
                },
              }
            : requirement,
        ),
      })),
    };
    await main(['prove', await file('mine.json', broken)]);
    expect(terminal.err).toBe('');
    expect(process.exitCode).toBe(1);
    expect(terminal.out).toMatch(/failure, contradiction, development \/ open: No school can ever meet it/);
  });
});
