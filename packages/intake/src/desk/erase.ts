import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { readSetting, writeSetting } from '../store/settings.js';
import type { Store } from '../store/interface.js';
import type { Tables } from '../store/tables.js';
import type { Archive } from './rows.js';

/** What is left to do by hand after an application was erased. */
export interface Erased {
  /** Copies of the keys that could not be renewed: renew or destroy them. */
  readonly copiesBehind: readonly string[];
}

/**
 * Erases for good: first the key of the application, so that no file, log, backup or copy of it can be read again, then
 * the row with its messages. What a sender's key had brought in is remembered without it, so that a late repeat stores
 * nothing again.
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
/** Tables whose rows change all the time. */
const CHANGING = ['keys', 'outbox', 'deliveries', 'settings', 'rates'];
/** Transactions after which PostgreSQL's own housekeeping would look at every page of a table again. */
const AGED = 100_000_000;
/** A form may lie open for weeks and be sent again; then its key is let go. */
const REMEMBERED = 90 * DAY;

export function erasures({ store, keys }: Archive): Erasures {
  /** Whether applications have gone since their table was last tidied, which takes a while where many are stored. */
  let erasedSince = false;
  const eraseRows = async (references: readonly string[], at: Date): Promise<number> => {
    const erased = await store.run((db) => erase(db, references, at));
    erasedSince ||= erased > 0;
    return erased;
  };
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
      await eraseRows([reference], at);
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
        erased += await eraseRows(
          old.map(({ reference }) => reference),
          at,
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
          erased += await eraseRows(gone.slice(from, from + BATCH), at);
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
      if (store.lock === null) return;
      const tables = [...CHANGING, ...(erasedSince || (await isAged(store)) ? ['applications'] : [])];
      erasedSince = false;
      // PGlite has no process beside it that makes the room of deleted rows free again. One at a time: others wait.
      for (const table of tables) await store.run((db) => sql`vacuum ${sql.table(table)}`.execute(db));
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

async function isAged(store: Store): Promise<boolean> {
  const { rows } = await store.run((db) =>
    sql<{
      age: number;
    }>`select age(relfrozenxid) as age from pg_class where oid = 'applications'::regclass`.execute(db),
  );
  return (rows[0]?.age ?? 0) > AGED;
}
