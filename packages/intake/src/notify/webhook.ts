import { randomUUID } from 'node:crypto';
import type { HubConfig } from '../config/hub-config.js';
import { DeliveryError } from './deliver.js';
import type { Deliver } from './deliver.js';
import { retryAfter } from './retry-after.js';
import { signatureHeaders } from './signature.js';

const PATIENCE = 10_000;

type Endpoint = NonNullable<HubConfig['webhook']>;

/** Posts an application to the hub's own address, signed. Any 2xx takes it; redirects are not followed. */
export function webhook(now: () => Date, fetch: typeof globalThis.fetch = globalThis.fetch): Deliver {
  return async ({ id, reference, receivedAt, setAside, application }, { webhook, id: hub }, signal) => {
    if (webhook === undefined) throw new DeliveryError(`Hub ${hub} has no webhook any more`);
    const event = 'application.received';
    const time = receivedAt.toISOString();
    return send(
      webhook,
      { event, delivery: id, reference, hub, receivedAt: time, setAside, application },
      now(),
      signal,
      fetch,
    );
  };
}

/**
 * Sends a message of the kind `test`, which holds nothing of anybody.
 * @returns what the webhook answered
 * @throws {DeliveryError} when it did not take it
 */
export function sendTest(webhook: Endpoint, hub: string, at: Date): Promise<number> {
  const delivery = `msg_test${randomUUID().replaceAll('-', '')}`;
  return send(
    webhook,
    { event: 'test', delivery, hub, sentAt: at.toISOString() },
    at,
    new AbortController().signal,
  );
}

async function send(
  { url, secret }: Endpoint,
  message: { readonly delivery: string; readonly [name: string]: unknown },
  at: Date,
  signal: AbortSignal,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<number> {
  const body = JSON.stringify(message);
  const seconds = Math.floor(at.getTime() / 1000);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...signatureHeaders({ id: message.delivery, seconds, body }, [secret].flat()),
    },
    body,
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  });
  await response.body?.cancel();
  const { status, headers } = response;
  if (!response.ok)
    throw new DeliveryError(
      `The webhook answered ${status}`,
      status,
      status === 410,
      retryAfter(headers.get('retry-after'), at),
    );
  return status;
}
