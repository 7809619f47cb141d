import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Archive } from '../src/desk/rows.js';
import type { Receiver } from '../src/store/receive.js';
import type { Outcome, Receipt } from '../src/store/store-all.js';
import { application, openArchive } from './intake.js';
import type { Place } from './intake.js';

/** When applications of tests come. */
export const at = new Date('2099-01-01T10:00:00.000Z');

export const isReceipt = (outcome: Outcome): outcome is Receipt => 'receivedAt' in outcome;

/** One store for the tests of a group, emptied after each. */
export function emptiedAfterEach(newPlace: () => Promise<Place>) {
  let place: Place;
  let archive: Archive;
  let receiver: Receiver;
  beforeAll(async () => {
    place = await newPlace();
    ({ receiver, ...archive } = await openArchive(place.location));
  });
  afterAll(async () => {
    await archive.store.close();
    place.remove();
  });
  afterEach(() =>
    archive.store.run(async (db) => {
      for (const table of ['applications', 'keys', 'outbox', 'forgotten'] as const)
        await db.deleteFrom(table).execute();
    }),
  );
  const receive = (arrival: Parameters<Receiver['take']>[0]): Promise<Outcome> => receiver.take(arrival);
  return {
    archive: () => archive,
    receive,
    /** Stores one with its two messages. */
    async take(key: string | null, sent = application, when = at): Promise<Receipt> {
      const receipt = await receive({ application: sent, key, at: when, channels: ['webhook', 'email'] });
      if (!isReceipt(receipt)) throw new Error(JSON.stringify(receipt));
      return receipt;
    },
    /** How many applications, keys and messages there are. */
    counts: () =>
      archive.store.run(async (db) => {
        const count = async (table: 'applications' | 'keys' | 'outbox') =>
          Number(
            (
              await db
                .selectFrom(table)
                .select((eb) => eb.fn.countAll().as('n'))
                .executeTakeFirstOrThrow()
            ).n,
          );
        return [await count('applications'), await count('keys'), await count('outbox')];
      }),
  };
}
