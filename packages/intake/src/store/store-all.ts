import type { Application } from '@maths-hubs/sdk/applications';
import { StoreUnavailableError } from '../errors.js';
import type { Keyring } from '../keys/keyring.js';
import { contentOf } from './digest.js';
import type { Store } from './interface.js';
import type { Channel } from './tables.js';

/** An arrival as the statement takes it. */
export interface Sent {
  readonly reference: string;
  readonly hub: string;
  readonly digest: string;
  /** Where a key came, empty: what is stored under the key says itself what came with it. */
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
  /** In plain, for when its key came before. */
  readonly application: Application;
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
  select count(*)::int as stored from stored`;

const STORE = storing(SEVERAL);
const STORE_AND_TELL = storing(SEVERAL, SEVERAL.messages);
const STORE_ONE = storing(ONE);
const STORE_ONE_AND_TELL = storing(ONE, ONE.messages);

const WHICH = 'select reference from applications where reference = any($1::text[])';

const BEFORE = `
  select keys.content, keys.reference, keys.erased_at, applications.received_at, applications.leaf, applications.sealed
  from keys left join applications using (reference)
  where keys.hub = $1 and keys.digest = $2`;

/** What became of each, in the order given; an error where only that one is unknown. */
export async function storeAll(
  store: Store,
  keys: Pick<Keyring, 'digest' | 'open'>,
  all: readonly Sent[],
): Promise<(Outcome | Error)[]> {
  const count = await insert(store, all);
  if (count === all.length) return all.map(received);
  const stored = count === 0 ? new Set() : await whichOf(store, all);
  const outcomes: (Outcome | Error)[] = [];
  for (const sent of all)
    outcomes.push(stored.has(sent.reference) ? received(sent) : await whatCameBefore(store, keys, sent));
  return outcomes;
}

/** How many are stored now. Only what somebody wants to know of is written to be told. */
async function insert(store: Store, all: readonly Sent[]): Promise<number> {
  const [row] = await statementFor(store, all);
  return row?.stored ?? 0;
}

function statementFor(store: Store, all: readonly Sent[]): Promise<{ stored: number }[]> {
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

/** The database counts bytes from one. Named one by one: to copy all but one takes longer. */
function asSeveral(all: readonly Sent[]): unknown[] {
  let from = 1;
  const rows = all.map((sent) => {
    const { reference, hub, digest, content, kind, school_year, at, leaf, likeness, channels, set_aside } =
      sent;
    const place = { sealed_from: from, sealed_bytes: sent.sealed.length };
    from += sent.sealed.length;
    return {
      reference,
      hub,
      digest,
      content,
      kind,
      school_year,
      at,
      leaf,
      likeness,
      channels,
      set_aside,
      ...place,
    };
  });
  return [JSON.stringify(rows), Buffer.concat(all.map(({ sealed }) => sealed))];
}

function received({ reference, at }: Sent): Receipt {
  return { reference, receivedAt: at, repeated: false };
}

/** Which of them are stored now: nobody else knows their references. */
async function whichOf(store: Store, all: readonly Sent[]): Promise<ReadonlySet<string>> {
  const references = all.map(({ reference }) => reference);
  const rows = await store.query<{ reference: string }>('intake-which', WHICH, [references]);
  return new Set(rows.map(({ reference }) => reference));
}

interface Before {
  readonly content: string;
  readonly reference: string;
  readonly erased_at: Date | null;
  readonly received_at: Date | null;
  readonly leaf: string | null;
  readonly sealed: Buffer | null;
}

async function whatCameBefore(
  store: Store,
  keys: Pick<Keyring, 'digest' | 'open'>,
  sent: Sent,
): Promise<Outcome | Error> {
  const [before] = await store.query<Before>('intake-before', BEFORE, [sent.hub, sent.digest]);
  if (before === undefined)
    return new StoreUnavailableError(
      'What had been stored under this key went at this moment. Send it again.',
    );
  const { reference, erased_at: erased, received_at: at } = before;
  if (erased !== null || at === null) return { erased: reference };
  const same = isTheSame(keys, before, sent);
  if (same === null) return { erased: reference };
  if (!same) return { conflictWith: reference };
  // Who sends the same without the key that only the first sender has does not learn when the first one came.
  const keyless = sent.digest === sent.content;
  return { reference, receivedAt: keyless ? sent.at : at, repeated: true };
}

/** Whether what came before has the same content; null when the key that opens it is destroyed. */
function isTheSame(keys: Pick<Keyring, 'digest' | 'open'>, before: Before, sent: Sent): boolean | null {
  const content = contentOf(sent.application);
  // Older services kept a digest also where a key came.
  if (before.content !== '') return before.content === (sent.content || keys.digest(content));
  if (before.leaf === null || before.sealed === null) return null;
  const text = keys.open(sent.hub, before.leaf, before.sealed);
  return text === null ? null : contentOf(JSON.parse(text) as Application) === content;
}
