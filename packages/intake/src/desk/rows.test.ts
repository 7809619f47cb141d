import { afterAll, describe, expect, it } from 'vitest';
import { at, emptiedAfterEach, isReceipt } from '../../test/archive.js';
import { answering, application, databases, hub, openArchive } from '../../test/intake.js';
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

describe.each(databases)('rows of a hub, each once, on $name', ({ newPlace }) => {
  const { archive, receive, take } = emptiedAfterEach(newPlace);

  it('reads a hub’s rows in order across pages, each once, and no other hub’s', async () => {
    const { reference } = await take('first');
    await take('other', { ...application, hub: 'other-hub' });
    const sent = Array.from({ length: 1100 }, (_, index) =>
      receive({
        application,
        key: `row-${index}`,
        at: new Date(at.getTime() + Math.floor(index / 7)),
        channels: [],
      }),
    );
    const references = (await Promise.all(sent)).filter(isReceipt).map((receipt) => receipt.reference);
    const read = [];
    for await (const row of rowsOf(archive(), 'test-hub', null)) read.push(row);
    expect(new Set(read.map((row) => row.reference))).toEqual(new Set([reference, ...references]));
    expect(read).toHaveLength(1101);
    expect(read.map(({ receivedAt }) => receivedAt)).toEqual(read.map(({ receivedAt }) => receivedAt).sort());
    const since = [];
    for await (const row of rowsOf(archive(), 'test-hub', new Date(at.getTime() + 1))) since.push(row);
    expect(since).toHaveLength(1100 - 7);
  });

  it('marks what another of the same school for the same phase and year probably repeats', async () => {
    const first = await take('likely-1');
    const later = new Date(at.getTime() + 1);
    const again = await take(
      'likely-2',
      answering({ name: 'Another', schoolName: 'HILL TOP  primary ' }),
      later,
    );
    const elsewhere = await take(
      'likely-3',
      answering({ urn: '999999', schoolName: 'Elsewhere', postcode: 'LE1 1AB' }),
    );
    const marks = new Map<string, string | null>();
    for await (const row of rowsOf(archive(), 'test-hub', null))
      marks.set(row.reference, row.probablyRepeats);
    expect([...marks]).toEqual(
      expect.arrayContaining([
        [first.reference, null],
        [again.reference, first.reference],
        [elsewhere.reference, null],
      ]),
    );
  });
});
