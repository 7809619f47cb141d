import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { answering, application, databases, hub, logbook, openArchive, otherHub } from '../../test/intake.js';
import type { Place } from '../../test/intake.js';
import { prepareHubs } from '../config/hubs.js';
import type { Hubs } from '../config/hubs.js';
import type { Archive } from '../desk/rows.js';
import type { Receiver } from '../store/receive.js';
import type { Store } from '../store/interface.js';
import { confirmation, hubNotice, mailer } from './mail.js';
import { startOutbox } from './outbox.js';
import type { Outbox } from './outbox.js';
import type { OutboxParts } from './outbox-parts.js';
import { retry, undelivered } from './queue.js';
import { sendTest, webhook } from './webhook.js';

const secret = 'a secret of the hub';
/** As Standard Webhooks writes one. */
const standardSecret = `whsec_${Buffer.from('a secret of the other hub, 32 B.').toString('base64')}`;
const now = () => new Date();

interface Delivery {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; !(await done()); tries += 1) {
    if (tries > 2400) throw new Error('It did not come about');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

describe.each(databases)('notices from $name', ({ newPlace }) => {
  const deliveries: Delivery[] = [];
  const messages: string[] = [];
  let answers: number[] = [];
  let asksToWait: string | null = null;
  let place: Place;
  let archive: Archive;
  let store: Store;
  let receiving: Receiver;
  let hubs: Hubs;
  let parts: OutboxParts;
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
        if (request.url === '/hang') return;
        const wait = asksToWait === null ? {} : { 'retry-after': asksToWait };
        response.writeHead(answers.shift() ?? 204, { location: 'http://127.0.0.1:1/', ...wait }).end();
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
    ({ receiver: receiving, ...archive } = await openArchive(place.location));
    ({ store } = archive);
    hubs = await prepareHubs({
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
    parts = {
      ...archive,
      hubs,
      deliver: {
        webhook: webhook(now),
        email: hubNotice(send),
        confirmation: confirmation(
          send,
          now,
          (reference) => `https://apply.example/desk/school/${reference}/s`,
        ),
      },
      log,
      now,
      firstPause: 20,
    };
    outbox = startOutbox(parts);
  });
  afterEach(() => {
    deliveries.length = 0;
    messages.length = 0;
    answers = [];
    asksToWait = null;
  });
  afterAll(async () => {
    await outbox.stop();
    await store.close();
    place.remove();
    await new Promise((resolve) => receiver.close(resolve));
    await new Promise<void>((resolve) => smtp.close(resolve));
  });

  const store1 = async (key: string, sent = application): Promise<string> => {
    const { channels } = hubs.get(sent.hub)!;
    const receipt = await receiving.take({ application: sent, key, at: now(), channels });
    if (!('receivedAt' in receipt)) throw new Error(JSON.stringify(receipt));
    return receipt.reference;
  };
  const arrive = async (key: string, sent = application): Promise<string> => {
    const reference = await store1(key, sent);
    outbox.wake(sent.hub);
    return reference;
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

  it('signs what it sends to the hub, by the standard and under each of its secrets', async () => {
    const reference = await arrive('signed');
    await until(() => delivered(reference));
    const [{ headers, body }] = deliveries as [Delivery];
    expect(new Webhook(standardSecret).verify(body, headers as Record<string, string>)).toMatchObject({
      reference,
    });
    expect(
      new Webhook(secret, { format: 'raw' }).verify(body, headers as Record<string, string>),
    ).toMatchObject({
      reference,
    });
    const other = new Webhook(Buffer.from('somebody else').toString('base64'));
    expect(() => other.verify(body, headers as Record<string, string>)).toThrow();
    expect(() => new Webhook(standardSecret).verify(`${body} `, headers as Record<string, string>)).toThrow();
    const [, seconds, , signature] = /^t=(\d+),v1=([0-9a-f]{64}),v1=([0-9a-f]{64})$/.exec(
      String(headers['maths-hubs-signature']),
    )!;
    expect(signature).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
    expect(JSON.parse(body)).toMatchObject({
      delivery: headers['webhook-id'],
      reference,
      hub: 'test-hub',
      application,
    });
    expect(headers['webhook-id']).toMatch(/^msg_[0-9a-f]{32}$/);
  });

  it('tries again until it is taken, with the same id, and writes down each attempt', async () => {
    answers = [500, 302, 429];
    const reference = await arrive('again');
    await until(() => delivered(reference));
    expect(deliveries).toHaveLength(4);
    const [id, ...others] = new Set(deliveries.map(({ headers }) => headers['webhook-id']));
    expect(others).toEqual([]);
    const log = await store.run((db) =>
      db
        .selectFrom('deliveries')
        .select(['status', 'why'])
        .where('message', '=', String(id))
        .orderBy('at')
        .execute(),
    );
    expect(log).toEqual([
      { status: 500, why: 'The webhook answered 500' },
      { status: 302, why: 'The webhook answered 302' },
      { status: 429, why: 'The webhook answered 429' },
      { status: 204, why: null },
    ]);
  });

  it('sends nothing more where it is told 410, says so, and sends all of it when asked', async () => {
    answers = [410];
    const gone = await arrive('told-410');
    await until(async () => (await undelivered(store, { failed: true, hub: 'test-hub' })).length === 1);
    expect(entries).toContainEqual(
      expect.objectContaining({
        event: 'endpoint-disabled',
        hub: 'test-hub',
        why: 'The webhook answered 410',
      }),
    );
    const meanwhile = await arrive('after-410');
    await until(async () => (await undelivered(store, { failed: true, hub: 'test-hub' })).length === 2);
    expect(deliveries).toHaveLength(1);
    expect(await retry(store, { id: null, hub: 'test-hub', at: now() })).toBe(2);
    outbox.wake('test-hub');
    await until(async () => (await delivered(gone)) && delivered(meanwhile));
    expect(await undelivered(store, { failed: false, hub: null })).toEqual([]);
  });

  it('gives a message up after three days, switches the webhook off, and tells the hub', async () => {
    const told: string[] = [];
    let day = 0;
    const later = (): Date => new Date(Date.now() + day * 86_400_000);
    await outbox.stop();
    const lanes = startOutbox({
      ...parts,
      now: later,
      firstPause: 0.01,
      onDemand: true,
      tell: (hub, why) => Promise.resolve(void told.push(`${hub}: ${why}`)),
    });
    const reference = await store1('never-taken');
    for (; day < 4; day += 0.5) {
      answers = Array<number>(50).fill(503);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await lanes.round();
    }
    const [failed, ...others] = await undelivered(store, { failed: true, hub: 'test-hub' });
    expect(others).toEqual([]);
    expect(failed).toMatchObject({
      reference,
      why: 'The webhook answered 503',
      disabled_at: expect.any(Date),
    });
    expect(told).toEqual(['test-hub: The webhook answered 503']);
    await retry(store, { id: reference, hub: null, at: later() });
    answers = [];
    await until(async () => {
      await lanes.round();
      return delivered(reference);
    });
    expect(await delivered(reference)).toBe(true);
    await lanes.stop();
    outbox = startOutbox(parts);
  });

  it('leaves a webhook alone as long as it asks', async () => {
    let minutes = 0;
    const later = (): Date => new Date(Date.now() + minutes * 60_000);
    const roundOf = async (): Promise<void> => {
      // Of a service that has just started, which knows only what is stored.
      const deliver = { ...parts.deliver, webhook: webhook(later) };
      const lanes = startOutbox({ ...parts, deliver, now: later, onDemand: true });
      await lanes.round();
      await lanes.stop();
    };
    await outbox.stop();
    const reference = await store1('asked-to-wait');
    answers = [429, 503];
    asksToWait = '3600';
    await roundOf();
    minutes = 59;
    await roundOf();
    expect(deliveries).toHaveLength(1);
    minutes = 61;
    asksToWait = new Date(Date.now() + 121 * 60_000).toUTCString();
    await roundOf();
    minutes = 119;
    await roundOf();
    expect(deliveries).toHaveLength(2);
    minutes = 122;
    await roundOf();
    expect(deliveries).toHaveLength(3);
    expect(await delivered(reference)).toBe(true);
    outbox = startOutbox(parts);
  });

  it('lets one hub’s dead webhook delay nobody else', async () => {
    const hanging = new Map([...hubs].map(([id, one]) => [id, { ...one }]));
    const own = hanging.get('test-hub')!;
    hanging.set('test-hub', {
      ...own,
      webhook: { ...own.webhook!, url: own.webhook!.url.replace('/hook', '/hang') },
    });
    await outbox.stop();
    const lanes = startOutbox({ ...parts, hubs: hanging });
    await Promise.all(Array.from({ length: 60 }, (_, index) => store1(`hangs-${index}`)));
    lanes.wake();
    await until(() => deliveries.length > 0);
    const reference = await store1('not-delayed', { ...application, hub: 'other-hub' });
    lanes.wake('other-hub');
    await until(() => delivered(reference));
    // What hung is broken off and begins again, whole.
    await lanes.stop();
    const waiting = await undelivered(store, { failed: false, hub: 'test-hub' });
    expect(waiting).toHaveLength(60);
    expect(waiting.every(({ attempts }) => attempts === 0)).toBe(true);
    outbox = startOutbox(parts);
    await until(async () => (await undelivered(store, { failed: false, hub: 'test-hub' })).length === 0);
  });

  it('tries a webhook with a message that holds nothing of anybody', async () => {
    const { webhook: endpoint } = hubs.get('test-hub')!;
    expect(await sendTest(endpoint!, 'test-hub', now())).toBe(204);
    const [{ headers, body }] = deliveries as [Delivery];
    expect(new Webhook(standardSecret).verify(body, headers as Record<string, string>)).toMatchObject({
      event: 'test',
      hub: 'test-hub',
    });
    answers = [404];
    await expect(sendTest(endpoint!, 'test-hub', now())).rejects.toThrow('answered 404');
  });

  it('mails the hub the reference and a link, and the applicant the reference and whom it went to; no answers', async () => {
    const reference = await arrive('mailed', {
      ...answering({ name: 'Secret Person', schoolName: 'Secret School', email: 'head@applicant.example' }),
      hub: 'other-hub',
    });
    await until(() => delivered(reference));
    const plain = messages.map((message) => message.replace(/=\r\n/g, '').replaceAll('=3D', '='));
    const toHub = plain.find((message) => message.includes('To: desk@other.example'))!;
    expect(toHub).toContain(`Subject: Application ${reference}`);
    expect(toHub).toContain(`https://other.example/applications?ref=${reference}`);
    for (const personal of ['Secret', 'applicant.example', 'LE1']) expect(toHub).not.toContain(personal);
    const toApplicant = plain.find((message) => message.includes('To: head@applicant.example'))!;
    expect(toApplicant).toContain(`Subject: Other Hub has received your application: ${reference}`);
    expect(toApplicant).toContain('It was sent to Other Hub.');
    expect(toApplicant).toContain(`https://apply.example/desk/school/${reference}/s`);
    expect(toHub).not.toContain('/desk/school/');
    expect(toApplicant).toContain('Reply-To: hub@hub.example');
    for (const personal of ['Secret', 'LE1']) expect(toApplicant).not.toContain(personal);
  });

  it('does not flood an address with confirmations', async () => {
    const references = await Promise.all(
      Array.from({ length: 7 }, (_, index) =>
        store1(`flood-${index}`, { ...answering({ email: 'victim@applicant.example' }), hub: 'other-hub' }),
      ),
    );
    outbox.wake('other-hub');
    const to = () => messages.filter((message) => message.includes('To: victim@applicant.example')).length;
    await until(() => to() === 5);
    await until(async () => {
      const done = await store.run((db) =>
        db
          .selectFrom('outbox')
          .select('attempts')
          .where('reference', 'in', references)
          .where('channel', '=', 'confirmation')
          .execute(),
      );
      return done.every(({ attempts }) => attempts > 0);
    });
    expect(to()).toBe(5);
    await store.run((db) => db.deleteFrom('outbox').where('reference', 'in', references).execute());
  });

  it('is shared by two services without a message being sent twice', async () => {
    const second = startOutbox(parts);
    const references = await Promise.all(Array.from({ length: 25 }, (_, index) => arrive(`shared-${index}`)));
    second.wake();
    for (const reference of references) await until(() => delivered(reference));
    await second.stop();
    const sent = deliveries.map(({ body }) => (JSON.parse(body) as { reference: string }).reference);
    expect(sent.sort()).toEqual(references.sort());
  });

  it('logs nothing of the applicant when it fails', () => {
    expect(JSON.stringify(entries)).not.toMatch(/Teacher|school\.example|applicant\.example|Secret/);
  });
});
