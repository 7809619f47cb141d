import { randomUUID } from 'node:crypto';
import { applicationFromEntries } from '@maths-hubs/sdk/applications';
import { parseApplication } from '@maths-hubs/sdk/applications/schema';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Limits, LogEntry } from '../config/config.js';
import type { Hub, Hubs } from '../config/hubs.js';
import { RequestError, StoreUnavailableError } from '../errors.js';
import { receiver } from '../store/receive.js';
import type { Receipt } from '../store/receive.js';
import type { Store } from '../store/store.js';
import { readBody } from './body.js';
import { admit } from './origin.js';
import { faultPage, receiptPage, STYLE_HASH } from './pages.js';
import { addressOf, rateLimit } from './rate-limit.js';

export interface AppParts {
  readonly hubs: Hubs;
  readonly store: Store;
  readonly limits: Limits;
  readonly trustProxy: number;
  readonly log: (entry: LogEntry) => void;
  readonly now: () => Date;
  /** Told when an application is durable of which a hub wants to hear. */
  readonly received: () => void;
}

/** What the server knows of a request beside the request itself. */
export interface Connection {
  /** The other end of the socket. */
  readonly address?: string;
}

type Env = { Bindings: Connection; Variables: { hub: Hub; form: boolean; receipt: Receipt } };

/** The service as a web-standard handler. */
export function createApp(parts: AppParts): Hono<Env> {
  const { hubs, store, limits, trustProxy, log, now } = parts;
  const limit = rateLimit(limits.burst, limits.perMinute);
  const receive = receiver(store);
  const app = new Hono<Env>();

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [STYLE_HASH],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      crossOriginResourcePolicy: 'cross-origin',
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
    }),
  );
  app.use(async (context, next) => {
    const start = performance.now();
    context.header('cache-control', 'no-store');
    await next();
    const status = context.res.status;
    log({
      level: status >= 500 ? 'error' : 'info',
      event: 'request',
      method: context.req.method,
      route:
        context.req.path === '/applications' || context.req.path === '/health' ? context.req.path : 'other',
      status,
      hub: context.get('hub')?.id,
      reference: context.get('receipt')?.reference,
      repeated: context.get('receipt')?.repeated,
      milliseconds: Math.round(performance.now() - start),
    });
  });

  app.get('/health', async (context) => {
    await store.run((db) => db.selectFrom('applications').select('reference').limit(1).execute());
    return context.json({ status: 'ok' });
  });

  app.options('/applications', (context) => {
    const origin = context.req.header('origin');
    if (origin === undefined || ![...hubs.values()].some((hub) => hub.origins.includes(origin)))
      throw new RequestError(403, 'origin', 'This origin may not send applications here.');
    allow(context, origin);
    context.header('access-control-allow-methods', 'POST');
    context.header('access-control-allow-headers', 'content-type, idempotency-key');
    context.header('access-control-max-age', '600');
    return context.body(null, 204);
  });

  app.post('/applications', async (context) => {
    const address = addressOf(
      context.env?.address ?? 'unknown',
      context.req.header('x-forwarded-for') ?? null,
      trustProxy,
    );
    const wait = limit.take(address, now().getTime());
    const kind = (context.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
    context.set('form', kind === 'application/x-www-form-urlencoded');
    const origin = context.req.header('origin');
    if (origin !== undefined && [...hubs.values()].some((hub) => hub.origins.includes(origin)))
      allow(context, origin);
    if (wait > 0)
      throw new RequestError(
        429,
        'too-many',
        'Too many applications came from this address. Try again shortly.',
        {
          retryAfter: wait,
        },
      );
    if (kind !== 'application/json' && !context.get('form'))
      throw new RequestError(415, 'media-type', 'Send an application as JSON or as a form.');
    const text = await readBody(context.req.raw, limits.bodyBytes, limits.bodySeconds);
    const { hub, sent } = context.get('form') ? readForm(text, hubs) : readJson(text, hubs);
    context.set('hub', hub);
    admit(context.req.raw.headers, hub, context.get('form'));
    const parsed = parseApplication(sent, hub.form);
    if (!parsed.ok)
      throw new RequestError(422, 'invalid', 'There is something to put right in this application.', {
        errors: parsed.errors,
      });
    refuseMachines(parsed.guard, limits);
    const receipt = await receive({
      application: parsed.application,
      key: keyOf(context.req.header('idempotency-key')),
      at: now(),
      channels: hub.channels,
    });
    if ('conflictWith' in receipt)
      throw new RequestError(
        409,
        'key-reused',
        'This form has already been sent with other answers. To change an application, contact the hub.',
        { reference: receipt.conflictWith.reference },
      );
    context.set('receipt', receipt);
    if (!receipt.repeated && hub.channels.length > 0) parts.received();
    return answer(context, hub, receipt);
  });

  app.notFound((context) => context.json({ code: 'not-found', message: 'There is nothing here.' }, 404));

  app.onError((error, context) => {
    const { status, code, message, details } = fault(error, log);
    if (typeof details.retryAfter === 'number') context.header('retry-after', String(details.retryAfter));
    if (!context.get('form')) return context.json({ code, message, ...details }, status);
    const errors = Array.isArray(details.errors) ? details.errors : [];
    return context.html(faultPage(context.get('hub'), message, errors), status);
  });

  return app;
}

function allow(context: Context<Env>, origin: string): void {
  context.header('access-control-allow-origin', origin);
  context.header('access-control-expose-headers', 'retry-after');
  context.header('vary', 'origin', { append: true });
}

function answer(context: Context<Env>, hub: Hub, receipt: Receipt): Response | Promise<Response> {
  if (context.get('form')) return context.html(receiptPage(hub, receipt), 201);
  return context.json({ reference: receipt.reference, receivedAt: receipt.receivedAt.toISOString() }, 201);
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

function readForm(text: string, hubs: Hubs): { hub: Hub; sent: unknown } {
  const entries = new URLSearchParams(text);
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
function keyOf(header: string | undefined): string | null {
  if (header === undefined) return null;
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

function fault(
  error: unknown,
  log: (entry: LogEntry) => void,
): { status: ContentfulStatusCode; code: string; message: string; details: Record<string, unknown> } {
  if (error instanceof RequestError) return { ...pick(error), details: { ...error.details } };
  if (error instanceof StoreUnavailableError) {
    log({ level: 'error', event: 'store-unavailable', message: error.message });
    return {
      status: 503,
      code: error.code,
      message: 'The service cannot store applications now. Nothing was kept: try again shortly.',
      details: { retryAfter: 5 },
    };
  }
  const incident = randomUUID();
  log({ level: 'error', event: 'fault', incident, name: error instanceof Error ? error.name : 'unknown' });
  return {
    status: 500,
    code: 'fault',
    message: `Something went wrong that the service did not expect (${incident}). Try again.`,
    details: {},
  };
}

function pick({ status, code, message }: RequestError): {
  status: ContentfulStatusCode;
  code: string;
  message: string;
} {
  return { status, code, message };
}
