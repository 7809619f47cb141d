import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answering, application, databases, hub, logbook, otherHub } from '../../test/intake.js';
import type { Place } from '../../test/intake.js';
import { prepareHubs } from '../config/hubs.js';
import type { Hubs } from '../config/hubs.js';
import { receiver as receiving } from '../store/receive.js';
import { openStore } from '../store/store.js';
import type { Store } from '../store/store.js';
import { mail } from './mail.js';
import { startOutbox } from './outbox.js';
import type { Outbox } from './outbox.js';
import { webhook } from './webhook.js';

const secret = 'a secret of the hub';
const now = () => new Date();

interface Delivery {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; !(await done()); tries += 1) {
    if (tries > 400) throw new Error('It did not come about');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

describe.each(databases)('notices from $name', ({ newPlace }) => {
  const deliveries: Delivery[] = [];
  const messages: string[] = [];
  let answers: number[] = [];
  let place: Place;
  let store: Store;
  let hubs: Hubs;
  let receiver: Server;
  let smtp: SMTPServer;
  let outbox: Outbox;
  const { entries, log } = logbook();

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        deliveries.push({ headers: request.headers, body });
        response.writeHead(answers.shift() ?? 204, { location: 'http://127.0.0.1:1/' }).end();
      });
    });
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        let message = '';
        stream.on('data', (chunk) => (message += String(chunk)));
        stream.on('end', () => {
          messages.push(message);
          done();
        });
      },
    });
    const listening = (server: Server | SMTPServer['server']) =>
      new Promise<number>((resolve) => {
        server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
      });
    const receiverPort = await listening(receiver);
    const smtpUrl = `smtp://127.0.0.1:${await listening(smtp.server)}`;
    place = await newPlace();
    store = await openStore(place.location);
    hubs = await prepareHubs({
      hubs: [
        { ...hub, webhook: { url: `http://127.0.0.1:${receiverPort}/hook`, secret } },
        {
          ...otherHub,
          email: { to: 'desk@other.example', link: 'https://other.example/applications?ref={reference}' },
        },
      ],
      store: place.location,
      mail: { smtpUrl, from: 'intake@intake.example' },
    });
    outbox = startOutbox({
      store,
      hubs,
      deliver: { webhook: webhook(now), email: mail({ smtpUrl, from: 'intake@intake.example' }) },
      log,
      now,
      firstPause: 20,
    });
  });
  afterEach(() => {
    deliveries.length = 0;
    messages.length = 0;
    answers = [];
  });
  afterAll(async () => {
    await outbox.stop();
    await store.close();
    place.remove();
    await new Promise((resolve) => receiver.close(resolve));
    await new Promise<void>((resolve) => smtp.close(resolve));
  });

  const arrive = async (key: string, sent = application): Promise<string> => {
    const { channels } = hubs.get(sent.hub)!;
    const receipt = await receiving(store)({ application: sent, key, at: now(), channels });
    if ('conflictWith' in receipt) throw new Error('conflict');
    outbox.wake();
    return receipt.reference;
  };
  const delivered = (reference: string) =>
    store.run(async (db) => {
      const rows = await db
        .selectFrom('outbox')
        .select('delivered_at')
        .where('reference', '=', reference)
        .execute();
      return rows.length > 0 && rows.every((row) => row.delivered_at !== null);
    });

  it('signs what it sends to the hub, so that the hub can tell it from anybody else’s', async () => {
    const reference = await arrive('signed');
    await until(() => delivered(reference));
    const [{ headers, body }] = deliveries as [Delivery];
    const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(
      String(headers['maths-hubs-signature']),
    )!;
    expect(signature).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
    expect(Math.abs(Date.now() / 1000 - Number(seconds))).toBeLessThan(60);
    expect(JSON.parse(body)).toMatchObject({ reference, hub: 'test-hub', application });
  });

  it('tries again until it is taken, with the same delivery number', async () => {
    answers = [500, 302, 429];
    const reference = await arrive('again');
    await until(() => delivered(reference));
    expect(deliveries).toHaveLength(4);
    expect(new Set(deliveries.map(({ headers }) => headers['maths-hubs-delivery'])).size).toBe(1);
    expect(entries.filter(({ event }) => event === 'notice-failed')).toHaveLength(3);
  });

  it('mails the reference and a link, and nothing of the applicant', async () => {
    const reference = await arrive('mailed', {
      ...answering({ name: 'Secret Person', schoolName: 'Secret School' }),
      hub: 'other-hub',
    });
    await until(() => delivered(reference));
    const [message] = messages as [string];
    expect(message).toContain(`Subject: Application ${reference}`);
    expect(message).toContain('To: desk@other.example');
    expect(message.replace(/=\r\n/g, '')).toContain(
      `applications?ref=3D${reference}`.replace('3D', message.includes('ref=3D') ? '3D' : ''),
    );
    for (const personal of ['Secret', 'school.example', 'LE1']) expect(message).not.toContain(personal);
  });

  it('is shared by two services without a notice being sent twice', async () => {
    const second = startOutbox({
      store,
      hubs,
      deliver: { webhook: webhook(now), email: mail(undefined) },
      log,
      now,
      firstPause: 20,
    });
    const references = await Promise.all(Array.from({ length: 25 }, (_, index) => arrive(`shared-${index}`)));
    second.wake();
    for (const reference of references) await until(() => delivered(reference));
    await second.stop();
    const sent = deliveries.map(({ body }) => (JSON.parse(body) as { reference: string }).reference);
    expect(sent.sort()).toEqual(references.sort());
  });

  it('logs nothing of the applicant when it fails', () => {
    expect(JSON.stringify(entries)).not.toMatch(/Teacher|school\.example|Secret/);
  });
});
