import { applicationFromEntries } from '@maths-hubs/sdk/applications';
import { parseApplication } from '@maths-hubs/sdk/applications/schema';
import type { Context } from 'hono';
import type { Limits } from '../config/config.js';
import { channelsFor } from '../config/hubs.js';
import type { Hub, Hubs } from '../config/hubs.js';
import { RequestError } from '../errors.js';
import type { Receiver } from '../store/receive.js';
import type { Outcome } from '../store/store-all.js';
import type { Allowance, Place } from './allowance.js';
import { addHeaders, answerEmpty, answerJson, answerPage } from './answer.js';
import type { Env } from './answer.js';
import { readBody } from './body.js';
import { FORM, kindOf, mustBeReadable, readFields } from './media.js';
import type { Metrics } from './metrics.js';
import { admit } from './origin.js';
import { receiptPage } from './pages.js';
import { addressOf } from './rate-limit.js';
import type { RateLimit } from './rate-limit.js';

export interface ReceiveParts {
  readonly hubs: Hubs;
  readonly receiver: Receiver;
  readonly limits: Limits;
  readonly limit: RateLimit;
  readonly allowance: Allowance;
  readonly metrics: Metrics;
  readonly trustProxy: number;
  readonly now: () => Date;
  /** Waits for those that came in at the same moment. */
  readonly inStep: () => Promise<void>;
  /** Ends what still comes in when the service stops. */
  readonly stopping: AbortSignal;
  /** Called when an application is durable and somebody wants to know. */
  readonly received: (hub: string) => void;
  /** Told when one is durable that is beyond what a day brings. */
  readonly setAside: (hub: string) => void;
  /** Where the school sees its own application, if anything is mounted that shows it. */
  readonly receiptOf?: ((reference: string) => string) | undefined;
}

/** Takes one application in: `POST /applications`. */
export async function receiveApplication(context: Context<Env>, parts: ReceiveParts): Promise<Response> {
  const { hubs, limits } = parts;
  const { headers } = context.req.raw;
  const kind = kindOf(headers);
  const form = kind === FORM;
  context.set('form', form);
  const origin = headers.get('origin');
  if (origin !== null && ofAny(hubs, origin)) allow(context, origin);
  const address = addressOf(
    context.env?.address ?? 'unknown',
    headers.get('x-forwarded-for'),
    parts.trustProxy,
  );
  const wait = parts.limit.take(address);
  if (wait > 0)
    throw new RequestError(
      429,
      'too-many',
      'Too many applications came from this address. Try again shortly.',
      { retryAfter: wait },
    );
  mustBeReadable(headers, kind);
  const text = await readBody(
    context.req.raw,
    limits.bodyBytes,
    limits.bodySeconds,
    parts.stopping,
    parts.inStep,
  );
  await parts.inStep();
  const { hub, sent } = form ? readForm(context, text, hubs) : readJson(text, hubs);
  context.set('hub', hub);
  admit(headers, hub, form);
  const parsed = parseApplication(sent, hub.form);
  if (!parsed.ok)
    throw new RequestError(422, 'invalid', 'There is something to put right in this application.', {
      errors: parsed.errors,
    });
  refuseMachines(parsed.guard, limits);
  const { application } = parsed;
  const key = keyOf(headers.get('idempotency-key'));
  const at = parts.now();
  const place = await parts.allowance.take(hub.id, context.env?.address && address, at);
  const { setAside } = place;
  // A flood must fill nobody's mailbox. A program is notified of everything, with the mark.
  const channels = channelsFor(hub, application).filter((channel) => !setAside || channel === 'webhook');
  const outcome = await storeIn(place, () =>
    parts.receiver.take({ application, key, at, channels, setAside }),
  );
  if ('conflictWith' in outcome) {
    parts.metrics.application(hub.id, 'conflict');
    throw new RequestError(
      409,
      'key-reused',
      'This form has already been sent with other answers. To change an application, contact the hub.',
      { reference: outcome.conflictWith },
    );
  }
  if ('erased' in outcome) {
    parts.metrics.application(hub.id, 'erased');
    throw new RequestError(
      410,
      'erased',
      'This application was received and has been erased since. Nothing was stored now. To apply again, fill in a new form.',
      { reference: outcome.erased },
    );
  }
  context.set('receipt', outcome);
  parts.metrics.application(hub.id, outcome.repeated ? 'repeated' : setAside ? 'set-aside' : 'stored');
  if (!outcome.repeated && setAside) parts.setAside(hub.id);
  if (!outcome.repeated && channels.length > 0) parts.received(hub.id);
  if (form) return answerPage(context, 201, receiptPage(hub, outcome));
  const { reference, receivedAt } = outcome;
  // Whoever repeats an application without its sender's key knows all its answers, and may still be somebody else: only
  // the key, or the mail to the address in it, opens the school's page.
  const receipt = key === null ? undefined : parts.receiptOf?.(reference);
  return answerJson(context, 201, { reference, receivedAt: receivedAt.toISOString(), receipt });
}

/** The place in the day's number is free again where nothing new was stored. */
async function storeIn(place: Place, store: () => Promise<Outcome>): Promise<Outcome> {
  try {
    const outcome = await store();
    if (!('receivedAt' in outcome) || outcome.repeated) place.free();
    return outcome;
  } catch (error) {
    place.free();
    throw error;
  }
}

/** Lets the pages of any hub ask. */
export function answerPreflight(context: Context<Env>, hubs: Hubs): Response {
  const origin = context.req.header('origin');
  if (origin === undefined || !ofAny(hubs, origin))
    throw new RequestError(403, 'origin', 'This origin may not send applications here.');
  allow(context, origin);
  addHeaders(context, {
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type, idempotency-key',
    'access-control-max-age': '600',
  });
  return answerEmpty(context, 204);
}

/**
 * Says whether pages of an origin may send applications here: `GET /applications/allows?origin=https://hub.example`. Anybody may ask: a browser learns the
 * same from the preflight, and the editor's page asks before a hub publishes.
 */
export function answerAllows(context: Context<Env>, hubs: Hubs): Response {
  const origin = context.req.query('origin') ?? '';
  if (!URL.canParse(origin) || new URL(origin).origin !== origin)
    throw new RequestError(400, 'origin', 'Ask with an origin, such as ?origin=https://hub.example');
  addHeaders(context, { 'access-control-allow-origin': '*' });
  return answerJson(context, 200, { allowed: ofAny(hubs, origin) });
}

function ofAny(hubs: Hubs, origin: string): boolean {
  for (const hub of hubs.values()) if (hub.origins.includes(origin)) return true;
  return false;
}

function allow(context: Context<Env>, origin: string): void {
  addHeaders(context, {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'retry-after, x-request-id',
    vary: 'origin',
  });
}

function readJson(text: string, hubs: Hubs): { hub: Hub; sent: unknown } {
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    throw new RequestError(400, 'not-json', 'The request is not JSON.');
  }
  const hub = typeof sent === 'object' && sent !== null && 'hub' in sent ? sent.hub : undefined;
  return { hub: hubNamed(hub, hubs), sent };
}

function readForm(context: Context<Env>, text: string, hubs: Hubs): { hub: Hub; sent: unknown } {
  const entries = readFields(text);
  context.set('typed', entries);
  const hub = hubNamed(entries.get('hub'), hubs);
  return { hub, sent: applicationFromEntries(entries, hub.form) };
}

function hubNamed(id: unknown, hubs: Hubs): Hub {
  const hub = typeof id === 'string' ? hubs.get(id) : undefined;
  if (hub === undefined)
    throw new RequestError(404, 'unknown-hub', 'This service receives applications for other hubs only.');
  return hub;
}

/** A retry of the same sender carries the same key. */
function keyOf(header: string | null): string | null {
  if (header === null) return null;
  if (!/^[\x21-\x7e]{8,200}$/.test(header))
    throw new RequestError(400, 'key', 'An Idempotency-Key has 8 to 200 visible characters.');
  return header;
}

/** Refused openly, with a way on: a person whose browser filled in the hidden field loses nothing. */
function refuseMachines(guard: { leaveEmpty?: string; seconds?: number }, limits: Limits): void {
  if (guard.leaveEmpty !== undefined && guard.leaveEmpty !== '')
    throw new RequestError(
      422,
      'looks-automatic',
      'A hidden field was filled in, which people do not see. Clear saved form data, or contact the hub.',
      { errors: [] },
    );
  if (guard.seconds !== undefined && guard.seconds < limits.leastSeconds)
    throw new RequestError(
      422,
      'looks-automatic',
      'This was sent faster than a person can fill it in. Wait a few seconds and send it again.',
      { errors: [] },
    );
}
