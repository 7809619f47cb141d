import { messageOf } from '@maths-hubs/sdk/evidence';
import { sql } from 'kysely';
import type { LogEntry } from '../config/config.js';
import type { Hub, Hubs } from '../config/hubs.js';
import type { Channel } from '../store/tables.js';
import type { Store } from '../store/store.js';
import type { Application } from '@maths-hubs/sdk/applications';

/** An application to tell a hub of. */
interface Notice {
  /** The same for every attempt, so that a receiver can tell a repeat. */
  readonly id: string;
  readonly reference: string;
  readonly receivedAt: Date;
  readonly application: Application;
}

/** Delivers a notice or throws. */
export type Deliver = (notice: Notice, hub: Hub) => Promise<void>;

export interface Outbox {
  /** Looks for due notices now. */
  wake(): void;
  /** Waits for deliveries under way and begins no more. */
  stop(): Promise<void>;
}

interface OutboxParts {
  readonly store: Store;
  readonly hubs: Hubs;
  readonly deliver: Readonly<Record<Channel, Deliver>>;
  readonly log: (entry: LogEntry) => void;
  readonly now: () => Date;
  /** First pause before another attempt, in milliseconds; doubled each time up to six hours. */
  readonly firstPause: number;
}

const BATCH = 10;
const POLL = 15_000;
/** While a notice is being delivered nobody else takes it; a process that dies frees it after this. */
const LEASE = 120_000;
const LONGEST_PAUSE = 6 * 3_600_000;

/** Delivers what the outbox table holds, at least once each, again and again until it is taken. */
export function startOutbox({ store, hubs, deliver, log, now, firstPause }: OutboxParts): Outbox {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round: Promise<void> | null = null;
  let again = false;

  async function work(): Promise<void> {
    for (;;) {
      again = false;
      const due = await claim(store, now());
      await Promise.all(due.map((row) => attempt(row)));
      if (stopped || (due.length < BATCH && !again)) return;
    }
  }

  async function attempt(row: Claimed): Promise<void> {
    const hub = hubs.get(row.hub);
    const detail = { hub: row.hub, reference: row.reference, channel: row.channel, attempts: row.attempts };
    if (hub === undefined) {
      log({ level: 'warn', event: 'notice-without-hub', ...detail });
      return postpone(row, LONGEST_PAUSE);
    }
    try {
      const { id, reference, received_at: receivedAt, body: application } = row;
      await deliver[row.channel]({ id, reference, receivedAt, application }, hub);
    } catch (error) {
      const why = messageOf(error);
      log({ level: 'warn', event: 'notice-failed', ...detail, why });
      return postpone(row, Math.min(LONGEST_PAUSE, firstPause * 2 ** (row.attempts - 1)));
    }
    await store.run((db) =>
      db.updateTable('outbox').set({ delivered_at: now() }).where('id', '=', row.id).execute(),
    );
    log({ level: 'info', event: 'notice-delivered', ...detail });
  }

  async function postpone(row: Claimed, pause: number): Promise<void> {
    const due = new Date(now().getTime() + pause);
    await store.run((db) => db.updateTable('outbox').set({ due_at: due }).where('id', '=', row.id).execute());
    plan(pause);
  }

  function plan(pause: number): void {
    if (stopped) return;
    const next = setTimeout(wake, Math.min(pause, POLL));
    next.unref();
    if (pause < POLL) return;
    clearTimeout(timer);
    timer = next;
  }

  function wake(): void {
    if (stopped) return;
    again = true;
    round ??= work()
      .catch((error: unknown) => {
        log({ level: 'error', event: 'outbox', why: messageOf(error) });
      })
      .finally(() => {
        round = null;
        plan(POLL);
      });
  }

  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}

type Claimed = Awaited<ReturnType<typeof claim>>[number];

/** Takes due notices for this process alone, also where several share a database. */
function claim(store: Store, at: Date) {
  return store.run((db) =>
    db
      .with('due', (due) =>
        due
          .selectFrom('outbox')
          .select('id')
          .where('delivered_at', 'is', null)
          .where('due_at', '<=', at)
          .orderBy('due_at')
          .limit(BATCH)
          .forUpdate()
          .skipLocked(),
      )
      .updateTable('outbox')
      .from(['due', 'applications'])
      .whereRef('outbox.id', '=', 'due.id')
      .whereRef('applications.reference', '=', 'outbox.reference')
      .set({ attempts: sql`attempts + 1`, due_at: new Date(at.getTime() + LEASE) })
      .returning([
        'outbox.id',
        'outbox.hub',
        'outbox.reference',
        'outbox.channel',
        'outbox.attempts',
        'applications.received_at',
        'applications.body',
      ])
      .execute(),
  );
}
