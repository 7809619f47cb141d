import type { Context } from 'hono';
import type { LogEntry } from '../config/log-entry.js';
import { RequestError, StoreUnavailableError } from '../errors.js';
import { sqlState } from '../store/faults.js';
import { addHeaders, answerJson, answerPage } from './answer.js';
import type { Env } from './answer.js';
import { correctionPage, faultPage } from './pages.js';

interface Fault {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Answers what went wrong, to a program or to a person; what is the service's own fault is logged under a number. */
export function answerFault(error: unknown, context: Context<Env>, log: (entry: LogEntry) => void): Response {
  const { status, code, message, details } = faultOf(error, context.get('requestId'), log);
  if (typeof details.retryAfter === 'number')
    addHeaders(context, { 'retry-after': String(details.retryAfter) });
  if (typeof details.allow === 'string') addHeaders(context, { allow: details.allow });
  if (!context.get('form')) return answerJson(context, status, { code, message, ...details });
  const hub = context.get('hub');
  const errors = Array.isArray(details.errors) ? details.errors : [];
  if (hub !== undefined && errors.length > 0)
    return answerPage(context, status, correctionPage(hub, errors, context.get('typed')), true);
  return answerPage(context, status, faultPage(hub, message));
}

function faultOf(error: unknown, incident: string, log: (entry: LogEntry) => void): Fault {
  if (error instanceof RequestError) {
    const { status, code, message, details } = error;
    return { status, code, message, details };
  }
  if (error instanceof StoreUnavailableError) {
    log({ level: 'error', event: 'store-unavailable', incident, ...describe(error) });
    return {
      status: 503,
      code: error.code,
      message: 'The service cannot store applications now. Nothing was kept: try again shortly.',
      details: { retryAfter: error.retryAfter, incident },
    };
  }
  log({ level: 'error', event: 'fault', incident, ...describe(error) });
  return {
    status: 500,
    code: 'fault',
    message: `Something went wrong that the service did not expect (${incident}). Try again.`,
    details: { incident },
  };
}

/** Messages of a database that speak of the data in a statement: they may quote it. */
const QUOTES = /^2[0-3]/;

/** An error for the log: its name, code, place, and what it says where that cannot be what an applicant wrote. */
export function describe(error: unknown): {
  name: string;
  reason: string | null;
  message: string;
  where: string;
} {
  if (!(error instanceof Error)) return { name: typeof error, reason: null, message: '', where: '' };
  const inner = error.cause instanceof Error ? error.cause : error;
  const state = sqlState(inner);
  const reason = 'code' in inner && typeof inner.code === 'string' ? inner.code : null;
  const mayQuote = state === null ? inner instanceof SyntaxError : QUOTES.test(state);
  const where = (inner.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 3)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/.*\/((?:src|dist|node_modules)\/)/, '$1'))
    .join(' < ');
  return { name: error.name, reason, message: mayQuote ? '(may quote what was sent)' : inner.message, where };
}
