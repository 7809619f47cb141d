import { Migrator, sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import type { Tables } from './tables.js';

export const migrations: Readonly<Record<string, Migration>> = {
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
  /** Applications hidden under keys of their own; messages with ids that no restore gives away twice. */
  '002-hidden': {
    async up(db) {
      await db.schema
        .alterTable('applications')
        .alterColumn('body', (column) => column.dropNotNull())
        .addColumn('leaf', 'text', (column) => column.unique())
        .addColumn('sealed', 'bytea')
        .addColumn('likeness', 'text')
        .execute();
      // Hidden bytes cannot be made smaller: trying costs time on every write.
      await sql`alter table applications alter column sealed set storage external`.execute(db);
      await db.schema
        .createIndex('applications_alike')
        .on('applications')
        .columns(['hub', 'likeness', 'received_at'])
        .execute();
      await db.schema.alterTable('keys').addColumn('erased_at', 'timestamptz(3)').execute();
      await db.schema.alterTable('outbox').renameColumn('id', 'number').execute();
      await db.schema
        .alterTable('outbox')
        .addColumn('id', 'text')
        .addColumn('created_at', 'timestamptz(3)')
        .addColumn('failed_at', 'timestamptz(3)')
        .execute();
      await sql`update outbox set id = 'msg_' || replace(gen_random_uuid()::text, '-', ''), created_at = due_at`.execute(
        db,
      );
      await db.schema.alterTable('outbox').dropColumn('number').execute();
      await db.schema
        .alterTable('outbox')
        .alterColumn('id', (column) => column.setNotNull())
        .alterColumn('created_at', (column) => column.setNotNull())
        .execute();
      await db.schema.alterTable('outbox').addPrimaryKeyConstraint('outbox_pk', ['id']).execute();
      await db.schema.dropIndex('outbox_due').execute();
      await db.schema
        .createIndex('outbox_waiting')
        .on('outbox')
        .columns(['hub', 'channel', 'due_at'])
        .where(sql<boolean>`delivered_at is null and failed_at is null`)
        .execute();
      await db.schema
        .createTable('deliveries')
        .addColumn('message', 'text', (column) => column.notNull())
        .addColumn('at', 'timestamptz(3)', (column) => column.notNull())
        .addColumn('status', 'integer')
        .addColumn('milliseconds', 'integer', (column) => column.notNull())
        .addColumn('why', 'text')
        .execute();
      await db.schema
        .createIndex('deliveries_by_message')
        .on('deliveries')
        .columns(['message', 'at'])
        .execute();
      await db.schema
        .createTable('endpoints')
        .addColumn('hub', 'text', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('failing_since', 'timestamptz(3)', (column) => column.notNull())
        .addColumn('disabled_at', 'timestamptz(3)')
        .addColumn('why', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('endpoints_pk', ['hub', 'channel'])
        .execute();
      await db.schema
        .createTable('settings')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('changed', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('rates')
        .addColumn('network', 'text', (column) => column.primaryKey())
        .addColumn('used', 'double precision', (column) => column.notNull())
        .addColumn('at', 'timestamptz(3)', (column) => column.notNull())
        .execute();
    },
  },
  '003-set-aside': {
    async up(db) {
      await db.schema
        .createTable('set_aside')
        .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
        .addColumn('table_name', 'text', (column) => column.notNull())
        .addColumn('whole', 'jsonb', (column) => column.notNull())
        .execute();
    },
  },
  /** Applications beyond what a day brings, held apart from the others. */
  '004-beyond-a-day': {
    async up(db) {
      await db.schema.alterTable('applications').addColumn('set_aside_at', 'timestamptz(3)').execute();
      await db.schema
        .createIndex('applications_set_aside')
        .on('applications')
        .columns(['hub', 'reference'])
        .where(sql.ref('set_aside_at'), 'is not', null)
        .execute();
    },
  },
};

/**
 * Brings the tables up to date, or up to one step. On PostgreSQL an advisory lock lets one process migrate while others
 * wait.
 * @throws what the database said
 */
export async function migrate(db: Kysely<Tables>, upTo?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error !== undefined) throw error;
}
