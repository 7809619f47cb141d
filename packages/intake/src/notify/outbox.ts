import { startLane } from './lane.js';
import type { Lane } from './lane.js';
import type { OutboxParts } from './outbox-parts.js';

export interface Outbox {
  /** Looks for due messages of a hub now; of every hub when none is named. */
  wake(hub?: string): void;
  /** Delivers what is due, once; for hosts that stop between requests. */
  round(): Promise<void>;
  /** Breaks off deliveries under way, which begin again at the next start, and begins no more. */
  stop(): Promise<void>;
}

/**
 * Delivers what the outbox table holds, at least once each, until it is taken or given up. Every hub and channel has a
 * lane of its own, so that one that hangs delays nobody else.
 */
export function startOutbox(parts: OutboxParts): Outbox {
  const lanes: Lane[] = [...parts.hubs.values()].flatMap((hub) =>
    hub.channels.map((channel) => startLane({ ...parts, hub, channel })),
  );
  return {
    wake(hub) {
      if (parts.onDemand === true) return;
      for (const lane of lanes) if (hub === undefined || lane.hub === hub) lane.wake();
    },
    async round() {
      await Promise.all(lanes.map((lane) => lane.round()));
    },
    async stop() {
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}
