import { FIELDS } from '@maths-hubs/sdk/applications';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  answering,
  application,
  hub,
  logbook,
  newFolder,
  otherHub,
  plainForm,
  post,
  postForm,
} from '../../test/intake.js';
import { createIntake } from '../intake.js';
import type { Intake } from '../intake.js';

const { entries, log } = logbook();
const place = newFolder();
let clock = Date.parse('2099-01-01T10:00:00Z');
let intake: Intake;

beforeAll(async () => {
  intake = createIntake({
    hubs: [
      { ...hub, fields: Object.fromEntries(FIELDS.map(({ id }) => [id, { purpose: 'To test it.' }])) },
      otherHub,
    ],
    store: place.location,
    now: () => new Date(clock),
    log,
    trustProxy: 1,
    limits: { bodySeconds: 1, burst: 20 },
  });
  await intake.ready;
});
afterAll(async () => {
  await intake.close();
  place.remove();
});
/** Every test has a day of its own. */
beforeEach(() => {
  clock += 48 * 3_600_000;
});

async function send(request: Request, address = `192.0.2.${clock % 251}`) {
  const response = await intake.fetch(request, { address });
  const text = await response.text();
  const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, text, json };
}

async function stored(): Promise<number> {
  const { store } = await intake.ready;
  const { count } = await store.run((db) =>
    db
      .selectFrom('applications')
      .select((eb) => eb.fn.countAll().as('count'))
      .executeTakeFirstOrThrow(),
  );
  return Number(count);
}

describe('POST /applications as JSON', () => {
  it('stores a whole application and answers with its reference', async () => {
    const { status, json } = await send(post(application));
    expect(status).toBe(201);
    expect(json).toEqual({
      reference: expect.stringMatching(/^MH-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/),
      receivedAt: new Date(clock).toISOString(),
    });
    const { store } = await intake.ready;
    const row = await store.run((db) =>
      db
        .selectFrom('applications')
        .selectAll()
        .where('reference', '=', String(json.reference))
        .executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({ hub: 'test-hub', kind: 'application', body: application });
  });

  it('gives the same key the same answer and stores it once', async () => {
    const before = await stored();
    const first = await send(post(application, { 'idempotency-key': 'same-key-1' }));
    clock += 90 * 86_400_000;
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
    clock += 23 * 3_600_000;
    const spaced = answering({ name: ' a  TEACHER ' }, { notice: { version: 'n1', shownAt: null } });
    expect((await send(post(spaced))).json).toEqual(first.json);
    clock += 2 * 3_600_000;
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

describe('POST /applications as a plain form', () => {
  it('answers with a page that shows the reference', async () => {
    const { status, headers, text } = await send(postForm(plainForm));
    expect(status).toBe(201);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(text).toMatch(/<strong>MH-\w{5}-\w{5}<\/strong>/);
    expect(text).toContain('lang="en-GB"');
  });

  it('stores a form that is sent again by a reload once', async () => {
    const before = await stored();
    const first = await send(postForm(plainForm));
    expect((await send(postForm(plainForm))).text).toBe(first.text);
    expect(await stored()).toBe(before + 1);
  });

  it('names what to put right on a page', async () => {
    const { status, text } = await send(postForm({ ...plainForm, email: '', agreement: [] }));
    expect(status).toBe(422);
    expect(text).toContain('<li>Enter your e-mail address</li>');
    expect(text).toContain('<li>Confirm that the headteacher agrees to the commitments</li>');
  });

  it('must come from the hub’s own page', async () => {
    const none = postForm(plainForm);
    none.headers.delete('origin');
    expect((await send(none)).status).toBe(403);
    const referred = postForm(plainForm, { referer: 'https://hub.example/apply?x=1' });
    referred.headers.delete('origin');
    expect((await send(referred)).status).toBe(201);
    expect((await send(postForm(plainForm, { origin: 'null' }))).status).toBe(403);
    expect((await send(postForm(plainForm, { origin: 'https://evil.example' }))).status).toBe(403);
  });
});

describe('every answer', () => {
  const MARKUP = `"><script>alert(1)</script><img src=x onerror=alert(2)>`;

  it.each(FIELDS.map(({ id }) => id))('carries no markup of an applicant: %s', async (id) => {
    const page = await send(postForm({ ...plainForm, [id]: id === 'pastPhases' ? [MARKUP] : MARKUP }));
    expect([201, 422]).toContain(page.status);
    expect(page.text).not.toMatch(/<script|<img|onerror/);
    const json = await send(post(answering({ [id]: id === 'pastPhases' ? [MARKUP] : MARKUP })));
    expect(json.headers.get('content-type')).toMatch(/^application\/json/);
    expect(json.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('says who may read it, and that nothing may run in it', async () => {
    const { headers } = await send(post(application));
    expect(headers.get('access-control-allow-origin')).toBe('https://hub.example');
    expect(headers.get('vary')).toMatch(/origin/i);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(headers.get('strict-transport-security')).toBeTruthy();
    expect(headers.get('cache-control')).toBe('no-store');
    const faulty = await send(post(answering({ email: 'no' })));
    expect([faulty.status, faulty.headers.get('access-control-allow-origin')]).toEqual([
      422,
      'https://hub.example',
    ]);
    const stranger = await send(post(application, { origin: 'https://evil.example' }));
    expect(stranger.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is asked for by preflight, by the hubs’ own origins only', async () => {
    const ask = (origin: string) =>
      send(new Request('http://intake.example/applications', { method: 'OPTIONS', headers: { origin } }));
    const own = await ask('https://other.example');
    expect([own.status, own.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'content-type, idempotency-key',
    ]);
    expect((await ask('https://evil.example')).status).toBe(403);
  });

  it('leaves no trace of a person in the log', async () => {
    await send(post(application), '203.0.113.77');
    await send(post(answering({ email: 'wrong.address' })), '203.0.113.77');
    await send(post('{"name": "A Teacher"'), '203.0.113.77');
    await send(new Request('http://intake.example/a.teacher@school.example'), '203.0.113.77');
    const lines = JSON.stringify(entries);
    for (const personal of [
      'Teacher',
      'Hill Top',
      'school.example',
      'wrong.address',
      '123456',
      'LE1',
      '203.0.113.77',
    ])
      expect(lines).not.toContain(personal);
    expect(entries).toContainEqual(
      expect.objectContaining({ event: 'request', status: 201, hub: 'test-hub', repeated: false }),
    );
  });
});

it('tells its health', async () => {
  expect((await send(new Request('http://intake.example/health'))).json).toEqual({ status: 'ok' });
  expect((await send(new Request('http://intake.example/nowhere'))).status).toBe(404);
});
