import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { application, databases } from '../../test/intake.js';
import { openNotices, now, secret, standardSecret, until } from '../../test/notices.js';
import type { Delivery, Notices } from '../../test/notices.js';
import { startOutbox } from './outbox.js';
import { sendTest } from './webhook.js';

describe.each(databases)('a webhook told from $name', ({ newPlace }) => {
  let on: Notices;
  beforeAll(async () => {
    on = await openNotices(newPlace);
  });
  afterEach(() => on.clear());
  afterAll(() => on.close());

  it('signs what it sends to the hub, by the standard and under each of its secrets', async () => {
    const reference = await on.arrive('signed');
    await until(() => on.delivered(reference));
    const [{ headers, body }] = on.deliveries as [Delivery];
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

  it('tries a webhook with a message that holds nothing of anybody', async () => {
    const { webhook: endpoint } = on.hubs.get('test-hub')!;
    expect(await sendTest(endpoint!, 'test-hub', now())).toBe(204);
    const [{ headers, body }] = on.deliveries as [Delivery];
    expect(new Webhook(standardSecret).verify(body, headers as Record<string, string>)).toMatchObject({
      event: 'test',
      hub: 'test-hub',
    });
    on.answers = [404];
    await expect(sendTest(endpoint!, 'test-hub', now())).rejects.toThrow('answered 404');
  });

  it('is shared by two services without a message being sent twice', async () => {
    const second = startOutbox(on.parts);
    const references = await Promise.all(
      Array.from({ length: 25 }, (_, index) => on.arrive(`shared-${index}`)),
    );
    second.wake();
    for (const reference of references) await until(() => on.delivered(reference));
    await second.stop();
    const sent = on.deliveries.map(({ body }) => (JSON.parse(body) as { reference: string }).reference);
    expect(sent.sort()).toEqual(references.sort());
  });

  it('logs nothing of the applicant when it fails', () => {
    expect(JSON.stringify(on.entries)).not.toMatch(/Teacher|school\.example|applicant\.example|Secret/);
  });
});
