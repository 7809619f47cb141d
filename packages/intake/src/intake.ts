import { LIMITS } from './config/config.js';
import type { IntakeConfig } from './config/config.js';
import type { LogEntry } from './config/log-entry.js';
import { prepareHubs } from './config/hubs.js';
import { applicationsOf } from './desk/applications.js';
import { erasures } from './desk/erase.js';
import { hideOld } from './desk/hide-old.js';
import { keepInBackups } from './desk/own-tables.js';
import { createApp } from './http/app.js';
import type { Connection } from './http/app.js';
import { openKeys } from './keys/open-keys.js';
import { confirmation, hubNotice, mailer } from './notify/mail.js';
import { startOutbox } from './notify/outbox.js';
import { tellSetAside } from './notify/tell-set-aside.js';
import { webhook } from './notify/webhook.js';
import { fleeting } from './store/lasting.js';
import { receiver as createReceiver } from './store/receive.js';
import { openStore } from './store/store.js';
import { startSweep } from './sweep.js';
import { writeLog } from './write-log.js';
import type { IntakeParts } from './parts.js';
import { VERSION } from './version.js';

/** A running intake as a web-standard handler. */
export interface Intake {
  fetch(request: Request, connection?: Connection): Promise<Response>;
  /** Resolves when the store is open and every hub's form is ready; rejects with what is wrong. */
  readonly ready: Promise<IntakeParts>;
  /** Delivers what is due and erases what is old, once: for hosts that stop between requests (`onDemand`). */
  work(): Promise<void>;
  /** From now on answers new requests with 503 and `Connection: close`; what has begun is answered. */
  stop(): void;
  /** Finishes what has begun and closes the store. */
  close(): Promise<void>;
}

/** An intake for any server that speaks `Request` and `Response`. It opens its store at once. */
export function createIntake(config: IntakeConfig): Intake {
  const log = config.log ?? writeLog;
  const now = config.now ?? (() => new Date());
  const stopping = new AbortController();
  /** How many requests are under way. Counted, not kept: what a set has held lives on in the memory for long. */
  let underWay = 0;
  let allAnswered = (): void => undefined;
  const ready = openParts(config);
  const running = ready.then((parts) => start(config, parts, { log, now, stopping: stopping.signal }));
  running.catch(() => undefined);
  return {
    ready,
    async fetch(request, connection = {}) {
      const { app } = await running;
      underWay += 1;
      try {
        return await app.fetch(request, connection);
      } finally {
        underWay -= 1;
        if (underWay === 0) allAnswered();
      }
    },
    async work() {
      const { outbox, sweep } = await running;
      await Promise.all([outbox.round(), sweep.round()]);
    },
    stop: () => stopping.abort(),
    async close() {
      stopping.abort();
      const { outbox, sweep } = await running;
      sweep.stop();
      if (underWay > 0)
        await new Promise<void>((resolve) => {
          const others = allAnswered;
          allAnswered = () => {
            others();
            resolve();
          };
        });
      await outbox.stop();
      await (await ready).store.close();
      log({ level: 'info', event: 'stopped', version: VERSION });
    },
  };
}

interface Around {
  readonly log: (entry: LogEntry) => void;
  readonly now: () => Date;
  readonly stopping: AbortSignal;
}

async function start(config: IntakeConfig, parts: IntakeParts, { log, now, stopping }: Around) {
  const { store, keys, hubs } = parts;
  const limits = { ...LIMITS, ...config.limits };
  const send = mailer(config.mail);
  const receiver = createReceiver(store, keys);
  let wake: (hub: string) => void = () => undefined;
  const mounted = await config.mount?.({
    hubs,
    store,
    applications: applicationsOf(parts, now, (hub) => wake(hub)),
    keepInBackups: (tables) => keepInBackups(store, tables),
    mail: send,
    log,
    now,
  });
  const receiptOf = mounted?.receipt;
  const outbox = startOutbox({
    ...parts,
    deliver: {
      webhook: webhook(now),
      email: hubNotice(send),
      confirmation: confirmation(send, now, (reference) => receiptOf?.(reference) ?? null),
    },
    log,
    now,
    onDemand: config.onDemand === true,
    tell: async (hub, why) => {
      const to = hubs.get(hub)?.email?.to;
      if (send === null || to === undefined) return;
      await send({
        id: `disabled-${hub}-${now().getTime()}`,
        to,
        subject: 'Applications no longer reach your webhook',
        text:
          `The address to which applications to ${hubs.get(hub)?.name ?? hub} are sent does not take them (${why}), so ` +
          'nothing more is sent there. No application is lost. When the address works again, ask whoever runs the ' +
          `service for: maths-hubs-intake notices --retry --hub ${hub}`,
      });
    },
  });
  wake = outbox.wake;
  const app = createApp({
    ...parts,
    receiver,
    limits,
    trustProxy: config.trustProxy ?? 0,
    ownHost: config.ownHost ?? null,
    metricsToken: config.metricsToken ?? null,
    log,
    now,
    stopping,
    received: (hub) => outbox.wake(hub),
    setAside: tellSetAside({
      hubs,
      store,
      send,
      log,
      now,
      perHubDay: limits.perHubDay,
      desk: mounted?.setAside,
    }),
    receiptOf,
    mount: mounted && ((app) => void app.route(mounted.path, mounted.app)),
  });
  const sweep = startSweep({ ...parts, log, now, onDemand: config.onDemand === true });
  log({ level: 'info', event: 'started', version: VERSION, store: storeName(config), keys: keys.where });
  const where = 'folder' in config.store ? fleeting(config.store.folder) : null;
  if (where !== null)
    log({
      level: 'warn',
      event: 'store-does-not-last',
      why: `The store lies ${where}. What is acknowledged is lost with it: give it a folder on a disk, or a volume.`,
    });
  if (keys.path === null && config.keySecret === undefined)
    log({
      level: 'warn',
      event: 'keys-beside-data',
      why: 'The keys of applications lie open in the database. Set keyFile or KEY_SECRET, so that what is erased cannot be read from old copies of it.',
    });
  return { app, outbox, sweep };
}

function storeName({ store }: IntakeConfig): string {
  return 'folder' in store ? 'folder' : 'postgresql';
}

/** Opens the store with its keys, and erases again what was erased before a restore. */
export async function openParts(config: IntakeConfig): Promise<IntakeParts> {
  const hubs = await prepareHubs(config);
  const store = await openStore(config.store);
  try {
    const keys = await openKeys(config, store, hubs.keys());
    const archive = { store, keys };
    await hideOld(archive);
    const forgetting = erasures(archive);
    await forgetting.reapply(config.now?.() ?? new Date());
    return { hubs, store, keys, erasures: forgetting };
  } catch (error) {
    await store.close();
    throw error;
  }
}
