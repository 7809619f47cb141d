import { createHmac } from 'node:crypto';

/** A message as it goes out: its id, the second it is sent, and the bytes that are signed. */
interface Message {
  readonly id: string;
  readonly seconds: number;
  readonly body: string;
}

/**
 * Headers that prove where a message comes from: those of Standard Webhooks (`webhook-id`, `webhook-timestamp`,
 * `webhook-signature`) and our own from before. While a secret is being changed there are several, and a signature
 * under each.
 * @source https://www.standardwebhooks.com, specification 1.0
 */
export function signatureHeaders(message: Message, secrets: readonly string[]): Record<string, string> {
  const { id, seconds, body } = message;
  const standard = secrets.map((secret) => {
    const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64');
    return `v1,${signature}`;
  });
  const own = secrets.map(
    (secret) => `v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`,
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': standard.join(' '),
    'maths-hubs-delivery': id,
    'maths-hubs-signature': [`t=${seconds}`, ...own].join(','),
  };
}

/** `whsec_` and base64, as Standard Webhooks writes a secret; else the text itself. */
function keyOf(secret: string): Buffer {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1];
  return encoded === undefined ? Buffer.from(secret) : Buffer.from(encoded, 'base64');
}
