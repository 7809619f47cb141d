/**
 * Writes iCalendar text (RFC 5545): only what our calendars need, in the form that every calendar program reads.
 * Lines end in CRLF and are folded at 75 octets.
 */

/** One event. Without times it lasts all day; times are English local time. */
export interface IcalEvent {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly location?: string;
  /** ISO day. */
  readonly day: string;
  /** `09:30`; null for all day. */
  readonly starts: string | null;
  /** Null if unknown. */
  readonly ends: string | null;
  /** Whether calendars show the person as busy. */
  readonly busy: boolean;
}

export interface IcalFile {
  readonly name: string;
  /** When the file is made. A later file updates an earlier one's events. */
  readonly stamp: Date;
  readonly events: readonly IcalEvent[];
}

/** English local time, which RFC 5545 requires a file to define: summer time from the last Sunday of March to that of October. */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:STANDARD',
  'DTSTART:19701025T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

/** The file as text. */
export function writeIcal({ name, stamp, events }: IcalFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Maths Hubs//Commitment plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    // A subscribed calendar looks for changed dates once a day.
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    'X-PUBLISHED-TTL:P1D',
    ...(events.some(({ starts }) => starts !== null) ? LONDON : []),
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: IcalEvent, stamp: Date): string[] {
  const { uid, summary, description, location, day, starts, ends, busy } = event;
  const made = utc(stamp);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${Math.floor(stamp.getTime() / 60_000)}`,
    `DTSTAMP:${made}`,
    `LAST-MODIFIED:${made}`,
    ...(starts === null
      ? [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(dayAfter(day))}`]
      : [
          `DTSTART;TZID=Europe/London:${compact(day)}T${compact(starts)}00`,
          ...(ends === null ? [] : [`DTEND;TZID=Europe/London:${compact(day)}T${compact(ends)}00`]),
        ]),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    `TRANSP:${busy ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ];
}

const compact = (text: string): string => text.replace(/[-:]/g, '');

const utc = (time: Date): string => `${compact(time.toISOString().slice(0, 19))}Z`;

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Text as a property value: it must have no control characters. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (each) => `\\${each}`)
    .replaceAll('\n', '\\n');
}

const LONGEST = 75;
const bytes = new TextEncoder();

/** A line folded at 75 octets; continuation lines begin with a space, and no character is split. */
function folded(line: string): string {
  let out = '';
  let length = 0;
  for (const character of line) {
    const size = bytes.encode(character).length;
    if (length + size > LONGEST) {
      out += '\r\n ';
      length = 1;
    }
    out += character;
    length += size;
  }
  return out;
}
