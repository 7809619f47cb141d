import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../main.js';

const gias = `URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),EstablishmentTypeGroup (code),EstablishmentStatus (code),PhaseOfEducation (code),StatutoryLowAge,StatutoryHighAge,GOR (code),DistrictAdministrative (code),Town,Postcode
900001,855,Leicestershire,2001,Made-up Primary School,1,4,1,2,4,11,E,E07000135,Oadby,LE2 5TF
900002,926,Norfolk,2002,Invented Primary School,1,4,1,2,4,11,G,E07000146,King's Lynn,PE30 1AA
900003,926,Norfolk,2003,Invented Infant School,1,4,1,2,4,7,G,E07000148,Norwich,NR1 1AA
`;

let folder: string;
let out: string;
let err: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-command-'));
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  await rm(folder, { recursive: true });
});

describe('maths-hubs hub', () => {
  it('names the hub of a council by the beginning of its name, with reason and source', async () => {
    await main(['hub', '--authority', 'Oadby']);
    expect(process.exitCode).toBe(0);
    expect(out).toMatch(/^Your hub is East Midlands South Maths Hub\./);
    expect(out).toMatch(/source: NCETM[\s\S]*Confirm with NCETM/);
  });

  it('asks, with exit 1, when a county is split, and gives the whole answer as JSON', async () => {
    await main(['hub', '--authority', 'Norfolk', '--json']);
    expect(process.exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ answer: 'several', ask: { choices: { length: 7 } } });
  });

  it('offers the postcode that was probably meant', async () => {
    await main(['hub', '--postcode', 'M1 IAE']);
    expect(process.exitCode).toBe(1);
    expect(out).toContain('Did you mean M1 1AE?');
  });

  it('finds a school in an index and places it by its own record', async () => {
    await writeFile(join(folder, 'gias.csv'), gias);
    const schools = join(folder, 'schools');
    await main(['school-index', 'build', join(folder, 'gias.csv'), '--out', schools]);
    out = '';
    await main(['hub', '--school', 'Made-up', '--schools', schools]);
    expect(out).toContain('Made-up Primary School is listed under Oadby and Wigston, Leicestershire.');
    out = '';
    await main(['hub', '--school', 'Invented', '--schools', schools, '--json']);
    expect([process.exitCode, JSON.parse(out).schools]).toEqual([1, expect.objectContaining({ length: 2 })]);
    out = '';
    await main(['hub', '--school', 'invented primary school', '--schools', schools, '--json']);
    expect(JSON.parse(out)).toMatchObject({ answer: 'one', hubs: [{ hub: { id: 'cambridge' } }] });
  });

  it('lets a hub’s own file win', async () => {
    const path = join(folder, 'hub.json');
    const file = { format: 'maths-hubs-hub/1', id: 'jurassic', statedOn: '2026-11-20', coverage: ['Exeter'] };
    await writeFile(path, JSON.stringify(file));
    await main(['validate', path]);
    expect([process.exitCode, out]).toEqual([0, expect.stringContaining('serves 1 council area.')]);
    out = '';
    await main(['hub', '--district', 'Exeter', '--hub-file', path, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      answer: 'one',
      hubs: [{ hub: { id: 'jurassic', basis: 'hub' } }],
    });
  });

  it.each([
    [['hub'], 2],
    [['hub', '--place', 'Kendal', '--authority', 'Kent'], 2],
    [['hub', '--school', 'x'], 2],
    [['hubs', '--region', 'Narnia'], 2],
    [['coverage', '--confidence', 'total'], 2],
    [['hub', '--authority', 'Kent', '--postcode-index', 'nowhere.bin'], 1],
  ])('%j ends with %i and says why', async (args, code) => {
    await main(args);
    expect(process.exitCode).toBe(code);
    expect(err).toMatch(/^maths-hubs: .+/);
  });
});

describe('maths-hubs hubs and coverage', () => {
  it('list all forty, the unknown as not known', async () => {
    await main(['hubs', '--json']);
    expect(JSON.parse(out)).toHaveLength(40);
    out = '';
    await main(['hubs', '--region', 'north east']);
    expect(out).toMatch(/Great North Maths Hub[\s\S]*lead school: not known/);
  });

  it('show what is evidenced, by grade', async () => {
    await main(['coverage']);
    expect(out).toMatch(/^high: [\s\S]*\nmedium: [\s\S]*\nlow: [\s\S]*\ncandidate: /);
    out = '';
    await main(['coverage', '--confidence', 'candidate', '--json']);
    const rows = JSON.parse(out) as { confidence: string; source: string | null }[];
    expect(rows.every(({ confidence, source }) => confidence === 'candidate' && source === null)).toBe(true);
  });
});
