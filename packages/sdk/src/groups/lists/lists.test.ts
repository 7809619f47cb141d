import { describe, expect, it } from 'vitest';
import type { RowProblem } from '../../schools/csv.js';
import { readSchoolList, readSpecialistList } from './index.js';

const bytes = (text: string): Uint8Array[] => [new TextEncoder().encode(text)];

async function schools(text: string) {
  const problems: RowProblem[] = [];
  const read = await readSchoolList(bytes(text), (problem) => problems.push(problem));
  return { read, told: problems.map(({ line, message }) => `${line}: ${message}`) };
}

async function specialists(text: string) {
  const problems: RowProblem[] = [];
  const read = await readSpecialistList(bytes(text), (problem) => problems.push(problem));
  return { read, told: problems.map(({ line, message }) => `${line}: ${message}`) };
}

describe('a list of schools', () => {
  it.each([
    ['the intake’s export', 'reference,schoolName,urn,postcode,phase,pastPhases,name,easting,northing'],
    [
      'a list made by hand',
      'Ref,School,URN,Post Code,Phase applied for,Completed phases,Contact,Eastings,Northings',
    ],
    [
      'another',
      '"Application reference","Name of school","School URN","School postcode","Work Group","Previous phases","Who","X","Y"',
    ],
  ])('reads %s', async (_, header) => {
    const { read, told } = await schools(
      `\ufeff${header}\r\nR1,"Oak, Primary",123456,le1 1aa,Mastery Development,Readiness; none,Someone,458000,304000\r\n`,
    );
    expect(told).toEqual([]);
    expect(read).toMatchObject([
      {
        reference: 'R1',
        name: 'Oak, Primary',
        urn: '123456',
        postcode: 'LE1 1AA',
        phase: 'development',
        completed: ['readiness'],
        place: { easting: 458000, northing: 304000 },
      },
    ]);
  });

  it('tells each bad row and cell by its line, and keeps the others', async () => {
    const { read, told } = await schools(
      [
        'reference,kind,schoolName,urn,postcode,phase,easting,northing,days',
        'R1,application,Oak,12,LE1,TRG,51.5,-0.1,Someday',
        ',,,,,,,,',
        'R2,interest,Elm,,,,,,',
        'R1,application,Ash,,,,,,',
        'R3,application,Fir,123456,,development,458000,,',
        'R4,application,Yew,123456,,development,,,Mon-Wed',
        'R5,application,Ivy,,,,458000,304000,"Thu, Fri"',
      ].join('\n'),
    );
    expect(read.map(({ reference, phase, weekdays }) => [reference, phase, weekdays])).toEqual([
      ['R1', 'development', []],
      ['R3', 'development', []],
      ['R5', null, ['Thursday', 'Friday']],
    ]);
    expect(told).toEqual([
      '2: "12" is not a URN of five or six digits. It counts as not known.',
      '2: "LE1" is not a whole postcode. It counts as not known.',
      '2: "51.5, -0.1" looks like latitude and longitude; give easting and northing in metres. It counts as not known.',
      '2: "Someday" names no days of the week. It counts as not known.',
      '4: Row left out: it registers interest, and is no application.',
      '5: Row left out: R1 is on line 2 already.',
      '6: "458000, " is not an easting and a northing in metres. It counts as not known.',
      '7: Row left out: the school with URN 123456 is on line 6 already. Keep the row that counts.',
    ]);
  });
});

describe('a list of specialists', () => {
  it('reads initials, postcode and days, whether of the year or of the week', async () => {
    const { read, told } = await specialists(
      'Name,Postcode,Days,Capacity,Travel limit (miles)\nA B,LE1 1AA,12 days,2,10\nC D,LE2 2BB,Tues & Thursdays,14,\nC D,LE2 2BB,,,\n,LE3 3CC,,,\nE F,,Mon to Wed,lots,\n',
    );
    expect(read).toMatchObject([
      {
        id: 'A B',
        postcode: 'LE1 1AA',
        days: 12,
        weekdays: [],
        groups: 2,
        schools: null,
        maxKilometres: 16.09344,
      },
      { id: 'C D', days: null, weekdays: ['Tuesday', 'Thursday'], schools: 14 },
      { id: 'E F', weekdays: ['Monday', 'Tuesday', 'Wednesday'], schools: null },
    ]);
    expect(told).toEqual([
      '4: Row left out: C D is on line 3 already. Add a letter if these are two people.',
      '5: Row left out: it has neither name nor initials.',
      '6: "lots" is not a number. It counts as not stated.',
    ]);
  });
});
