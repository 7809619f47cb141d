import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePostcode } from '../typed/postcode.js';
import type { Postcode } from '../typed/postcode.js';
import { postcodesIo } from './postcodes-io.js';
import { fakePostcodesIo } from './testing.js';
import type { FakePostcode } from './testing.js';
import { servePostcodesIo } from './testing-server.js';
import type { FakePostcodesIoServer } from './testing-server.js';

function pc(text: string): Postcode {
  const parsed = parsePostcode(text);
  if (!parsed.valid) throw new Error(text);
  return parsed;
}

function area(
  postcode: string,
  district: string | null,
  county: string | null,
  country: string | null = 'England',
): FakePostcode {
  return {
    postcode,
    country,
    admin_district: 'D',
    admin_county: null,
    latitude: 52.62,
    longitude: -1.12,
    codes: { admin_district: district, admin_county: county },
  };
}

const data = {
  postcodes: [
    area('LE2 1XX', 'E06000016', 'E99999999'),
    { ...area('LE18 1AA', 'E07000135', 'E10000018'), latitude: 52.58, longitude: -1.1 },
    { ...area('SY23 1AA', 'W06000008', 'W99999999', 'Wales'), latitude: null, longitude: null },
    { ...area('TD15 9ZZ', 'S12000026', 'S99999999', 'Scotland'), latitude: null, longitude: null },
    { ...area('LE1 9ZZ', null, null), latitude: null, longitude: null },
    { ...area('LE1 9ZY', 'E99999999', 'E99999999', null), latitude: null, longitude: null },
  ],
  retired: [
    { postcode: 'LE1 0AA', year_terminated: 1996, month_terminated: 6, latitude: 52.6, longitude: -1.1 },
    { postcode: 'LE1 0AB', year_terminated: 2001, month_terminated: 1, latitude: null, longitude: null },
  ],
};

let server: FakePostcodesIoServer;
beforeEach(async () => {
  server = await servePostcodesIo({ ...data, retryAfter: '0' });
});
afterEach(() => server.close());

const over = (options = {}) => postcodesIo({ baseUrl: server.url, ...options });

describe('postcodes.io over HTTP', () => {
  it('finds a unitary council: the pseudo code of its county is no county', async () => {
    expect(await over().resolve(pc('le2 1xx'))).toMatchObject({
      kind: 'found',
      postcode: 'LE2 1XX',
      district: 'E06000016',
      authority: 'E06000016',
      country: 'England',
      confidence: 'very likely',
      about: 'this postcode',
      source: { publisher: 'postcodes.io' },
    });
  });

  it('finds a district and its county', async () => {
    expect(await over().resolve(pc('LE18 1AA'))).toMatchObject({
      district: 'E07000135',
      authority: 'E10000018',
    });
  });

  it.each([
    ['SY23 1AA', { kind: 'not-in-england', country: 'Wales' }],
    ['TD15 9ZZ', { kind: 'not-in-england', country: 'Scotland' }],
    ['LE1 9ZZ', { kind: 'unknown', because: 'no-council-given' }],
    ['LE1 9ZY', { kind: 'unknown', because: 'no-council-given' }],
    ['LE1 9AA', { kind: 'not-found' }],
    ['LE1 0AA', { kind: 'retired', year: 1996, month: 6, position: { latitude: 52.6, longitude: -1.1 } }],
    ['LE1 0AB', { kind: 'retired', year: 2001, position: null }],
  ])('answers %s', async (postcode, answer) => {
    expect(await over().resolve(pc(postcode))).toMatchObject({ postcode, ...answer });
  });

  it.each([
    ['JE2 3AB', { kind: 'not-in-england', country: 'Jersey' }],
    ['BT1 1AA', { kind: 'not-in-england', country: 'Northern Ireland' }],
    ['BF1 0AA', { kind: 'unknown', because: 'forces' }],
  ])('answers %s from its letters, without asking', async (postcode, answer) => {
    expect(await over().resolve(pc(postcode))).toMatchObject(answer);
    expect(server.service.requests).toEqual([]);
  });

  it('sends the postcode and nothing else, once', async () => {
    const resolver = over();
    await resolver.resolve(pc('LE2 1XX'));
    await resolver.resolve(pc('le2  1xx'));
    expect(server.service.requests).toEqual(['/postcodes/LE21XX']);
    expect(resolver.sendsTo).toBe(new URL(server.url).host);
  });

  it('finds the nearest postcode, sending the position to about 100 m', async () => {
    expect(await over().locate?.({ latitude: 52.6199951, longitude: -1.1200049 })).toMatchObject({
      kind: 'found',
      postcode: 'LE2 1XX',
      district: 'E06000016',
    });
    expect(server.service.requests).toEqual(['/postcodes?lat=52.620&lon=-1.120&radius=2000&limit=1']);
    expect(await over().locate?.({ latitude: 40, longitude: 3 })).toMatchObject({ kind: 'nothing-near' });
  });
});

describe('when postcodes.io goes wrong', () => {
  it.each(['rate-limited', 'server-error'] as const)('asks once more after a %s', async (fault) => {
    server.service.failNext(fault);
    expect(await over().resolve(pc('LE2 1XX'))).toMatchObject({ kind: 'found' });
    expect(server.service.requests).toHaveLength(2);
  });

  it.each([
    [['rate-limited', 'rate-limited'], 'rate-limited'],
    [['server-error', 'server-error'], 'service'],
    [['server-error', 'rate-limited'], 'rate-limited'],
    [['web-page'], 'service'],
    [['offline'], 'offline'],
  ] as const)('after %s says %s, and remembers nothing', async (faults, code) => {
    const resolver = over();
    server.service.failNext(...faults);
    await expect(resolver.resolve(pc('LE2 1XX'))).rejects.toMatchObject({ name: 'ResolverError', code });
    expect(server.service.requests).toHaveLength(faults.length);
    expect(await resolver.resolve(pc('LE2 1XX'))).toMatchObject({ kind: 'found' });
  });

  it('gives up when the time is over, and stops the request', async () => {
    server.service.failNext('silent');
    await expect(over({ timeoutMs: 20 }).resolve(pc('LE2 1XX'))).rejects.toMatchObject({ code: 'timeout' });
  });

  it('does not make a second try that has no time left', async () => {
    const { service, url, close } = await servePostcodesIo({ ...data, retryAfter: '3600' });
    service.failNext('rate-limited');
    await expect(postcodesIo({ baseUrl: url, timeoutMs: 50 }).resolve(pc('LE2 1XX'))).rejects.toMatchObject({
      code: 'timeout',
    });
    await close();
    expect(service.requests).toHaveLength(1);
  });

  it('stops at once when the caller stops', async () => {
    const caller = new AbortController();
    server.service.failNext('silent');
    const asked = over().resolve(pc('LE2 1XX'), { signal: caller.signal });
    caller.abort();
    await expect(asked).rejects.toMatchObject({ code: 'aborted' });
    await expect(over().resolve(pc('LE2 1XX'), { signal: caller.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });

  it('takes an address that is not the service for a fault, not for an unknown postcode', async () => {
    await expect(over({ baseUrl: `${server.url}/elsewhere` }).resolve(pc('LE2 1XX'))).rejects.toMatchObject({
      code: 'service',
    });
  });

  it('says so when there is no connection at all', async () => {
    const fake = fakePostcodesIo(data);
    fake.failNext('offline');
    await expect(postcodesIo({ fetch: fake.fetch }).resolve(pc('LE2 1XX'))).rejects.toMatchObject({
      code: 'offline',
    });
    expect(await postcodesIo({ fetch: fake.fetch }).resolve(pc('LE2 1XX'))).toMatchObject({ kind: 'found' });
  });

  it.each([
    { status: 200, result: null },
    { status: 200 },
    [],
    null,
    { status: 200, result: { postcode: 7, codes: null } },
  ])('does not trust %j', async (body) => {
    const answering: typeof fetch = async () => new Response(JSON.stringify(body));
    await expect(postcodesIo({ fetch: answering }).resolve(pc('LE2 1XX'))).rejects.toMatchObject({
      code: 'service',
    });
  });
});
