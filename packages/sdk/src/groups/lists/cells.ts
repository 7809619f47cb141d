import type { PhaseId } from '../../programme/index.js';
import { parsePostcode } from '../../typed/index.js';
import { WEEKDAYS } from '../problem.js';
import type { GridPlace, Weekday } from '../problem.js';

/** A cell's value, or a sentence that says why it is unreadable. */
export type Cell<T> = { readonly value: T; readonly fault?: undefined } | { readonly fault: string };

/** England on the National Grid, in metres, with room to spare. */
const ENGLAND = { east: [80_000, 660_000], north: [4_000, 660_000] } as const;

export function numberOf(text: string): Cell<number> {
  const plain = text.replace(/[,\s]/g, '').replace(/(?:km|kms|kilometres|miles|mi|days?)$/i, '');
  const value = Number(plain);
  return plain !== '' && Number.isFinite(value) && value >= 0
    ? { value }
    : { fault: `"${shown(text)}" is not a number.` };
}

/**
 * Reads two cells as a place on the National Grid, in metres; null if both are empty or 0, GIAS's way of
 * writing an unknown place.
 */
export function placeOf(easting: string, northing: string): Cell<GridPlace | null> {
  if (easting === '' && northing === '') return { value: null };
  const [east, north] = [Number(easting.replace(/[,\s]/g, '')), Number(northing.replace(/[,\s]/g, ''))];
  const said = `"${shown(easting)}, ${shown(northing)}"`;
  if (easting === '' || northing === '' || !Number.isFinite(east) || !Number.isFinite(north))
    return { fault: `${said} is not an easting and a northing in metres.` };
  if (east === 0 && north === 0) return { value: null };
  if (Math.abs(east) <= 180 && Math.abs(north) <= 180)
    return { fault: `${said} looks like latitude and longitude; give easting and northing in metres.` };
  if (!within(east, ENGLAND.east) || !within(north, ENGLAND.north))
    return { fault: `${said} is not in England.` };
  return { value: { easting: east, northing: north } };
}

export function postcodeOf(text: string): Cell<string | null> {
  if (text === '') return { value: null };
  const parsed = parsePostcode(text);
  return parsed.valid ? { value: parsed.postcode } : { fault: `"${shown(text)}" is not a whole postcode.` };
}

const PHASES: readonly (readonly [RegExp, PhaseId])[] = [
  [/readiness/i, 'readiness'],
  [/embed/i, 'embedding'],
  [/sustain/i, 'sustaining'],
  [/introduc/i, 'introductory'],
  [/continu/i, 'continuing'],
  [/develop|teacher research|\btrg\b/i, 'development'],
];

/** A phase by its id or by any name that hubs use; other words are unchanged. */
export function phaseIdOf(text: string): PhaseId {
  return PHASES.find(([word]) => word.test(text))?.[1] ?? text.trim().toLowerCase().replace(/\s+/g, '-');
}

export function phaseListOf(text: string): PhaseId[] {
  const parts = text.split(/[;,|/\n]|\band\b/i).map((part) => part.trim());
  return parts.filter((part) => part !== '' && !/^(?:none|no|n\/?a|-)$/i.test(part)).map(phaseIdOf);
}

export function weekdaysOfText(text: string): Cell<Weekday[]> {
  const words = text
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '' && !/^(?:and|any|all|days?|every)$/i.test(word));
  const range = /^\s*([a-z]+)\s*(?:-|–|to)\s*([a-z]+)\s*$/i.exec(text);
  if (range) {
    const [from, to] = [weekdayOf(range[1] ?? ''), weekdayOf(range[2] ?? '')];
    if (from !== null && to !== null && from <= to) return { value: WEEKDAYS.slice(from, to + 1) };
  }
  const found = words.map(weekdayOf);
  if (found.some((day) => day === null)) return { fault: `"${shown(text)}" names no days of the week.` };
  return { value: WEEKDAYS.filter((_, index) => found.includes(index)) };
}

/** `Mon`, `Tues`, `W`, `Thursdays`, by its first letters. */
function weekdayOf(word: string): number | null {
  const plain = word.toLowerCase().replace(/s$/, '');
  const short: Readonly<Record<string, number>> = { m: 0, tu: 1, t: 1, w: 2, th: 3, f: 4 };
  const exact = short[plain];
  if (exact !== undefined) return exact;
  const index = WEEKDAYS.findIndex((day) => plain.length > 1 && day.toLowerCase().startsWith(plain));
  return index >= 0 ? index : /^thur/.test(plain) ? 3 : /^tue/.test(plain) ? 1 : null;
}

export function yes(text: string): boolean {
  return /^(?:y|yes|true|1|x|✓|done|completed?)$/i.test(text.trim());
}

export function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function within(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most;
}
