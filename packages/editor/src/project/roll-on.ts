import { addSchoolYears, emptyEdition, type Edition } from '@maths-hubs/sdk/programme';
import { BY_HUB, OWN, ownSource } from './edit.js';
import type { OwnHub } from './own-hub.js';

/** Last year's terms rolled on: a new year that states nothing, and what can be taken over into it. */
export interface RolledOn {
  readonly edition: Edition;
  /** The year that it was rolled on from. */
  readonly from: Edition;
  /** Dates that were moved by a year and that somebody has to confirm: ids of windows and events. */
  readonly unconfirmed: readonly string[];
}

/**
 * The next year of a hub's own terms: its phases by name, its doors, and every term empty until it is taken over. Dates of windows and events keep their
 * weekday, 52 weeks on, and are to be confirmed.
 * @param today  ISO day, the mark of this version
 */
export function rollOn(from: Edition, today: string): RolledOn {
  const schoolYear = addSchoolYears(from.schoolYear, 1);
  const name = from.contact?.name ?? from.sources[OWN]?.publisher ?? from.hub ?? 'Our hub';
  const own = ownSource({ name, website: from.contact?.website ?? null }, schoolYear);
  const blank = emptyEdition(schoolYear, 'four-phases', from.hub);
  const model = blank.phases[0];
  if (model === undefined) throw new Error('An empty edition has phases.');
  const recruitment = from.recruitment.map(({ status: _status, ...window }) => ({
    ...window,
    opens: aYearOn(window.opens),
    closes: aYearOn(window.closes),
    ...BY_HUB,
  }));
  const calendar = from.calendar && {
    halfTerms: [],
    events: from.calendar.events.map((event) => ({
      ...event,
      date: aYearOn(event.date) ?? event.date,
    })),
    ...BY_HUB,
  };
  const edition: Edition = {
    ...blank,
    version: today,
    evidence: 'hub',
    ...(from.contact && { contact: from.contact }),
    sources: { [OWN]: own },
    phases: from.phases.map((phase) => ({
      ...model,
      id: phase.id,
      name: phase.name.value === null ? model.name : { value: phase.name.value, ...BY_HUB },
    })),
    entryPoints: from.entryPoints.map((door) => ({ ...door, ...BY_HUB })),
    doors: from.doors.every(({ basis }) => basis === 'hub') ? from.doors : [],
    recruitment: recruitment as Edition['recruitment'],
    calendar: calendar as Edition['calendar'],
  };
  return {
    edition,
    from,
    unconfirmed: [...recruitment, ...(calendar?.events ?? [])].map(({ id }) => id),
  };
}

/** A hub's terms that begin with another hub's phases: all empty, and what that hub says can be taken over into them. */
export function startFrom(from: Edition, hub: OwnHub, schoolYear: string, today: string): Edition {
  const blank = emptyEdition(schoolYear, 'four-phases', hub.id);
  const [model] = blank.phases;
  if (model === undefined) throw new Error('An empty edition has phases.');
  return {
    ...blank,
    version: today,
    evidence: 'hub',
    contact: { name: hub.name },
    sources: { [OWN]: ownSource(hub, schoolYear) },
    phases: from.phases.map(({ id }) => ({ ...model, id })),
  };
}

/** The same weekday, 52 weeks later. */
export function aYearOn(day: string | null): string | null {
  if (day === null) return null;
  const moved = new Date(`${day}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + 364);
  return moved.toISOString().slice(0, 10);
}
