import type { Store } from '../store/interface.js';
import { networkOf } from './rate-limit.js';

/** Whether one more application is ordinary, or beyond what a day brings. */
export interface Place {
  readonly setAside: boolean;
  /** Nothing new was stored: somebody else may have the place. */
  free(): void;
}

/**
 * How many applications a hub is notified of in a day, from midnight UTC: in all, and of one network. What comes beyond
 * is stored and acknowledged like any other and set aside, so that a flood of made-up ones does not drown the rest.
 */
export interface Allowance {
  /** @param address  where it comes from; without one only the hub's own number counts */
  take(hub: string, address: string | undefined, at: Date): Promise<Place>;
}

interface AllowanceParts {
  readonly store: Store;
  readonly perHubDay: number;
  readonly perNetworkDay: number;
}

interface Counted {
  taken: number;
  readAt: number;
}

const DAY = 86_400_000;
/** Others on the same database count too: what they have taken is asked for so often. */
const ASK_AGAIN = 5_000;
/** Networks remembered of a day. */
const REMEMBERED = 50_000;

/** Today's that are not set aside; only as many are looked at as matter. */
const TAKEN = `
  select count(*)::int as taken from (
    select from applications
    where hub = $1 and received_at >= $2 and received_at < $3 and set_aside_at is null limit $4
  ) today`;

export function allowance({ store, perHubDay, perNetworkDay }: AllowanceParts): Allowance {
  let today = Number.NaN;
  const hubs = new Map<string, Promise<Counted>>();
  const networks = new Map<string, number>();

  async function stored(hub: string, day: number): Promise<number> {
    const from = new Date(day * DAY);
    const to = new Date((day + 1) * DAY);
    const [row] = await store.query<{ taken: number }>('intake-taken', TAKEN, [hub, from, to, perHubDay]);
    return row?.taken ?? 0;
  }

  function countedOf(hub: string, day: number): Promise<Counted> {
    const known = hubs.get(hub);
    if (known !== undefined) return known;
    const reading = stored(hub, day).then((taken) => ({ taken, readAt: performance.now() }));
    hubs.set(hub, reading);
    reading.catch(() => {
      if (hubs.get(hub) === reading) hubs.delete(hub);
    });
    return reading;
  }

  function askAgain(hub: string, day: number, counted: Counted): void {
    if (store.lock !== null || performance.now() - counted.readAt < ASK_AGAIN) return;
    counted.readAt = performance.now();
    // Without an answer each service counts for itself.
    stored(hub, day).then(
      (taken) => (counted.taken = Math.max(counted.taken, taken)),
      () => undefined,
    );
  }

  return {
    async take(hub, address, at) {
      const day = Math.floor(at.getTime() / DAY);
      if (day !== today) {
        today = day;
        hubs.clear();
        networks.clear();
      }
      const counted = await countedOf(hub, day);
      askAgain(hub, day, counted);
      const network = address === undefined ? null : `${hub} ${networkOf(address)}`;
      const ofNetwork = network === null ? 0 : (networks.get(network) ?? 0);
      const setAside = counted.taken >= perHubDay || ofNetwork >= perNetworkDay;
      if (setAside) return { setAside, free: () => undefined };
      counted.taken += 1;
      // As in the rate limit, the order matters only when some are about to be forgotten.
      if (network !== null && networks.size > REMEMBERED / 2) networks.delete(network);
      if (network !== null) networks.set(network, ofNetwork + 1);
      if (networks.size > REMEMBERED) networks.delete(networks.keys().next().value ?? '');
      return {
        setAside,
        free() {
          counted.taken -= 1;
          const now = network === null ? undefined : networks.get(network);
          if (network !== null && now !== undefined) networks.set(network, now - 1);
        },
      };
    },
  };
}
