import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answering } from '../../test/intake.js';
import type { Keyring } from '../keys/keyring.js';
import type { Store } from './interface.js';
import { receiver } from './receive.js';

const at = new Date('2099-01-01T10:00:00.000Z');
const keys = {
  standFast: () => Promise.resolve(),
  newLeaf: () => 'leaf',
  seal: () => Buffer.from('sealed'),
  digest: (text: string) => text,
} as unknown as Keyring;

/** Statements that end when they are let, and what became of everything, in the order it did. */
function watched(statements: number) {
  const events: string[] = [];
  const underWay: (() => void)[] = [];
  const query = (_name: string, _text: string, values: readonly unknown[]): Promise<unknown> => {
    const count = values.length === 2 ? (JSON.parse(String(values[0])) as unknown[]).length : 1;
    events.push(`statement of ${count}`);
    return new Promise((resolve) => underWay.push(() => resolve([{ stored: count }])));
  };
  const { take } = receiver({ statements, query } as unknown as Store, keys);
  let sent = 0;
  return {
    events,
    send(count: number): void {
      for (let each = 0; each < count; each += 1) {
        sent += 1;
        void take({ application: answering({}), key: `key-${sent}`, at, channels: [] }).then(() =>
          events.push('answer'),
        );
      }
    },
    /** Lets the statement that began first, or after so many others, end, and all that follows from it. */
    async end(after = 0): Promise<void> {
      underWay.splice(after, 1)[0]?.();
      await quiet();
    },
  };
}

// No statement is slow unless a test says so.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** All that needs no time has happened. */
const quiet = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

const answers = (count: number): string[] => Array<string>(count).fill('answer');

describe('applications that come together, beside a database that works on its own', () => {
  it('are halved: the next half is on its way before the last is answered', async () => {
    const { events, send, end } = watched(4);
    send(16);
    await quiet();
    expect(events).toEqual(['statement of 8']);
    await end();
    expect(events).toEqual(['statement of 8', 'statement of 8', ...answers(8)]);
    send(8);
    await end();
    expect(events.slice(10)).toEqual(['statement of 8', ...answers(8)]);
  });

  it('are halved again where one half had become the greater', async () => {
    const { events, send, end } = watched(4);
    send(1);
    await quiet();
    send(15);
    await end();
    expect(events).toEqual(['statement of 1', 'statement of 8', 'answer']);
  });

  it('are not halved where they are few', async () => {
    const { events, send } = watched(4);
    send(6);
    await quiet();
    expect(events).toEqual(['statement of 6']);
  });

  it('wait for no statement that would not be full, but do for one that is slow', async () => {
    const { events, send, end } = watched(4);
    send(1);
    await quiet();
    send(12);
    await quiet();
    expect(events).toEqual(['statement of 1']);
    vi.advanceTimersByTime(5);
    await quiet();
    expect(events.slice(0, 2)).toEqual(['statement of 1', expect.stringMatching(/^statement of \d+$/)]);
    for (let each = 0; each < 5; each += 1) await end();
    expect(events.filter((event) => event === 'answer')).toHaveLength(13);
  });

  it('wait for none that is slow when those beside it have ended', async () => {
    const { events, send, end } = watched(2);
    send(1);
    await quiet();
    send(64);
    await quiet();
    vi.advanceTimersByTime(10);
    await quiet();
    expect(events).toHaveLength(2);
    // The first never ends; the second does, and leaves some behind.
    await end(1);
    vi.advanceTimersByTime(10);
    await quiet();
    expect(events.filter((event) => event.startsWith('statement'))).toHaveLength(3);
  });

  it('go into another statement at once when it is full', async () => {
    const { events, send } = watched(4);
    send(1);
    await quiet();
    send(200);
    await quiet();
    expect(events.slice(0, 2)).toEqual(['statement of 1', 'statement of 64']);
  });
});

describe('applications that come together, where the database works in this program', () => {
  it('go into one statement, and are answered before the next', async () => {
    const { events, send, end } = watched(1);
    send(16);
    await quiet();
    send(3);
    await end();
    expect(events).toEqual(['statement of 16', ...answers(16), 'statement of 3']);
  });
});
