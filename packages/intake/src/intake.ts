import { join } from 'node:path';
import { LIMITS } from './config/config.js';
import type { IntakeConfig, LogEntry } from './config/config.js';
import { prepareHubs } from './config/hubs.js';
import type { Hubs } from './config/hubs.js';
import { eraseOlder, erasures } from './desk/erase.js';
import type { Erasures } from './desk/erase.js';
import { createApp } from './http/app.js';
import type { Connection } from './http/app.js';
import { mail } from './notify/mail.js';
import { startOutbox } from './notify/outbox.js';

import { webhook } from './notify/webhook.js';
import { openStore } from './store/store.js';
import type { Store } from './store/store.js';

/** A running intake as a web-standard handler. */
export interface Intake {
  fetch(request: Request, connection?: Connection): Promise<Response>;
  /** Resolves when the store is open and every hub's form is ready; rejects with what is wrong. */
  readonly ready: Promise<IntakeParts>;
  /** Finishes what has begun and closes the store. */
  close(): Promise<void>;
}

export interface IntakeParts {
  readonly store: Store;
  readonly hubs: Hubs;
  readonly erasures: Erasures;
}

/** An intake for any server that speaks `Request` and `Response`. It opens its store at once. */
export function createIntake(config: IntakeConfig): Intake {
  const log = config.log ?? writeLog;
  const now = config.now ?? (() => new Date());
  const working = new Set<Promise<unknown>>();
  const ready = openParts(config);
  const running = ready.then((parts) => {
    const outbox = startOutbox({
      ...parts,
      deliver: { webhook: webhook(now), email: mail(config.mail) },
      log,
      now,
      firstPause: 30_000,
    });
    const app = createApp({
      ...parts,
      limits: { ...LIMITS, ...config.limits },
      trustProxy: config.trustProxy ?? 0,
      log,
      now,
      received: outbox.wake,
    });
    return { app, outbox, stopSweep: sweep(parts, log, now) };
  });
  running.catch(() => undefined);
  return {
    ready,
    async fetch(request, connection = {}) {
      const { app } = await running;
      const answering = Promise.resolve(app.fetch(request, connection));
      working.add(answering);
      try {
        return await answering;
      } finally {
        working.delete(answering);
      }
    },
    async close() {
      const { outbox, stopSweep } = await running;
      stopSweep();
      await Promise.allSettled(working);
      await outbox.stop();
      await (await ready).store.close();
    },
  };
}

/** Opens the store, and erases again what was erased before a restore. */
export async function openParts(config: IntakeConfig): Promise<IntakeParts> {
  const hubs = await prepareHubs(config);
  const store = await openStore(config.store);
  const forgetting = erasures(store, forgottenLog(config));
  await forgetting.reapply();
  return { hubs, store, erasures: forgetting };
}

function forgottenLog({ forgottenLog, store }: IntakeConfig): string | null {
  return forgottenLog ?? ('folder' in store ? join(store.folder, 'forgotten.ndjson') : null);
}

const HOUR = 3_600_000;

/** Erases what a hub no longer keeps, now and every hour. */
function sweep({ hubs, store }: IntakeParts, log: (entry: LogEntry) => void, now: () => Date): () => void {
  const round = async (): Promise<void> => {
    for (const { id, retentionDays } of hubs.values()) {
      if (retentionDays === undefined) continue;
      try {
        const erased = await eraseOlder(store, id, new Date(now().getTime() - retentionDays * 24 * HOUR));
        if (erased > 0) log({ level: 'info', event: 'retention', hub: id, erased });
      } catch (error) {
        log({ level: 'error', event: 'retention', hub: id, why: String(error) });
      }
    }
  };
  void round();
  const timer = setInterval(() => void round(), HOUR);
  timer.unref();
  return () => clearInterval(timer);
}

function writeLog(entry: LogEntry): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
}
