import { FIELDS } from '@maths-hubs/sdk/applications';
import { parse } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
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
import { VERSION } from '../version.js';

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

/** Every element of a page, as a browser reads it. */
function elementsOf(html: string): DefaultTreeAdapterMap['element'][] {
  const found: DefaultTreeAdapterMap['element'][] = [];
  const walk = (node: DefaultTreeAdapterMap['node']): void => {
    if ('attrs' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
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
    const { store, keys } = await intake.ready;
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
    const repeated = await send(post(spaced));
    expect([repeated.status, repeated.json.reference]).toEqual([201, first.json.reference]);
    // A stranger who sends the same does not learn when the first one came.
    expect(repeated.json.receivedAt).toBe(new Date(clock).toISOString());
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
    expect(text).toMatch(/<strong class="reference">MH-\w{5}-\w{5}<\/strong>/);
    expect(text).toContain('lang="en-GB"');
  });

  it('stores a form that is sent again by a reload once', async () => {
    const before = await stored();
    const first = await send(postForm(plainForm));
    expect((await send(postForm(plainForm))).text).toBe(first.text);
    expect(await stored()).toBe(before + 1);
  });

  it('names what to put right on a page, with links to the fields and everything that was typed', async () => {
    const typed = { ...plainForm, email: 'not an address', name: 'Zoë "Q" <b>', agreement: [] };
    const { status, text, headers } = await send(postForm(typed));
    expect(status).toBe(422);
    expect(headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(text).toMatch(/<a href="#field-email">[^<]+<\/a>/);
    expect(text).toContain(
      '<a href="#field-agreement">Confirm that the headteacher agrees to the commitments</a>',
    );
    for (const field of ['email', 'agreement']) expect(text).toContain(`id="field-${field}"`);
    expect(text).toMatch(/value="not an address"/);
    expect(text).toContain('value="Zoë &quot;Q&quot; &lt;b&gt;"');
    expect(text).toMatch(/aria-invalid="true"\s+aria-describedby="field-email-wrong"/);
  });

  it('takes the form that is sent again from its own page, and no other page of that address', async () => {
    const own = postForm(plainForm, { origin: 'http://intake.example', host: 'intake.example' });
    expect((await send(own)).status).toBe(201);
    const elsewhere = postForm(plainForm, { origin: 'http://intake.example:81', host: 'intake.example' });
    expect((await send(elsewhere)).status).toBe(403);
    const program = post(application, { origin: 'http://intake.example', host: 'intake.example' });
    expect((await send(program)).status).toBe(403);
  });

  it('stores nothing of a form whose letters did not arrive', async () => {
    const before = await stored();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://hub.example' };
    const body = `${new URLSearchParams({ hub: 'test-hub' }).toString()}&name=Zo%EB`;
    const { status, text } = await send(
      new Request('http://intake.example/applications', { method: 'POST', headers, body }),
    );
    expect([status, await stored()]).toEqual([400, before]);
    expect(text).toContain('accept-charset=&quot;utf-8&quot;');
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
    const elements = elementsOf(page.text);
    expect(elements.map(({ tagName }) => tagName).filter((name) => /^(?:script|img)$/.test(name))).toEqual(
      [],
    );
    expect(
      elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)).filter((name) => /^on/.test(name)),
    ).toEqual([]);
    const json = await send(post(answering({ [id]: id === 'pastPhases' ? [MARKUP] : MARKUP })));
    expect(json.headers.get('content-type')).toMatch(/^application\/json/);
    expect(json.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('says who may read it, and that nothing may run in it', async () => {
    const { headers } = await send(post(application));
    expect(headers.get('access-control-allow-origin')).toBe('https://hub.example');
    expect(headers.get('vary')).toMatch(/origin/i);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(headers.get('strict-transport-security')).toBeNull();
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

  it('says to anybody whether an origin may send here', async () => {
    const ask = async (query: string) => {
      const answer = await send(new Request(`http://intake.example/applications/allows${query}`));
      return {
        status: answer.status,
        open: answer.headers.get('access-control-allow-origin'),
        said: answer.json,
      };
    };
    expect(await ask('?origin=https://other.example')).toEqual({
      status: 200,
      open: '*',
      said: { allowed: true },
    });
    expect((await ask('?origin=https://evil.example')).said).toEqual({ allowed: false });
    expect((await ask('?origin=https://other.example/page')).status).toBe(400);
    expect((await ask('')).status).toBe(400);
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

describe('health, metrics and the rest', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    send(new Request(`http://intake.example${path}`, { headers }), '127.0.0.1');

  it('tells its health, with its version', async () => {
    expect((await get('/health/live')).json).toEqual({ status: 'ok', version: VERSION });
    for (const path of ['/health', '/health/ready'])
      expect((await get(path)).json).toMatchObject({
        status: 'ok',
        version: VERSION,
        reason: null,
        waiting: 0,
        lastCommitSeconds: expect.any(Number),
      });
    expect((await get('/nowhere')).status).toBe(404);
  });

  it('counts for Prometheus, and only for its own network', async () => {
    await send(post(application, { 'idempotency-key': 'counted-key' }));
    const { text, headers } = await get('/metrics');
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0.0.4/);
    expect(text).toMatch(/maths_hubs_intake_applications_total\{hub="test-hub",outcome="stored"\} [1-9]/);
    expect(text).toMatch(/maths_hubs_intake_refused_total\{code="not-json"\} [1-9]/);
    expect(text).toContain('maths_hubs_intake_store_up 1');
    expect(text).toContain(`maths_hubs_intake_build_info{version="${VERSION}"} 1`);
    expect((await send(new Request('http://x/metrics'), '203.0.113.9')).status).toBe(404);
    expect((await get('/metrics', { 'x-forwarded-for': '10.0.0.1' })).status).toBe(404);
  });

  it('gives every answer the number that its line in the log has', async () => {
    const answers = await Promise.all([
      send(post(application, { 'x-request-id': 'proxy-number-1' })),
      send(post('{')),
      get('/nowhere'),
      get('/health/live'),
    ]);
    const ids = answers.map(({ headers }) => headers.get('x-request-id'));
    expect(ids[0]).toBe('proxy-number-1');
    for (const id of ids)
      expect(entries).toContainEqual(expect.objectContaining({ event: 'request', id, level: 'info' }));
    const forged = await send(post('{', { 'x-request-id': '<script>alert(1)</script>' }));
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['GET', 'PUT', 'DELETE'])(
    'answers %s on what is posted to with what is allowed',
    async (method) => {
      const { status, headers, json } = await send(
        new Request('http://intake.example/applications', { method }),
      );
      expect([status, headers.get('allow'), json.code]).toEqual([405, 'POST, OPTIONS', 'method']);
    },
  );

  it('answers what is sent to a calendar with what is allowed', async () => {
    const { status, headers } = await send(
      new Request('http://intake.example/calendars/test-hub/development.ics', { method: 'POST' }),
    );
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('shows a person who opens the address a page that says where to go', async () => {
    const { status, text } = await get('/applications', { accept: 'text/html,*/*' });
    expect(status).toBe(405);
    expect(text).toContain('<a href="https://hub.example">Test Hub</a>');
  });

  it('does not take what is compressed', async () => {
    const { status, json } = await send(post(application, { 'content-encoding': 'gzip' }));
    expect([status, json.code]).toEqual([415, 'encoding']);
  });

  it('says that an erased application is gone, and stores it no more', async () => {
    const headers = { 'idempotency-key': 'erased-key-1' };
    const { json } = await send(post(application, headers));
    const { erasures } = await intake.ready;
    await erasures.forget(String(json.reference), new Date(clock));
    const before = await stored();
    const late = await send(post(application, headers));
    expect([late.status, late.json.code, late.json.reference]).toEqual([410, 'erased', json.reference]);
    expect(await stored()).toBe(before);
  });

  it('slows nobody down because the clock was set back', async () => {
    clock -= 3_600_000;
    const statuses = [];
    for (let count = 0; count < 20; count += 1)
      statuses.push((await send(post('{'), '198.51.100.44')).status);
    expect(new Set(statuses)).toEqual(new Set([400]));
    clock += 3_600_000;
  });
});

it('promises to be reached over TLS alone for its own name, and for that alone', async () => {
  const own = newFolder();
  const service = createIntake({ hubs: [hub], store: own.location, log, ownHost: 'intake.example' });
  const ask = (host: string) => service.fetch(new Request('http://x/health/live', { headers: { host } }));
  expect((await ask('intake.example')).headers.get('strict-transport-security')).toBe('max-age=15552000');
  expect((await ask('hub.example')).headers.get('strict-transport-security')).toBeNull();
  await service.close();
  own.remove();
});
