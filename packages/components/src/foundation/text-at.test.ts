import { expect } from '@open-wc/testing';
import { textAt } from './text-at.js';

describe('a file that a page names', () => {
  const fetchBefore = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = fetchBefore;
  });

  /** Sends a piece every few milliseconds, for ever. */
  const endless = (piece: number): void => {
    globalThis.fetch = (_, init) => {
      const body = new ReadableStream<Uint8Array>({
        async pull(stream) {
          await new Promise((next) => setTimeout(next, 5));
          if (init?.signal?.aborted) stream.error(init.signal.reason);
          else stream.enqueue(new Uint8Array(piece).fill(65));
        },
      });
      return Promise.resolve(new Response(body));
    };
  };
  const messageOf = (reading: Promise<string>): Promise<string> =>
    reading.then(
      () => 'read',
      (error: unknown) => (error as Error).message,
    );

  it('is read whole, letters of two bytes over the edge of a piece too', async () => {
    const bytes = new TextEncoder().encode('Gŵyl £5');
    globalThis.fetch = () =>
      Promise.resolve(
        new Response(
          new ReadableStream<Uint8Array>({
            start(stream) {
              for (const byte of bytes) stream.enqueue(new Uint8Array([byte]));
              stream.close();
            },
          }),
        ),
      );
    expect(await textAt('/terms.json')).to.equal('Gŵyl £5');
  });

  it('is given up when it does not end, by time', async () => {
    endless(1);
    expect(await messageOf(textAt('/terms.json', { seconds: 0.1, megabytes: 4 }))).to.equal(
      '/terms.json did not arrive within 0.1 seconds.',
    );
  });

  it('is given up when it does not end, by size', async () => {
    endless(100_000);
    expect(await messageOf(textAt('/terms.json', { seconds: 15, megabytes: 1 }))).to.contain(
      'larger than 1 MB',
    );
  });
});
