import type { Application } from '@maths-hubs/sdk/applications';
import { sql } from 'kysely';
import type { Keyring } from '../keys/keyring.js';
import type { Store } from '../store/store.js';
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
  readonly application: Application;
}

const PAGE = 250;

/** A hub's applications in the order they came, a page of the database at a time. */
export async function* rowsOf(
  { store, keys }: Archive,
  hub: string,
  since: Date | null,
): AsyncGenerator<Received> {
  await keys.refresh();
  let after: { at: Date; reference: string } | null = null;
  for (;;) {
    const last: { at: Date; reference: string } | null = after;
    const page = await store.run((db) => {
      let query = db
        .selectFrom('applications')
        .select(['reference', 'received_at', 'leaf', 'sealed'])
        .select(firstAlike.as('first'))
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
    for (const { reference, received_at: at, leaf, sealed, first } of page) {
      const text = keys.open(hub, leaf, sealed);
      // Its key is destroyed already; its row goes in a moment.
      if (text === null) continue;
      yield {
        reference,
        hub,
        receivedAt: at.toISOString(),
        probablyRepeats: first === reference ? null : first,
        application: JSON.parse(text),
      };
    }
    const end = page.at(-1);
    if (end === undefined || page.length < PAGE) return;
    after = { at: end.received_at, reference: end.reference };
  }
}

const firstAlike = sql<string>`(
  select alike.reference from applications alike
  where alike.hub = applications.hub and alike.likeness = applications.likeness
  order by alike.received_at, alike.reference limit 1
)`;

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
  return store.run(async (db) => {
    const row = await db
      .selectFrom('applications')
      .select(['hub', 'received_at', 'leaf', 'sealed'])
      .select(firstAlike.as('first'))
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
      probablyRepeats: row.first === reference ? null : row.first,
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
}
