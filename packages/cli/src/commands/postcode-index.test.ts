import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPostcodeIndex } from '@maths-hubs/sdk/postcodes';
import { postcodeIndexCommand } from './postcode-index.js';

const row = (postcode: string, country: string, county: string, district: string): string =>
  `"${postcode}",10,459000,303000,"${country}","E19000001","E18000001","${county}","${district}","E05000001"`;
const codePoint: Readonly<Record<string, string>> = {
  'Data/CSV/le.csv': [
    row('LE2 5TF', 'E92000001', 'E10000018', 'E07000135'),
    row('LE2 5TH', 'E92000001', '', 'E06000016'),
    row('LE182AA', 'E92000001', 'E10000018', 'E07000135'),
    row('LE992AA', 'E92000001', '', ''),
  ].join('\r\n'),
  'Data/CSV/td.csv': [
    row('TD151AA', 'E92000001', '', 'E06000057'),
    row('TD151AB', 'S92000003', '', 'S12000026'),
  ].join('\n'),
  'Doc/metadata.txt':
    'ORDNANCE SURVEY\nPRODUCT: OS CODE-POINT\nCOPYRIGHT DATE: 20251020\nRM UPDATE DATE: 20251017\n',
  'Doc/licence.txt':
    'ORDNANCE SURVEY DATA LICENCE\n\nContains Ordnance Survey data © Crown copyright and database right 2025.\n',
};
const onspd = [
  'pcd7,pcd8,pcds,dointr,doterm,cty25cd,lad25cd,ctry25cd',
  '"LE2 5TF","LE2  5TF","LE2 5TF",198001,,"E10000018","E07000135","E92000001"',
  '"LE2 5TH","LE2  5TH","LE2 5TH",198001,,"E99999999","E06000016","E92000001"',
  '"LE2 5ZZ","LE2  5ZZ","LE2 5ZZ",198001,199606,"E99999999","E06000016","E92000001"',
  '"CH5 1AA","CH5  1AA","CH5 1AA",198001,,"W99999999","W06000005","W92000004"',
  '"IM1 1AA","IM1  1AA","IM1 1AA",198001,,"M99999999","M99999999","M83000003"',
].join('\n');

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postcode-index-'));
  out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  await rm(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);

async function run(...args: readonly string[]): Promise<void> {
  const program = new Command().exitOverride();
  postcodeIndexCommand(program);
  await program.parseAsync(['postcode-index', ...args], { from: 'user' });
}

async function writeFolder(name: string, files = codePoint): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(at(name), path, '..'), { recursive: true });
    await writeFile(join(at(name), path), content);
  }
  return at(name);
}

async function writeZip(name: string): Promise<string> {
  const entries = Object.entries(codePoint).map(([path, content]) => [path, strToU8(content)] as const);
  await writeFile(at(name), zipSync(Object.fromEntries(entries)));
  return at(name);
}

const opened = async (name = 'index.bin') => openPostcodeIndex(await readFile(at(name)));

describe('postcode-index build', () => {
  it('makes the same file of a Code-Point Open folder and zip, with source, date and licence', async () => {
    await run('build', await writeFolder('codepo_gb'), '-o', at('index.bin'));
    await run('build', await writeZip('codepo_gb.zip'), '-o', at('zipped.bin'));
    expect(await readFile(at('zipped.bin'))).toEqual(await readFile(at('index.bin')));
    const index = await opened();
    expect(index.header).toMatchObject({
      publisher: 'Ordnance Survey',
      title: 'Code-Point Open',
      date: '20 October 2025',
      licence: ['Contains Ordnance Survey data © Crown copyright and database right 2025.'],
      postcodes: 5,
    });
    expect(index.find('LE2', '5TF')).toEqual({
      kind: 'council',
      district: 'E07000135',
      authority: 'E10000018',
    });
    expect(index.find('LE2', '5TH')).toEqual({
      kind: 'council',
      district: 'E06000016',
      authority: 'E06000016',
    });
    expect(index.find('TD15', '1AB')).toEqual({ kind: 'elsewhere', country: 'Scotland' });
    expect(index.find('LE99', '2AA')).toEqual({ kind: 'no-council' });
    expect(out).toMatch(/5 postcodes in England/);
  });

  it.each([
    ['ONSPD_AUG_2025_UK.csv', onspd, 'ONS Postcode Directory', 'August 2025'],
    [
      'NSPL_FEB_2024_UK.csv',
      onspd.replace('cty25cd', 'oscty').replace('lad25cd', 'oslaua').replace('ctry25cd', 'ctry'),
      'National Statistics Postcode Lookup',
      'February 2024',
    ],
  ])('reads %s, live postcodes only', async (name, content, title, date) => {
    await writeFile(at(name), `\ufeff${content}\n`);
    await run('build', at(name), '-o', at('index.bin'));
    const index = await opened();
    expect(index.header).toMatchObject({ title, date, postcodes: 2, outcodes: 2 });
    expect(index.find('LE2', '5TF')).toEqual({
      kind: 'council',
      district: 'E07000135',
      authority: 'E10000018',
    });
    expect(index.find('CH5', '1AA')).toEqual({ kind: 'elsewhere', country: 'Wales' });
  });

  it('asks for the date where the source does not state it', async () => {
    await writeFile(at('postcodes.csv'), onspd);
    await expect(run('build', at('postcodes.csv'), '-o', at('index.bin'))).rejects.toThrow(/--date/);
    await run('build', at('postcodes.csv'), '-o', at('index.bin'), '--date', 'May 2025');
    expect((await opened()).header.date).toBe('May 2025');
  });

  it.each([
    ['nothing.zip', undefined, /no such file/],
    ['broken.zip', 'PK not a zip', /not a zip/],
    ['short.csv', 'pcds,oslaua\nLE2 5TF,E06000016', /no column for terminated, county, country/],
    ['other.csv', 'a,b\n1,2', /2 columns/],
    ['words.csv', row('LEICESTER', 'E92000001', '', 'E06000016'), /words\.csv, row 1: found "LEICESTER"/],
    ['quote.csv', `${row('LE2 5TF', 'E92000001', '', 'E06000016')}\n"LE2 5TH`, /quote\.csv, row 2/],
    ['wales.csv', row('CF101AA', 'W92000004', '', 'W06000015'), /no postcode in England/],
  ])('says what is wrong with %s', async (name, content, message) => {
    if (content !== undefined) await writeFile(at(name), content);
    await expect(run('build', at(name), '-o', at('index.bin'), '--date', 'x')).rejects.toThrow(message);
  });

  it('says what is wrong with a folder that has no tables', async () => {
    const empty = await writeFolder('empty', { 'Doc/licence.txt': 'none' });
    await expect(run('build', empty, '-o', at('index.bin'))).rejects.toThrow(/no CSV files/);
  });
});

describe('postcode-index check', () => {
  it('proves an index against its source', async () => {
    const source = await writeFolder('codepo_gb');
    await run('build', source, '-o', at('index.bin'));
    out = '';
    await run('check', at('index.bin'), source);
    expect(out).toContain('answers all 6 postcodes');
    expect(process.exitCode ?? 0).toBe(0);
  });

  it('lists what differs from another source, and ends with a finding', async () => {
    await run('build', await writeFolder('codepo_gb'), '-o', at('index.bin'));
    const moved = codePoint['Data/CSV/le.csv']!.replace('"E10000018","E07000135"', '"","E06000016"').replace(
      'LE182AA',
      'LE183AA',
    );
    out = '';
    await run(
      'check',
      at('index.bin'),
      await writeFolder('later', { ...codePoint, 'Data/CSV/le.csv': moved }),
    );
    expect(out).toContain('LE2 5TF: the source has E06000016, the index E07000135 in E10000018');
    expect(out).toContain('LE18 3AA: the source has E07000135 in E10000018, the index no such sector');
    expect(out).toContain('LE18 2: the source has no such sector, the index E07000135 in E10000018');
    expect(process.exitCode).toBe(1);
  });

  it('says so when the file is no index, or is not there', async () => {
    const source = await writeFolder('codepo_gb');
    await expect(run('check', join(source, 'Doc/licence.txt'), source)).rejects.toThrow(/other bytes/);
    await expect(run('check', at('absent.bin'), source)).rejects.toThrow(/Cannot read/);
  });
});

/** What Ordnance Survey's and the ONS's downloads hold, by their real names and in their real order. */
const asDownloaded: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>> = {
  'codepo_gb.zip': {
    'Data/CSV/le.csv': codePoint['Data/CSV/le.csv']!,
    'Data/CSV/td.csv': codePoint['Data/CSV/td.csv']!,
    'Doc/Code-Point_Open_Column_Headers.csv':
      'PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\nPostcode,Positional_quality_indicator,Eastings,Northings,Country_code,NHS_regional_HA_code,NHS_HA_code,Admin_county_code,Admin_district_code,Admin_ward_code\n',
    'Doc/Codelist.xlsx': Uint8Array.from([0x50, 0x4b, 3, 4]),
    'Doc/NHS_Codelist.xls': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]),
    'Doc/licence.txt': Uint8Array.from([
      ...new TextEncoder().encode('Ordnance Survey Data\r\n\r\nContains Ordnance Survey data '),
      0xa9, // © in windows-1252
      ...new TextEncoder().encode(' Crown copyright and database right 2025.\r\nContains Royal Mail data '),
      0xa9,
      ...new TextEncoder().encode(' Royal Mail copyright and database right 2025.\r\n'),
    ]),
    'Doc/metadata.txt': codePoint['Doc/metadata.txt']!,
    'readme.txt': 'Code-Point Open, in CSV. See the documents in Doc.\r\n',
  },
  'ONSPD_AUG_2025.zip': {
    'Data/ONSPD_AUG_2025_UK.csv': `\ufeff${onspd}\r\n`,
    'Data/multi_csv/ONSPD_AUG_2025_UK_LE.csv': onspd.split('\n').slice(0, 4).join('\n'),
    'Documents/2011 Census Output Area Classification Names and Codes UK.csv':
      'OAC11,Supergroup,Group,Subgroup\n1A1,Rural,Farming,Rural Workers\n',
    'Documents/County names and codes UK as at 04_25.csv': 'CTY25CD,CTY25NM\nE10000018,Leicestershire\n',
    'Documents/LAD names and codes UK as at 04_25.csv': 'LAD25CD,LAD25NM\nE07000135,Oadby and Wigston\n',
    'User Guide/ONSPD User Guide Aug 2025.pdf': Uint8Array.from([0x25, 0x50, 0x44, 0x46]),
  },
  'NSPL_FEB_2026.zip': {
    'Data/NSPL_FEB_2026_UK.csv': onspd
      .replace('cty25cd', 'cty26cd')
      .replace('lad25cd', 'lad26cd')
      .replace('ctry25cd', 'ctry26cd'),
    'Documents/Country names and codes UK as at 08_12.csv': 'CTRY12CD,CTRY12NM\nE92000001,England\n',
  },
};

describe('a source exactly as it is downloaded', () => {
  it.each([
    ['codepo_gb.zip', 'Code-Point Open', '20 October 2025', 5],
    ['ONSPD_AUG_2025.zip', 'ONS Postcode Directory', 'August 2025', 2],
    ['NSPL_FEB_2026.zip', 'National Statistics Postcode Lookup', 'February 2026', 2],
  ])('%s is read, zip and unpacked, with all its documents', async (name, title, date, postcodes) => {
    const files = asDownloaded[name]!;
    const bytes = Object.entries(files).map(
      ([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content] as const,
    );
    await writeFile(at(name), zipSync(Object.fromEntries(bytes)));
    await run('build', at(name), '-o', at('index.bin'));
    const { header, find } = await opened();
    expect(header).toMatchObject({ title, date, postcodes });
    expect(find('LE2', '5TF')).toMatchObject({ district: 'E07000135', authority: 'E10000018' });
    for (const line of header.licence) expect(line).not.toContain('\ufffd');

    for (const [path, content] of bytes) {
      const file = join(at(name.replace('.zip', '')), path);
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, content);
    }
    await run('build', at(name.replace('.zip', '')), '-o', at('folder.bin'));
    expect(await readFile(at('folder.bin'))).toEqual(await readFile(at('index.bin')));
  });

  it('keeps the licence’s ©, which Ordnance Survey writes in windows-1252', async () => {
    const bytes = Object.entries(asDownloaded['codepo_gb.zip']!).map(
      ([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content] as const,
    );
    await writeFile(at('os'), zipSync(Object.fromEntries(bytes)));
    await run('build', at('os'), '-o', at('index.bin'));
    expect((await opened()).header.licence).toEqual([
      'Contains Ordnance Survey data © Crown copyright and database right 2025.',
      'Contains Royal Mail data © Royal Mail copyright and database right 2025.',
    ]);
  });

  it('says that a zip of other tables has no postcodes', async () => {
    await writeFile(at('other.zip'), zipSync({ 'a.csv': strToU8('a,b\n1,2\n'), 'b.csv': strToU8('c\n1\n') }));
    await expect(run('build', at('other.zip'), '-o', at('index.bin'))).rejects.toThrow(
      /2 CSV files, none of them of postcodes/,
    );
  });

  it('says that a zip that ends too soon cannot be read', async () => {
    const bytes = zipSync({ 'Data/CSV/le.csv': strToU8(codePoint['Data/CSV/le.csv']!.repeat(500)) });
    await writeFile(at('cut.zip'), bytes.slice(0, bytes.length / 2));
    await expect(run('build', at('cut.zip'), '-o', at('index.bin'))).rejects.toThrow(/cut\.zip/);
  });
});
