import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readBody } from './body.js';
import { inStep } from './in-step.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A request whose body arrives as the test says. */
const bringing = (body: Promise<ArrayBuffer>): Request =>
  ({ headers: new Headers({ 'content-length': '4' }), arrayBuffer: () => body }) as unknown as Request;
const text = new TextEncoder().encode('{"a"').buffer;
const never = new Promise<never>(() => undefined);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const read = (request: Request, stopping = new AbortController()): Promise<string> =>
  readBody(request, 10, 5, stopping.signal, inStep());
/** What becomes of it, once so many milliseconds have gone by. */
async function after(milliseconds: number, reading: Promise<string>): Promise<unknown> {
  const became = reading.catch((error: unknown) => error);
  for (let each = 0; each < 3; each += 1) await turn();
  vi.advanceTimersByTime(milliseconds);
  return Promise.race([became, turn().then(() => 'still reading')]);
}

describe('a body', () => {
  it('sets no clock when it is there already', async () => {
    const reading = read(bringing(Promise.resolve(text)));
    await turn();
    expect(vi.getTimerCount()).toBe(0);
    expect(await reading).toBe('{"a"');
  });

  it('is read when it comes later, and given up when it comes too late', async () => {
    let bring = (_: ArrayBuffer): void => undefined;
    const later = read(bringing(new Promise((resolve) => (bring = resolve))));
    expect(await after(4_999, later)).toBe('still reading');
    bring(text);
    expect(await later).toBe('{"a"');
    expect(vi.getTimerCount()).toBe(0);
    expect(await after(4_999, read(bringing(never)))).toBe('still reading');
    expect(await after(5_000, read(bringing(never)))).toMatchObject({ code: 'too-slow' });
  });

  it('has 2.5 s left when the service stops, also in the moment in which it began', async () => {
    const before = new AbortController();
    const reading = read(bringing(never), before);
    await turn();
    await turn();
    before.abort();
    expect(await after(2_500, reading)).toMatchObject({ code: 'stopping' });
    const meanwhile = new AbortController();
    const begun = read(bringing(never), meanwhile);
    meanwhile.abort();
    expect(await after(2_500, begun)).toMatchObject({ code: 'stopping' });
  });

  it('that breaks off, now or later, is unreadable', async () => {
    expect(await after(0, read(bringing(Promise.reject(new Error('closed')))))).toMatchObject({
      code: 'unreadable',
    });
    let end = (_: Error): void => undefined;
    const later = read(bringing(new Promise((_, reject) => (end = reject))));
    await turn();
    await turn();
    end(new Error('closed'));
    expect(await after(0, later)).toMatchObject({ code: 'unreadable' });
  });
});
