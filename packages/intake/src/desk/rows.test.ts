import { afterAll, describe, expect, it } from 'vitest';
import { answering, databases, hub, openArchive } from '../../test/intake.js';
import { rowsOf } from './rows.js';

const ROWS = 350;

describe.each(databases)('rows of a hub on $name', ({ newPlace }) => {
  const closing: (() => Promise<void>)[] = [];
  afterAll(() => Promise.all(closing.map((close) => close())));

  it('come in order, a page at a time, and let what else there is to do be done between the pages', async () => {
    const place = await newPlace();
    const archive = await openArchive(place.location);
    closing.push(async () => {
      await archive.store.close();
      place.remove();
    });
    const sent = await Promise.all(
      Array.from({ length: ROWS }, async (_, index) => {
        const application = answering({ name: `Person ${index}` });
        const at = new Date(Date.UTC(2099, 0, 1) + index);
        const outcome = await archive.receiver.take({ application, key: `key-${index}`, at, channels: [] });
        return 'receivedAt' in outcome ? outcome.reference : null;
      }),
    );
    let turns = 0;
    let over = false;
    // What comes over the network is heard in such turns, and in no others.
    const turn = (): void => {
      turns += 1;
      if (!over) setImmediate(turn);
    };
    setImmediate(turn);
    const found: string[] = [];
    for await (const { reference } of rowsOf(archive, hub.id, null)) found.push(reference);
    over = true;
    expect(found).toEqual(sent);
    expect(turns).toBeGreaterThanOrEqual(ROWS / 100);
  });
});
