import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { application, newFolder, openArchive } from '../../test/intake.js';
import type { Receiver } from '../store/receive.js';
import type { Store } from '../store/interface.js';
import { healthCheck } from './health.js';

const place = newFolder();
let store: Store;
let receiver: Receiver;
beforeAll(async () => {
  ({ store, receiver } = await openArchive(place.location));
});
afterAll(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await store.close();
  place.remove();
});

it('goes on proving a write when the clock is set back after an application', async () => {
  await receiver.take({ application, key: 'before-the-clock', at: new Date(), channels: [] });
  const written: string[] = [];
  const watched: Store = {
    ...store,
    run: (work) => {
      written.push('asked');
      return store.run(work);
    },
  };
  const health = healthCheck(watched, receiver);
  const { now } = performance;
  const asks = async (): Promise<number> => {
    written.length = 0;
    const { ready, lastCommitSeconds } = await health();
    expect([ready, lastCommitSeconds]).toEqual([true, expect.any(Number)]);
    return written.length;
  };
  const withoutTrial = await asks();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
  vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + 1_500);
  expect(await asks()).toBeGreaterThan(withoutTrial);
});
