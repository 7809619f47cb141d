import { describe, expect, it } from 'vitest';
import { application, hub, newFolder, post } from '../../test/intake.js';
import { triedIntake } from '../../test/tried-intake.js';
import { StoreUnavailableError } from '../errors.js';
import { createIntake } from '../intake.js';
import { VERSION } from '../version.js';

const { clock, entries, parts, send, stored } = triedIntake();

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
    await send(post('no JSON'));
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
    const { erasures } = await parts();
    await erasures.forget(String(json.reference), new Date(clock.now));
    const before = await stored();
    const late = await send(post(application, headers));
    expect([late.status, late.json.code, late.json.reference]).toEqual([410, 'erased', json.reference]);
    expect(await stored()).toBe(before);
  });

  it('slows nobody down because the clock was set back', async () => {
    clock.now -= 3_600_000;
    const statuses = [];
    for (let count = 0; count < 20; count += 1)
      statuses.push((await send(post('{'), '198.51.100.44')).status);
    expect(new Set(statuses)).toEqual(new Set([400]));
    clock.now += 3_600_000;
  });
});

it('promises to be reached over TLS alone for its own name, and for that alone', async () => {
  const own = newFolder();
  const service = createIntake({
    hubs: [hub],
    store: own.location,
    log: () => undefined,
    ownHost: 'intake.example',
  });
  const ask = (host: string) => service.fetch(new Request('http://x/health/live', { headers: { host } }));
  expect((await ask('intake.example')).headers.get('strict-transport-security')).toBe('max-age=15552000');
  expect((await ask('hub.example')).headers.get('strict-transport-security')).toBeNull();
  await service.close();
  own.remove();
});

it('counts what a store that is away refuses apart from faults of its own', async () => {
  const own = newFolder();
  const service = createIntake({ hubs: [hub], store: own.location, log: () => undefined });
  const { store } = await service.ready;
  const { query } = store;
  for (const fault of [new StoreUnavailableError('Away'), new TypeError('A mistake of ours')]) {
    Object.assign(store, { query: () => Promise.reject(fault) });
    await service.fetch(post(application));
  }
  Object.assign(store, { query });
  const page = await (await service.fetch(new Request('http://x/metrics'))).text();
  expect(page).toMatch(/refused_total\{code="store-unavailable"\} 1\n/);
  expect(page).toMatch(/refused_total\{code="fault"\} 1\n/);
  await service.close();
  own.remove();
});
