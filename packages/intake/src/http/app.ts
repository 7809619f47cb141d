import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Limits } from '../config/config.js';
import type { LogEntry } from '../config/log-entry.js';
import type { Hubs } from '../config/hubs.js';
import type { Archive } from '../desk/rows.js';
import { RequestError, StoreUnavailableError } from '../errors.js';
import type { Receiver } from '../store/receive.js';
import { sharedRates } from '../store/shared-rates.js';
import { VERSION } from '../version.js';
import { allowance } from './allowance.js';
import { addHeaders, answerJson, answerPage, answerText } from './answer.js';
import type { Env } from './answer.js';
import { answerCalendar, CALENDARS } from './calendar.js';
import { answerFault } from './faults.js';
import { healthCheck } from './health.js';
import { inStep } from './in-step.js';
import { createMetrics } from './metrics.js';
import type { Metrics } from './metrics.js';
import { comesFromNear } from './near.js';
import { nothingHerePage } from './pages.js';
import { rateLimit } from './rate-limit.js';
import { answerAllows, answerPreflight, receiveApplication } from './receive-route.js';

export type { Connection } from './answer.js';

export interface AppParts extends Archive {
  readonly hubs: Hubs;
  readonly receiver: Receiver;
  readonly limits: Limits;
  readonly trustProxy: number;
  /** The host's own name, for which it may promise to be reached over TLS alone. */
  readonly ownHost: string | null;
  /** Asked of who reads the metrics; without it only this machine's own network may. */
  readonly metricsToken: string | null;
  readonly log: (entry: LogEntry) => void;
  readonly now: () => Date;
  readonly stopping: AbortSignal;
  readonly received: (hub: string) => void;
  readonly setAside: (hub: string) => void;
  readonly receiptOf?: ((reference: string) => string) | undefined;
  /** Routes of another package, below the same log, request ids and faults. */
  readonly mount?: ((app: Hono<Env>) => void) | undefined;
}

const ROUTES = new Set([
  '/applications',
  '/applications/allows',
  '/health',
  '/health/live',
  '/health/ready',
  '/metrics',
]);

/** The service as a web-standard handler. */
export function createApp(parts: AppParts): Hono<Env> {
  const { hubs, store, keys, receiver, limits, log } = parts;
  const metrics = createMetrics(parts, receiver);
  const health = healthCheck(store, receiver);
  const share = store.lock === null ? sharedRates(store, keys, limits.perMinute) : undefined;
  const limit = rateLimit({
    burst: limits.burst,
    perMinute: limits.perMinute,
    ...(share && { share }),
  });
  const receiving = {
    ...parts,
    limit,
    metrics,
    allowance: allowance({ store, ...limits }),
    inStep: inStep(),
  };
  const app = new Hono<Env>();

  app.use(async (context, next) => {
    const start = performance.now();
    const requestId = requestIdOf(context.req.header('x-request-id'));
    context.set('requestId', requestId);
    const host = context.req.header('host');
    context.set('extra', ownHostHeaders(parts.ownHost, host));
    const { path, method } = context.req;
    const route = ROUTES.has(path) ? path : 'other';
    if (parts.stopping.aborted && !route.startsWith('/health'))
      context.res = answerFault(STOPPING, context, log);
    else if (host?.includes(',')) context.res = answerFault(HOSTS, context, log);
    else await next();
    // The last answer on its connection, also to what had begun before.
    if (parts.stopping.aborted) context.header('connection', 'close');
    const { status } = context.res;
    if (route === 'other') context.res.headers.set('x-request-id', requestId);
    note(metrics, route, status, performance.now() - start);
    log({
      level: status >= 500 ? 'error' : 'info',
      event: 'request',
      id: requestId,
      method,
      route,
      status,
      hub: context.get('hub')?.id,
      reference: context.get('receipt')?.reference,
      repeated: context.get('receipt')?.repeated,
      milliseconds: Math.round(performance.now() - start),
    });
  });

  app.get('/health/live', (context) => answerJson(context, 200, { status: 'ok', version: VERSION }));
  for (const path of ['/health', '/health/ready'])
    app.get(path, async (context) => {
      const { ready, ...found } = await health();
      const stopping = parts.stopping.aborted;
      if (ready && !stopping) return answerJson(context, 200, { status: 'ok', version: VERSION, ...found });
      addHeaders(context, { 'retry-after': '2' });
      const status = stopping ? 'stopping' : 'unavailable';
      return answerJson(context, 503, { status, version: VERSION, ...found });
    });
  app.get('/metrics', async (context) => {
    const asked = context.req.header('authorization') ?? '';
    const { metricsToken } = parts;
    const near = comesFromNear(context.env?.address, context.req.raw.headers);
    if (metricsToken === null ? !near : asked !== `Bearer ${metricsToken}`)
      throw new RequestError(404, 'not-found', 'There is nothing here.');
    return answerText(context, 200, metrics.contentType, await metrics.page());
  });

  app.get(CALENDARS, (context) => answerCalendar(context, hubs, parts.now()));
  app.options('/applications', (context) => answerPreflight(context, hubs));
  app.post('/applications', (context) => receiveApplication(context, receiving));
  app.get('/applications/allows', (context) => answerAllows(context, hubs));
  app.all('/applications', (context) => {
    addHeaders(context, { allow: 'POST, OPTIONS' });
    if (context.req.header('accept')?.includes('text/html'))
      return answerPage(context, 405, nothingHerePage(hubs.values()));
    throw new RequestError(405, 'method', 'Applications are sent here with POST.');
  });
  for (const path of [
    '/applications/allows',
    '/health',
    '/health/live',
    '/health/ready',
    '/metrics',
    CALENDARS,
  ])
    app.all(path, (context) => {
      addHeaders(context, { allow: 'GET, HEAD' });
      throw new RequestError(405, 'method', 'This is read with GET.');
    });
  parts.mount?.(app);

  app.notFound((context) =>
    answerJson(context, 404, { code: 'not-found', message: 'There is nothing here.' }),
  );
  app.onError((error, context) => {
    // A store that is away has an alarm of its own.
    const known = error instanceof RequestError || error instanceof StoreUnavailableError;
    metrics.refused(known ? error.code : 'fault');
    return answerFault(error, context, log);
  });
  return app;
}

const STOPPING = new RequestError(
  503,
  'stopping',
  'The service is being restarted. Send it again in a moment.',
  { retryAfter: 2 },
);

/** Two names stand in one header by now. A proxy may have gone by one of them, and we by the other. */
const HOSTS = new RequestError(400, 'host', 'The request names more than one host.');

function note(metrics: Metrics, route: string, status: number, milliseconds: number): void {
  metrics.request(route, status, milliseconds / 1000);
}

/** A proxy's own id, so that its log and ours are found by one number; else a new one. */
function requestIdOf(sent: string | undefined): string {
  return sent !== undefined && /^[\w.:-]{8,80}$/.test(sent) ? sent : randomUUID();
}

/** Only for its own name, and nobody else's: on a path of a hub's site the promise would bind that site. */
function ownHostHeaders(ownHost: string | null, asked: string | undefined): Record<string, string> {
  if (ownHost === null || asked?.toLowerCase() !== ownHost.toLowerCase()) return {};
  return { 'strict-transport-security': 'max-age=15552000' };
}
