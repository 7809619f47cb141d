import { createHash, randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Application } from '@maths-hubs/sdk/applications';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { StoreUnavailableError } from '../errors.js';
import type { Store } from './store.js';
import type { Channel, Tables } from './tables.js';

interface Arrival {
  readonly application: Application;
  /** The sender's own key; null where none came, and the content itself is what is stored once a day. */
  readonly key: string | null;
  readonly at: Date;
  /** Where the hub wants to hear of it. */
  readonly channels: readonly Channel[];
}

export interface Receipt {
  readonly reference: string;
  readonly receivedAt: Date;
  /** It had come before: nothing was stored now. */
  readonly repeated: boolean;
}

/** The key was used for another application; that one's receipt. */
interface Conflict {
  readonly conflictWith: Receipt;
}

/** Takes an application in; resolves when it is durable. */
export type Receive = (arrival: Arrival) => Promise<Receipt | Conflict>;

/** Most applications stored in one statement, and most that may wait for one. */
const BATCH = 64;
const WAITING = 2_000;

interface Waiting {
  readonly sent: Sent;
  readonly resolve: (receipt: Receipt | Conflict) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Stores applications once each. Those that arrive while one statement runs go together into the next, so that a
 * rush shares its commits; no acknowledgement is given before its own commit.
 */
export function receiver(store: Store): Receive {
  let waiting: Waiting[] = [];
  let storing = false;

  async function work(): Promise<void> {
    storing = true;
    while (waiting.length > 0) {
      // PGlite works without a pause: what has come in meanwhile is read first, and goes into this statement.
      await setImmediate();
      const { batch, rest } = nextBatch(waiting);
      waiting = rest;
      await storeBatch(batch);
    }
    storing = false;
  }

  async function storeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const receipts = await store.run((db) =>
        storeAll(
          db,
          batch.map(({ sent }) => sent),
        ),
      );
      batch.forEach(({ resolve, reject }, index) => {
        const receipt = receipts[index];
        if (receipt !== undefined) resolve(receipt);
        // Never seen; but a request that nothing answers would wait for ever.
        else reject(new Error('The database returned fewer receipts than applications.'));
      });
    } catch (error) {
      // One application that the database will not take must not stop those that came beside it.
      if (batch.length === 1 || error instanceof StoreUnavailableError)
        for (const { reject } of batch) reject(error);
      else for (const one of batch) await storeBatch([one]);
    }
  }

  return (arrival) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= WAITING)
        return reject(new StoreUnavailableError('More applications wait than the database can take.'));
      waiting.push({ sent: prepare(arrival), resolve, reject });
      if (!storing) void work();
    });
}

/** The first that wait, no two of one key: the second then finds what the first stored. */
function nextBatch(waiting: readonly Waiting[]): { batch: Waiting[]; rest: Waiting[] } {
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  const keys = new Set<string>();
  for (const one of waiting) {
    const key = `${one.sent.hub} ${one.sent.digest}`;
    if (batch.length < BATCH && !keys.has(key)) batch.push(one);
    else rest.push(one);
    keys.add(key);
  }
  return { batch, rest };
}

/** An arrival as the statement takes it. */
interface Sent {
  readonly reference: string;
  readonly hub: string;
  readonly digest: string;
  readonly content: string;
  readonly kind: string;
  readonly school_year: string;
  readonly at: Date;
  readonly body: Application;
  readonly channels: readonly Channel[];
}

function prepare({ application, key, at, channels }: Arrival): Sent {
  const content = contentDigest(application);
  return {
    reference: newReference(),
    hub: application.hub,
    digest: key === null ? content : sha256(`key:${key}`),
    content,
    kind: application.kind,
    school_year: application.edition.schoolYear,
    at,
    body: application,
    channels,
  };
}

/**
 * Stores applications with their keys and notices in one statement: all of it or nothing. A key that is there
 * already, or is being stored at this moment by another process, stores nothing; content without a key of its own
 * may come again after a day.
 */
async function storeAll(db: Kysely<Tables>, all: readonly Sent[]): Promise<(Receipt | Conflict)[]> {
  const { rows } = await sql<{ reference: string }>`
    with sent as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as sent (
        reference text, hub text, digest text, content text, kind text, school_year text, at timestamptz,
        body jsonb, channels text[]
      )
    ), claimed as (
      insert into keys (hub, digest, content, reference, created_at)
      select hub, digest, content, reference, at from sent order by hub, digest
      on conflict (hub, digest) do update
        set reference = excluded.reference, created_at = excluded.created_at
        where excluded.digest = excluded.content
          and keys.created_at <= excluded.created_at - interval '1 day'
      returning reference
    ), stored as (
      insert into applications (reference, hub, kind, school_year, received_at, body)
      select reference, hub, kind, school_year, at, body from sent join claimed using (reference)
      returning reference
    ), queued as (
      insert into outbox (hub, reference, channel, attempts, due_at)
      select hub, reference, channel, 0, at
      from sent join claimed using (reference) cross join unnest(channels) as channel
    )
    select reference from stored`.execute(db);
  const stored = new Set(rows.map(({ reference }) => reference));
  return Promise.all(
    all.map((sent) =>
      stored.has(sent.reference)
        ? { reference: sent.reference, receivedAt: sent.at, repeated: false }
        : whatCameBefore(db, sent),
    ),
  );
}

async function whatCameBefore(db: Kysely<Tables>, sent: Sent): Promise<Receipt | Conflict> {
  const before = await db
    .selectFrom('keys')
    .innerJoin('applications', 'applications.reference', 'keys.reference')
    .select(['keys.content', 'applications.reference', 'applications.received_at'])
    .where('keys.hub', '=', sent.hub)
    .where('keys.digest', '=', sent.digest)
    .executeTakeFirst();
  if (before === undefined)
    throw new StoreUnavailableError(
      'What had been stored under this key was erased at this moment. Send it again.',
    );
  const receipt = { reference: before.reference, receivedAt: before.received_at, repeated: true };
  return before.content === sent.content ? receipt : { conflictWith: receipt };
}

/** What a person would call the same application, whatever its capitals, spaces and the time it was opened. */
function contentDigest({ notice, agreement, ...application }: Application): string {
  const agreed = agreement !== null;
  return sha256(`content:${canonical({ ...application, agreed, notice: notice.version })}`);
}

function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.trim().replace(/\s+/g, ' ').toLowerCase());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => `${name}:${canonical(inner)}`)
      .join(',')}}`;
  return String(value);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Crockford's alphabet: no letter that is read as a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `MH-7K3QX-9PDM2`: fifty random bits, to be read out on the telephone and not to be guessed. */
function newReference(): string {
  const letters = Array.from(randomBytes(10), (byte) => ALPHABET[byte & 31]).join('');
  return `MH-${letters.slice(0, 5)}-${letters.slice(5)}`;
}
