import { setImmediate } from 'node:timers/promises';
import type { Application } from '@maths-hubs/sdk/applications';
import { StoreUnavailableError } from '../errors.js';
import type { Keyring } from '../keys/keyring.js';
import { randomOf } from '../keys/random.js';
import { contentOf, likenessOf } from './digest.js';
import { storeAll } from './store-all.js';
import type { Outcome, Sent } from './store-all.js';
import type { Store } from './interface.js';
import type { Channel } from './tables.js';

interface Arrival {
  readonly application: Application;
  /** The sender's own key; null where none came, and the content itself is what is stored once a day. */
  readonly key: string | null;
  readonly at: Date;
  /** Whom to notify of it. */
  readonly channels: readonly Channel[];
  /** Whether it is beyond what a day brings, and is set aside. */
  readonly setAside?: boolean;
}

/** Takes applications in. */
export interface Receiver {
  /** Resolves when the application is durable, or was before. */
  take(arrival: Arrival): Promise<Outcome>;
  /** How many wait to be stored. */
  waiting(): number;
  /** When something was last made durable. */
  lastStored(): Date | null;
  /** Milliseconds since then, whatever was done to the clock meanwhile; infinite before the first. */
  sinceStored(): number;
  /** Whether the last statement could not be carried out. */
  failing(): boolean;
  /** Told that the database takes writes again. */
  recovered(): void;
}

/** Most applications stored in one statement, and most that may wait for one. */
const BATCH = 64;
const WAITING = 2_000;
/** Nobody waits longer for the statement to begin. */
const PATIENCE = 5_000;
/**
 * Beside a database that works on its own, two halves take turns: while it stores one, this program answers the other
 * and reads what comes next. Halves of fewer are not made, since a statement costs about as much for one as for ten.
 */
const LEAST_HALF = 6;
/** Another statement begins beside those under way when it would be full, or somebody has waited so many milliseconds. */
const SLOW = 5;

const nothing = (): void => undefined;

interface Waiting {
  readonly arrival: Arrival;
  /** As it will be stored, from when its statement is made. */
  sent?: Sent;
  readonly since: number;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

interface Ready extends Waiting {
  sent: Sent;
}

/**
 * Stores applications once each. Those that arrive while statements run go together into the next, so that a rush
 * shares its commits; no acknowledgement is given before its own commit. Simultaneous repeats are recognised by
 * the database, in which the second waits for the first.
 */
export function receiver(store: Store, keys: Keyring): Receiver {
  /** PGlite works in this program, which does nothing else meanwhile: all that wait go into one statement. */
  const alone = store.statements === 1;
  let waiting: Waiting[] = [];
  let storing = 0;
  let lastStored: Date | null = null;
  let storedAt = -Infinity;
  let failing = false;
  let impatient: NodeJS.Timeout | undefined;
  /** How many are in the statements under way, and how many the last brought to an end: they are likely to come again. */
  let underWay = 0;
  let answered = 0;

  /** Whether enough wait for a statement beside so many others. */
  function isWorth(others: number): boolean {
    return waiting.length >= (others === 0 ? 1 : BATCH);
  }

  function begin(): void {
    if (storing >= store.statements) return;
    if (isWorth(storing)) void work();
    else impatient ??= setTimeout(beImpatient, SLOW);
  }

  function beImpatient(): void {
    impatient = undefined;
    const [first] = waiting;
    if (first === undefined || storing >= store.statements) return;
    if (performance.now() - first.since < SLOW) begin();
    else void work(true);
  }

  async function work(impatiently = false): Promise<void> {
    storing += 1;
    // What has come in at this moment is read first, and goes into this statement.
    await setImmediate();
    let answer = nothing;
    for (let must = impatiently; must || isWorth(storing - 1); must = false) {
      const batch = nextBatch();
      underWay += batch.length;
      const stored = storeBatch(batch);
      // The statement is on its way before those of the last are answered.
      await setImmediate();
      answer();
      answer = await stored;
      underWay -= batch.length;
      answered = batch.length;
      if (alone) {
        answer();
        answer = nothing;
        await setImmediate();
      }
    }
    storing -= 1;
    answer();
    // Who is left waits for the others under way, which may be slow.
    if (waiting.length > 0) begin();
  }

  /**
   * Takes the first that wait, no two of one key: the second then finds what the first stored. They are hidden only
   * here, one after another: on the way of each request it would take the processor twice as long.
   */
  function nextBatch(): Ready[] {
    const batch: Ready[] = [];
    const rest: Waiting[] = [];
    const known = new Set<string>();
    const longest = performance.now() - PATIENCE;
    const half = Math.ceil((waiting.length + underWay + answered) / 2);
    const most = alone ? BATCH : Math.min(BATCH, Math.max(LEAST_HALF, half));
    for (const one of waiting)
      if (one.since < longest)
        one.reject(new StoreUnavailableError('The database was too slow to take this in time.'));
      else if (batch.length === most) rest.push(one);
      else
        try {
          one.sent ??= prepare(one.arrival, keys);
          const key = `${one.sent.hub} ${one.sent.digest}`;
          if (known.has(key)) rest.push(one);
          else batch.push(one as Ready);
          known.add(key);
        } catch (error) {
          one.reject(error);
        }
    waiting = rest;
    return batch;
  }

  /** What is left to do: to answer those who wait. */
  async function storeBatch(batch: readonly Ready[]): Promise<() => void> {
    if (batch.length === 0) return nothing;
    try {
      await keys.standFast();
      const outcomes = await storeAll(
        store,
        keys,
        batch.map(({ sent }) => sent),
      );
      lastStored = new Date();
      storedAt = performance.now();
      failing = false;
      return () => {
        batch.forEach(({ resolve, reject }, index) => {
          const outcome = outcomes[index];
          if (outcome === undefined) reject(new Error('The database told nothing of an application'));
          else if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        });
      };
    } catch (error) {
      failing = error instanceof StoreUnavailableError;
      if (batch.length === 1 || error instanceof StoreUnavailableError)
        return () => batch.forEach(({ reject }) => reject(error));
      // One application that the database will not take must not stop those that came beside it: find it by halves.
      const half = Math.ceil(batch.length / 2);
      const first = await storeBatch(batch.slice(0, half));
      const second = await storeBatch(batch.slice(half));
      return () => {
        first();
        second();
      };
    }
  }

  return {
    take: (arrival) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= WAITING)
          return reject(new StoreUnavailableError('More applications wait than the database can take.'));
        waiting.push({ arrival, since: performance.now(), resolve, reject });
        begin();
      }),
    waiting: () => waiting.length,
    lastStored: () => lastStored,
    sinceStored: () => performance.now() - storedAt,
    failing: () => failing,
    recovered: () => {
      failing = false;
    },
  };
}

function prepare({ application, key, at, channels, setAside = false }: Arrival, keys: Keyring): Sent {
  const { hub, kind, edition } = application;
  const content = key === null ? keys.digest(contentOf(application)) : '';
  const leaf = keys.newLeaf(at);
  return {
    reference: newReference(),
    hub,
    // A program may make its keys of what anybody could guess, as of an address: they are hidden like the content.
    digest: key === null ? content : keys.digest(`key:${key}`),
    content,
    kind,
    school_year: edition.schoolYear,
    at,
    leaf,
    sealed: keys.seal(hub, leaf, textOf(application)),
    likeness: keys.digest(likenessOf(application)),
    channels,
    set_aside: setAside,
    application,
  };
}

const agreements = new WeakMap<NonNullable<Application['agreement']>['commitments'], string>();

/** An application as text. What all agree to is most of it, and the same for all: it is written once. */
function textOf(application: Application): string {
  const { format, kind, hub, edition, answers, readiness, agreement, notice } = application;
  if (agreement === null) return JSON.stringify(application);
  const rest: Omit<Application, 'agreement'> = { format, kind, hub, edition, answers, readiness, notice };
  let written = agreements.get(agreement.commitments);
  if (written === undefined) agreements.set(agreement.commitments, (written = JSON.stringify(agreement)));
  return `{"agreement":${written},${JSON.stringify(rest).slice(1)}`;
}

/** Crockford's alphabet: no letter that is read as a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `MH-7K3QX-9PDM2`: fifty random bits, to be read out on the telephone and not to be guessed. */
function newReference(): string {
  let letters = '';
  for (const byte of randomOf(10)) letters += ALPHABET[byte & 31];
  return `MH-${letters.slice(0, 5)}-${letters.slice(5)}`;
}
