import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, databases, hub, logbook, otherHub, post } from '../../test/intake.js';
import type { Place } from '../../test/intake.js';
import { createIntake } from '../intake.js';
import type { Intake } from '../intake.js';
import { backup } from './backup.js';
import { createDesk } from './desk.js';
import { restore } from './restore.js';
import { rowOf, rowsOf } from './rows.js';
import type { Which } from './rows.js';
import { openStore } from '../store/store.js';

const A_DAY = 3;

describe.each(databases)('what comes beyond a day’s number, on $name', ({ newPlace }) => {
  const told: { reference: string; setAside: boolean }[] = [];
  const mails: { to: string; text: string }[] = [];
  const { entries, log } = logbook();
  let webhooks: Server;
  let smtp: SMTPServer;
  let place: Place;
  let intake: Intake;
  let clock = Date.parse('2099-03-01T10:00:00Z');
  let sent = 0;

  const config = (at: Place) => ({
    hubs: [
      {
        ...hub,
        webhook: {
          url: `http://127.0.0.1:${(webhooks.address() as AddressInfo).port}/`,
          secret: 'of the hub',
        },
        email: { to: 'office@hub.example' },
        confirmation: true,
      },
      otherHub,
    ],
    mail: {
      smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
      from: 'intake@intake.example',
    },
    store: at.location,
    now: () => new Date(clock),
    log,
    limits: { perHubDay: A_DAY, perNetworkDay: 2 },
    onDemand: true,
  });

  beforeAll(async () => {
    webhooks = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        const { reference, setAside } = JSON.parse(body) as (typeof told)[number];
        told.push({ reference, setAside });
        response.writeHead(204).end();
      });
    });
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        let text = '';
        stream.on('data', (chunk) => (text += String(chunk)));
        stream.on('end', () => {
          mails.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => webhooks.listen(0, '127.0.0.1', resolve));
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    place = await newPlace();
    intake = createIntake(config(place));
    await intake.ready;
  });
  afterAll(async () => {
    await intake.close();
    place.remove();
    await new Promise((resolve) => webhooks.close(resolve));
    await new Promise<void>((resolve) => smtp.close(resolve));
  });

  /** One more from an address; its reference. */
  async function apply(address?: string, key = `beyond-a-day-${(sent += 1)}`): Promise<string> {
    clock += 1_000;
    const email = `person-${key}@school.example`;
    const response = await intake.fetch(
      post(answering({ name: `Person ${key}`, email }), { 'idempotency-key': key }),
      address === undefined ? {} : { address },
    );
    const { reference } = (await response.json()) as { reference: string };
    expect([response.status, reference]).toEqual([201, expect.stringMatching(/^MH-/)]);
    return reference;
  }

  async function listed(which: Which): Promise<string[]> {
    const found: string[] = [];
    for await (const { reference } of rowsOf(await intake.ready, hub.id, null, which)) found.push(reference);
    return found;
  }

  const desk = async (path: string, body?: unknown): Promise<unknown> => {
    const parts = await intake.ready;
    const answer = await createDesk({ ...parts, now: () => new Date(clock), token: null, log }).request(
      path,
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    );
    return answer.json();
  };

  let ordinary: string[] = [];
  let aside: string[] = [];

  it('is stored, acknowledged and set aside, exactly from the first beyond the number', async () => {
    ordinary = [await apply('192.0.2.1'), await apply('192.0.2.2'), await apply('192.0.2.3')];
    aside = [await apply('192.0.2.4'), await apply('192.0.2.5'), await apply()];
    expect(await listed('ordinary')).toEqual(ordinary);
    expect(await listed('set-aside')).toEqual(aside);
    expect(await listed('all')).toEqual([...ordinary, ...aside]);
    expect(await rowOf(await intake.ready, aside[0] ?? '')).toMatchObject({
      setAsideAt: expect.stringMatching(/^2099-03-01T/),
      notices: [{ channel: 'webhook' }],
    });
  });

  it('gets the same answer when it is repeated, and takes no other’s place', async () => {
    clock += 86_400_000;
    const first = await apply('192.0.2.1', 'repeated-1');
    for (let times = 0; times < 5; times += 1) expect(await apply('192.0.2.1', 'repeated-1')).toBe(first);
    ordinary.push(first, await apply('192.0.2.1'));
    expect(await listed('set-aside')).toEqual(aside);
  });

  it('is what one network sends beyond its own number, so that it takes up nobody else’s', async () => {
    aside.push(await apply('192.0.2.1'), await apply('::ffff:192.0.2.1'));
    ordinary.push(await apply('192.0.2.2'));
    aside.push(await apply('192.0.2.9'));
    expect(await listed('ordinary')).toEqual(ordinary);
    expect(await listed('set-aside')).toEqual(aside);
  });

  it('fills nobody’s mailbox: the office is told once a day that there is such, a program of each with a mark', async () => {
    await expect
      .poll(() => mails.filter(({ text }) => text.includes('More applications than usual')).length, {
        timeout: 60_000,
      })
      .toBe(2);
    await intake.work();
    expect(told.filter(({ setAside }) => setAside).map(({ reference }) => reference)).toEqual(
      expect.arrayContaining(aside),
    );
    expect(told).toHaveLength(ordinary.length + aside.length);
    const aboutApplications = mails.filter(({ text }) => !text.includes('More applications than usual'));
    // To the office and to whoever applied.
    expect(aboutApplications).toHaveLength(ordinary.length * 2);
    for (const reference of aside)
      expect(aboutApplications.some(({ text }) => text.includes(reference))).toBe(false);
    expect(entries.filter(({ event }) => event === 'set-aside')).toHaveLength(2);
    const metrics = await (await intake.fetch(new Request('http://intake.example/metrics'))).text();
    expect(metrics).toContain(`maths_hubs_intake_set_aside{hub="${hub.id}"} ${aside.length}`);
    expect(metrics).toContain(`applications_total{hub="${hub.id}",outcome="set-aside"} ${aside.length}`);
  });

  it('is counted anew by a service that starts again, where it had stopped', async () => {
    await intake.close();
    intake = createIntake(config(place));
    aside.push(await apply('192.0.2.77'));
    expect(await listed('set-aside')).toEqual(aside);
    expect(await listed('ordinary')).toEqual(ordinary);
  });

  it('is in backups with its mark', async () => {
    const archive = await intake.ready;
    const lines = Readable.from(backup(archive))
      .map(String)
      .flatMap((part: string) => part.split('\n'));
    const other = await newPlace();
    const store = await openStore(other.location);
    const copy = { store, keys: archive.keys };
    await restore(copy, lines.drop(1));
    const found: string[] = [];
    for await (const { reference } of rowsOf(copy, hub.id, null, 'set-aside')) found.push(reference);
    expect(found).toEqual(aside);
    await store.close();
    other.remove();
  });

  it('is released one by one or all at once, and told of then', async () => {
    mails.length = 0;
    told.length = 0;
    const [first = '', ...rest] = aside;
    expect(await desk(`/release?hub=${hub.id}`, [first, 'MH-00000-00000', ordinary[0]])).toEqual({
      released: [first],
    });
    // Of another hub nothing is released.
    expect(await desk(`/release?hub=${otherHub.id}`, rest)).toEqual({ released: [] });
    expect(await listed('set-aside')).toEqual(rest);
    const { released } = (await desk(`/release?hub=${hub.id}`, null)) as { released: string[] };
    expect([...released].sort()).toEqual([...rest].sort());
    expect(await desk(`/release?hub=${hub.id}`, null)).toEqual({ released: [] });
    expect(await listed('set-aside')).toEqual([]);
    await intake.work();
    for (const reference of aside) {
      expect(mails.filter(({ text }) => text.includes(reference)).length).toBe(2);
      expect(told).toContainEqual({ reference, setAside: false });
    }
  });
});
