import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

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

describe('the export of the inbox', () => {
  it('is read by maths-hubs groups as it is, and names the schools by their references', async () => {
    const csv = execFileSync('php', ['-d', 'display_errors=stderr', here('export-cli.php')], {
      input: JSON.stringify([1, 2, 3, 4, 5, 6].map((n) => stored(n))),
      encoding: 'utf8',
    });
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
