import type { Store } from './store/interface.js';
import { readSetting, writeSetting } from './store/settings.js';

const DAY = 86_400_000;
/** Longer than a service is off between two looks at the clock, as a rule. */
const LEAP = 7 * DAY;

interface Seen {
  readonly at: number;
  /** When a clock that had leapt ahead was first seen. */
  readonly doubted: number | null;
}

/**
 * Whether the clock may be believed for what cannot be undone. One that has leapt ahead by more than a week is either
 * wrong, and would have everything erased that is not old at all, or right after a long stop: so somebody has a day to set
 * it right.
 */
export async function mayBelieveClock(store: Store, now: Date): Promise<boolean> {
  const at = now.getTime();
  const seen = await lastSeen(store, at);
  const doubted = doubtedSince(seen, at);
  await writeSetting(store, 'clock', JSON.stringify({ at, doubted } satisfies Seen));
  return doubted === null;
}

function doubtedSince(seen: Seen, at: number): number | null {
  if (at - seen.at > LEAP) return at;
  const { doubted } = seen;
  // It was set back, or has stood at the same time for a day with nobody to say that it is wrong.
  return doubted === null || at < doubted || at - doubted >= DAY ? null : doubted;
}

/** Where no look at the clock is known of, as after a restore, the newest application tells of one. */
async function lastSeen(store: Store, at: number): Promise<Seen> {
  const text = await readSetting(store, 'clock');
  if (text !== null) return JSON.parse(text) as Seen;
  const newest = await store.run((db) =>
    db
      .selectFrom('applications')
      .select((eb) => eb.fn.max('received_at').as('at'))
      .executeTakeFirst(),
  );
  return { at: newest?.at?.getTime() ?? at, doubted: null };
}
