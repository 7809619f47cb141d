import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTerminal } from '../../test/terminal.js';
import { main } from '../main.js';

const gias = `URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),EstablishmentTypeGroup (code),EstablishmentStatus (code),PhaseOfEducation (code),StatutoryLowAge,StatutoryHighAge,GOR (code),DistrictAdministrative (code),Town,Postcode
900001,855,Leicestershire,2001,Made-up Primary School,1,4,1,2,4,11,E,E07000135,Oadby,LE2 5TF
900002,926,Norfolk,2002,Invented Primary School,1,4,1,2,4,11,G,E07000146,King's Lynn,PE30 1AA
900003,926,Norfolk,2003,Invented Infant School,1,4,1,2,4,7,G,E07000148,Norwich,NR1 1AA
`;

const terminal = useTerminal();

describe('maths-hubs hub', () => {
  it('names the hub of a council by the beginning of its name, with reason and source', async () => {
    await main(['hub', '--authority', 'Oadby']);
    expect(process.exitCode).toBe(0);
    expect(terminal.out).toMatch(/^Your hub is East Midlands South Maths Hub\./);
    expect(terminal.out).toMatch(/source: NCETM[\s\S]*Confirm with NCETM/);
  });

  it('asks, with exit 1, when a county is split, and gives the whole answer as JSON', async () => {
    await main(['hub', '--authority', 'Norfolk', '--json']);
    expect(process.exitCode).toBe(1);
    expect(JSON.parse(terminal.out)).toMatchObject({ answer: 'several', ask: { choices: { length: 7 } } });
  });

  it.each([
    ['Oadby and Wigston', /^Your hub is East Midlands South Maths Hub\./],
    ['Angles Maths Hub', /^You chose Angles Maths Hub\./],
    ['Kings Lynn', /Your hub is Cambridge Maths Hub\./],
  ])('reads what a person types: %s', async (words, said) => {
    await main(['hub', ...words.split(' ')]);
    expect(terminal.out).toMatch(said);
    expect(process.exitCode).toBe(0);
  });

  it.each([
    ['office@example.org', 'is an e-mail address'],
    ['0116 496 0123', 'is a telephone number'],
    ['2024/25', 'is a school year'],
    ['900001', 'is a school’s number. Give --schools too'],
  ])('says what %s is, and looks for nothing', async (words, said) => {
    await main(['hub', words]).catch(() => undefined);
    expect(terminal.err).toContain(said);
    expect(terminal.out).toBe('');
    expect(process.exitCode).toBe(2);
  });

  it('takes a London of many councils for a question', async () => {
    await main(['hub', 'London']);
    expect(process.exitCode).toBe(1);
    expect(JSON.stringify(terminal.out)).not.toContain('Your hub is');
  });

  it('offers the postcode that was probably meant', async () => {
    await main(['hub', '--postcode', 'M1 IAE']);
    expect(process.exitCode).toBe(1);
    expect(terminal.out).toContain('Did you mean M1 1AE?');
  });

  it('finds a school in an index and places it by its own record', async () => {
    await writeFile(join(terminal.folder, 'gias.csv'), gias);
    const schools = join(terminal.folder, 'schools');
    await main(['school-index', 'build', join(terminal.folder, 'gias.csv'), '--out', schools]);
    terminal.out = '';
    await main(['hub', '--school', 'Made-up', '--schools', schools]);
    expect(terminal.out).toContain(
      'Made-up Primary School is listed under Oadby and Wigston, Leicestershire.',
    );
    terminal.out = '';
    await main(['hub', '--school', 'Invented', '--schools', schools, '--json']);
    expect([process.exitCode, JSON.parse(terminal.out).schools]).toEqual([
      1,
      expect.objectContaining({ length: 2 }),
    ]);
    terminal.out = '';
    await main(['hub', '--school', 'invented primary school', '--schools', schools, '--json']);
    expect(JSON.parse(terminal.out)).toMatchObject({ answer: 'one', hubs: [{ hub: { id: 'cambridge' } }] });
  });

  it('lets a hub’s own file win', async () => {
    const path = join(terminal.folder, 'hub.json');
    const file = { format: 'maths-hubs-hub/1', id: 'jurassic', statedOn: '2026-11-20', coverage: ['Exeter'] };
    await writeFile(path, JSON.stringify(file));
    await main(['validate', path]);
    expect([process.exitCode, terminal.out]).toEqual([0, expect.stringContaining('serves 1 council area.')]);
    terminal.out = '';
    await main(['hub', '--district', 'Exeter', '--hub-file', path, '--json']);
    expect(JSON.parse(terminal.out)).toMatchObject({
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
    expect(terminal.err).toMatch(/^maths-hubs: .+/);
  });
});

describe('maths-hubs hubs and coverage', () => {
  it('list all forty, the unknown as not known', async () => {
    await main(['hubs', '--json']);
    expect(JSON.parse(terminal.out)).toHaveLength(40);
    terminal.out = '';
    await main(['hubs', '--region', 'north east']);
    expect(terminal.out).toMatch(/Great North Maths Hub[\s\S]*lead school: not known/);
  });

  it('show what is evidenced, by grade', async () => {
    await main(['coverage']);
    expect(terminal.out).toMatch(/^high: [\s\S]*\nmedium: [\s\S]*\nlow: [\s\S]*\ncandidate: /);
    expect(terminal.out).toMatch(
      /No source that we found names the hub of \d+ of the 153 authorities: Warrington, York[\s\S]*Ask NCETM\./,
    );
    expect(terminal.out).not.toContain('Modern Age');
    terminal.out = '';
    await main(['coverage', '--confidence', 'candidate', '--json']);
    const rows = JSON.parse(terminal.out) as { confidence: string; source: string | null }[];
    expect(rows.every(({ confidence, source }) => confidence === 'candidate' && source === null)).toBe(true);
  });
});
