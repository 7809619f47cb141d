import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod/mini';
import { IntakeError } from '../errors.js';
import type { Store } from '../store/store.js';
import type { Tables } from '../store/tables.js';
import { backupLine } from './schema.js';
import type { BackupLine } from './schema.js';

const FORMAT = 'maths-hubs-intake-backup/1';

/** A backup that cannot be read, or a store that is not empty. */
class RestoreError extends IntakeError {
  override readonly name = 'RestoreError';
  readonly code = 'restore';
}

/** Everything the store holds at one moment, a JSON line a row, the same for both databases. */
export async function backup(store: Store): Promise<string[]> {
  return store.run((db) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (moment) => [
        `${JSON.stringify({ format: FORMAT })}\n`,
        ...lines('applications', await moment.selectFrom('applications').selectAll().execute()),
        ...lines('keys', await moment.selectFrom('keys').selectAll().execute()),
        ...lines('outbox', await moment.selectFrom('outbox').selectAll().execute()),
        ...lines('forgotten', await moment.selectFrom('forgotten').selectAll().execute()),
        `${JSON.stringify({ end: FORMAT })}\n`,
      ]),
  );
}

function lines<T extends keyof Tables>(table: T, rows: readonly Selectable<Tables[T]>[]): string[] {
  return rows.map((row) => `${JSON.stringify({ table, row })}\n`);
}

/**
 * Puts a backup into an empty store: all of it or nothing. How many applications it held.
 * @throws {RestoreError} when the store holds applications, or the backup is cut short or none of ours
 */
export async function restore(store: Store, text: string): Promise<number> {
  const records = text
    .split('\n')
    .filter((line) => line !== '')
    .map(readLine);
  const [first, last] = [records[0], records.at(-1)];
  if (first === undefined || !('format' in first) || first.format !== FORMAT || !last || !('end' in last))
    throw new RestoreError('This is not a whole backup of an intake: its first or last line is missing.');
  return store.run((db) =>
    db.transaction().execute(async (all) => {
      const any = await all.selectFrom('applications').select('reference').limit(1).executeTakeFirst();
      if (any !== undefined)
        throw new RestoreError('The store holds applications already. Restore into an empty store only.');
      let applications = 0;
      for (const record of records) {
        if (!('table' in record)) continue;
        await insert(all, record);
        if (record.table === 'applications') applications += 1;
      }
      return applications;
    }),
  );
}

function readLine(line: string, index: number): BackupLine {
  try {
    return z.parse(backupLine, JSON.parse(line));
  } catch (cause) {
    throw new RestoreError(`Line ${index + 1} of the backup cannot be read. Nothing was restored.`, {
      cause,
    });
  }
}

async function insert(db: Kysely<Tables>, record: Extract<BackupLine, { table: unknown }>): Promise<void> {
  switch (record.table) {
    case 'applications':
      await db.insertInto('applications').values(record.row).execute();
      return;
    case 'keys':
      await db.insertInto('keys').values(record.row).execute();
      return;
    case 'outbox':
      await db.insertInto('outbox').values(record.row).execute();
      return;
    case 'forgotten':
      await db
        .insertInto('forgotten')
        .values(record.row)
        .onConflict((conflict) => conflict.column('reference').doNothing())
        .execute();
  }
}
