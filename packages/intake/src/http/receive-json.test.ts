import { describe, expect, it } from 'vitest';
import { answering, application, post } from '../../test/intake.js';
import { triedIntake } from '../../test/tried-intake.js';

const { clock, parts, send, stored } = triedIntake();

describe('POST /applications as JSON', () => {
  it('stores a whole application and answers with its reference', async () => {
    const { status, json } = await send(post(application));
    expect(status).toBe(201);
    expect(json).toEqual({
      reference: expect.stringMatching(/^MH-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/),
      receivedAt: new Date(clock.now).toISOString(),
    });
    const { store, keys } = await parts();
    const row = await store.run((db) =>
      db
        .selectFrom('applications')
        .selectAll()
        .where('reference', '=', String(json.reference))
        .executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({ hub: 'test-hub', kind: 'application', body: null });
    expect(JSON.parse(keys.open('test-hub', row.leaf, row.sealed)!)).toEqual(application);
    expect(Buffer.from(row.sealed).toString('latin1')).not.toContain('Hill Top');
  });

  it('gives the same key the same answer and stores it once', async () => {
    const before = await stored();
    const first = await send(post(application, { 'idempotency-key': 'same-key-1' }));
    clock.now += 90 * 86_400_000;
    const again = await send(post(application, { 'idempotency-key': 'same-key-1' }));
    expect([again.status, again.json]).toEqual([201, first.json]);
    expect(await stored()).toBe(before + 1);
  });

  it('refuses a key that came with other answers, and names what it has', async () => {
    const first = await send(post(application, { 'idempotency-key': 'same-key-2' }));
    const other = await send(post(answering({ name: 'Somebody Else' }), { 'idempotency-key': 'same-key-2' }));
    expect([other.status, other.json.code, other.json.reference]).toEqual([
      409,
      'key-reused',
      first.json.reference,
    ]);
  });

  it('without a key stores the same content once a day, however it is spaced', async () => {
    const first = await send(post(application));
    clock.now += 23 * 3_600_000;
    const spaced = answering({ name: ' a  TEACHER ' }, { notice: { version: 'n1', shownAt: null } });
    const repeated = await send(post(spaced));
    expect([repeated.status, repeated.json.reference]).toEqual([201, first.json.reference]);
    // A stranger who sends the same does not learn when the first one came.
    expect(repeated.json.receivedAt).toBe(new Date(clock.now).toISOString());
    clock.now += 2 * 3_600_000;
    const nextDay = await send(post(spaced));
    expect(nextDay.status).toBe(201);
    expect(nextDay.json.reference).not.toBe(first.json.reference);
  });

  it('keeps hubs apart: one key, two hubs, two applications', async () => {
    const headers = { 'idempotency-key': 'same-key-3' };
    const one = await send(post(application, headers));
    const other = await send(
      post({ ...application, hub: 'other-hub' }, { ...headers, origin: 'https://other.example' }),
    );
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.json.reference).not.toBe(other.json.reference);
  });

  it('answers faults field by field', async () => {
    const { status, json } = await send(post(answering({ email: 'no', urn: '1' })));
    expect(status).toBe(422);
    expect(json.errors).toEqual([
      expect.objectContaining({ field: 'urn', code: 'invalid' }),
      expect.objectContaining({ field: 'email', code: 'invalid' }),
    ]);
  });

  it.each([
    ['not JSON', post('{'), 400, 'not-json'],
    ['another hub', post({ ...application, hub: 'nobody' }), 404, 'unknown-hub'],
    ['no hub', post([]), 404, 'unknown-hub'],
    ['a bad key', post(application, { 'idempotency-key': 'short' }), 400, 'key'],
    ['another media type', post('x', { 'content-type': 'text/plain' }), 415, 'media-type'],
    ["another hub's page", post(application, { origin: 'https://other.example' }), 403, 'origin'],
    ['a page of nobody', post(application, { origin: 'https://evil.example' }), 403, 'origin'],
    ['too much', post('x'.repeat(70_000)), 413, 'too-large'],
  ])('refuses %s', async (_, request, status, code) => {
    const answer = await send(request);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it('takes what a program sends without an origin', async () => {
    const request = post(application);
    request.headers.delete('origin');
    expect((await send(request)).status).toBe(201);
  });

  it('stops reading a body that is too large or too slow, whatever it says of itself', async () => {
    const endless = (pause: number) =>
      new Request('http://intake.example/applications', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: new ReadableStream({
          async pull(controller) {
            await new Promise((resolve) => setTimeout(resolve, pause));
            controller.enqueue(new Uint8Array(pause === 0 ? 10_000 : 1));
          },
        }),
        duplex: 'half',
      } as RequestInit);
    expect((await send(endless(0))).status).toBe(413);
    expect((await send(endless(50))).status).toBe(408);
  });

  it('holds machines off without losing a person: it says what to do', async () => {
    const filled = await send(
      post({ ...application, guard: { leaveEmpty: 'https://spam.example', seconds: 60 } }),
    );
    expect([filled.status, filled.json.code]).toEqual([422, 'looks-automatic']);
    const fast = await send(post({ ...application, guard: { leaveEmpty: '', seconds: 0.4 } }));
    expect([fast.status, fast.json.code]).toEqual([422, 'looks-automatic']);
    expect((await send(post({ ...application, guard: { leaveEmpty: '', seconds: 40 } }))).status).toBe(201);
  });

  it('lets many teachers share an address, and slows one that goes on and on', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 21; index += 1) statuses.push((await send(post('{'), '198.51.100.1')).status);
    expect(statuses).toEqual([...Array(20).fill(400), 429]);
    const refused = await send(post('{'), '198.51.100.1');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const behindProxy = post('{', { 'x-forwarded-for': '203.0.113.9' });
    expect((await send(behindProxy, '198.51.100.1')).status).toBe(400);
    const spoofed = post('{', { 'x-forwarded-for': '203.0.113.9, 198.51.100.1' });
    expect((await send(spoofed, '192.0.2.1')).status).toBe(429);
  });
});
