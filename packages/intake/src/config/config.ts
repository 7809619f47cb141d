import type { Mount } from '../mount.js';
import type { StoreLocation } from '../store/interface.js';
import type { HubConfig } from './hub-config.js';
import type { LogEntry } from './log-entry.js';

/** What one request, and one address, may ask of the service. */
export interface Limits {
  /** Largest body in bytes. */
  readonly bodyBytes: number;
  /** Longest time for a body to arrive, in seconds. */
  readonly bodySeconds: number;
  /** Requests that one address may send at once; a school's teachers often share one. */
  readonly burst: number;
  /** Requests that one address may send a minute, over time. */
  readonly perMinute: number;
  /** A form filled in faster than this many seconds was not filled in by a person. */
  readonly leastSeconds: number;
  /** Applications that a hub is notified of in a day, from midnight UTC. Any more are stored and set aside. */
  readonly perHubDay: number;
  /** The same of one network (an IPv4 address, or the first half of an IPv6 one) for one hub. */
  readonly perNetworkDay: number;
}

export const LIMITS: Limits = {
  bodyBytes: 65_536,
  bodySeconds: 15,
  burst: 120,
  perMinute: 60,
  leastSeconds: 2,
  perHubDay: 500,
  perNetworkDay: 250,
};

/** One line of the log. Never holds what an applicant wrote, nor an address. */
export interface IntakeConfig {
  readonly hubs: readonly HubConfig[];
  readonly store: StoreLocation;
  readonly host?: string;
  /** 0 for any free port. */
  readonly port?: number;
  /** Proxies in front of the service whose `X-Forwarded-For` is believed; 0 when it is reached directly. */
  readonly trustProxy?: number;
  readonly limits?: Partial<Limits>;
  readonly mail?: { readonly smtpUrl: string; readonly from: string };
  /**
   * File with the keys of applications. By default beside the folder (`intake-data.keys`); with PostgreSQL in the
   * database. What is erased is out of reach once its key is: keep the file apart from backups of the store.
   */
  readonly keyFile?: string;
  /** Under this the keys are sealed wherever they lie. */
  readonly keySecret?: string;
  /** The host's own name (`intake.example`), where it has one: then it promises to be reached over TLS alone. */
  readonly ownHost?: string;
  /** Asked of who reads `/metrics`; without it only the machine's own network may. */
  readonly metricsToken?: string;
  /** No timers: a host that stops between requests calls `work` from outside. */
  readonly onDemand?: boolean;
  /** Adds routes of another package to the service. */
  readonly mount?: Mount;
  readonly log?: (entry: LogEntry) => void;
  readonly now?: () => Date;
}
