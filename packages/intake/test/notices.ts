import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { prepareHubs } from '../src/config/hubs.js';
import type { Hubs } from '../src/config/hubs.js';
import { confirmation, hubNotice, mailer } from '../src/notify/mail.js';
import { startOutbox } from '../src/notify/outbox.js';
import type { Outbox } from '../src/notify/outbox.js';
import type { OutboxParts } from '../src/notify/outbox-parts.js';
import { webhook } from '../src/notify/webhook.js';
import type { Store } from '../src/store/interface.js';
import { application, hub, logbook, openArchive, otherHub } from './intake.js';
import type { Place } from './intake.js';

export const secret = 'a secret of the hub';
/** As Standard Webhooks writes one. */
export const standardSecret = `whsec_${Buffer.from('a secret of the other hub, 32 B.').toString('base64')}`;
export const now = (): Date => new Date();

export interface Delivery {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

export const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; !(await done()); tries += 1) {
    if (tries > 2400) throw new Error('It did not come about');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** A store with its outbox, a hub with a webhook and one with a mailbox, and what arrives at both. */
export interface Notices {
  readonly deliveries: Delivery[];
  readonly messages: string[];
  readonly entries: readonly object[];
  readonly store: Store;
  readonly hubs: Hubs;
  readonly parts: OutboxParts;
  outbox: Outbox;
  /** What the webhook answers next; 204 after these. */
  answers: number[];
  /** How many messages the mail server refuses next, whomever they are for; it always refuses those for refused.example. */
  mailRefused: number;
  /** Its `Retry-After`. */
  asksToWait: string | null;
  /** Stores an application; its reference. */
  stored(key: string, sent?: typeof application): Promise<string>;
  /** The same, and wakes the outbox. */
  arrive(key: string, sent?: typeof application): Promise<string>;
  delivered(reference: string): Promise<boolean>;
  /** Between two tests. */
  clear(): void;
  close(): Promise<void>;
}

export async function openNotices(newPlace: () => Promise<Place>): Promise<Notices> {
  const { entries, log } = logbook();
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      notices.deliveries.push({ headers: request.headers, body });
      if (request.url === '/hang') return;
      const wait = notices.asksToWait === null ? {} : { 'retry-after': notices.asksToWait };
      response.writeHead(notices.answers.shift() ?? 204, { location: 'http://127.0.0.1:1/', ...wait }).end();
    });
  });
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom(_address, _session, done) {
      if (notices.mailRefused === 0) return done();
      notices.mailRefused -= 1;
      done(refusal(451));
    },
    onRcptTo: ({ address }, _session, done) =>
      done(address.endsWith('@refused.example') ? refusal(550) : undefined),
    onData(stream, _session, done) {
      let message = '';
      stream.on('data', (chunk) => (message += String(chunk)));
      stream.on('end', () => {
        notices.messages.push(message);
        done();
      });
    },
  });
  const receiverPort = await listening(receiver);
  const smtpUrl = `smtp://127.0.0.1:${await listening(smtp.server)}`;
  const place = await newPlace();
  const { receiver: receiving, ...archive } = await openArchive(place.location);
  const { store } = archive;
  const hubs = await prepareHubs({
    hubs: [
      {
        ...hub,
        webhook: { url: `http://127.0.0.1:${receiverPort}/hook`, secret: [standardSecret, secret] },
      },
      {
        ...otherHub,
        email: { to: 'desk@other.example', link: 'https://other.example/applications?ref={reference}' },
        confirmation: true,
      },
    ],
    mail: { smtpUrl, from: 'intake@intake.example' },
  });
  const send = mailer({ smtpUrl, from: 'intake@intake.example' });
  const receipt = (reference: string): string => `https://apply.example/desk/school/${reference}/s`;
  const parts: OutboxParts = {
    ...archive,
    hubs,
    deliver: {
      webhook: webhook(now),
      email: hubNotice(send),
      confirmation: confirmation(send, now, receipt),
    },
    log,
    now,
    firstPause: 20,
  };
  const notices: Notices = {
    deliveries: [],
    messages: [],
    entries,
    store,
    hubs,
    parts,
    outbox: startOutbox(parts),
    answers: [],
    mailRefused: 0,
    asksToWait: null,
    async stored(key, sent = application) {
      const channels = hubs.get(sent.hub)?.channels ?? [];
      const outcome = await receiving.take({ application: sent, key, at: now(), channels });
      if (!('receivedAt' in outcome)) throw new Error(JSON.stringify(outcome));
      return outcome.reference;
    },
    async arrive(key, sent = application) {
      const reference = await notices.stored(key, sent);
      notices.outbox.wake(sent.hub);
      return reference;
    },
    delivered: (reference) =>
      store.run(async (db) => {
        const rows = await db
          .selectFrom('outbox')
          .select('delivered_at')
          .where('reference', '=', reference)
          .execute();
        return rows.length > 0 && rows.every((row) => row.delivered_at !== null);
      }),
    clear() {
      notices.deliveries.length = 0;
      notices.messages.length = 0;
      notices.answers = [];
      notices.mailRefused = 0;
      notices.asksToWait = null;
    },
    async close() {
      await notices.outbox.stop();
      await store.close();
      place.remove();
      await new Promise((resolve) => receiver.close(resolve));
      await new Promise<void>((resolve) => smtp.close(resolve));
    },
  };
  return notices;
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('Not taken'), { responseCode });
}

function listening(server: Server | SMTPServer['server']): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
