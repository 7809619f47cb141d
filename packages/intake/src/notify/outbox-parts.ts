import type { Hubs } from '../config/hubs.js';
import type { LogEntry } from '../config/log-entry.js';
import type { Archive } from '../desk/rows.js';
import type { Deliveries } from './deliver.js';

export interface OutboxParts extends Archive {
  readonly hubs: Hubs;
  readonly deliver: Deliveries;
  readonly log: (entry: LogEntry) => void;
  readonly now: () => Date;
  /** Tells a hub's people that its webhook is switched off. */
  readonly tell?: (hub: string, why: string) => Promise<void>;
  /** First pause before another attempt, in milliseconds; doubled each time up to six hours (default 30 s). */
  readonly firstPause?: number;
  /** Milliseconds after which a message is given up (default three days). */
  readonly giveUpAfter?: number;
  /** No timers of its own: `round` is called from outside. */
  readonly onDemand?: boolean;
}
