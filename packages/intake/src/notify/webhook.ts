import { createHmac } from 'node:crypto';
import type { Deliver } from './outbox.js';

const PATIENCE = 10_000;

/**
 * Posts an application to the hub's own address, signed: `maths-hubs-signature: t=<seconds>,v1=<hex>`, where `v1` is
 * the HMAC-SHA256 of `<seconds>.<body>` under the hub's secret. Any 2xx takes it; redirects are not followed.
 */
export function webhook(now: () => Date, fetch: typeof globalThis.fetch = globalThis.fetch): Deliver {
  return async ({ id, reference, receivedAt, application }, { webhook, id: hub }) => {
    if (webhook === undefined) throw new Error(`Hub ${hub} has no webhook any more`);
    const body = JSON.stringify({
      event: 'application.received',
      delivery: id,
      reference,
      hub,
      receivedAt: receivedAt.toISOString(),
      application,
    });
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'maths-hubs-delivery': id,
        'maths-hubs-signature': sign(body, webhook.secret, Math.floor(now().getTime() / 1000)),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The webhook answered ${response.status}`);
  };
}

function sign(body: string, secret: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
