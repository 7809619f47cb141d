import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../main.js';

const HEADER =
  'URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),DistrictAdministrative (code),Postcode';
const rows = [
  '1,855,Leicestershire,Ash Primary,34,1,2,E07000135,LE2 5TF',
  '2,856,Leicester,Beech Primary,1,1,2,E06000016,LE1 1AA',
  '3,926,Norfolk,Cedar Primary,1,1,2,E07000148,NR1 1AA',
];

let folder: string;
let err: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'school-index-'));
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  await writeFile(join(folder, 'edubasealldata20261120.csv'), [HEADER, ...rows].join('\n'));
});

afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  await rm(folder, { recursive: true });
});

const build = (...args: string[]): Promise<void> =>
  main([
    'school-index',
    'build',
    join(folder, 'edubasealldata20261120.csv'),
    '--out',
    join(folder, 'out'),
    ...args,
  ]);
const manifest = async () => JSON.parse(await readFile(join(folder, 'out', 'manifest.json'), 'utf8'));

describe('maths-hubs school-index build', () => {
  it('writes small files, dated by the name of the download', async () => {
    await build();
    expect(await readdir(join(folder, 'out'))).toEqual([
      'manifest.json',
      'name-ash.json',
      'name-bee.json',
      'name-ced.json',
      'number-1.json',
      'number-2.json',
      'number-3.json',
      'outcode-LE1.json',
      'outcode-LE2.json',
      'outcode-NR1.json',
    ]);
    expect((await manifest()).source.date).toBe('2026-11-20');
  });

  it('credits the Department, or whoever made the file', async () => {
    await build();
    expect((await manifest()).source).toMatchObject({
      title: 'Department for Education, Get information about schools',
      licence: expect.stringContaining('Open Government Licence'),
    });
    await build('--credit', 'Invented schools of Wold Valley, free to use');
    expect((await manifest()).source).toMatchObject({
      title: 'Invented schools of Wold Valley, free to use',
      licence: 'Invented schools of Wold Valley, free to use',
    });
  });

  it('keeps the schools of some authorities, and clears an earlier index away', async () => {
    await build();
    await build('--la', '855, 856', '--date', '2026-01-02');
    expect(await readdir(join(folder, 'out'))).toHaveLength(7);
    expect(await manifest()).toMatchObject({ counts: { schools: 2 }, source: { date: '2026-01-02' } });
  });

  it('keeps the schools that are or may be in a hub’s area', async () => {
    await build('--hub', 'East Midlands South');
    expect(process.exitCode).toBe(0);
    expect((await manifest()).authorities).toEqual({ '855': 'Leicestershire', '856': 'Leicester' });
  });

  it.each([
    [['--la', 'Leicester'], 2, /three digits/],
    [['--date', 'yesterday'], 2, /is not a day/],
    [['--hub', 'Nowhere'], 1, /--hub Nowhere/],
    [['--la', '201'], 1, /No open school/],
  ])('refuses %j', async (args, code, message) => {
    await build(...args);
    expect(process.exitCode).toBe(code);
    expect(err).toMatch(message);
  });

  it('does not write among other files', async () => {
    await main(['school-index', 'build', join(folder, 'edubasealldata20261120.csv'), '--out', folder]);
    expect(process.exitCode).toBe(1);
    expect(await readdir(folder)).toEqual(['edubasealldata20261120.csv']);
  });
});
