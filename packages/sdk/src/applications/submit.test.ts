import { describe, expect, it } from 'vitest';
import { application } from '../../test/application-form.js';
import { submit } from './index.js';

type Step = Response | Error | 'never';

function service(...steps: Step[]) {
  const requests: { url: string; init: RequestInit }[] = [];
  const waits: number[] = [];
  const fetch: typeof globalThis.fetch = (url, init = {}) => {
    requests.push({ url: String(url), init });
    const step = steps[Math.min(requests.length, steps.length) - 1];
    if (step === 'never')
      return new Promise((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    if (step instanceof Error) return Promise.reject(step);
    return Promise.resolve(step!.clone());
  };
  const options = {
    endpoint: 'https://intake.example/applications',
    key: 'key-1',
    fetch,
    random: () => 0,
    sleep: (milliseconds: number) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };
  return { requests, waits, options };
}

const json = (status: number, body: object, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const received = json(201, { reference: 'MH-1', receivedAt: '2099-01-01T10:00:00.000Z' });

describe('submit', () => {
  it('sends the application whole, with its key', async () => {
    const { requests, options } = service(received);
    const result = await submit(application, { ...options, guard: { leaveEmpty: '', seconds: 40 } });
    expect(result).toEqual({
      outcome: 'received',
      reference: 'MH-1',
      receivedAt: '2099-01-01T10:00:00.000Z',
    });
    const { init } = requests[0]!;
    expect(new Headers(init.headers).get('idempotency-key')).toBe('key-1');
    expect(JSON.parse(String(init.body))).toEqual({ ...application, guard: { leaveEmpty: '', seconds: 40 } });
  });

  it('hands on the secret address of the school’s own page where the service gives one, and none otherwise', async () => {
    const receipt = 'https://apply.example/desk/school/MH-1/secret';
    const body = { reference: 'MH-1', receivedAt: '2099-01-01T10:00:00.000Z' };
    const { options } = service(json(201, { ...body, receipt }), json(201, { ...body, receipt: 7 }));
    expect(await submit(application, options)).toEqual({ outcome: 'received', ...body, receipt });
    expect(await submit(application, options)).toEqual({ outcome: 'received', ...body });
  });

  it('tries again with the same key on a broken connection, 429 and 5xx, after growing pauses', async () => {
    const { requests, waits, options } = service(
      new TypeError('network'),
      json(429, {}, { 'retry-after': '3' }),
      json(503, {}),
      received,
    );
    expect(await submit(application, options)).toMatchObject({ outcome: 'received' });
    expect(requests.map(({ init }) => new Headers(init.headers).get('idempotency-key'))).toEqual(
      Array(4).fill('key-1'),
    );
    expect(waits).toEqual([500, 3000, 2000]);
  });

  it.each([400, 401, 403, 404, 409, 413, 415, 422])('never tries again on %i', async (status) => {
    const { requests, options } = service(json(status, { code: 'no', message: 'No.' }));
    expect(await submit(application, options)).toEqual({
      outcome: 'refused',
      status,
      code: 'no',
      message: 'No.',
    });
    expect(requests).toHaveLength(1);
  });

  it('gives each fault that the service found to its field', async () => {
    const errors = [{ field: 'email', code: 'invalid', message: 'Enter an e-mail address' }];
    const { options } = service(json(422, { code: 'invalid', message: 'Put this right', errors }));
    expect(await submit(application, options)).toEqual({
      outcome: 'invalid',
      message: 'Put this right',
      errors,
    });
  });

  it('says so when no answer comes, and never that it was received', async () => {
    expect(
      await submit(application, service('never').options && { ...service('never').options, timeout: 5 }),
    ).toEqual({ outcome: 'unreachable', reason: 'time-out', attempts: 4 });
    expect(await submit(application, service(new Response('<html>', { status: 201 })).options)).toEqual({
      outcome: 'unreachable',
      reason: 'fault',
      attempts: 4,
    });
    expect(await submit(application, service(json(503, {}, { 'retry-after': '3600' })).options)).toEqual({
      outcome: 'unreachable',
      reason: 'fault',
      attempts: 1,
    });
  });

  it('stops when the person leaves', async () => {
    const { options } = service('never');
    const leave = new AbortController();
    const sending = submit(application, { ...options, signal: leave.signal });
    leave.abort(new Error('left'));
    await expect(sending).rejects.toThrow('left');
    const waiting = new AbortController();
    const { sleep: _, ...real } = service(new TypeError('network')).options;
    const again = submit(application, { ...real, signal: waiting.signal });
    setTimeout(() => waiting.abort(new Error('left again')), 20);
    await expect(again).rejects.toThrow('left again');
  });
});
