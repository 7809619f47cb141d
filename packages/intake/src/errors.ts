/** Base of every error this service throws on purpose. `code` is stable; the message names the place and the remedy. */
export abstract class IntakeError extends Error {
  abstract readonly code: string;
}

/** The configuration cannot be used. */
export class ConfigError extends IntakeError {
  override readonly name = 'ConfigError';
  readonly code = 'config';
}

/** Another process owns the embedded store's folder. */
export class StoreInUseError extends IntakeError {
  override readonly name = 'StoreInUseError';
  readonly code = 'store-in-use';
}

/** The database cannot be reached or cannot write. The same request may succeed later. */
export class StoreUnavailableError extends IntakeError {
  override readonly name = 'StoreUnavailableError';
  readonly code = 'store-unavailable';
}

/** The request cannot be answered as it is. */
export class RequestError extends IntakeError {
  override readonly name = 'RequestError';

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 408 | 409 | 413 | 415 | 422 | 429 | 503,
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
