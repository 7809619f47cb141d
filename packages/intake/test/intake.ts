import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Application } from '@maths-hubs/sdk/applications';
import { inject } from 'vitest';
import { application, edition, terms } from '../../sdk/test/application-form.js';
import type { HubConfig } from '../src/config/hub-config.js';
import type { LogEntry } from '../src/config/log-entry.js';
import type { Archive } from '../src/desk/rows.js';
import { openKeys } from '../src/keys/open-keys.js';
import { receiver } from '../src/store/receive.js';
import type { Receiver } from '../src/store/receive.js';
import { openStore } from '../src/store/store.js';
import type { StoreLocation } from '../src/store/interface.js';
import { createDatabase } from './postgres.js';
import './databases.setup.js';

export { application, edition, terms };

const { hub: id, ...asked } = terms;

export const hub: HubConfig = {
  ...asked,
  id,
  name: 'Test Hub',
  origins: ['https://hub.example'],
  edition,
  contact: 'mailto:hub@hub.example',
};

export const otherHub: HubConfig = {
  ...hub,
  id: 'other-hub',
  name: 'Other Hub',
  origins: ['https://other.example'],
};

/** Somewhere new to store applications; a first start from nothing is tried in `embedded.long.test.ts`. */
export interface Place {
  readonly location: StoreLocation;
  remove(): void;
}

export function newFolder(): Place & { readonly location: { readonly folder: string } } {
  const around = mkdtempSync(join(tmpdir(), 'intake-store-'));
  const folder = join(around, 'data');
  mkdirSync(folder, { mode: 0o700 });
  cpSync(inject('newDatabase'), join(folder, 'database'), { recursive: true });
  return {
    location: { folder },
    remove: () => rmSync(around, { recursive: true, force: true }),
  };
}

/** A store with keys for both hubs, and the receiver over it. */
export async function openArchive(location: StoreLocation): Promise<Archive & { receiver: Receiver }> {
  const store = await openStore(location);
  const keys = await openKeys({ store: location }, store, [hub.id, otherHub.id]);
  return { store, keys, receiver: receiver(store, keys) };
}

const cluster = inject('postgres');

/** Each database there is: the embedded one, and PostgreSQL where it is installed. */
export const databases: readonly { readonly name: string; newPlace(): Promise<Place> }[] = [
  { name: 'PGlite', newPlace: () => Promise.resolve(newFolder()) },
  ...(cluster === null
    ? []
    : [
        {
          name: 'PostgreSQL',
          async newPlace() {
            const databaseUrl = await createDatabase(cluster);
            return { location: { databaseUrl }, remove: () => undefined };
          },
        },
      ]),
];

export function answering(answers: object, rest: object = {}): Application {
  return { ...application, ...rest, answers: { ...application.answers, ...answers } };
}

/** A JSON request as the form sends it. */
export function post(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request('http://intake.example/applications', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://hub.example', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** A request as a browser without script sends it. */
export function postForm(
  fields: Record<string, string | string[]>,
  headers: Record<string, string> = {},
): Request {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) body.append(name, value);
  return new Request('http://intake.example/applications', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://hub.example',
      ...headers,
    },
    body: body.toString(),
  });
}

/** The same application as a plain form. */
export const plainForm: Record<string, string | string[]> = {
  hub: application.hub,
  schoolYear: application.edition.schoolYear,
  editionVersion: application.edition.version,
  noticeVersion: application.notice.version,
  agreement: 'yes',
  leaveEmpty: '',
  ...(application.answers as Record<string, string | string[]>),
};

/** Collects log lines. */
export function logbook(): { readonly entries: LogEntry[]; readonly log: (entry: LogEntry) => void } {
  const entries: LogEntry[] = [];
  return { entries, log: (entry) => void entries.push(entry) };
}
