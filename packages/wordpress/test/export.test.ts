import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSchoolList } from '@maths-hubs/sdk/groups/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileSource } from '../../desk/src/page/file-source.js';
import { asCsv } from '../../intake/src/desk/export.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maths-hubs-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** An application as the plugin keeps it. */
const stored = (n: number, answers: Readonly<Record<string, unknown>> = {}) => ({
  reference: `MH-00000-0000${n}`,
  received_at: `2026-10-0${n} 09:00:00`,
  state: 'new',
  application: {
    hub: 'a-hub',
    kind: 'application',
    edition: { schoolYear: '2024/25', version: '1' },
    answers: {
      schoolName: `School ${n}, “The Hill”`,
      urn: `90000${n}`,
      postcode: `LE1 ${n}AA`,
      phase: 'development',
      name: '=A Teacher',
      role: 'Maths lead',
      email: `office@school-${n}.example`,
      ...answers,
    },
    readiness: {},
    agreement: null,
    notice: { version: 'n1', shownAt: null },
  },
});

/** What the plugin's own function makes of them. */
const exportOf = (rows: readonly object[]): string =>
  execFileSync('php', ['-d', 'display_errors=stderr', here('export-cli.php')], {
    input: JSON.stringify(rows),
    encoding: 'utf8',
  });

describe('the export of the inbox', () => {
  it('has the columns of the intake’s export in their order, and its own state', async () => {
    let intake = '';
    for await (const piece of asCsv((async function* () {})())) intake += piece;
    // The site sets no probable repeats beside one another, for the desk finds them itself, and sets nothing aside.
    const expected = intake.trimEnd().replace('"probablyRepeats","setAsideAt",', '');
    expect(exportOf([])).toBe(`${expected},"state"\r\n`);
  });

  it('is read by the groups command and by a desk without a server, every row, cell and leading zero', async () => {
    const rows = [
      {
        ...stored(1, { urn: '900001', trn: '0012345', phone: '01162000001', pastPhases: ['readiness'] }),
        state: 'offered',
      },
      {
        ...stored(2, { urn: '100002', phone: '+441162000002', note: '-5 days,\n"Fridays"' }),
        state: 'talking',
      },
      stored(3, { urn: '900003', phone: '0116 200 0003' }),
    ];
    const csv = exportOf(rows);
    const faults: unknown[] = [];
    const schools = await readSchoolList([new TextEncoder().encode(csv)], (problem) => faults.push(problem));
    const { source, problems } = await openFileSource(new File([csv], 'applications.csv'), '2024/25');
    expect([faults, problems]).toEqual([[], []]);
    const known = [
      ['MH-00000-00001', '900001', 'LE1 1AA'],
      ['MH-00000-00002', '100002', 'LE1 2AA'],
      ['MH-00000-00003', '900003', 'LE1 3AA'],
    ];
    expect(schools.map(({ reference, urn, postcode }) => [reference, urn, postcode])).toEqual(known);
    expect(schools.map(({ phase, completed }) => [phase, completed])).toEqual([
      ['development', ['readiness']],
      ['development', []],
      ['development', []],
    ]);
    const cases = await source.cases();
    expect(cases.map(({ reference, answers }) => [reference, answers.urn, answers.postcode])).toEqual(known);
    expect(
      cases.map(({ state, kind, schoolYear, receivedAt }) => [state, kind, schoolYear, receivedAt]),
    ).toEqual([
      ['offered', 'application', '2024/25', '2026-10-01T09:00:00Z'],
      ['in talks', 'application', '2024/25', '2026-10-02T09:00:00Z'],
      ['new', 'application', '2024/25', '2026-10-03T09:00:00Z'],
    ]);
    expect(cases.map(({ answers }) => answers.phone?.replace(/[ ()]/g, ''))).toEqual([
      '01162000001',
      '+441162000002',
      '01162000003',
    ]);
    expect(cases[0]?.answers).toMatchObject({
      name: '=A Teacher',
      trn: '0012345',
      pastPhases: ['readiness'],
    });
  });

  it('is read by maths-hubs groups as it is, and names the schools by their references', async () => {
    const csv = exportOf([1, 2, 3, 4, 5, 6].map((n) => stored(n)));
    expect(csv).toContain(`"'=A Teacher"`);
    const [schools, leaders, places] = ['schools.csv', 'leaders.csv', 'places.csv'].map((name) =>
      join(folder, name),
    );
    await writeFile(schools!, csv);
    await writeFile(leaders!, 'Initials,Postcode,Days\nAB,LE1 1AA,20\n');
    await writeFile(
      places!,
      ['postcode,easting,northing', ...[1, 2, 3, 4, 5, 6].map((n) => `LE1 ${n}AA,45${n}000,304000`)].join(
        '\n',
      ),
    );
    const plan = await new Promise<{ groups: { schools: { reference: string }[] }[] }>((done, failed) =>
      execFile(
        process.execPath,
        [
          here('../../cli/bin/maths-hubs.js'),
          ...[
            'groups',
            schools!,
            '--specialists',
            leaders!,
            '--edition',
            '2024/25',
            '--phase',
            'development',
          ],
          ...['--postcodes', places!, '--size', '5-6', '--json'],
        ],
        (error, out, said) => (out ? done(JSON.parse(out)) : failed(error ?? new Error(said))),
      ),
    );
    expect(plan.groups.flatMap((group) => group.schools.map(({ reference }) => reference)).sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `MH-00000-0000${n}`),
    );
  });
});

describe('the plugin’s PHP', () => {
  it('passes the sniffs on safety that Debian’s PHP_CodeSniffer has', () => {
    const phpcs = ['/usr/bin/phpcs', '/usr/local/bin/phpcs'].find((path) => existsSync(path));
    if (phpcs === undefined)
      throw new Error('Install Debian’s php-codesniffer: the plugin’s PHP is held against it.');
    const run = (): string =>
      execFileSync(phpcs, ['--standard=phpcs.xml', '-q'], { cwd: here('..'), encoding: 'utf8' });
    expect(run).not.toThrow();
    expect(run()).toBe('');
  });
});
