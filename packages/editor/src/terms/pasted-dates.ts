import type { CalendarEvent, PhaseId } from '@maths-hubs/sdk/programme';

/** A line of a pasted list: a date of the year, or what could not be read in it. */
export type PastedDate =
  | (Pick<CalendarEvent, 'kind' | 'date' | 'starts' | 'ends' | 'title'> & { readonly line: string })
  | { readonly line: string; readonly problem: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * Reads dates as people keep them: one on each line, `Thursday 15 October 2026, 1.30pm to 3.30 pm, first workshop`. A day without a year falls into the school
 * year; a weekday that does not fit its day is asked about, never put right in silence.
 * @param schoolYear  `2026/27`
 */
export function readDates(text: string, schoolYear: string): PastedDate[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => readLine(line, schoolYear));
}

function readLine(line: string, schoolYear: string): PastedDate {
  const found = dayIn(line, schoolYear);
  if (found === undefined) return { line, problem: 'There is no date in it, such as 15 October 2026.' };
  const { date, rest, weekday } = found;
  if (date === null) return { line, problem: 'There is no such day in the calendar.' };
  const is = new Date(`${date}T12:00:00Z`).getUTCDay();
  if (weekday !== undefined && weekday !== is)
    return { line, problem: `${date} is another day of the week. Which of the two is right?` };
  if (date < `${schoolYear.slice(0, 4)}-08-01` || date > `20${schoolYear.slice(5)}-08-31`)
    return { line, problem: `${date} is not in the school year ${schoolYear}.` };
  const { starts, ends, left } = timesIn(rest);
  const title = left.replace(/^[\s,;:|\u2013-]+|[\s,;:|\u2013-]+$/g, '').replace(/\s+/g, ' ');
  return {
    line,
    kind: kindOf(title),
    date,
    ...(starts && { starts }),
    ...(starts && ends && starts < ends && { ends }),
    ...(title && { title }),
  };
}

interface Day {
  readonly date: string | null;
  readonly rest: string;
  readonly weekday: number | undefined;
}

function dayIn(line: string, schoolYear: string): Day | undefined {
  const weekdayName = /\b(sun|mon|tue|wed|thu|fri|sat)[a-z]*\b[\s,.]*/i.exec(line);
  const weekday = weekdayName?.[1] ? DAYS.indexOf(weekdayName[1].toLowerCase()) : undefined;
  const iso = /\b(20\d\d)-(\d\d)-(\d\d)\b/.exec(line);
  const slashed = /\b(\d{1,2})[/.](\d{1,2})[/.](20)?(\d\d)\b/.exec(line);
  const worded = new RegExp(
    `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTHS.join('|')})[a-z]*\\.?(?:,?\\s+(20\\d\\d))?`,
    'i',
  ).exec(line);
  const [match, day, month, year] = iso
    ? [iso[0], Number(iso[3]), Number(iso[2]), Number(iso[1])]
    : slashed
      ? [slashed[0], Number(slashed[1]), Number(slashed[2]), 2000 + Number(slashed[4])]
      : worded
        ? [
            worded[0],
            Number(worded[1]),
            MONTHS.indexOf((worded[2] ?? '').toLowerCase()) + 1,
            Number(worded[3]),
          ]
        : [];
  if (match === undefined || day === undefined || month === undefined) return undefined;
  const first = Number(schoolYear.slice(0, 4));
  const whole = year || (month >= 8 ? first : first + 1);
  const date = `${whole}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const isDay = new Date(`${date}T12:00:00Z`);
  const rest = line.replace(match, ' ').replace(weekdayName?.[0] ?? '', ' ');
  return {
    date: !Number.isNaN(isDay.getTime()) && isDay.toISOString().startsWith(date) ? date : null,
    rest,
    weekday,
  };
}

const TIME = '(\\d{1,2})(?:[:.](\\d\\d))?\\s*(am|pm)?';

function timesIn(text: string): { starts?: string; ends?: string; left: string } {
  const range = new RegExp(`(?:from\\s+)?${TIME}\\s*(?:to|until|-|\u2013)\\s*${TIME}`, 'i').exec(text);
  if (range) {
    const [match, h1, m1, half1, h2, m2, half2] = range;
    const starts = timeOf(h1, m1, half1 ?? (Number(h1) <= Number(h2) ? half2 : undefined));
    const ends = timeOf(h2, m2, half2 ?? half1);
    if (starts && ends) return { starts, ends, left: text.replace(match, ' ') };
  }
  const single = new RegExp(`(?:at\\s+)?\\b(?=\\d{1,2}(?:[:.]\\d\\d|\\s*(?:am|pm)))${TIME}`, 'i').exec(text);
  const starts = single ? timeOf(single[1], single[2], single[3]) : undefined;
  return starts && single ? { starts, left: text.replace(single[0], ' ') } : { left: text };
}

function timeOf(hour = '', minute = '00', half?: string): string | undefined {
  const h = Number(hour) % (half ? 12 : 24);
  const whole = h + (half?.toLowerCase() === 'pm' ? 12 : 0);
  return Number(minute) < 60 && Number(hour) < 24 && (!half || Number(hour) <= 12)
    ? `${String(whole).padStart(2, '0')}:${minute}`
    : undefined;
}

function kindOf(title: string): CalendarEvent['kind'] {
  if (/first (workshop|meeting)|launch/i.test(title)) return 'first-workshop';
  if (/head(teacher)?s?\b/i.test(title)) return 'headteacher-meeting';
  if (/visit/i.test(title)) return 'visit';
  if (/claim/i.test(title)) return 'claim';
  return /meeting|workshop|work group|session|^$/i.test(title) ? 'meeting' : 'other';
}

/** The dates that could be read, as events of a phase. */
export function eventsOf(
  dates: readonly PastedDate[],
  phase: PhaseId,
  id: (index: number) => string,
): CalendarEvent[] {
  return dates.flatMap((each, index) => {
    if ('problem' in each) return [];
    const { line: _, ...event } = each;
    return [{ id: id(index), phase, ...event }];
  });
}
