import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { application, databases } from '../../test/intake.js';
import { openNotices, now, until } from '../../test/notices.js';
import type { Notices } from '../../test/notices.js';
import { startOutbox } from './outbox.js';
import { retry, undelivered } from './queue.js';
import { webhook } from './webhook.js';

describe.each(databases)('messages that are not taken, from $name', ({ newPlace }) => {
  let on: Notices;
  beforeAll(async () => {
    on = await openNotices(newPlace);
  });
  afterEach(() => on.clear());
  afterAll(() => on.close());

  it('tries again until it is taken, with the same id, and writes down each attempt', async () => {
    on.answers = [500, 302, 429];
    const reference = await on.arrive('again');
    await until(() => on.delivered(reference));
    expect(on.deliveries).toHaveLength(4);
    const [id, ...others] = new Set(on.deliveries.map(({ headers }) => headers['webhook-id']));
    expect(others).toEqual([]);
    const log = await on.store.run((db) =>
      db
        .selectFrom('deliveries')
        .select(['status', 'why'])
        .where('message', '=', String(id))
        .orderBy('at')
        .execute(),
    );
    expect(log).toEqual([
      { status: 500, why: 'The webhook answered 500' },
      { status: 302, why: 'The webhook answered 302' },
      { status: 429, why: 'The webhook answered 429' },
      { status: 204, why: null },
    ]);
  });

  it('sends what a clock that ran a day ahead put off, once the clock is set right', async () => {
    const reference = await on.stored('put-off');
    const ahead = new Date(now().getTime() + 86_400_000);
    await on.store.run((db) =>
      db.updateTable('outbox').set({ due_at: ahead }).where('reference', '=', reference).execute(),
    );
    on.outbox.wake('test-hub');
    await until(() => on.delivered(reference));
  });

  it('sends nothing more where it is told 410, says so, and sends all of it when asked', async () => {
    on.answers = [410];
    const gone = await on.arrive('told-410');
    await until(async () => (await undelivered(on.store, { failed: true, hub: 'test-hub' })).length === 1);
    expect(on.entries).toContainEqual(
      expect.objectContaining({
        event: 'endpoint-disabled',
        hub: 'test-hub',
        why: 'The webhook answered 410',
      }),
    );
    const meanwhile = await on.arrive('after-410');
    await until(async () => (await undelivered(on.store, { failed: true, hub: 'test-hub' })).length === 2);
    expect(on.deliveries).toHaveLength(1);
    expect(await retry(on.store, { id: null, hub: 'test-hub', at: now() })).toBe(2);
    on.outbox.wake('test-hub');
    await until(async () => (await on.delivered(gone)) && on.delivered(meanwhile));
    expect(await undelivered(on.store, { failed: false, hub: null })).toEqual([]);
  });

  it('opens what was switched off, also where every message that was given up has been erased', async () => {
    on.answers = [410];
    const reference = await on.arrive('erased-after-410');
    await until(async () => (await undelivered(on.store, { failed: true, hub: 'test-hub' })).length === 1);
    await on.store.run((db) => db.deleteFrom('outbox').where('reference', '=', reference).execute());
    expect(await retry(on.store, { id: null, hub: 'test-hub', at: now() })).toBe(0);
    const next = await on.arrive('after-it-was-opened');
    await until(() => on.delivered(next));
  });

  it('gives a message up after three days, switches the webhook off, and tells the hub', async () => {
    const told: string[] = [];
    let day = 0;
    const later = (): Date => new Date(Date.now() + day * 86_400_000);
    await on.outbox.stop();
    const lanes = startOutbox({
      ...on.parts,
      now: later,
      firstPause: 0.01,
      onDemand: true,
      tell: (hub, why) => Promise.resolve(void told.push(`${hub}: ${why}`)),
    });
    const reference = await on.stored('never-taken');
    for (; day < 4; day += 0.5) {
      on.answers = Array<number>(50).fill(503);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await lanes.round();
    }
    const [failed, ...others] = await undelivered(on.store, { failed: true, hub: 'test-hub' });
    expect(others).toEqual([]);
    expect(failed).toMatchObject({
      reference,
      why: 'The webhook answered 503',
      disabled_at: expect.any(Date),
    });
    expect(told).toEqual(['test-hub: The webhook answered 503']);
    await retry(on.store, { id: reference, hub: null, at: later() });
    on.answers = [];
    await until(async () => {
      await lanes.round();
      return on.delivered(reference);
    });
    expect(await on.delivered(reference)).toBe(true);
    await lanes.stop();
    on.outbox = startOutbox(on.parts);
  });

  it('leaves a webhook alone as long as it asks', async () => {
    let minutes = 0;
    const later = (): Date => new Date(Date.now() + minutes * 60_000);
    const roundOf = async (): Promise<void> => {
      // Of a service that has just started, which knows only what is stored.
      const deliver = { ...on.parts.deliver, webhook: webhook(later) };
      const lanes = startOutbox({ ...on.parts, deliver, now: later, onDemand: true });
      await lanes.round();
      await lanes.stop();
    };
    await on.outbox.stop();
    const reference = await on.stored('asked-to-wait');
    on.answers = [429, 503];
    on.asksToWait = '3600';
    await roundOf();
    minutes = 59;
    await roundOf();
    expect(on.deliveries).toHaveLength(1);
    minutes = 61;
    on.asksToWait = new Date(Date.now() + 121 * 60_000).toUTCString();
    await roundOf();
    minutes = 119;
    await roundOf();
    expect(on.deliveries).toHaveLength(2);
    minutes = 122;
    await roundOf();
    expect(on.deliveries).toHaveLength(3);
    expect(await on.delivered(reference)).toBe(true);
    on.outbox = startOutbox(on.parts);
  });

  it('lets one hub’s dead webhook delay nobody else', async () => {
    const hanging = new Map([...on.hubs].map(([id, one]) => [id, { ...one }]));
    const own = hanging.get('test-hub')!;
    hanging.set('test-hub', {
      ...own,
      webhook: { ...own.webhook!, url: own.webhook!.url.replace('/hook', '/hang') },
    });
    await on.outbox.stop();
    const lanes = startOutbox({ ...on.parts, hubs: hanging });
    await Promise.all(Array.from({ length: 60 }, (_, index) => on.stored(`hangs-${index}`)));
    lanes.wake();
    await until(() => on.deliveries.length > 0);
    const reference = await on.stored('not-delayed', { ...application, hub: 'other-hub' });
    lanes.wake('other-hub');
    await until(() => on.delivered(reference));
    // What hung is broken off and begins again, whole.
    await lanes.stop();
    const waiting = await undelivered(on.store, { failed: false, hub: 'test-hub' });
    expect(waiting).toHaveLength(60);
    expect(waiting.every(({ attempts }) => attempts === 0)).toBe(true);
    on.outbox = startOutbox(on.parts);
    await until(async () => (await undelivered(on.store, { failed: false, hub: 'test-hub' })).length === 0);
  });

  it('logs nothing of the applicant when it fails', () => {
    expect(JSON.stringify(on.entries)).not.toMatch(/Teacher|school\.example|applicant\.example|Secret/);
  });
});
