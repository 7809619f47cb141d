import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import type { Store } from '../store/store.js';
import type { Tables } from '../store/tables.js';

/** Which references were erased, kept outside the database so that a restored backup does not bring them back. */
export interface Erasures {
  /** Erases an application, its keys and its notices; false when there is none of that reference. */
  forget(reference: string, at: Date): Promise<boolean>;
  /** Erases again what a restored backup may have brought back; how many it had. */
  reapply(): Promise<number>;
}

/** @param path  file with one erased reference a line; null keeps them in the database alone */
export function erasures(store: Store, path: string | null): Erasures {
  return {
    async forget(reference, at) {
      const found = await store.run((db) =>
        db
          .selectFrom('applications')
          .select('reference')
          .where('reference', '=', reference)
          .executeTakeFirst(),
      );
      if (found === undefined) return false;
      if (path !== null) append(path, [{ reference, at: at.toISOString() }]);
      await store.run(async (db) => {
        await remember(db, [{ reference, forgotten_at: at }]);
        await erase(db, [reference]);
      });
      return true;
    },
    async reapply() {
      const known = path === null ? [] : read(path);
      const stored = await store.run((db) => db.selectFrom('forgotten').selectAll().execute());
      const written = new Set(known.map(({ reference }) => reference));
      const missing = stored.filter(({ reference }) => !written.has(reference));
      if (path !== null && missing.length > 0)
        append(
          path,
          missing.map(({ reference, forgotten_at: at }) => ({ reference, at: at.toISOString() })),
        );
      let erased = 0;
      for (const batch of batches([...written, ...missing.map(({ reference }) => reference)], 500))
        erased += await store.run((db) => erase(db, batch));
      for (const batch of batches(known, 500))
        await store.run((db) =>
          remember(
            db,
            batch.map(({ reference, at }) => ({ reference, forgotten_at: new Date(at) })),
          ),
        );
      return erased;
    },
  };
}

/** Erases what is older than the hub keeps; how many. */
export function eraseOlder(store: Store, hub: string, before: Date): Promise<number> {
  return store.run(async (db) => {
    const old = await db
      .selectFrom('applications')
      .select('reference')
      .where('hub', '=', hub)
      .where('received_at', '<', before)
      .execute();
    let erased = 0;
    for (const batch of batches(old, 500))
      erased += await erase(
        db,
        batch.map(({ reference }) => reference),
      );
    return erased;
  });
}

/** One statement: an application never goes without its keys and notices. */
async function erase(db: Kysely<Tables>, references: readonly string[]): Promise<number> {
  const gone = await db
    .with('keys_gone', (keys) => keys.deleteFrom('keys').where('reference', 'in', references))
    .with('notices_gone', (notices) => notices.deleteFrom('outbox').where('reference', 'in', references))
    .deleteFrom('applications')
    .where('reference', 'in', references)
    .returning('reference')
    .execute();
  return gone.length;
}

async function remember(
  db: Kysely<Tables>,
  rows: readonly { readonly reference: string; readonly forgotten_at: Date }[],
): Promise<void> {
  await db
    .insertInto('forgotten')
    .values(rows)
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .execute();
}

interface Line {
  readonly reference: string;
  readonly at: string;
}

function append(path: string, lines: readonly Line[]): void {
  const file = openSync(path, 'a', 0o600);
  try {
    appendFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A last line that a crash cut short was never acted on, and is passed over. */
function read(path: string): Line[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line)];
      } catch {
        return [];
      }
    });
}

function batches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
