import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { readSetting, writeSetting } from '../store/settings.js';
import type { Tables } from '../store/tables.js';
import type { Archive } from './rows.js';

export interface Erased {
  /** Copies of the keys that could not be renewed: renew or destroy them. */
  readonly copiesBehind: readonly string[];
}

/**
 * Erases for good: first the key of the application, so that no file, log, backup or copy of it can be read again, then
 * the row with its messages. What a sender's key had brought in is remembered without it, so that a late repeat stores
 * nothing anew.
 */
export interface Erasures {
  /** Null when there is none of that reference. */
  forget(reference: string, at: Date): Promise<Erased | null>;
  /** Everything of a hub from before a moment; how many. */
  older(hub: string, before: Date, at: Date): Promise<number>;
  /** Rows whose keys are destroyed but that are there: after a restore, or an end half-way. How many. */
  reapply(at: Date): Promise<number>;
  /** Lets go of what is remembered of erased applications once no sender can repeat them. */
  tidy(at: Date): Promise<void>;
}

const BATCH = 500;
const DAY = 86_400_000;
/** A form may lie open for weeks and be sent again; then its key is let go. */
const REMEMBERED = 90 * DAY;

export function erasures({ store, keys }: Archive): Erasures {
  const settled = (): Promise<void> => writeSetting(store, 'keys-generation', String(keys.generation));
  return {
    async forget(reference, at) {
      const row = await store.run((db) =>
        db
          .selectFrom('applications')
          .select(['hub', 'leaf'])
          .where('reference', '=', reference)
          .executeTakeFirst(),
      );
      if (row === undefined) return null;
      const copiesBehind = await keys.destroy([row]);
      await store.run((db) => erase(db, [reference], at));
      await settled();
      return { copiesBehind };
    },
    async older(hub, before, at) {
      const next = () =>
        store.run((db) =>
          db
            .selectFrom('applications')
            .select('reference')
            .where('hub', '=', hub)
            .where('received_at', '<', before)
            .orderBy('received_at')
            .limit(BATCH)
            .execute(),
        );
      let old = await next();
      if (old.length === 0) return 0;
      await keys.destroyBefore(hub, before);
      let erased = 0;
      for (; old.length > 0; old = await next())
        erased += await store.run((db) =>
          erase(
            db,
            old.map(({ reference }) => reference),
            at,
          ),
        );
      await settled();
      return erased;
    },
    async reapply(at) {
      await keys.refresh();
      if ((await readSetting(store, 'keys-generation')) === String(keys.generation)) return 0;
      let erased = 0;
      for (let after = ''; ;) {
        const last = after;
        const page = await store.run((db) =>
          db
            .selectFrom('applications')
            .select(['reference', 'hub', 'leaf'])
            .where('reference', '>', last)
            .orderBy('reference')
            .limit(5_000)
            .execute(),
        );
        const gone = page.filter(({ hub, leaf }) => keys.gone(hub, leaf)).map(({ reference }) => reference);
        for (let from = 0; from < gone.length; from += BATCH)
          erased += await store.run((db) => erase(db, gone.slice(from, from + BATCH), at));
        const end = page.at(-1);
        if (end === undefined) break;
        after = end.reference;
      }
      await settled();
      return erased;
    },
    async tidy(at) {
      const before = (age: number): Date => new Date(at.getTime() - age);
      await store.run(async (db) => {
        await db.deleteFrom('keys').where('erased_at', '<', before(REMEMBERED)).execute();
        // Content that came without a key is the same application for a day only.
        await db
          .deleteFrom('keys')
          .where('erased_at', '<', before(DAY))
          .where('content', '=', 'digest')
          .execute();
        await db.deleteFrom('rates').where('at', '<', before(DAY)).execute();
      });
      if (store.lock !== null) await store.run(vacuum);
    },
  };
}

/** One statement: an application never goes without its messages, nor without what its key is remembered by. */
async function erase(db: Kysely<Tables>, references: readonly string[], at: Date): Promise<number> {
  const gone = await db
    .with('keys_emptied', (query) =>
      query
        .updateTable('keys')
        .set({ erased_at: at, content: sql`case when content = digest then 'digest' else '' end` })
        .where('reference', 'in', references),
    )
    .with('log_gone', (query) =>
      query
        .deleteFrom('deliveries')
        .where('message', 'in', (inner) =>
          inner.selectFrom('outbox').select('id').where('reference', 'in', references),
        ),
    )
    .with('messages_gone', (query) => query.deleteFrom('outbox').where('reference', 'in', references))
    .with('remembered', (query) =>
      query
        .insertInto('forgotten')
        .columns(['reference', 'forgotten_at'])
        .expression((inner) =>
          inner
            .selectFrom('applications')
            .select(['reference', sql<Date>`${at}::timestamptz`.as('forgotten_at')])
            .where('reference', 'in', references),
        )
        .onConflict((conflict) => conflict.column('reference').doNothing()),
    )
    .deleteFrom('applications')
    .where('reference', 'in', references)
    .returning('reference')
    .execute();
  return gone.length;
}

/** PGlite has no process beside it that makes the room of deleted rows free again. */
async function vacuum(db: Kysely<Tables>): Promise<void> {
  await sql`vacuum applications, keys, outbox, deliveries, settings, rates`.execute(db);
}
