import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { loadEdition } from '@maths-hubs/sdk/programme';
import { useTerminal } from '../../test/terminal.js';
import { main } from '../main.js';

const HEADER =
  'URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),StatutoryLowAge,StatutoryHighAge,Postcode';
const school = (
  urn: number,
  { name = `School ${urn}`, type = 34, status = 1, phase = 2, la = '855' } = {},
): string => `${urn},${la},Leicestershire,${name},${type},${status},${phase},4,11,LE18 1AA`;

const terminal = useTerminal();

async function file(name: string, ...lines: string[]): Promise<string> {
  const path = join(terminal.folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
}

async function run(gias: string, ...args: string[]): Promise<Record<string, string>[]> {
  const csv = join(terminal.folder, 'out.csv');
  await main(['schools', gias, '--edition', '2024/25', '--phase', 'development', '--out', csv, ...args]);
  return process.exitCode === 2
    ? []
    : parse(await readFile(csv), { columns: true, bom: true, relax_column_count: false });
}

describe('a history that cannot be read in full', () => {
  const isAsked = (row: Record<string, string>): boolean | undefined =>
    row['For the school to say']?.includes('taken part in a Development Work Group?');

  it('never says never of a school with a row that was left out or lies ahead', async () => {
    const gias = await file('gias.csv', HEADER, ...[10, 20, 30, 40, 50].map((urn) => school(urn)));
    const history = await file(
      'past.csv',
      'URN,phase,year',
      '10,developement,2019/20',
      '20,TRG,2018/19',
      '30,development,2023/25',
      '40,development,2030/31',
    );
    const rows = await run(gias, '--history', history, '--history-complete');
    expect(rows.map(isAsked)).toEqual([true, true, true, true, false]);
    expect(terminal.err).toMatch(/line 2: .*"developement".*Did you mean “development”/);
    expect(terminal.err).toMatch(/line 3: .*"TRG".*It is called “development” here/);
    expect(terminal.err).toMatch(/line 4: .*"2023\/25" is not a school year/);
    expect(terminal.err).toMatch(/line 5: 2030\/31 is after 2024\/25/);
    expect(process.exitCode).toBe(1);
  });

  it('never says never of any school when a row names none', async () => {
    const gias = await file('gias.csv', HEADER, school(10));
    const history = await file('past.csv', 'URN,phase,year', 'Ash School,development,2019/20');
    const rows = await run(gias, '--history', history, '--history-complete');
    expect(rows.map(isAsked)).toEqual([true]);
    expect(terminal.err).toMatch(/no school counts as one that has never taken part/);
  });

  it('knows what a school did before it as not known, when that row was left out', async () => {
    const gias = await file('gias.csv', HEADER, school(10), school(20));
    const history = await file('past.csv', 'URN,phase,year', '5,develpment,2019/20');
    const links = await file(
      'links.csv',
      'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate',
      '10,5,Old School,Predecessor,01-09-2021',
    );
    const rows = await run(gias, '--history', history, '--links', links, '--history-complete');
    expect(rows.map(isAsked)).toEqual([true, false]);
  });

  it('shows its faults however many the schools have', async () => {
    const gias = await file('gias.csv', HEADER, ...Array.from({ length: 30 }, () => 'broken'), school(10));
    const history = await file('past.csv', 'URN,phase,year', '10,develpment,2019/20');
    await run(gias, '--history', history);
    expect(terminal.err).toContain('"develpment"');
  });
});

describe('a file as it was downloaded', () => {
  const terms = ['--edition', '2024/25', '--phase', 'development', '--json'];
  const table = [HEADER, school(1), school(2)].join('\n');
  const links = 'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n1,5,Old,Predecessor,01-09-2021\n';
  const write = async (name: string, content: Uint8Array): Promise<string> => {
    const path = join(terminal.folder, name);
    await writeFile(path, content);
    return path;
  };

  it.each([
    ['gzip', 'gias.csv.gz', gzipSync(table)],
    ['a zip', 'extract.zip', zipSync({ 'edubasealldata20261120.csv': strToU8(table) })],
    [
      'a zip with the links beside it',
      'extract',
      zipSync({
        'links_edubasealldata20261120.csv': strToU8(links),
        'edubasealldata20261120.csv': strToU8(table),
      }),
    ],
  ])('is read from %s', async (_, name, content) => {
    await main(['schools', await write(name, content), ...terms]);
    expect([JSON.parse(terminal.out), terminal.err]).toMatchObject([{ schools: 2 }, '']);
  });

  it('gives its links from the same zip', async () => {
    const zip = await write(
      'extract.zip',
      zipSync({ 'links_edubase.csv': strToU8(links), 'edubase.csv': strToU8(table) }),
    );
    const history = await file('past.csv', 'URN,phase,year', '5,development,2019/20');
    const rows = await run(zip, '--history', history, '--links', zip);
    expect(rows[0]?.['Past taken over from']).toBe('5 Old (Predecessor)');
  });

  it.each([
    ['workbook.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /is a workbook\. Save it as CSV/],
    [
      'two.zip',
      zipSync({ 'a.csv': strToU8(table), 'b.csv': strToU8(table) }),
      /holds 2 CSV files: a\.csv, b\.csv/,
    ],
    ['none.zip', zipSync({ 'read.me': strToU8('x') }), /holds no CSV file: read\.me/],
    ['cut.csv.gz', gzipSync(table).subarray(0, 60), /cannot be unpacked: .*Download it again/],
    [
      'cut.zip',
      zipSync({ 'a.csv': strToU8(table) }).subarray(0, 60),
      /cannot be unpacked: .*Download it again/,
    ],
    ['page.csv', strToU8('<!doctype html><title>Sign in</title>'), /page that asks to sign in/],
    ['header.csv', strToU8(HEADER), /header line and nothing under it/],
  ])('is refused in a sentence: %s', async (name, content, message) => {
    await main(['schools', await write(name, content), ...terms.slice(0, -1)]);
    expect([terminal.err, process.exitCode]).toEqual([expect.stringMatching(message), 1]);
  });
});

describe('maths-hubs schools', () => {
  it('judges a school once where the file has it twice', async () => {
    const gias = await file('gias.csv', HEADER, school(1), school(2), school(1));
    const rows = await run(gias);
    expect(rows.map((row) => row['URN'])).toEqual(['1', '2']);
    expect(terminal.err).toContain(`${gias}, line 4: Row left out: URN 1 is on line 2 already.`);
    expect(terminal.out).toMatch(/^2 schools/);
    expect(process.exitCode).toBe(1);
  });

  it('says where every school stands, and never more than the file can show', async () => {
    const gias = await file(
      'gias.csv',
      HEADER,
      school(1),
      school(2, { type: 11 }),
      school(3, { status: 2, phase: 4 }),
      school(4, { phase: 7 }),
      school(5, { la: '673' }),
    );
    const rows = await run(gias);
    expect(rows.map((row) => [row['URN'], row['Outcome'], row['Standing']?.split(/[;:]/)[0]])).toEqual([
      ['1', 'undetermined', 'Passes everything this file can show'],
      ['2', 'not-eligible', 'Not eligible'],
      ['3', 'not-eligible', 'Not eligible'],
      ['4', 'undetermined', 'Left to the hub'],
      ['5', 'not-eligible', 'Not eligible'],
    ]);
    expect(rows[2]?.['Barred by']?.split(' | ')).toHaveLength(2);
    expect(rows[0]?.['For the school to say']).toContain(
      'Has the school taken part in a Development Work Group?',
    );
    expect(rows[0]?.['Edition version']).not.toBe('');
    expect(terminal.out).toMatch(/^5 schools against development, 2024\/25 \(version .+\)/);
    expect(terminal.out).toMatch(/\n1 +Passes everything this file can show/);
    expect(terminal.out).toMatch(/\n3 +Not eligible/);
    expect(terminal.err).toBe('');
    expect(process.exitCode).toBe(0);
  });

  it('takes assumptions for what the file does not tell, stamped on every row', async () => {
    const gias = await file('gias.csv', HEADER, school(1), school(2, { type: 11 }));
    const assume = await file(
      'assume.json',
      JSON.stringify({ stateFunded: true, development: 'never', releasesTwoTeachers: true }),
    );
    const rows = await run(gias, '--assume', assume);
    expect(rows.map((row) => row['Outcome'])).toEqual(['eligible', 'not-eligible']);
    expect(rows.map((row) => JSON.parse(row['Assumed'] ?? ''))).toEqual([
      { stateFunded: true, development: 'never', releasesTwoTeachers: true },
      { stateFunded: true, development: 'never', releasesTwoTeachers: true },
    ]);
    expect(terminal.out).toContain('Assumed of every school');
  });

  it('says in plain words that a file cannot be read or written', async () => {
    const gias = await file('gias.csv', HEADER, school(1));
    const terms = ['--edition', '2024/25', '--phase', 'development'];
    for (const [args, message] of [
      [[terminal.folder], /it is a folder\. Give the path of a CSV file/],
      [[join(terminal.folder, 'absent.csv')], /there is no such file or folder/],
      [[gias, '--history', terminal.folder], /it is a folder/],
      [[gias, '--out', join(terminal.folder, 'absent', 'out.csv')], /Cannot write .*no such file or folder/],
    ] as const) {
      terminal.err = '';
      await main(['schools', ...args, ...terms]);
      expect([terminal.err, process.exitCode]).toEqual([expect.stringMatching(message), 1]);
    }
  });

  it('refuses an assumption that is no fact, or no answer to it', async () => {
    const gias = await file('gias.csv', HEADER, school(1));
    await main([
      ...['schools', gias, '--edition', '2024/25', '--phase', 'development', '--assume'],
      await file('assume.json', '{"money": 3, "open": "yes"}'),
    ]);
    expect(terminal.err).toMatch(/2 faults[\s\S]*money[\s\S]*open: found "yes"/);
    expect(process.exitCode).toBe(1);
  });

  it('knows what a school has done, also as the school it was, and says when that is not certain', async () => {
    const gias = await file('gias.csv', HEADER, school(10), school(20), school(30), school(40));
    const history = await file(
      'past.csv',
      'URN,phase,year',
      '5,development,2019/20',
      '20,development,2024/25',
      '6,development,2018/19',
    );
    const links = await file(
      'links.csv',
      'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate',
      '10,5,Old School,Predecessor,01-09-2021',
      '30,6,One School,Predecessor - merged,01-09-2021',
    );
    const rows = await run(gias, '--history', history, '--links', links, '--history-complete');
    expect(rows.map((row) => row['Past phases'])).toEqual([
      'development 2019/20',
      'development 2024/25',
      '',
      '',
    ]);
    expect(rows.map((row) => row['Past taken over from'])).toEqual([
      '5 Old School (Predecessor)',
      '',
      '6 One School (Predecessor - merged: not certain, ask the hub)',
      '',
    ]);
    expect(
      rows.map((row) =>
        row['For the school to say']?.includes('Has the school taken part in a Development Work Group?'),
      ),
    ).toEqual([false, false, true, false]);
    expect(rows.map((row) => row['Outcome'])).toEqual([
      'not-eligible',
      'not-eligible',
      'undetermined',
      'undetermined',
    ]);
  });

  it('lists which schools another year judges differently, and by which rule', async () => {
    const gias = await file('gias.csv', HEADER, school(1), school(2, { type: 11 }));
    const rows = await run(gias, '--diff', '2020/21');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ URN: '2', 'Standing now': 'Not eligible', By: 'state-funded' });
    expect(rows[0]?.['Standing then']).toContain('Left to the hub');
    expect(terminal.out).toContain('1 school of 2 is judged differently');
  });

  it('writes cells that a spreadsheet does not run', async () => {
    const name = '"=HYPERLINK(""http://x"",""y"")"';
    const gias = await file('gias.csv', HEADER, school(1, { name }), school(2, { name: '@SUM(A1)' }));
    const rows = await run(gias);
    expect(rows.map((row) => row['EstablishmentName'])).toEqual([`'=HYPERLINK("http://x","y")`, `'@SUM(A1)`]);
  });

  it('reports bad rows with file and line, keeps the others, and exits with 1', async () => {
    const gias = await file('gias.csv', HEADER, school(1), 'broken', school(2));
    expect(await run(gias)).toHaveLength(2);
    expect(terminal.err).toContain(`${gias}, line 3: Row left out: it has 1 cell where the header has 10.`);
    expect(process.exitCode).toBe(1);
  });

  it('says what a file does not tell, instead of guessing', async () => {
    const gias = await file('gias.csv', HEADER, school(1, { type: 24 }), school(2, { type: 99 }));
    const rows = await run(gias);
    expect(rows.map((row) => row['Standing'])).toEqual(
      Array(2).fill('Not known: the file lacks what it would take'),
    );
    expect(rows[0]?.['Not in the file']).toContain('Is the school state-funded?');
    expect(terminal.out).toContain('2        - not told: Is the school state-funded?');
  });

  it('takes a hub’s own edition', async () => {
    const gias = await file('gias.csv', HEADER, school(1));
    const hubs = await file(
      'mine.json',
      JSON.stringify({ ...(await loadEdition('2024/25')), version: 'ours-3' }),
    );
    await main(['schools', gias, '--edition', hubs, '--phase', 'development']);
    expect(terminal.out).toContain('(version ours-3)');
  });

  it('prints the same as JSON', async () => {
    const gias = await file('gias.csv', HEADER, school(1), school(2, { type: 11 }));
    await main(['schools', gias, '--edition', '2024/25', '--phase', 'development', '--json']);
    expect(JSON.parse(terminal.out)).toMatchObject({
      schools: 2,
      standings: { passes: 1, 'not-eligible': 1 },
      problems: { rowsLeftOut: 0 },
    });
  });

  it('does not overwrite what it reads, nor take an option that cannot matter', async () => {
    const gias = await file('gias.csv', HEADER, school(1));
    const args = ['schools', gias, '--edition', '2024/25', '--phase', 'development'];
    await main([...args, '--out', gias]);
    expect(process.exitCode).toBe(2);
    await main([...args, '--links', gias]);
    expect(process.exitCode).toBe(2);
    expect((await readFile(gias, 'utf8')).startsWith(HEADER)).toBe(true);
  });
});
