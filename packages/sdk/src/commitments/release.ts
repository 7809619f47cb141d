import { unknown, type Quantity, type Sourced } from '../evidence/index.js';
import type { Phase } from '../programme/index.js';
import { exactly, sourcesOf, times } from './quantities.js';
import { countInYear } from './rhythm.js';

/**
 * Teacher-days that a school releases in one year of a phase, its teachers added together (unit `day`, per `school`).
 * The stated release; where none is stated, worked out from the number of meetings, their length and the
 * number of teachers. Unknown if one of these is.
 */
export function teacherDays({ terms }: Phase): Sourced<Quantity> {
  return terms.release.value ? fromRelease(terms.release, terms.teachers) : fromMeetings(terms);
}

function fromRelease(release: Sourced<Quantity>, teachers: Sourced<Quantity>): Sourced<Quantity> {
  const days = inDays(release.value);
  if (!days) return unknown(release.source, 'The release is not given in days.');
  switch (days.per) {
    case 'school':
    case 'both-teachers':
      return { ...withoutVariants(release), value: { ...days, per: 'school' } };
    case 'teacher':
      if (!teachers.value)
        return unknown(
          sourcesOf(release, teachers),
          'The release is for each teacher; the number of teachers is not known.',
        );
      return {
        value: times(days, teachers.value, 'day'),
        source: sourcesOf(release, teachers),
        basis: release.basis === 'hub' ? 'hub' : 'derived',
        note: 'The release of one teacher, times the teachers taking part.',
      };
    default:
      return unknown(release.source, 'No source says whether the release is for each teacher or for all.');
  }
}

function fromMeetings({
  release,
  meetings: stated,
  meetingFrequency,
  meetingLength,
  teachers,
}: Phase['terms']): Sourced<Quantity> {
  const meetings = countInYear(stated, meetingFrequency, 'meeting');
  const source = sourcesOf(release, meetings, meetingLength, teachers);
  const length = inDays(meetingLength.value);
  if (!meetings.value || !length || !teachers.value)
    return unknown(source, notKnown(meetings.value, length, teachers.value));
  return {
    value: times(times(meetings.value, length, 'day'), teachers.value, 'day'),
    source,
    basis: 'derived',
    note: 'Meetings, times their length, times the teachers taking part.',
  };
}

/** Names only what is unknown: the meetings may well be known. */
function notKnown(meetings: Quantity | null, length: Quantity | null, teachers: Quantity | null): string {
  const things = [
    meetings ? '' : 'how many meetings there are',
    length ? '' : 'how long a meeting is',
    teachers ? '' : 'how many teachers take part',
  ].filter(Boolean);
  return `No source says ${things.join(', or ')}.`;
}

function inDays(quantity: Quantity | null): Quantity | null {
  if (quantity?.unit === 'day') return quantity;
  if (quantity?.unit === 'half-day') return times(quantity, exactly(0.5, 'day'), 'day', quantity.per);
  return null;
}

function withoutVariants({ variants: _, ...fact }: Sourced<Quantity>): Sourced<Quantity> {
  return fact;
}
