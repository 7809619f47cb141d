import { Migrator, sql } from 'kysely';
import type { ColumnType, Generated, JSONColumnType, Kysely, Migration } from 'kysely';
import type { CaseState, HubDesk } from '../model/desk.js';

type Moment = ColumnType<Date, Date, Date>;

/** The desk's own tables, in the intake's database beside the applications. */
export interface DeskTables {
  desk_links: { digest: string; email: string; expires_at: Moment };
  desk_sessions: { digest: string; email: string; token: string; expires_at: Moment };
  desk_cases: { reference: string; hub: string; state: CaseState };
  desk_papers: {
    id: Generated<string>;
    reference: string;
    hub: string;
    /** A {@link Paper} under the application's own key, so that its erasure reaches copies too. */
    sealed: Uint8Array;
  };
  desk_audit: {
    id: Generated<string>;
    hub: string;
    at: Moment;
    who: string;
    action: string;
    reference: string | null;
    detail: string | null;
  };
  desk_hubs: { hub: string; body: JSONColumnType<HubDesk, string, string> };
}

const migrations: Readonly<Record<string, Migration>> = {
  'desk-001': {
    async up(db) {
      const moment = 'timestamptz(3)' as const;
      await db.schema
        .createTable('desk_links')
        .addColumn('digest', 'text', (column) => column.primaryKey())
        .addColumn('email', 'text', (column) => column.notNull())
        .addColumn('expires_at', moment, (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('desk_sessions')
        .addColumn('digest', 'text', (column) => column.primaryKey())
        .addColumn('email', 'text', (column) => column.notNull())
        .addColumn('token', 'text', (column) => column.notNull())
        .addColumn('expires_at', moment, (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('desk_cases')
        .addColumn('reference', 'text', (column) => column.primaryKey())
        .addColumn('hub', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('desk_papers')
        .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
        .addColumn('reference', 'text', (column) => column.notNull())
        .addColumn('hub', 'text', (column) => column.notNull())
        .addColumn('sealed', 'bytea', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('desk_papers_by_hub')
        .on('desk_papers')
        .columns(['hub', 'reference'])
        .execute();
      await db.schema
        .createTable('desk_audit')
        .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
        .addColumn('hub', 'text', (column) => column.notNull())
        .addColumn('at', moment, (column) => column.notNull())
        .addColumn('who', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('reference', 'text')
        .addColumn('detail', 'text')
        .execute();
      await db.schema.createIndex('desk_audit_by_hub').on('desk_audit').columns(['hub', 'id']).execute();
      await db.schema
        .createTable('desk_hubs')
        .addColumn('hub', 'text', (column) => column.primaryKey())
        .addColumn('body', 'jsonb', (column) => column.notNull())
        .execute();
    },
  },
};

/**
 * Brings the desk's tables up to date, apart from the intake's own migrations.
 * @throws what the database said
 */
export async function migrateDesk(db: Kysely<DeskTables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: 'desk_migration',
    migrationLockTableName: 'desk_migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** What backups hold of them: links and sessions are of their moment and are left out. */
export const KEPT = {
  desk_cases: ['reference'],
  desk_papers: ['id'],
  desk_audit: ['id'],
  desk_hubs: ['hub'],
} as const;

/** Lets go of what the desk keeps of applications that are there no more: erased here, by their age, or by a command. */
export async function sweepCases(db: Kysely<DeskTables>): Promise<void> {
  const gone = sql<boolean>`reference not in (select reference from applications)`;
  await db.deleteFrom('desk_papers').where(gone).execute();
  await db.deleteFrom('desk_cases').where(gone).execute();
}
