import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { IntakeError } from '../errors.js';
import type { Keyring } from '../keys/keyring.js';
import { sqlState } from '../store/faults.js';
import type { Tables } from '../store/tables.js';
import { FORMAT } from './backup.js';
import type { Archive } from './rows.js';
import { backupHead, backupLine } from './backup-lines.js';
import type { ApplicationRow, BackupHead, BackupLine, BackupRow } from './backup-lines.js';

/** A backup that cannot be read, or a store that is not empty. */
export class RestoreError extends IntakeError {
  override readonly name = 'RestoreError';
  readonly code = 'restore';
}

export interface Restored {
  readonly applications: number;
  /** Applications whose keys are destroyed since: they stay out. */
  readonly erased: number;
}

const BATCH = 500;

/**
 * Puts a backup into an empty store: all of it or nothing.
 * @param lines  of the backup, after its first
 * @throws {RestoreError} when the store holds applications, or the backup is cut short or none of ours
 */
export async function restore({ store, keys }: Archive, lines: AsyncIterable<string>): Promise<Restored> {
  return store.slowly((db) =>
    db.transaction().execute(async (all) => {
      const any = await all.selectFrom('applications').select('reference').limit(1).executeTakeFirst();
      if (any !== undefined)
        throw new RestoreError('The store holds applications already. Restore into an empty store only.');
      const into = writer(all);
      let applications = 0;
      let erased = 0;
      let number = 1;
      let whole = false;
      const sum = createHash('sha256');
      const gone = new Set<string>();
      const opened = new Set<string>();
      for await (const text of lines) {
        number += 1;
        if (text === '') continue;
        if (whole) throw new RestoreError(`Line ${number} stands after the end of the backup.`);
        const line = readLine(text, number);
        if ('end' in line) {
          whole = line.applications === applications + erased;
          if (!whole) break;
          if (line.sha256 !== undefined && line.sha256 !== sum.digest('hex'))
            throw new RestoreError(
              'The backup was changed since it was written, or a disk has spoilt it. Nothing was restored: use another one.',
            );
          continue;
        }
        sum.update(`${text}\n`);
        if (line.table === 'applications' && keys.gone(line.row.hub, line.row.leaf)) {
          gone.add(line.row.reference);
          erased += 1;
          continue;
        }
        if (line.table === 'applications') {
          applications += 1;
          if (!opened.has(line.row.hub)) mustOpen(line.row, keys);
          opened.add(line.row.hub);
        }
        await into.add(put(line, gone), number);
      }
      if (!whole) throw notWhole();
      await into.end();
      return { applications, erased };
    }),
  );
}

/** The first line of a backup: of what, and under which keys. */
export function readHead(text: string | undefined): BackupHead {
  try {
    return z.parse(backupHead, JSON.parse(text ?? ''));
  } catch (cause) {
    throw new RestoreError(
      `This is not a backup of an intake that this version reads (${FORMAT}), or it is sealed with another key.`,
      { cause },
    );
  }
}

/** What belongs to an application whose key is destroyed: its messages stay out, its sender's key is remembered. */
function put(line: BackupRow, gone: ReadonlySet<string>): BackupRow | null {
  if (line.table === 'outbox' && gone.has(line.row.reference)) return null;
  if (line.table === 'own' && gone.has(line.row.reference ?? '')) return null;
  if (line.table === 'keys' && gone.has(line.row.reference))
    return { ...line, row: { ...line.row, content: '', erased_at: new Date().toISOString() } };
  return line;
}

/** Keys copied before a hub was added lack that hub's: what nobody could read again is not restored without a word. */
function mustOpen({ hub, leaf, sealed }: ApplicationRow, keys: Keyring): void {
  try {
    keys.open(hub, leaf, Buffer.from(sealed, 'base64'));
  } catch (cause) {
    throw new RestoreError(
      `The keys do not open the applications of ${hub}: they are older than the backup, or another service's. Say ` +
        'where the newest copy of them is: restore --keys <file>. Nothing was restored.',
      { cause },
    );
  }
}

function notWhole(): RestoreError {
  return new RestoreError('This is not a whole backup: its end is missing. Nothing was restored.');
}

function readLine(text: string, number: number): BackupLine {
  try {
    return z.parse(backupLine, JSON.parse(text));
  } catch (cause) {
    throw new RestoreError(`Line ${number} of the backup cannot be read. Nothing was restored.`, { cause });
  }
}

/** Collects rows of one table and writes many at once. */
function writer(db: Kysely<Tables>) {
  let table: BackupRow['table'] = 'applications';
  let rows: object[] = [];
  let first = 0;
  let last = 0;
  const flush = async (): Promise<void> => {
    try {
      if (rows.length > 0) await INSERT[table](JSON.stringify(rows)).execute(db);
    } catch (cause) {
      if (!/^2[23]/.test(sqlState(cause) ?? '')) throw cause;
      throw new RestoreError(
        `Lines ${first} to ${last} of the backup hold something twice, or something that no backup of ours holds. ` +
          'Nothing was restored: restore the file as it was written.',
        { cause },
      );
    }
    rows = [];
  };
  return {
    async add(line: BackupRow | null, number: number): Promise<void> {
      if (line === null) return;
      if (line.table !== table || rows.length >= BATCH) await flush();
      if (rows.length === 0) first = number;
      last = number;
      table = line.table;
      rows.push(line.table === 'own' ? { table_name: line.name, whole: line.row } : line.row);
    },
    end: flush,
  };
}

const INSERT = {
  applications: (rows: string) => sql`
    insert into applications (reference, hub, kind, school_year, received_at, leaf, sealed, likeness, set_aside_at)
    select reference, hub, kind, school_year, received_at, leaf, decode(sealed, 'base64'), likeness, set_aside_at
    from json_to_recordset(${rows}::json) as row (
      reference text, hub text, kind text, school_year text, received_at timestamptz, leaf text, sealed text,
      likeness text, set_aside_at timestamptz
    )`,
  keys: (rows: string) => sql`
    insert into keys select * from json_populate_recordset(null::keys, ${rows}::json) on conflict do nothing`,
  outbox: (rows: string) => sql`
    insert into outbox select * from json_populate_recordset(null::outbox, ${rows}::json) on conflict do nothing`,
  forgotten: (rows: string) => sql`
    insert into forgotten select * from json_populate_recordset(null::forgotten, ${rows}::json)
    on conflict do nothing`,
  endpoints: (rows: string) => sql`
    insert into endpoints select * from json_populate_recordset(null::endpoints, ${rows}::json)
    on conflict do nothing`,
  own: (rows: string) => sql`
    insert into set_aside (table_name, whole)
    select table_name, whole from json_to_recordset(${rows}::json) as row (table_name text, whole jsonb)`,
};
