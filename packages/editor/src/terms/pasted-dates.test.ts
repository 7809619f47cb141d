import { expect } from '@open-wc/testing';
import { eventsOf, readDates } from './pasted-dates.js';

const read = (line: string) => readDates(line, '2026/27')[0]!;

describe('pasted dates', () => {
  const lines: [string, object][] = [
    [
      'Thursday 15 October 2026, 1.30pm to 3.30pm, first workshop',
      { date: '2026-10-15', starts: '13:30', ends: '15:30', kind: 'first-workshop', title: 'first workshop' },
    ],
    ['15 October', { date: '2026-10-15', kind: 'meeting' }],
    [
      '3rd of March: Work Group meeting 4',
      { date: '2027-03-03', kind: 'meeting', title: 'Work Group meeting 4' },
    ],
    ['15/10/2026 09:00-12:00 visit', { date: '2026-10-15', starts: '09:00', ends: '12:00', kind: 'visit' }],
    ['15/10/26', { date: '2026-10-15' }],
    [
      '2027-01-12\tHeadteacher meeting\t2 pm',
      { date: '2027-01-12', starts: '14:00', kind: 'headteacher-meeting', title: 'Headteacher meeting' },
    ],
    ['Tue 12 Jan 2027, 9.30 to 11.30 am', { date: '2027-01-12', starts: '09:30', ends: '11:30' }],
    ['31 July 2027, last day to claim', { date: '2027-07-31', kind: 'claim' }],
    ['11 May, lunch at The Oak', { date: '2027-05-11', kind: 'other', title: 'lunch at The Oak' }],
  ];
  for (const [line, wanted] of lines)
    it(`are read: ${line}`, () => expect(read(line)).to.deep.include(wanted));

  const problems: [string, RegExp][] = [
    ['Work Group meeting', /no date/],
    ['31 November 2026', /no such day/],
    ['Friday 15 October 2026', /another day of the week/],
    ['15 October 2025', /not in the school year/],
  ];
  for (const [line, problem] of problems)
    it(`are asked about: ${line}`, () =>
      expect((read(line) as { problem: string }).problem).to.match(problem));

  it('become events of a phase, each with its own id; what could not be read stays out', () => {
    const dates = readDates('15 October\n\nsome day\n12 January', '2026/27');
    const events = eventsOf(dates, 'development', (index) => `date-${index}`);
    expect(events.map(({ id, date, phase }) => `${id} ${date} ${phase}`)).to.deep.equal([
      'date-0 2026-10-15 development',
      'date-2 2027-01-12 development',
    ]);
  });
});
