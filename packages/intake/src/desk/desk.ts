import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { RequestError } from '../errors.js';
import type { Hubs } from '../config/hubs.js';
import type { LogEntry } from '../config/log-entry.js';
import { describe } from '../http/faults.js';
import type { IntakeParts } from '../parts.js';
import { systemFault } from '../system-fault.js';
import { rememberCopy } from '../keys/open-keys.js';
import { retry, undelivered } from '../notify/queue.js';
import { DeliveryError, whyNot } from '../notify/deliver.js';
import { sendTest } from '../notify/webhook.js';
import { backup } from './backup.js';
import { asCsv, asJson } from './export.js';
import { find, isSearchable } from './find.js';
import { release } from './release.js';
import { rowOf, rowsOf } from './rows.js';
import type { Which } from './rows.js';

interface DeskParts extends IntakeParts {
  readonly now: () => Date;
  /** Asked of every request; null where only this process can ask. */
  readonly token: string | null;
  /** Told why an answer broke off in its middle, which whoever asked cannot be told any more. */
  readonly log: (entry: LogEntry) => void;
  /** Looks for due messages at once; nobody is there to do so where no service runs. */
  readonly wake?: () => void;
}

/**
 * What a hub's own people do with applications, as requests: a command asks the running service, which owns the
 * store, over a socket in its folder, or asks a desk of its own when no service runs.
 */
export function createDesk({ hubs, erasures, now, token, log, wake, ...archive }: DeskParts): Hono {
  const { store, keys } = archive;
  const desk = new Hono();
  desk.use(async (context, next) => {
    if (token !== null && !sameText(context.req.header('authorization') ?? '', `Bearer ${token}`))
      throw new RequestError(401, 'token', 'The desk answers only to the token in the owner file.');
    await next();
  });

  desk.get('/', (context) => context.json({ answers: true }));
  desk.get('/export', (context) => {
    const hub = hubOf(context.req.query('hub'), hubs);
    const rows = rowsOf(
      archive,
      hub,
      sinceOf(context.req.query('since')),
      whichOf(context.req.query('which')),
    );
    const csv = context.req.query('format') === 'csv';
    return new Response(streamOf(csv ? asCsv(rows) : asJson(rows), log), {
      headers: { 'content-type': csv ? 'text/csv; charset=utf-8' : 'application/json' },
    });
  });
  desk.get('/find', (context) => {
    const text = context.req.query('text') ?? '';
    if (!isSearchable(text))
      throw new RequestError(400, 'text', 'Say what to look for, with at least three letters or digits.');
    const hub = knownHub(context, hubs);
    return new Response(streamOf(asJson(find(archive, hub === null ? hubs.keys() : [hub], text)), log), {
      headers: { 'content-type': 'application/json' },
    });
  });
  desk.post('/release', async (context) => {
    const hub = hubs.get(hubOf(context.req.query('hub'), hubs));
    const references = (await context.req.json()) as readonly string[] | null;
    const released = hub === undefined ? [] : await release(archive, hub, references, now());
    wake?.();
    return context.json({ released });
  });
  desk.get('/applications/:reference', async (context) => {
    const row = await rowOf(archive, context.req.param('reference'));
    if (row === null) throw unknownReference(context.req.param('reference'));
    return context.json(row);
  });
  desk.delete('/applications/:reference', async (context) => {
    const reference = context.req.param('reference');
    const erased = await erasures.forget(reference, now());
    if (erased === null) throw unknownReference(reference);
    return context.json({ forgotten: reference, ...erased });
  });
  desk.get('/backup', () => new Response(streamOf(backup(archive), log)));
  desk.get('/keys', async (context) => {
    await keys.refresh();
    return context.text(keys.copy());
  });
  desk.post('/keys/copies', async (context) => {
    await rememberCopy(store, await context.req.text());
    return context.json({ remembered: true });
  });
  desk.get('/notices', async (context) => {
    const hub = knownHub(context, hubs);
    return context.json(await undelivered(store, { failed: context.req.query('failed') === 'true', hub }));
  });
  desk.post('/notices/retry', async (context) => {
    const id = context.req.query('id') ?? null;
    const again = await retry(store, { id, hub: knownHub(context, hubs), at: now() });
    if (id !== null && again === 0)
      throw new RequestError(404, 'unknown-message', `There is no undelivered message ${id}.`);
    wake?.();
    return context.json({ again });
  });
  desk.post('/notices/test', async (context) => {
    const { id, webhook } = hubs.get(hubOf(context.req.query('hub'), hubs)) ?? {};
    if (id === undefined || webhook === undefined)
      throw new RequestError(404, 'no-webhook', 'This hub has no webhook to try. Configure one first.');
    try {
      return context.json({ url: webhook.url, status: await sendTest(webhook, id, now()) });
    } catch (error) {
      const why = error instanceof DeliveryError ? error.message : `it cannot be reached (${whyNot(error)})`;
      throw new RequestError(422, 'not-taken', `The test was not taken: ${why}.`);
    }
  });

  desk.onError((error, context) => {
    const known = error instanceof RequestError ? error : null;
    const message = systemFault(error) ?? error.message;
    return context.json({ code: known?.code ?? 'fault', message }, known?.status ?? 500);
  });
  return desk;
}

/** A body that is made as it is read; a fault in the making breaks it off, so that half is not taken for whole. */
function streamOf(
  parts: Iterable<string> | AsyncIterable<string>,
  log: (entry: LogEntry) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await Promise.resolve(iterator.next()).catch((error: unknown) => {
        log({ level: 'error', event: 'desk-broke-off', ...describe(error) });
        throw error;
      });
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}

function hubOf(asked: string | undefined, hubs: Hubs): string {
  const ids = [...hubs.keys()];
  const [only] = ids;
  if (asked === undefined && only !== undefined && ids.length === 1) return only;
  if (asked !== undefined && hubs.has(asked)) return asked;
  throw new RequestError(400, 'hub', `Name one hub: ${ids.join(', ')}.`);
}

/** One hub where it is named, else every hub. */
function knownHub(context: Context, hubs: Hubs): string | null {
  const asked = context.req.query('hub');
  return asked === undefined ? null : hubOf(asked, hubs);
}

function whichOf(text = 'all'): Which {
  if (text === 'all' || text === 'set-aside' || text === 'ordinary') return text;
  throw new RequestError(400, 'which', 'Ask for all, set-aside or ordinary.');
}

function sinceOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const since = new Date(text);
  if (Number.isNaN(since.getTime()))
    throw new RequestError(400, 'since', `"${text}" is not a date. Write it like 2026-09-01.`);
  return since;
}

function unknownReference(reference: string): RequestError {
  return new RequestError(404, 'unknown-reference', `There is no application ${reference}.`);
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
