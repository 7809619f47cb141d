import type { ApplicationTerms } from '@maths-hubs/sdk/applications';
import type { Edition } from '@maths-hubs/sdk/programme';
import type { Mount } from '../mount.js';
import type { StoreLocation } from '../store/store.js';

/** A hub whose applications are received. Every row, export and notice belongs to one. */
export interface HubConfig extends Omit<ApplicationTerms, 'hub'> {
  readonly id: string;
  readonly name: string;
  /** Origins whose pages may send applications: `https://hub.example`. */
  readonly origins: readonly string[];
  /** A school year the SDK holds (`2024/25`), or the hub's own edition. */
  readonly edition: string | Edition;
  /** Where an applicant turns when something is wrong: an `https:`, `mailto:` or `tel:` address. */
  readonly contact?: string;
  /** Where each application is sent, signed with the secret; with each of several while one replaces another. */
  readonly webhook?: { readonly url: string; readonly secret: string | readonly string[] };
  /** Who is told of each application. `link` may hold `{reference}`. */
  readonly email?: { readonly to: string; readonly link?: string };
  /** Whether the applicant is sent an e-mail with the reference. */
  readonly confirmation?: boolean;
  /** Days after which an application is erased; kept until erased by hand when absent. */
  readonly retentionDays?: number;
}

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
}

export const LIMITS: Limits = {
  bodyBytes: 65_536,
  bodySeconds: 15,
  burst: 120,
  perMinute: 60,
  leastSeconds: 2,
};

/** One line of the log. Never holds what an applicant wrote, nor an address. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [detail: string]: string | number | boolean | null | undefined;
}

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
