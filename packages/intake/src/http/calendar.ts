import { planCommitments } from '@maths-hubs/sdk/commitments';
import { toICalendar } from '@maths-hubs/sdk/commitments/icalendar';
import type { Context } from 'hono';
import type { Hubs } from '../config/hubs.js';
import { RequestError } from '../errors.js';
import { addHeaders, answerText, type Env } from './answer.js';

/** A path that a calendar subscribes to: `/calendars/wold-valley/development.ics`. */
export const CALENDARS = '/calendars/:hub/:file';

/**
 * The dates of one phase by the hub's own terms, made again each time it is read, so that changed dates arrive by
 * themselves. Nothing in it is about a school or a person, so anybody may read it.
 */
export function answerCalendar(context: Context<Env>, hubs: Hubs, now: Date): Response {
  const hub = hubs.get(context.req.param('hub') ?? '');
  const phase = context.req.param('file')?.replace(/\.ics$/, '');
  if (hub === undefined || !hub.terms.phases.some(({ id }) => id === phase) || phase === undefined)
    throw new RequestError(404, 'not-found', 'There is no such calendar.');
  const plan = planCommitments(hub.terms, phase, { hub: hub.name });
  addHeaders(context, {
    'cache-control': 'public, max-age=3600',
    'content-disposition': `inline; filename="${phase}.ics"`,
  });
  return answerText(
    context,
    200,
    'text/calendar; charset=utf-8',
    toICalendar(plan, { stamp: now.toISOString() }),
  );
}
