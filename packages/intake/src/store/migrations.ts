import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely';
import type { Migration } from 'kysely';
import type { Tables } from './tables.js';

const migrations: Readonly<Record<string, Migration>> = {
  '001-applications': {
    async up(db) {
      await db.schema
        .createTable('applications')
        .addColumn('reference', 'text', (column) => column.primaryKey())
        .addColumn('hub', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('school_year', 'text', (column) => column.notNull())
        .addColumn('received_at', 'timestamptz(3)', (column) => column.notNull())
        .addColumn('body', 'jsonb', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('applications_by_hub')
        .on('applications')
        .columns(['hub', 'received_at', 'reference'])
        .execute();
      await db.schema
        .createTable('keys')
        .addColumn('hub', 'text', (column) => column.notNull())
        .addColumn('digest', 'text', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('reference', 'text', (column) => column.notNull())
        .addColumn('created_at', 'timestamptz(3)', (column) => column.notNull())
        .addPrimaryKeyConstraint('keys_pk', ['hub', 'digest'])
        .execute();
      await db.schema.createIndex('keys_by_reference').on('keys').column('reference').execute();
      await db.schema
        .createTable('outbox')
        .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
        .addColumn('hub', 'text', (column) => column.notNull())
        .addColumn('reference', 'text', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('due_at', 'timestamptz(3)', (column) => column.notNull())
        .addColumn('delivered_at', 'timestamptz(3)')
        .execute();
      await db.schema.createIndex('outbox_by_reference').on('outbox').column('reference').execute();
      await db.schema
        .createIndex('outbox_due')
        .on('outbox')
        .column('due_at')
        .where(sql.ref('delivered_at'), 'is', null)
        .execute();
      await db.schema
        .createTable('forgotten')
        .addColumn('reference', 'text', (column) => column.primaryKey())
        .addColumn('forgotten_at', 'timestamptz(3)', (column) => column.notNull())
        .execute();
    },
  },
};

/**
 * Brings the tables up to date. On PostgreSQL an advisory lock lets one process migrate while others wait.
 * @throws what the database said
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
