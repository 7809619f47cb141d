import type { Application } from '@maths-hubs/sdk/applications';
import { sql } from 'kysely';
import { KeyError } from '../errors.js';
import type { Keyring } from '../keys/keyring.js';
import type { Store } from '../store/interface.js';
import type { Channel } from '../store/tables.js';

/** A store with the keys that open it. */
export interface Archive {
  readonly store: Store;
  readonly keys: Keyring;
}

/** An application as the hub sees it. */
export interface Received {
  readonly reference: string;
  readonly hub: string;
  readonly receivedAt: string;
  /** The first application of the same school for the same phase and year, where this is not it. */
  readonly probablyRepeats: string | null;
  /** Since when it is set aside as beyond what a day brings; null for the others. */
  readonly setAsideAt: string | null;
  readonly application: Application;
}

/** Few enough that whoever applies meanwhile does not wait: the embedded database does one thing at a time. */
const PAGE = 100;

/** Which of a hub's applications: those beyond what a day brings, or the others. */
export type Which = 'all' | 'set-aside' | 'ordinary';

/**
 * A hub's applications in the order they came, a page of the database at a time.
 * @throws {KeyError} after all that can be opened, when some cannot
 */
export async function* rowsOf(
  { store, keys }: Archive,
  hub: string,
  since: Date | null,
  which: Which = 'all',
): AsyncGenerator<Received> {
  await keys.refresh();
  const unreadable: string[] = [];
  let after: { at: Date; reference: string } | null = null;
  for (;;) {
    const last: { at: Date; reference: string } | null = after;
    const page = await store.run((db) => {
      let query = db
        .selectFrom('applications')
        .select(['reference', 'received_at', 'leaf', 'sealed', 'likeness', 'set_aside_at'])
        .where('hub', '=', hub)
        .orderBy('received_at')
        .orderBy('reference')
        .limit(PAGE);
      if (since !== null) query = query.where('received_at', '>=', since);
      if (last !== null)
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('received_at', 'reference'), '>', tuple(last.at, last.reference)),
        );
      return query.execute();
    });
    const alike = await firstAlike(store, hub, [...new Set(page.map(({ likeness }) => likeness))]);
    const firsts = new Map(alike.map(({ likeness, reference }) => [likeness, reference]));
    for (const { reference, received_at: at, leaf, sealed, likeness, set_aside_at: aside } of page) {
      if (which !== 'all' && (aside !== null) !== (which === 'set-aside')) continue;
      const first = firsts.get(likeness) ?? reference;
      const text = opened(keys, { hub, leaf, sealed });
      if (text === undefined) unreadable.push(reference);
      // Null where its key is destroyed already; its row goes in a moment.
      if (typeof text !== 'string') continue;
      yield {
        reference,
        hub,
        receivedAt: at.toISOString(),
        probablyRepeats: first === reference ? null : first,
        setAsideAt: aside?.toISOString() ?? null,
        application: JSON.parse(text),
      };
    }
    const end = page.at(-1);
    if (end === undefined || page.length < PAGE) break;
    after = { at: end.received_at, reference: end.reference };
  }
  if (unreadable.length > 0)
    throw new KeyError(
      `${unreadable.length} of the applications of ${hub} cannot be opened, since they were changed or hidden by other ` +
        `keys: ${unreadable.slice(0, 20).join(', ')}. All others are in what was written before this.`,
    );
}

/** What an application holds; null where its key is destroyed, undefined where it cannot be opened. */
function opened(
  keys: Keyring,
  { hub, leaf, sealed }: { readonly hub: string; readonly leaf: string; readonly sealed: Uint8Array },
): string | null | undefined {
  try {
    return keys.open(hub, leaf, sealed);
  } catch (error) {
    if (error instanceof KeyError) return undefined;
    throw error;
  }
}

/** The first application of each likeness. */
async function firstAlike(
  store: Store,
  hub: string,
  likenesses: readonly string[],
): Promise<readonly { likeness: string; reference: string }[]> {
  if (likenesses.length === 0) return [];
  const { rows } = await store.run((db) =>
    sql<{ likeness: string; reference: string }>`
      select asked.likeness, first.reference
      from json_array_elements_text(${JSON.stringify(likenesses)}::json) as asked (likeness)
      cross join lateral (
        select reference from applications
        where hub = ${hub} and likeness = asked.likeness
        order by received_at limit 1
      ) first`.execute(db),
  );
  return rows;
}

/** What became of a message about an application. */
interface NoticeOf {
  readonly id: string;
  readonly channel: Channel;
  readonly attempts: number;
  readonly deliveredAt: string | null;
  readonly failedAt: string | null;
  readonly log: readonly {
    readonly at: string;
    readonly status: number | null;
    readonly why: string | null;
  }[];
}

/** One application with what became of its messages; null when there is none of that reference. */
export async function rowOf(
  { store, keys }: Archive,
  reference: string,
): Promise<(Received & { readonly notices: readonly NoticeOf[] }) | null> {
  await keys.refresh();
  const found = await store.run(async (db) => {
    const row = await db
      .selectFrom('applications')
      .select(['hub', 'received_at', 'leaf', 'sealed', 'likeness', 'set_aside_at'])
      .where('reference', '=', reference)
      .executeTakeFirst();
    const text = row && keys.open(row.hub, row.leaf, row.sealed);
    if (row === undefined || typeof text !== 'string') return null;
    const notices = await db
      .selectFrom('outbox')
      .selectAll()
      .where('reference', '=', reference)
      .orderBy('channel')
      .execute();
    const log = await db
      .selectFrom('deliveries')
      .innerJoin('outbox', 'outbox.id', 'deliveries.message')
      .select(['message', 'at', 'status', 'why'])
      .where('reference', '=', reference)
      .orderBy('at')
      .execute();
    return {
      reference,
      hub: row.hub,
      receivedAt: row.received_at.toISOString(),
      setAsideAt: row.set_aside_at?.toISOString() ?? null,
      likeness: row.likeness,
      application: JSON.parse(text),
      notices: notices.map(({ id, channel, attempts, delivered_at: delivered, failed_at: failed }) => ({
        id,
        channel,
        attempts,
        deliveredAt: delivered?.toISOString() ?? null,
        failedAt: failed?.toISOString() ?? null,
        log: log
          .filter(({ message }) => message === id)
          .map(({ at, status, why }) => ({ at: at.toISOString(), status, why })),
      })),
    };
  });
  if (found === null) return null;
  const { likeness, ...whole } = found;
  const [first] = await firstAlike(store, whole.hub, [likeness]);
  const repeats = first === undefined || first.reference === reference ? null : first.reference;
  return { ...whole, probablyRepeats: repeats };
}
