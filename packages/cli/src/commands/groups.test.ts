import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTerminal } from '../../test/terminal.js';
import { main } from '../main.js';

const terminal = useTerminal();
const sample = (name: string): string =>
  fileURLToPath(new URL(`../../../../examples/groups/${name}`, import.meta.url));
const base = ['groups', sample('applications.csv'), '--specialists', sample('specialists.csv')];
const year = ['--edition', '2024/25', '--phase', 'development'];

describe('maths-hubs groups', () => {
  it('forms groups of the sample, says why, writes a table and a map', async () => {
    const [out, map] = [join(terminal.folder, 'groups.csv'), join(terminal.folder, 'groups.html')];
    await main([...base, ...year, '--out', out, '--map', map]);
    expect(process.exitCode).toBe(0);
    expect(terminal.out).toContain('6 Work Groups, 42 schools placed, 18 without a place.');
    expect(terminal.out).toContain('Proven: no plan is shorter');
    expect(terminal.out).toContain('completed Mastery Readiness come first for a place, as 2024/25 states');
    expect(terminal.out).toContain('2024/25 says about 6 schools in a group: taken as 6 or 7.');
    const table = await readFile(out, 'utf8');
    expect(table.split('\r\n')).toHaveLength(62);
    expect(table.startsWith('\ufeff"specialist","group","weekday","reference","urn","school"')).toBe(true);
    const page = await readFile(map, 'utf8');
    expect(page.match(/<circle/g)).toHaveLength(60);
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });

  it('has the shape that programs read', async () => {
    await main([...base, ...year, '--json']);
    const plan = JSON.parse(terminal.out) as Record<string, unknown> & {
      groups: { specialist: string; kilometres: number; schools: Record<string, unknown>[] }[];
      unplaced: Record<string, unknown>[];
    };
    expect(Object.keys(plan).sort()).toEqual([
      'assumptions',
      'bound',
      'free',
      'gap',
      'groups',
      'kilometres',
      'phase',
      'placesProven',
      'problems',
      'size',
      'straightKilometres',
      'unplaced',
    ]);
    expect(plan.groups).toHaveLength(6);
    for (const group of plan.groups) {
      expect(group).toMatchObject({ specialist: expect.any(String), kilometres: expect.any(Number) });
      for (const school of group.schools)
        expect(school).toMatchObject({
          reference: expect.any(String),
          urn: expect.any(String),
          kilometres: expect.any(Number),
          why: expect.stringMatching(/\.$/),
        });
    }
    expect(plan.unplaced).toHaveLength(18);
    for (const school of plan.unplaced)
      expect(school).toMatchObject({
        reference: expect.any(String),
        urn: expect.any(String),
        why: expect.stringMatching(/\.$/),
      });
    for (const key of ['kilometres', 'straightKilometres', 'bound', 'gap'])
      expect(plan[key], key).toEqual(expect.any(Number));
    expect(plan).toMatchObject({ gap: 0, placesProven: true });
    expect(plan['bound']).toBe(plan['kilometres']);
    expect(plan['straightKilometres']).toBeLessThan(plan['kilometres'] as number);
    for (const { schools } of plan.groups) expect([6, 7]).toContain(schools.length);
  });

  describe('with lists of its own', () => {
    let files: { schools: string; leaders: string; places: string };
    beforeEach(async () => {
      files = {
        schools: join(terminal.folder, 's.csv'),
        leaders: join(terminal.folder, 'l.csv'),
        places: join(terminal.folder, 'places.csv'),
      };
      const rows = [1, 2, 3, 4, 5, 6].map(
        (n) => `School ${n},${900_000 + n},LE1 ${n}AA,${n === 6 ? 'Development' : ''}`,
      );
      await writeFile(files.schools, ['School,URN,Postcode,Completed', ...rows].join('\n'));
      await writeFile(files.leaders, 'Initials,Postcode,Days\nAB,LE1 1AA,20\n');
      await writeFile(
        files.places,
        ['postcode,easting,northing', ...[1, 2, 3, 4, 5, 6].map((n) => `LE1 ${n}AA,45${n}000,304000`)].join(
          '\n',
        ),
      );
    });
    const run = (...more: string[]) =>
      main(['groups', files.schools, '--specialists', files.leaders, ...year, ...more]);

    it('takes places from a file of postcodes, and leaves out whom the terms rule out', async () => {
      await run('--postcodes', files.places, '--size', '5-6', '--json');
      const plan = JSON.parse(terminal.out);
      expect(plan.groups[0].schools.map(({ reference }: { reference: string }) => reference)).toEqual([
        '900001',
        '900002',
        '900003',
        '900004',
        '900005',
      ]);
      expect(plan.unplaced).toMatchObject([
        {
          reference: '900006',
          reason: 'ruled-out',
          why: 'A school takes the Development Work Group once only.',
        },
      ]);
      expect(plan.straightKilometres).toBe(10);
      expect(plan.kilometres).toBe(13);
      expect(plan.groups[0].days).toBe(10.5);
    });

    it('says what is not known, and how to make it known', async () => {
      await run();
      expect(terminal.err).toContain('Give --postcodes codepo_gb.zip');
      expect(terminal.out).toContain('Its place is not known, so no distance can be told.');
    });

    it.each([
      [['--size', 'six'], '--size six is no size. Write it like 6-7.', 2],
      [['--pin', 'AB'], '--pin AB names no pair', 2],
      [['--pin', '900001=XY'], 'A rule names the specialist XY', 1],
      [['--trusts', 'near'], '--trusts near is not known', 2],
      [['--out', 'same.csv', '--map', 'same.csv'], '--out and --map are one file', 2],
    ])('refuses %j', async (options, message, code) => {
      await run('--postcodes', files.places, ...options);
      expect(terminal.err).toContain(message);
      expect(process.exitCode).toBe(code);
    });
  });
});
