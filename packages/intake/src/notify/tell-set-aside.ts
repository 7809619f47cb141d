import { sql } from 'kysely';
import type { Hubs } from '../config/hubs.js';
import type { LogEntry } from '../config/log-entry.js';
import type { Store } from '../store/interface.js';
import { whyNot } from './deliver.js';
import type { SendMail } from './mail.js';

interface TellParts {
  readonly hubs: Hubs;
  readonly store: Store;
  readonly send: SendMail | null;
  readonly log: (entry: LogEntry) => void;
  readonly now: () => Date;
  /** Applications that a hub is notified of in a day. */
  readonly perHubDay: number;
  /** Where the hub's own people look through them; without it, the command line. */
  readonly desk?: string | undefined;
}

/** Tells a hub's office that applications are set aside: once a day, whichever service on the database sees it first. */
export function tellSetAside({
  hubs,
  store,
  send,
  log,
  now,
  perHubDay,
  desk,
}: TellParts): (hub: string) => void {
  const told = new Map<string, string>();
  return (id) => {
    const today = now().toISOString().slice(0, 10);
    if (told.get(id) === today) return;
    told.set(id, today);
    tell(id, today).catch((error: unknown) => {
      told.delete(id);
      log({ level: 'warn', event: 'set-aside-untold', hub: id, why: whyNot(error) });
    });
  };

  async function tell(id: string, today: string): Promise<void> {
    if (!(await isFirst(store, `set-aside-told ${id}`, today))) return;
    log({ level: 'warn', event: 'set-aside', hub: id, perHubDay });
    const hub = hubs.get(id);
    if (send === null || hub?.email === undefined) return;
    await send({
      id: `set-aside-${id}-${today}`,
      to: hub.email.to,
      subject: `More applications than usual reach ${hub.name}`,
      text: [
        `More applications came to ${hub.name} today than a day brings, so they may be made up. They are stored and ` +
          'were acknowledged, and are set aside: until you release them, you are sent no e-mail about each, and nor is ' +
          'whoever applied. Real ones may be among them.',
        ...(desk === undefined
          ? [
              'To look through them, ask whoever runs the service for:',
              `maths-hubs-intake list --set-aside --hub ${id}\nmaths-hubs-intake release --hub ${id} <reference>`,
            ]
          : ['Look through them, and release or erase them, at:', desk]),
        'This is told once a day.',
      ].join('\n\n'),
    });
  }
}

/** Whether nobody has set a value to this before. */
async function isFirst(store: Store, name: string, value: string): Promise<boolean> {
  const changed = new Date().toISOString();
  const { rows } = await store.run((db) =>
    sql`
      insert into settings (name, value, changed) values (${name}, ${value}, ${changed})
      on conflict (name) do update set value = excluded.value, changed = excluded.changed
      where settings.value <> excluded.value
      returning name`.execute(db),
  );
  return rows.length > 0;
}
