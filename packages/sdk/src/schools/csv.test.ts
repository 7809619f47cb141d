import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGias, readHistory, readLinks, type RowProblem } from './csv.js';
import { factsFromGias, linkIndex, predecessorsOf, schoolFromGias, type GiasSchool } from './index.js';

const encoder = new TextEncoder();
const data = new URL('../../../../../shared/data/', import.meta.url);

interface Result {
  schools: GiasSchool[];
  problems: RowProblem[];
}

/** Reads bytes cut into pieces of a given size: a row may be cut anywhere. */
async function read(content: string | Uint8Array, piece = 1 << 16): Promise<Result> {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  const problems: RowProblem[] = [];
  const schools: GiasSchool[] = [];
  for await (const school of readGias(pieces(bytes, piece), { onProblem: (each) => problems.push(each) })) {
    schools.push(school);
  }
  return { schools, problems };
}

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

const HEADER =
  'URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),StatutoryLowAge,StatutoryHighAge,OpenDate,Town,Postcode';
const row = (urn: number | string, name = 'A School') =>
  `${urn},855,Leicestershire,${name},34,1,2,4,11,01-09-2012,Wigston,LE18 1AA`;

describe('a GIAS file', () => {
  it('is read as typed fields, columns by name in any order and case', async () => {
    const { schools, problems } = await read(
      'postcode,Establishmentname,URN,Unheard of,la (CODE),TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),DistrictAdministrative (code)\r\n' +
        'le18 1aa,Ash School,0100001,x,55,07,01,00,9999\r\n',
    );
    expect(problems).toEqual([]);
    expect(schools).toEqual([
      {
        urn: '100001',
        name: 'Ash School',
        laCode: '055',
        laName: null,
        establishmentNumber: null,
        typeCode: 7,
        typeName: null,
        typeGroupCode: null,
        statusCode: 1,
        openDate: null,
        closeDate: null,
        phaseCode: 0,
        lowAge: null,
        highAge: null,
        boarders: null,
        pupils: null,
        regionCode: null,
        districtCode: null,
        street: null,
        locality: null,
        town: null,
        county: null,
        postcode: 'LE18 1AA',
        ukprn: null,
      },
    ]);
  });

  it('may have names instead of codes, in old and new words', async () => {
    const { schools, problems } = await read(
      'URN,LA (code),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),PhaseOfEducation (name),GOR (name)\n' +
        '1,855,A,free schools 16 TO 19,"Open, but proposed to close",All through,London\n',
    );
    expect(problems).toEqual([]);
    expect(schools[0]).toMatchObject({ typeCode: 39, statusCode: 3, phaseCode: 7, regionCode: 'H' });
  });

  it.each([
    ['windows-1252', Uint8Array.from([0xe9, 0x92, 0x73, 0x96]), 'é’s–'],
    ['UTF-8 without a mark', encoder.encode('é’–'), 'é’–'],
  ])('in %s', async (_, middle, expected) => {
    const [before, after] = `${HEADER}\n${row(1, 'X#X')}\n`.split('#').map((part) => encoder.encode(part));
    const { schools } = await read(Uint8Array.from([...before!, ...middle, ...after!]));
    expect(schools[0]?.name).toBe(`X${expected}X`);
  });

  it('with a byte order mark', async () => {
    const { schools } = await read(`\uFEFF${HEADER}\n${row(1, 'Café')}\n`, 1);
    expect(schools[0]).toMatchObject({ urn: '1', name: 'Café' });
  });

  it('names every missing column in one error', async () => {
    await expect(read('URN,EstablishmentName,StatutoryLowAge\n1,A,3\n')).rejects.toThrow(
      'Missing columns: LA (code); TypeOfEstablishment (code) or TypeOfEstablishment (name); ' +
        'EstablishmentStatus (code) or EstablishmentStatus (name); PhaseOfEducation (code) or PhaseOfEducation (name).',
    );
  });

  it.each([
    ['', /empty/],
    ['\n\n  \n', /empty/],
    [HEADER.replaceAll(',', ';'), /no commas/],
    ['PK\u0003\u0004zip', /zip archive/],
    [Uint8Array.from([0xff, 0xfe, 0x55, 0x00]), /UTF-16/],
    [Uint8Array.from([0x55, 0x00, 0x52, 0x00, 0x4e, 0x00]), /UTF-16/],
    [Uint8Array.from([0x00, 0x55, 0x00, 0x52, 0x00, 0x4e]), /UTF-16/],
    [Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /is a workbook/],
    ['%PDF-1.7\n', /is a PDF/],
    ['"URN,LA (code)\n', /not closed/],
    ['x'.repeat(3_000_000), /too long/],
  ])('that is no such file says so', async (content, message) => {
    await expect(read(content)).rejects.toThrow(message);
    await expect(read(content)).rejects.toMatchObject({ code: 'gias-file' });
  });

  it.each([HEADER, `${HEADER}\r\n`, `sep=,\n${HEADER}\n\n\u001a`])(
    'is refused when it has only a header: %j',
    async (content) => {
      await expect(read(content)).rejects.toThrow('holds its header line and nothing under it');
    },
  );

  it.each([
    ['<!DOCTYPE html>\n<html><title>Search results</title>', /is a web page, not a CSV file/],
    ['\n  <html lang="en"><head>\n<title>DfE Sign-in</title>\n</head>', /asks to sign in/],
    [Uint8Array.from([0x1f, 0x8b, 8, 0, 0]), /packed with gzip/],
  ])('is told from what was saved in its place', async (content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });

  it('with rows of empty cells, as a spreadsheet leaves them', async () => {
    const width = HEADER.split(',').length;
    const { schools, problems } = await read(
      `${HEADER}\n${','.repeat(width - 1)}\n${row(1, 'A')}\n,,,\n , \n${row(2, 'B')}\n,\n`,
    );
    expect([schools.map(({ name }) => name), problems]).toEqual([['A', 'B'], []]);
  });

  it.each(['="100001"', "'100001", 'URN 100001', '100001.0', ' 100001 ', '#100001'])(
    'with a URN that a program or a person dressed: %s',
    async (urn) => {
      const dressed = row(1, 'A').replace(/^1/, `"${urn.replaceAll('"', '""')}"`);
      const { schools } = await read(`${HEADER}\n${dressed}\n`);
      expect(schools[0]?.urn).toBe('100001');
    },
  );

  it.each([
    ['carriage returns alone', '\r', ''],
    ['carriage returns alone, and Ctrl-Z', '\r', '\r\u001a'],
    ['a last line of Ctrl-Z', '\r\n', '\r\n\u001a'],
    ['Ctrl-Z after the last cell', '\n', '\u001a'],
    ['a blank line in front', '\n', '\n'],
  ])('may have %s, wherever it is cut', async (_, end, last) => {
    const content = ['sep=,', HEADER, row(1), row(2), row(3)].join(end) + last;
    for (const piece of [1, 7, 1 << 16]) {
      const { schools, problems } = await read(content, piece);
      expect(problems).toEqual([]);
      expect(schools.map(({ urn, postcode }) => [urn, postcode])).toEqual(
        ['1', '2', '3'].map((urn) => [urn, 'LE18 1AA']),
      );
    }
  });

  it.each(['NULL', 'null', '?', ''])('takes a name where its code is %j', async (code) => {
    const { schools, problems } = await read(
      'URN,LA (code),EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),PhaseOfEducation (name)\n' +
        `1,855,A,34,1,${code},Primary\n`,
    );
    expect(problems).toEqual([]);
    expect(schools.map((school) => factsFromGias(school).schoolPhase)).toEqual(['primary']);
  });

  it('lists a school once where the file has it twice, and says so once', async () => {
    const { schools, problems } = await read(
      [HEADER, row(1), row(2, 'B'), row(1), row('0001'), row(2, 'C')].join('\n'),
    );
    expect(schools.map(({ urn, name }) => [urn, name])).toEqual([
      ['1', 'A School'],
      ['2', 'B'],
    ]);
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [4, 'Row left out: URN 1 is on line 2 already. The first row counts, once.'],
      [
        6,
        'Row left out: URN 2 is on line 3 already, where the row says something else. The first row counts, once.',
      ],
    ]);
  });

  it('counts a short row whose cell holds line breaks as one', async () => {
    const { schools, problems } = await read(
      [HEADER, '1,855,"Leicester\n\nshire",A', row(2, '"Two\nlines"'), row(3), 'short', row(4)].join('\n'),
    );
    expect(schools.map(({ urn }) => urn)).toEqual(['2', '3', '4']);
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [2, 'Row left out: it has 4 cells where the header has 12.'],
      [8, 'Row left out: it has 1 cell where the header has 12.'],
    ]);
  });
});

describe('a bad row', () => {
  const urns = ({ schools }: Result): string[] => schools.map(({ urn }) => urn);
  const lines = ({ problems }: Result): number[] => problems.map(({ line }) => line);

  it.each([
    ['too few cells', '2,855,Leicestershire'],
    ['too many cells', `${row(2)},more`],
    ['no URN', row('')],
    ['a URN that is no number', row('two')],
    ['no name', row(2, '')],
    ['a quote that is not closed', row(2, '"Lost')],
    ['a quote closed in the wrong place', row(2, '"Lost" and, "found')],
    ['a line of 3 MB', row(2, 'x'.repeat(3_000_000))],
  ])('with %s is reported with its line, and its neighbours are kept', async (_, bad) => {
    const content = [HEADER, row(1), bad, row(3), '', row(4), row(5, '"Quoted, too"'), ''].join('\r\n');
    for (const size of [7, 1000, 1 << 20]) {
      if (bad.length > 1000 && size < 1000) continue;
      const result = await read(content, size);
      expect(urns(result)).toEqual(['1', '3', '4', '5']);
      expect(lines(result)).toEqual([3]);
      expect(result.problems[0]).toMatchObject({ skipped: true, column: null });
      expect(result.schools[3]?.name).toBe('Quoted, too');
    }
  });

  it('is the last one when a download broke off', async () => {
    const result = await read([HEADER, row(1), row(2).slice(0, 30)].join('\n'));
    expect(urns(result)).toEqual(['1']);
    expect(lines(result)).toEqual([3]);
  });

  it('may be many: two lost quotes take nothing with them that stood between', async () => {
    const result = await read(
      [HEADER, row(1), row(2, '"Lost'), row(3), row(4, '"Lost'), row(5), ''].join('\n'),
    );
    expect(urns(result)).toEqual(['1', '3', '5']);
    expect(lines(result)).toEqual([3, 5]);
  });

  it('is not one that holds a line break or padding', async () => {
    const result = await read([HEADER, row(1, '"Two\r\nlines"'), `${row(2)},,`, row(3)].join('\r\n'), 50);
    expect(urns(result)).toEqual(['1', '2', '3']);
    expect(result.schools[0]?.name).toBe('Two\nlines');
    expect(result.problems).toEqual([]);
  });

  it('is not one with a cell that makes no sense: the cell is unknown, and reported', async () => {
    const { schools, problems } = await read(
      [HEADER, row(1).replace('01-09-2012', '31-02-2012').replace(',34,', ',??,')].join('\n'),
    );
    expect(schools[0]).toMatchObject({ urn: '1', openDate: null, typeCode: null, lowAge: 4 });
    expect(problems).toEqual([
      expect.objectContaining({ line: 2, urn: '1', column: 'TypeOfEstablishment (code)', skipped: false }),
      expect.objectContaining({ line: 2, urn: '1', column: 'OpenDate', skipped: false }),
    ]);
  });
});

describe('any file', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', "'", '=', '’', 'Z') });
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  it('gives back every row that was written, whatever its cells hold and however its bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ name: cell, town: cell }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('\n', '\r\n'),
        async (written, size, end) => {
          const rows = written.map(({ name, town }, index) =>
            row(index + 1, quote(`N${name}N`)).replace('Wigston', () => quote(`T${town}T`)),
          );
          const { schools, problems } = await read([HEADER, ...rows].join(end), size);
          expect(problems).toEqual([]);
          expect(schools.map(({ name, town }) => ({ name, town }))).toEqual(
            written.map(({ name, town }) => ({ name: `N${name}N`, town: `T${town}T` })),
          );
        },
      ),
    );
  });

  it('of garbage never crashes the reader: every filled line is read, reported or refused by a named error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 100 }),
        async (bytes, headed, size) => {
          const header = headed ? encoder.encode(`${HEADER}\n${row(1)}\n`) : new Uint8Array();
          try {
            const { schools, problems } = await read(Uint8Array.from([...header, ...bytes]), size);
            expect(headed).toBe(true);
            expect(schools.length + problems.filter(({ skipped }) => skipped).length).toBeGreaterThan(0);
          } catch (error) {
            if (headed) throw error;
            expect(error).toMatchObject({ code: 'gias-file' });
          }
        },
      ),
    );
  });

  it('with garbage in its midst still gives all the good rows before and after', async () => {
    const garbage = fc.string({ unit: fc.constantFrom('"', ',', 'x', '\n', ' ', '\r'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(garbage, fc.integer({ min: 1, max: 300 }), async (bad, size) => {
        const good = Array.from({ length: 60 }, (_, index) => row(1000 + index));
        const content = [HEADER, row(1), bad, ...good].join('\n');
        const { schools } = await read(content, size);
        expect(schools[0]?.urn).toBe('1');
        expect(schools.filter(({ urn }) => Number(urn) >= 1000).map(({ urn }) => urn)).toEqual(
          good.map((each) => each.slice(0, 4)),
        );
      }),
    );
  });

  it('stops reading its source when the reader stops', async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        yield encoder.encode(`${HEADER}\n`);
        for (;;) yield encoder.encode(`${row(1)}\n`);
      } finally {
        closed = true;
      }
    }
    for await (const school of readGias(endless(), { onProblem: () => {} })) {
      expect(school.urn).toBe('1');
      break;
    }
    expect(closed).toBe(true);
  });

  it('may come from a web stream', async () => {
    const source = new Blob([`${HEADER}\n${row(7)}\n`]).stream();
    const urns: string[] = [];
    for await (const { urn } of readGias(source, { onProblem: () => {} })) urns.push(urn);
    expect(urns).toEqual(['7']);
  });
});

describe('a row held as an object', () => {
  it('is the same school', async () => {
    const names = HEADER.split(',');
    const cells = row(5).split(',');
    const { schools } = await read(`${HEADER}\n${row(5)}\n`);
    expect(schoolFromGias(Object.fromEntries(names.map((name, index) => [name, cells[index]])))).toEqual(
      schools[0],
    );
    expect(schoolFromGias({ URN: 5 })).toBeNull();
  });
});

describe('links and past phases', () => {
  const collect = async <T>(rows: AsyncIterable<T>): Promise<T[]> => {
    const all: T[] = [];
    for await (const each of rows) all.push(each);
    return all;
  };

  it('are read by column, and bad rows reported', async () => {
    const problems: RowProblem[] = [];
    const onProblem = (each: RowProblem) => problems.push(each);
    const links =
      'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n2,1,"Old, School",Predecessor,01-01-2020\nx,1,A,B,\n';
    expect(await collect(readLinks([encoder.encode(links)], { onProblem }))).toEqual([
      { urn: '2', linkUrn: '1', linkName: 'Old, School', linkType: 'Predecessor' },
    ]);
    const history = 'urn,Phase,Year\n1,Development,2018-19\n1,embedding,2019/2021\n1,,2019/20\n';
    expect(await collect(readHistory([encoder.encode(history)], { onProblem }))).toEqual([
      { urn: '1', phase: 'development', schoolYear: '2018/19' },
    ]);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 'URN'],
      [3, 'year'],
      [4, 'phase'],
    ]);
  });

  it('lack a column by name', async () => {
    await expect(
      collect(readHistory([encoder.encode('URN,stage\n')], { onProblem: () => {} })),
    ).rejects.toThrow('Missing columns: phase; year.');
  });
});

const readFixture = async (name: string): Promise<Result> => {
  const problems: RowProblem[] = [];
  const schools: GiasSchool[] = [];
  const source = createReadStream(new URL(name, data));
  for await (const school of readGias(source, { onProblem: (each) => problems.push(each) }))
    schools.push(school);
  return { schools, problems };
};

if (existsSync(data)) {
  describe('real rows', () => {
    it('of the full layout, 2021', async () => {
      const { schools, problems } = await readFixture('gias-full-columns-2021-sample.csv');
      expect(problems).toEqual([]);
      expect(schools).toHaveLength(50);
      const facts = schools.map((school) => factsFromGias(school));
      expect(facts.filter(({ inEngland }) => inEngland === false)).toHaveLength(26);
      expect(facts.filter(({ inEngland }) => inEngland === true)).toHaveLength(24);
      expect(facts.filter(({ open }) => open === true)).toHaveLength(44);
      expect(facts.filter(({ open }) => open === false)).toHaveLength(6);
      expect(schools[0]).toMatchObject({
        urn: '100000',
        name: 'The Aldgate School',
        postcode: 'EC3A 5DE',
        lowAge: 3,
      });
      expect(facts[0]).toEqual({
        inEngland: true,
        open: true,
        stateFunded: true,
        schoolPhase: 'primary',
        teachesPrimary: true,
        teachesSecondary: false,
        provision: 'mainstream',
      });
    });

    it('of the state-funded layout, 2026: names, no codes', async () => {
      const { schools, problems } = await readFixture('gias-statefunded-2026-sample.csv');
      expect(problems).toEqual([]);
      expect(schools).toHaveLength(18);
      const facts = schools.map((school) => factsFromGias(school));
      expect(facts.every(({ inEngland, open, stateFunded }) => inEngland && open && stateFunded)).toBe(true);
      expect(facts.map(({ provision }) => provision).filter((each) => each !== 'mainstream')).toHaveLength(3);
      expect(facts.filter(({ schoolPhase }) => schoolPhase === 'not-applicable')).toHaveLength(3);
      expect(
        schools.every(({ typeCode, phaseCode, statusCode }) =>
          [typeCode, phaseCode, statusCode].every((code) => code !== null),
        ),
      ).toBe(true);
    });

    it('of links, 2025', async () => {
      const problems: RowProblem[] = [];
      const bytes = gunzipSync(readFileSync(new URL('gias-links-2025-sample.csv.gz', data)));
      const links = [];
      for await (const link of readLinks(pieces(bytes, 4096), { onProblem: (each) => problems.push(each) }))
        links.push(link);
      expect(problems).toEqual([]);
      expect(links).toHaveLength(6000);
      const index = linkIndex(links);
      const chains = [...new Set(links.map(({ urn }) => urn))].map((urn) => predecessorsOf(urn, index));
      expect(chains.filter((chain) => chain.some(({ continues }) => continues)).length).toBeGreaterThan(4500);
    });
  });
}
