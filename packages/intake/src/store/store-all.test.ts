import { describe, expect, it } from 'vitest';
import { at, emptiedAfterEach } from '../../test/archive.js';
import { answering, application, databases } from '../../test/intake.js';
import { contentOf } from './digest.js';
import { storeAll } from './store-all.js';
import type { Outcome, Sent } from './store-all.js';

const HOUR = 3_600_000;
const after = (hours: number): Date => new Date(at.getTime() + hours * HOUR);
let made = 0;

/** Bytes that a text must not lose stand before what is hidden, which is as plain as it came. */
const MARK = Buffer.from([0, 1, 92, 39, 255]);
const hidden = (sent = application): Pick<Sent, 'application' | 'sealed'> => ({
  application: sent,
  sealed: Buffer.concat([MARK, Buffer.from(JSON.stringify(sent))]),
});
const keys = {
  digest: (text: string): string => `digest of ${text}`,
  open(_hub: string, leaf: string, sealed: Uint8Array): string | null {
    expect([...sealed.subarray(0, MARK.length)]).toEqual([...MARK]);
    return leaf.startsWith('destroyed') ? null : Buffer.from(sealed.subarray(MARK.length)).toString();
  },
};

/** A row to be stored. */
function row(key: string, more: Partial<Sent> = {}): Sent {
  made += 1;
  return {
    reference: `R-${made}`,
    hub: 'test-hub',
    digest: `digest of ${key}`,
    content: '',
    kind: 'application',
    school_year: '2020/21',
    at,
    leaf: `leaf ${made}`,
    likeness: `likeness of ${key}`,
    channels: [],
    set_aside: false,
    ...hidden(),
    ...more,
  };
}

const keyless = (more: Partial<Sent> = {}): Sent =>
  row('itself', { digest: 'content of itself', content: 'content of itself', ...more });
/** As services stored it that kept a digest of the content under every key. */
const older = (): Sent => row('a', { content: keys.digest(contentOf(application)) });

const STORED = { reference: 0, repeated: false, receivedAt: at.toJSON() };

/** Rows that come one after another, what became of the last, and how many applications, keys and messages there are then. */
const cases: readonly [string, () => readonly Sent[], object, readonly number[]][] = [
  ['a new one', () => [row('a')], STORED, [1, 1, 0]],
  ['one that two are told of', () => [row('a', { channels: ['webhook', 'email'] })], STORED, [1, 1, 2]],
  ['one that is set aside', () => [row('a', { set_aside: true, channels: ['webhook'] })], STORED, [1, 1, 1]],
  ['letters that JSON must escape', () => [row('"\\ \u2028 O’Néill 李')], STORED, [1, 1, 0]],
  [
    'the same key again',
    () => [row('a', { channels: ['email'] }), row('a', { channels: ['email'], at: after(48) })],
    { ...STORED, repeated: true },
    [1, 1, 1],
  ],
  [
    'the same key with other answers',
    () => [row('a'), row('a', hidden(answering({ name: 'Another' })))],
    { conflictWith: 0 },
    [1, 1, 0],
  ],
  [
    'the same key with the same answers in other capitals',
    () => [row('a'), row('a', hidden(answering({ name: String(application.answers.name).toUpperCase() })))],
    { ...STORED, repeated: true },
    [1, 1, 0],
  ],
  [
    'a key again that an older service stored',
    () => [older(), row('a')],
    { ...STORED, repeated: true },
    [1, 1, 0],
  ],
  [
    'such a key with other answers',
    () => [older(), row('a', hidden(answering({ name: 'Another' })))],
    { conflictWith: 0 },
    [1, 1, 0],
  ],
  [
    'a key whose application nobody can open any more',
    () => [row('a', { leaf: `destroyed ${made}` }), row('a')],
    { erased: 0 },
    [1, 1, 0],
  ],
  [
    'the same without a key, within a day',
    () => [keyless(), keyless({ at: after(23) })],
    { reference: 0, repeated: true, receivedAt: after(23).toJSON() },
    [1, 1, 0],
  ],
  [
    'the same without a key, after a day',
    () => [keyless(), keyless({ at: after(24), channels: ['email'] })],
    { reference: 1, repeated: false, receivedAt: after(24).toJSON() },
    [2, 1, 1],
  ],
];

describe.each(databases)('applications in a statement on $name', ({ newPlace }) => {
  const { archive } = emptiedAfterEach(newPlace);

  /** What became of each, and all that is stored for their hub, without the names that no two share. */
  async function outcomeOf(rows: readonly Sent[], hub: string, beside: boolean) {
    const { store } = archive();
    const outcomes: (Outcome | Error | undefined)[] = [];
    for (const one of rows) {
      const sent = [{ ...one, hub }];
      if (beside) sent.push(row(`beside ${one.reference}`, { hub: `beside-${hub}`, channels: one.channels }));
      outcomes.push((await storeAll(store, keys, sent))[0]);
    }
    const stored = await store.run(async (db) => [
      await db.selectFrom('applications').selectAll().where('hub', '=', hub).orderBy('received_at').execute(),
      await db.selectFrom('keys').selectAll().where('hub', '=', hub).orderBy('digest').execute(),
      await db.selectFrom('outbox').selectAll().where('hub', '=', hub).orderBy('channel').execute(),
    ]);
    const references = rows.map(({ reference }) => reference);
    const plain = JSON.stringify([outcomes, stored], (name, value: unknown) => {
      if (name === 'reference' || name === 'conflictWith' || name === 'erased')
        return references.indexOf(String(value));
      return name === 'hub' || name === 'leaf' || (name === 'id' && /^msg_[0-9a-f]{32}$/.test(String(value)))
        ? undefined
        : value;
    });
    return JSON.parse(plain) as [unknown[], unknown[][]];
  }

  it.each(cases)('stores %s alone as it does among others', async (_, rows, became, counts) => {
    const sent = rows();
    const alone = await outcomeOf(sent, 'alone', false);
    const again = sent.map((one) => ({ ...one, reference: `${one.reference}-b`, leaf: `${one.leaf} b` }));
    expect(await outcomeOf(again, 'among', true)).toEqual(alone);
    const [outcomes, stored] = alone;
    expect(outcomes.at(-1)).toEqual(became);
    expect(stored.map((table) => table.length)).toEqual(counts);
  });

  it('takes a key for erased alone as it does among others', async () => {
    const { store } = archive();
    await storeAll(store, keys, [row('gone')]);
    await store.run((db) => db.deleteFrom('applications').execute());
    const [alone] = await storeAll(store, keys, [row('gone')]);
    const [among] = await storeAll(store, keys, [row('gone'), row('other')]);
    expect(alone).toEqual({ erased: expect.stringMatching(/^R-/) as string });
    expect(among).toEqual(alone);
  });
});
