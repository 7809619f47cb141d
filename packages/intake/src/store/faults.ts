import { messageOf } from '@maths-hubs/sdk/evidence';
import { IntakeError, StoreUnavailableError } from '../errors.js';

/**
 * What a database says of the statement's own data (22, 23) or of our own mistake in a statement. All other states
 * say that the database is away, slow, locked, full, read-only, failing over or not as we left it.
 * @source PostgreSQL 15, Appendix A. PostgreSQL Error Codes
 */
const OURS = /^(?:0A|0L|0P|20|21|22|23|26|2F|38|39|42601|42804|42846|42883|42P02|42P18|44)/;

/** SQLSTATE of an error; null when it has none. */
export function sqlState(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** The connection is not to be trusted after this: it broke, or its answer never came. */
export function endsConnection(error: unknown): boolean {
  const state = sqlState(error);
  if (state === null) return !isOurs(error);
  return /^(?:08|57P|58|XX)/.test(state);
}

/** What a statement failed of, as the rest of the service understands it. */
export function explained(error: unknown): unknown {
  const state = sqlState(error);
  if (state !== null) return OURS.test(state) ? error : unavailable(error);
  return isOurs(error) ? error : unavailable(error);
}

function isOurs(error: unknown): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof IntakeError;
}

export function unavailable(cause: unknown): StoreUnavailableError {
  if (cause instanceof StoreUnavailableError) return cause;
  const why = messageOf(cause);
  // PgBouncer's words. The client keeps the same limits, so nothing waits for longer without them.
  const remedy = why.includes('unsupported startup parameter')
    ? '. Say in the settings of the pooler in front of it: ignore_startup_parameters = statement_timeout, ' +
      'lock_timeout, idle_in_transaction_session_timeout'
    : '';
  return new StoreUnavailableError(`The database cannot be used now: ${why}${remedy}`, { cause });
}
