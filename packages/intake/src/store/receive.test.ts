import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { at, emptiedAfterEach, isReceipt } from '../../test/archive.js';
import { answering, application, databases } from '../../test/intake.js';
import { rowOf } from '../desk/rows.js';

describe.each(databases)('what is received on $name', ({ newPlace }) => {
  const { archive, receive, take, counts } = emptiedAfterEach(newPlace);

  it('stores one key raced fifty times once, and tells all fifty the same', async () => {
    const receipts = await Promise.all(Array.from({ length: 50 }, () => take('raced')));
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await counts()).toEqual([1, 1, 2]);
  });

  it('stores the same content raced without a key once', async () => {
    const receipts = await Promise.all(Array.from({ length: 20 }, () => take(null)));
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
    expect(await counts()).toEqual([1, 1, 2]);
  });

  it('stores a rush whole, whatever repeats in it, and tells conflicts apart', async () => {
    const rush = await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        receive({
          application: index === 299 ? answering({ name: 'Another' }) : application,
          key: `rush-${index % 100}`,
          at,
          channels: [],
        }),
      ),
    );
    const references = rush.flatMap((outcome) => (isReceipt(outcome) ? [outcome.reference] : []));
    expect(new Set(references).size).toBe(100);
    // Three came under the last key, one of them with something else in it: whichever is stored first has the key.
    const [first, second, other] = [99, 199, 299].map((index) => rush[index]!);
    const [kept, refused] = isReceipt(other!) ? [[other], [first, second]] : [[first, second], [other]];
    const [reference] = kept.flatMap((outcome) => (isReceipt(outcome!) ? [outcome.reference] : []));
    expect(kept).toEqual(kept.map(() => expect.objectContaining({ reference })));
    expect(refused).toEqual(refused.map(() => ({ conflictWith: reference })));
    expect(references).toHaveLength(300 - refused.length);
    expect(await counts()).toEqual([100, 100, 0]);
  });

  it('stores those beside an application that the database will not take', async () => {
    const unstorable = { ...application, edition: { schoolYear: '2099\u0000', version: 'v1' } };
    const sent = [application, unstorable, application].map((each, index) =>
      receive({ application: each, key: `beside-${index}`, at, channels: [] }),
    );
    const settled = await Promise.allSettled([take('first-in-line'), ...sent]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await counts()).toEqual([3, 3, 2]);
  });

  it('keeps a sender’s key in no form that a guess at it would show', async () => {
    const key = 'a.teacher@school.example';
    await take(key);
    const [kept] = await archive().store.run((db) => db.selectFrom('keys').selectAll().execute());
    const guesses = [key, `key:${key}`].flatMap((guess) =>
      (['hex', 'base64', 'base64url'] as const).map((form) => hash('sha256', guess, form)),
    );
    expect(guesses).not.toContain(kept?.digest);
    expect(JSON.stringify(kept)).not.toContain('teacher');
  });

  it('keeps every character of an answer', async () => {
    const name = 'Zoë O’Néill-Ó Súilleabháin 李 \u{1F600} "quoted" \\ %s $1 \'; drop table keys; --';
    const { reference } = await take('characters', answering({ name }));
    expect((await rowOf(archive(), reference))?.application.answers.name).toBe(name);
  });
});
