import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Hubs } from '../config/hubs.js';
import { RequestError } from '../errors.js';
import type { Store } from '../store/store.js';
import { backup } from './backup.js';
import type { Erasures } from './erase.js';
import { asCsv, asJson } from './export.js';
import { rowOf, rowsOf } from './rows.js';

interface DeskParts {
  readonly store: Store;
  readonly hubs: Hubs;
  readonly erasures: Erasures;
  readonly now: () => Date;
  /** Asked of every request; null where only this process can ask. */
  readonly token: string | null;
}

/**
 * What a hub's own people do with applications, as requests: a command asks the running service, which owns the
 * store, over the loopback interface, or asks a desk of its own when no service runs.
 */
export function createDesk({ store, hubs, erasures, now, token }: DeskParts): Hono {
  const desk = new Hono();
  desk.use(async (context, next) => {
    if (token !== null && !sameText(context.req.header('authorization') ?? '', `Bearer ${token}`))
      throw new RequestError(401, 'token', 'The desk answers only to the token in the owner file.');
    await next();
  });

  desk.get('/export', (context) => {
    const rows = rowsOf(store, hubOf(context.req.query('hub'), hubs), sinceOf(context.req.query('since')));
    const csv = context.req.query('format') === 'csv';
    return new Response(streamOf(csv ? asCsv(rows) : asJson(rows)), {
      headers: { 'content-type': csv ? 'text/csv; charset=utf-8' : 'application/json' },
    });
  });
  desk.get('/applications/:reference', async (context) => {
    const row = await rowOf(store, context.req.param('reference'));
    if (row === null) throw unknownReference(context.req.param('reference'));
    return context.json(row);
  });
  desk.delete('/applications/:reference', async (context) => {
    const reference = context.req.param('reference');
    if (!(await erasures.forget(reference, now()))) throw unknownReference(reference);
    return context.json({ forgotten: reference });
  });
  desk.get('/backup', async () => {
    const lines = await backup(store);
    return new Response(streamOf(lines));
  });

  desk.onError((error, context) => {
    const known = error instanceof RequestError ? error : null;
    return context.json({ code: known?.code ?? 'fault', message: error.message }, known?.status ?? 500);
  });
  return desk;
}

/** A body that is made as it is read; a fault in the making breaks it off, so that half is not taken for whole. */
function streamOf(parts: Iterable<string> | AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
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
