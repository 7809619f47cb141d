import { StoreUnavailableError } from '../errors.js';
import type { Store } from './interface.js';
import type { Channel } from './tables.js';

/** An arrival as the statement takes it. */
export interface Sent {
  readonly reference: string;
  readonly hub: string;
  readonly digest: string;
  readonly content: string;
  readonly kind: string;
  readonly school_year: string;
  readonly at: Date;
  readonly leaf: string;
  readonly sealed: Buffer;
  readonly likeness: string;
  readonly channels: readonly Channel[];
  /** Whether it is beyond what a day brings. */
  readonly set_aside: boolean;
}

export interface Receipt {
  readonly reference: string;
  readonly receivedAt: Date;
  /** It had come before: nothing was stored now. */
  readonly repeated: boolean;
}

/**
 * What became of an arrival: it is stored, or was before; its key came with other answers, stored under that
 * reference; or it was stored under that reference and has been erased since, so nothing is stored again.
 */
export type Outcome = Receipt | { readonly conflictWith: string } | { readonly erased: string };

/** What is stored of several: rows of JSON, and what is sealed in one row of bytes beside them, from where each begins. */
const SEVERAL = {
  sent: `
    sent as materialized (
      select * from json_to_recordset($1::json) as sent (
        reference text, hub text, digest text, content text, kind text, school_year text, at timestamptz, leaf text,
        sealed_from integer, sealed_bytes integer, likeness text, channels text[], set_aside boolean
      )
    ),`,
  keys: 'select hub, digest, content, reference, at from sent order by hub, digest',
  applications: `
    select reference, hub, kind, school_year, at, leaf, substring($2::bytea from sealed_from for sealed_bytes), likeness,
      case when set_aside then at end
    from sent join claimed using (reference)`,
  messages: `hub, reference, channel, 0, at, at
    from sent join claimed using (reference) cross join unnest(channels) as channel`,
};

/** Of one alone, as most come: it costs the database half as much. */
const ONE = {
  sent: '',
  keys: 'values ($2, $3, $4, $1, $7)',
  applications: 'select $1, $2, $5, $6, $7, $8, $9, $10, $11 from claimed',
  messages: '$2, $1, channel, 0, $7, $7 from claimed cross join unnest($12::text[]) as channel',
};

/**
 * Stores applications with their keys and messages: all of it or nothing. A key that is there already, or is being
 * stored at this moment by another process, stores nothing; content without a key of its own may come again after a day.
 */
const storing = ({ sent, keys, applications }: typeof ONE, messages?: string): string => `
  with ${sent} claimed as (
    insert into keys (hub, digest, content, reference, created_at) ${keys}
    on conflict (hub, digest) do update
      set reference = excluded.reference, content = excluded.content, created_at = excluded.created_at, erased_at = null
      where excluded.digest = excluded.content and keys.created_at <= excluded.created_at - interval '1 day'
    returning reference
  ), stored as (
    insert into applications (reference, hub, kind, school_year, received_at, leaf, sealed, likeness, set_aside_at)
    ${applications}
    returning reference
  )${
    messages === undefined
      ? ''
      : `, queued as (
    insert into outbox (id, hub, reference, channel, attempts, created_at, due_at)
    select 'msg_' || replace(gen_random_uuid()::text, '-', ''), ${messages}
  )`
  }
  select reference from stored`;

const STORE = storing(SEVERAL);
const STORE_AND_TELL = storing(SEVERAL, SEVERAL.messages);
const STORE_ONE = storing(ONE);
const STORE_ONE_AND_TELL = storing(ONE, ONE.messages);

const BEFORE = `
  select keys.content, keys.reference, keys.erased_at, applications.received_at
  from keys left join applications using (reference)
  where keys.hub = $1 and keys.digest = $2`;

/** What became of each, in the order given; an error where only that one is unknown. */
export async function storeAll(store: Store, all: readonly Sent[]): Promise<(Outcome | Error)[]> {
  const rows = await insert(store, all);
  if (rows.length === all.length) return all.map(received);
  const stored = new Set(rows.map(({ reference }) => reference));
  const outcomes: (Outcome | Error)[] = [];
  for (const sent of all)
    outcomes.push(stored.has(sent.reference) ? received(sent) : await whatCameBefore(store, sent));
  return outcomes;
}

/** The references of those that are stored now. Only what somebody wants to know of is written to be told. */
function insert(store: Store, all: readonly Sent[]): Promise<{ reference: string }[]> {
  const tell = all.some(({ channels }) => channels.length > 0);
  const [one, ...others] = all;
  if (one === undefined || others.length > 0) {
    const values = asSeveral(all);
    return tell
      ? store.query('intake-store-and-tell', STORE_AND_TELL, values)
      : store.query('intake-store', STORE, values);
  }
  const values = asOne(one);
  return tell
    ? store.query('intake-store-one-and-tell', STORE_ONE_AND_TELL, [...values, one.channels])
    : store.query('intake-store-one', STORE_ONE, values);
}

function asOne(sent: Sent): unknown[] {
  const { reference, hub, digest, content, kind, school_year: year, at, leaf, sealed, likeness } = sent;
  const aside = sent.set_aside ? at : null;
  return [reference, hub, digest, content, kind, year, at, leaf, sealed, likeness, aside];
}

/** The database counts bytes from one. */
function asSeveral(all: readonly Sent[]): unknown[] {
  let from = 1;
  const rows = all.map(({ sealed, ...plain }) => {
    const row = { ...plain, sealed_from: from, sealed_bytes: sealed.length };
    from += sealed.length;
    return row;
  });
  return [JSON.stringify(rows), Buffer.concat(all.map(({ sealed }) => sealed))];
}

function received({ reference, at }: Sent): Receipt {
  return { reference, receivedAt: at, repeated: false };
}

async function whatCameBefore(store: Store, sent: Sent): Promise<Outcome | Error> {
  const [before] = await store.query<{
    content: string;
    reference: string;
    erased_at: Date | null;
    received_at: Date | null;
  }>('intake-before', BEFORE, [sent.hub, sent.digest]);
  if (before === undefined)
    return new StoreUnavailableError(
      'What had been stored under this key went at this moment. Send it again.',
    );
  const { reference, erased_at: erased, received_at: at } = before;
  if (erased !== null || at === null) return { erased: reference };
  if (before.content !== sent.content) return { conflictWith: reference };
  // Who sends the same without the key that only the first sender has does not learn when the first one came.
  const keyless = sent.digest === sent.content;
  return { reference, receivedAt: keyless ? sent.at : at, repeated: true };
}
