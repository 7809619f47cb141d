import { embeddedStore } from './embedded-store.js';
import type { Store, StoreLocation } from './interface.js';
import { migrate } from './migrations.js';
import { postgresStore } from './postgres.js';

/**
 * Opens the store and brings its tables up to date.
 * @throws {StoreInUseError} when another process holds the folder
 * @throws {StoreUnavailableError} when the database cannot be reached
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  const store =
    'folder' in location ? await embeddedStore(location.folder) : postgresStore(location.databaseUrl);
  try {
    await store.slowly(migrate);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
