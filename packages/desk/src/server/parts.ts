import type { Applications, MountParts, SendMail } from '@maths-hubs/intake';
import type { Edition } from '@maths-hubs/sdk/programme';
import type { Kysely } from 'kysely';
import type { Role } from '../model/desk.js';
import type { DeskTables } from './tables.js';

/** Who may see and do what for a hub. */
export interface Staff {
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Where the desk is reached, and who may sign in. */
export interface DeskConfig {
  /** The address that people reach the service at, without a path: `https://apply.hub.example`. */
  readonly address: string;
  /** Each hub's list, by its id. Whoever is on none cannot sign in. */
  readonly staff: Readonly<Record<string, readonly Staff[]>>;
  /** Proxies in front of the service whose `X-Forwarded-For` is believed; as the intake's own. */
  readonly trustProxy?: number;
  /** Told of a link to sign in where no mail can be sent, for a desk on one's own machine. */
  readonly tellLink?: (email: string, link: string) => void;
}

/** A hub as the desk needs it. */
interface DeskHub {
  readonly id: string;
  readonly name: string;
  /** The school year of its terms. */
  readonly schoolYear: string;
  /** A year that the SDK holds, or the hub's own terms. */
  readonly edition: string | Edition;
  readonly staff: readonly Staff[];
  readonly retentionDays: number | null;
  readonly contact: string | null;
}

/** What the desk is built on: the running intake, and its own configuration. */
export interface DeskParts {
  readonly hubs: ReadonlyMap<string, DeskHub>;
  readonly applications: Applications;
  run<T>(work: (db: Kysely<DeskTables>) => Promise<T>): Promise<T>;
  readonly mail: SendMail | null;
  /** Tells a hub by mail that something became of an application: the reference, and nothing else of it. */
  tellOffice(hub: string, reference: string, what: string): Promise<void>;
  readonly tellLink: ((email: string, link: string) => void) | null;
  readonly address: string;
  readonly trustProxy: number;
  readonly now: () => Date;
}

export function partsOf(mounted: MountParts, config: DeskConfig): DeskParts {
  const { hubs, store, applications, mail, now, log } = mounted;
  const address = config.address.replace(/\/$/, '');
  return {
    hubs: new Map(
      [...hubs.values()].map((hub) => [
        hub.id,
        {
          id: hub.id,
          name: hub.name,
          schoolYear: hub.form.edition.schoolYear,
          edition: hub.edition,
          staff: Object.hasOwn(config.staff, hub.id) ? (config.staff[hub.id] ?? []) : [],
          retentionDays: hub.retentionDays ?? null,
          contact: hub.contact ?? null,
        },
      ]),
    ),
    applications,
    // The same database, seen with the desk's own tables: it has no others in its statements but the list of references.
    run: (work) => store.run((db) => work(db as unknown as Kysely<DeskTables>)),
    mail,
    async tellOffice(hub, reference, what) {
      const to = hubs.get(hub)?.email?.to;
      if (mail === null || to === undefined) return;
      const message = {
        id: `desk-${reference}-${now().getTime()}`,
        to,
        subject: `Application ${reference}`,
        text: `${what}\n\n${address}/desk/#application/${reference}`,
      };
      // The school's action is kept, whether or not the mail is sent.
      await mail(message).catch((error: unknown) =>
        log({
          level: 'warn',
          event: 'desk-mail',
          reference,
          why: error instanceof Error ? error.name : 'unknown',
        }),
      );
    },
    tellLink: config.tellLink ?? null,
    address,
    trustProxy: config.trustProxy ?? 0,
    now,
  };
}

/** A request that is refused, and what the page says. */
export class DeskError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 415 | 429 | 502,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
