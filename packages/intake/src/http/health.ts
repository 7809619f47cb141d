import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { StoreUnavailableError } from '../errors.js';
import type { Receiver } from '../store/receive.js';
import { writeSetting } from '../store/settings.js';
import type { Store } from '../store/interface.js';

/** How the service is, as it has just been tried. */
export interface Health {
  readonly ready: boolean;
  /** Why not, as a code. */
  readonly reason: string | null;
  /** Seconds since something was last made durable: an application, or the trial itself. */
  readonly lastCommitSeconds: number | null;
  /** Applications that wait to be stored. */
  readonly waiting: number;
  /** Messages that wait to be delivered. */
  readonly undelivered: number;
}

/** How long a result is cached, so that requests cannot keep the database busy. */
const BELIEVED = 1_000;
/** More than fits into the free room of a page: it proves that a full disk has room again. */
const MUCH = 24_000;

/** Proves a write, unless an application has just been stored. */
export function healthCheck(store: Store, receiver: Receiver): () => Promise<Health> {
  let proven = -Infinity;
  let asked: { readonly at: number; readonly answer: Promise<Health> } | null = null;

  async function look(): Promise<Health> {
    const failing = receiver.failing();
    let reason: string | null = null;
    let undelivered = 0;
    try {
      if (failing || receiver.sinceStored() > BELIEVED)
        await writeSetting(store, 'probe', failing ? randomBytes(MUCH).toString('base64') : 'ok');
      if (failing) {
        await writeSetting(store, 'probe', 'ok');
        receiver.recovered();
      }
      proven = performance.now();
      const { rows } = await store.run((db) =>
        sql<{ n: number }>`
          select count(*)::int as n from outbox where delivered_at is null and failed_at is null`.execute(db),
      );
      undelivered = rows[0]?.n ?? 0;
    } catch (error) {
      reason = error instanceof StoreUnavailableError ? error.code : 'fault';
    }
    const since = Math.min(performance.now() - proven, receiver.sinceStored());
    return {
      ready: reason === null,
      reason,
      lastCommitSeconds: Number.isFinite(since) ? Math.round(since / 100) / 10 : null,
      waiting: receiver.waiting(),
      undelivered,
    };
  }

  return () => {
    if (asked === null || performance.now() - asked.at > BELIEVED)
      asked = { at: performance.now(), answer: look() };
    return asked.answer;
  };
}
