import type { Hub } from '../config/hubs.js';
import type { Channel } from '../store/tables.js';
import { DeliveryError, whyNot } from './deliver.js';
import type { OutboxParts } from './outbox-parts.js';
import {
  claim,
  delivered,
  disable,
  giveBack,
  isDisabled,
  nextDue,
  log as writeDown,
  postpone,
  putOff,
  refused,
} from './queue.js';
import type { Claimed } from './queue.js';

/** The messages of one hub on one channel. */
export interface Lane {
  readonly hub: string;
  wake(): void;
  round(): Promise<void>;
  stop(): Promise<void>;
}

interface LaneParts extends Omit<OutboxParts, 'hubs' | 'hub'> {
  readonly hub: Hub;
  readonly channel: Channel;
}

/** Deliveries at once. */
const TOGETHER = 4;
const POLL = 15_000;
const LONGEST_PAUSE = 6 * 3_600_000;
const THREE_DAYS = 3 * 86_400_000;
/** After so many failures in a row only one message is tried at a time, until one is taken. */
const TRIPS = 3;
const LONGEST_REST = 5 * 60_000;

export function startLane(parts: LaneParts): Lane {
  const { store, keys, hub, channel, deliver, now, log } = parts;
  const { firstPause = 30_000, giveUpAfter = THREE_DAYS, onDemand = false } = parts;
  const place = { hub: hub.id, channel };
  const stopping = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working: Promise<void> | null = null;
  let again = false;
  let failures = 0;
  let restsUntil = 0;

  async function work(): Promise<void> {
    do {
      again = false;
      if (stopping.signal.aborted || performance.now() < restsUntil) return;
      if (await isDisabled(store, place)) return refused(store, place, now());
      const limit = failures >= TRIPS ? 1 : TOGETHER;
      const due = await claim(store, place, now(), limit);
      await Promise.all(due.map(attempt));
      again ||= due.length === limit;
    } while (again);
  }

  async function attempt(row: Claimed): Promise<void> {
    const { id, reference, attempts } = row;
    const detail = { ...place, reference, message: id, attempts };
    const text = keys.open(hub.id, row.leaf, row.sealed);
    // Erased at this moment: its message goes with it.
    if (text === null) return;
    const begun = performance.now();
    const took = (): number => Math.round(performance.now() - begun);
    try {
      const notice = {
        id,
        reference,
        receivedAt: row.received_at,
        setAside: row.set_aside_at !== null,
        application: JSON.parse(text),
      };
      const status = await deliver[channel](notice, hub, stopping.signal);
      failures = 0;
      await writeDown(store, { message: id, at: now(), status, milliseconds: took(), why: null });
      await delivered(store, place, id, now());
      log({ level: 'info', event: 'notice-delivered', ...detail });
    } catch (error) {
      if (stopping.signal.aborted) return giveBack(store, id, now());
      const why = whyNot(error);
      const status = error instanceof DeliveryError ? error.status : null;
      const { wait = null, final = false, ofMessage = false } = error instanceof DeliveryError ? error : {};
      if (!ofMessage) failures += 1;
      if (!ofMessage && failures >= TRIPS)
        restsUntil = performance.now() + Math.min(LONGEST_REST, firstPause * 2 ** (failures - TRIPS));
      await writeDown(store, { message: id, at: now(), status, milliseconds: took(), why });
      log({ level: 'warn', event: 'notice-failed', ...detail, why });
      if (ofMessage) return afterOwnFailure(row, why, { final, wait: wait ?? 0 });
      // It asks to be left alone by whatever message.
      if (wait !== null) restsUntil = Math.max(restsUntil, performance.now() + Math.min(LONGEST_REST, wait));
      await afterFailure(row, why, { final, wait: wait ?? 0 });
    }
  }

  /** When a message is due again, and whether that is too late to try. */
  function nextTry({ attempts, created_at: created }: Claimed, wait: number) {
    const at = now();
    const pause = Math.min(LONGEST_PAUSE, firstPause * 2 ** (attempts - 1));
    const own = pause * (0.9 + Math.random() / 5);
    const due = new Date(at.getTime() + Math.max(own, Math.min(LONGEST_PAUSE, wait)));
    return { at, due, late: due.getTime() - created.getTime() > giveUpAfter };
  }

  /** What lies in one message, such as an address that is none, must not hold up those behind it. */
  async function afterOwnFailure(
    row: Claimed,
    why: string,
    { final, wait }: { readonly final: boolean; readonly wait: number },
  ): Promise<void> {
    const { at, due, late } = nextTry(row, wait);
    const over = final || late;
    await putOff(store, row.id, { due, failed: over ? at : null });
    if (over) log({ level: 'error', event: 'notice-given-up', ...place, message: row.id, why });
  }

  async function afterFailure(
    row: Claimed,
    why: string,
    { final, wait }: { readonly final: boolean; readonly wait: number },
  ): Promise<void> {
    const { at, due, late } = nextTry(row, wait);
    const failingSince = await postpone(store, place, row.id, { due, why, failed: late ? at : null, at });
    if (late) log({ level: 'error', event: 'notice-given-up', ...place, message: row.id, why });
    // A person's own mailbox may be wrong: that is no reason to send no other person anything.
    const dead = channel !== 'confirmation' && at.getTime() - failingSince.getTime() >= giveUpAfter;
    if ((final || dead) && (await disable(store, place, why, at))) {
      log({ level: 'error', event: 'endpoint-disabled', ...place, why });
      await parts.tell?.(hub.id, why).catch((error: unknown) => {
        log({ level: 'warn', event: 'endpoint-disabled-not-told', ...place, why: whyNot(error) });
      });
    }
  }

  /** Looks again when the next message is due, or the lane has rested; now and then in any case. */
  async function plan(): Promise<void> {
    if (stopping.signal.aborted || onDemand) return;
    const due = await nextDue(store, place).catch(() => null);
    const pause = due === null ? POLL : Math.min(POLL, due.getTime() - now().getTime());
    const rest = restsUntil - performance.now();
    clearTimeout(timer);
    timer = setTimeout(wake, Math.max(5, pause, rest));
    timer.unref();
  }

  function round(): Promise<void> {
    again = true;
    working ??= work()
      .catch((error: unknown) => {
        log({ level: 'error', event: 'outbox', ...place, why: whyNot(error) });
      })
      .then(plan)
      .finally(() => {
        working = null;
        if (again) wake();
      });
    return working;
  }

  function wake(): void {
    if (!stopping.signal.aborted) void round();
  }

  if (!onDemand) wake();
  return {
    hub: hub.id,
    wake,
    round,
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await working;
    },
  };
}
