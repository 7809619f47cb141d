import type { Application } from '@maths-hubs/sdk/applications';
import { sql } from 'kysely';
import { migrate } from '../src/store/migrations.js';
import { embeddedStore } from '../src/store/embedded-store.js';
import { postgresStore } from '../src/store/postgres.js';
import type { Store, StoreLocation } from '../src/store/interface.js';

interface OldRow {
  readonly reference: string;
  readonly application: Application;
  readonly at: Date;
}

/** A store as the first version left it: applications in the open, messages numbered. */
export async function openOldStore(location: StoreLocation, rows: readonly OldRow[]): Promise<Store> {
  const store =
    'folder' in location ? await embeddedStore(location.folder) : postgresStore(location.databaseUrl);
  await store.slowly((db) => migrate(db, '001-applications'));
  for (const { reference, application, at } of rows)
    await store.run(async (db) => {
      const { hub, kind, edition } = application;
      await sql`insert into applications values (
        ${reference}, ${hub}, ${kind}, ${edition.schoolYear}, ${at}, ${JSON.stringify(application)}::jsonb)`.execute(
        db,
      );
      await sql`insert into keys values (${hub}, ${`digest ${reference}`}, 'content', ${reference}, ${at})`.execute(
        db,
      );
      await sql`insert into outbox (hub, reference, channel, attempts, due_at)
        values (${hub}, ${reference}, 'webhook', 0, ${at})`.execute(db);
    });
  return store;
}
