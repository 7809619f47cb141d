import type { Application } from '@maths-hubs/sdk/applications';
import type { Store } from '../store/store.js';

/** An application as the hub sees it. */
export interface Received {
  readonly reference: string;
  readonly hub: string;
  readonly receivedAt: string;
  readonly application: Application;
}

const PAGE = 500;

/** A hub's applications in the order they came, a page of the database at a time. */
export async function* rowsOf(store: Store, hub: string, since: Date | null): AsyncGenerator<Received> {
  let after: { at: Date; reference: string } | null = null;
  for (;;) {
    const last: { at: Date; reference: string } | null = after;
    const page = await store.run((db) => {
      let query = db
        .selectFrom('applications')
        .select(['reference', 'hub', 'received_at', 'body'])
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
    for (const { reference, hub, received_at: at, body } of page)
      yield { reference, hub, receivedAt: at.toISOString(), application: body };
    const end = page.at(-1);
    if (end === undefined || page.length < PAGE) return;
    after = { at: end.received_at, reference: end.reference };
  }
}

/** One application with what became of its notices; null when there is none of that reference. */
export async function rowOf(store: Store, reference: string) {
  return store.run(async (db) => {
    const row = await db
      .selectFrom('applications')
      .select(['reference', 'hub', 'received_at', 'body'])
      .where('reference', '=', reference)
      .executeTakeFirst();
    if (row === undefined) return null;
    const notices = await db
      .selectFrom('outbox')
      .select(['channel', 'attempts', 'delivered_at'])
      .where('reference', '=', reference)
      .orderBy('id')
      .execute();
    return {
      reference,
      hub: row.hub,
      receivedAt: row.received_at.toISOString(),
      application: row.body,
      notices: notices.map(({ channel, attempts, delivered_at: delivered }) => ({
        channel,
        attempts,
        deliveredAt: delivered?.toISOString() ?? null,
      })),
    };
  });
}
