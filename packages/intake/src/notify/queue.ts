import { sql } from 'kysely';
import type { Insertable } from 'kysely';
import type { Store } from '../store/interface.js';
import type { Channel, Tables } from '../store/tables.js';

/** Whose messages, and by which way. */
export interface Place {
  readonly hub: string;
  readonly channel: Channel;
}

/** While a message is being delivered nobody else takes it; a process that dies frees it after this. */
const LEASE = 60_000;

export type Claimed = Awaited<ReturnType<typeof claim>>[number];

/** Nothing is put off for longer: what is due later was put off by a clock that was set back since. */
const FURTHEST = 8 * 3_600_000;

/** Takes due messages for this process alone, also where several share a database. */
export function claim(store: Store, { hub, channel }: Place, at: Date, limit: number) {
  return store.run((db) =>
    db
      .with('due', (due) =>
        due
          .selectFrom('outbox')
          .select('id')
          .where('hub', '=', hub)
          .where('channel', '=', channel)
          .where('delivered_at', 'is', null)
          .where('failed_at', 'is', null)
          .where((eb) =>
            eb.or([eb('due_at', '<=', at), eb('due_at', '>', new Date(at.getTime() + FURTHEST))]),
          )
          .orderBy('due_at')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
      )
      .updateTable('outbox')
      .from(['due', 'applications'])
      .whereRef('outbox.id', '=', 'due.id')
      .whereRef('applications.reference', '=', 'outbox.reference')
      .set({ attempts: sql`attempts + 1`, due_at: new Date(at.getTime() + LEASE) })
      .returning([
        'outbox.id',
        'outbox.reference',
        'outbox.attempts',
        'outbox.created_at',
        'applications.received_at',
        'applications.leaf',
        'applications.sealed',
        'applications.set_aside_at',
      ])
      .execute(),
  );
}

/** When the next message is due; null when none waits. */
export async function nextDue(store: Store, { hub, channel }: Place): Promise<Date | null> {
  const row = await store.run((db) =>
    db
      .selectFrom('outbox')
      .select('due_at')
      .where('hub', '=', hub)
      .where('channel', '=', channel)
      .where('delivered_at', 'is', null)
      .where('failed_at', 'is', null)
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst(),
  );
  return row?.due_at ?? null;
}

export function delivered(store: Store, { hub, channel }: Place, id: string, at: Date): Promise<unknown> {
  return store.run((db) =>
    db
      .with('well', (query) =>
        query.deleteFrom('endpoints').where('hub', '=', hub).where('channel', '=', channel),
      )
      .updateTable('outbox')
      .set({ delivered_at: at })
      .where('id', '=', id)
      .execute(),
  );
}

/** Puts a message off, or gives it up. */
export async function putOff(
  store: Store,
  id: string,
  { due, failed }: { readonly due: Date; readonly failed: Date | null },
): Promise<void> {
  await store.run((db) =>
    db.updateTable('outbox').set({ due_at: due, failed_at: failed }).where('id', '=', id).execute(),
  );
}

/** Puts a message off, or gives it up; since when nothing of this place could be delivered. */
export async function postpone(
  store: Store,
  { hub, channel }: Place,
  id: string,
  { due, why, failed, at }: { due: Date; why: string; failed: Date | null; at: Date },
): Promise<Date> {
  await putOff(store, id, { due, failed });
  return store.run(async (db) => {
    const { failing_since: since } = await db
      .insertInto('endpoints')
      .values({ hub, channel, failing_since: at, disabled_at: null, why })
      .onConflict((conflict) => conflict.columns(['hub', 'channel']).doUpdateSet({ why }))
      .returning('failing_since')
      .executeTakeFirstOrThrow();
    return since;
  });
}

/** Not delivered and not tried either: the next process starts it again. */
export async function giveBack(store: Store, id: string, at: Date): Promise<void> {
  await store.run((db) =>
    db
      .updateTable('outbox')
      .set({ due_at: at, attempts: sql`attempts - 1` })
      .where('id', '=', id)
      .execute(),
  );
}

/** A line of the log of deliveries. */
export async function log(store: Store, line: Insertable<Tables['deliveries']>): Promise<void> {
  await store.run((db) => db.insertInto('deliveries').values(line).execute());
}

export async function isDisabled(store: Store, { hub, channel }: Place): Promise<boolean> {
  const row = await store.run((db) =>
    db
      .selectFrom('endpoints')
      .select('disabled_at')
      .where('hub', '=', hub)
      .where('channel', '=', channel)
      .executeTakeFirst(),
  );
  return row !== undefined && row.disabled_at !== null;
}

/** Sends nothing more there until somebody says so; false when that was so already. */
export async function disable(store: Store, place: Place, why: string, at: Date): Promise<boolean> {
  const changed = await store.run((db) =>
    db
      .updateTable('endpoints')
      .set({ disabled_at: at, why })
      .where('hub', '=', place.hub)
      .where('channel', '=', place.channel)
      .where('disabled_at', 'is', null)
      .returning('hub')
      .execute(),
  );
  await refused(store, place, at);
  return changed.length > 0;
}

/** Marks what waits as failed, so that it is seen and can be sent again. */
export async function refused(store: Store, { hub, channel }: Place, at: Date): Promise<void> {
  await store.run((db) =>
    db
      .updateTable('outbox')
      .set({ failed_at: at })
      .where('hub', '=', hub)
      .where('channel', '=', channel)
      .where('delivered_at', 'is', null)
      .where('failed_at', 'is', null)
      .execute(),
  );
}

/** Messages that were given up, or all that are not delivered, newest last. */
export function undelivered(store: Store, { failed, hub }: { failed: boolean; hub: string | null }) {
  return store.run((db) => {
    let query = db
      .selectFrom('outbox')
      .leftJoin('endpoints', (join) =>
        join.onRef('endpoints.hub', '=', 'outbox.hub').onRef('endpoints.channel', '=', 'outbox.channel'),
      )
      .select([
        'outbox.id',
        'outbox.hub',
        'outbox.channel',
        'outbox.reference',
        'outbox.attempts',
        'outbox.created_at',
        'outbox.due_at',
        'outbox.failed_at',
        'endpoints.disabled_at',
        // Its own last attempt says more than the last of the place; one that was never tried has none.
        (eb) =>
          eb.fn
            .coalesce(
              eb
                .selectFrom('deliveries')
                .select('deliveries.why')
                .whereRef('deliveries.message', '=', 'outbox.id')
                .orderBy('deliveries.at', 'desc')
                .limit(1),
              'endpoints.why',
            )
            .as('why'),
      ])
      .where('outbox.delivered_at', 'is', null)
      .orderBy('outbox.created_at')
      .orderBy('outbox.id')
      .limit(10_000);
    if (failed) query = query.where('outbox.failed_at', 'is not', null);
    if (hub !== null) query = query.where('outbox.hub', '=', hub);
    return query.execute();
  });
}

/** Sends again what was given up, one message or all, and opens what was switched off, also where nothing waits; how many. */
export async function retry(
  store: Store,
  { id, hub, at }: { id: string | null; hub: string | null; at: Date },
): Promise<number> {
  return store.run(async (db) => {
    let query = db
      .updateTable('outbox')
      .set({ failed_at: null, due_at: at, created_at: at })
      .where('delivered_at', 'is', null);
    if (id === null) query = query.where('failed_at', 'is not', null);
    else query = query.where((eb) => eb.or([eb('id', '=', id), eb('reference', '=', id)]));
    if (hub !== null) query = query.where('hub', '=', hub);
    const again = await query.returning(['hub', 'channel']).execute();
    for (const { hub: whose, channel } of again)
      await db.deleteFrom('endpoints').where('hub', '=', whose).where('channel', '=', channel).execute();
    if (id === null) {
      let closed = db.deleteFrom('endpoints');
      if (hub !== null) closed = closed.where('hub', '=', hub);
      await closed.execute();
    }
    return again.length;
  });
}
