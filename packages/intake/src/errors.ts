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

/** The keys that applications are hidden under are missing, or are not those of this store. */
export class KeyError extends IntakeError {
  override readonly name = 'KeyError';
  readonly code = 'keys';
}

/** The database cannot be reached or cannot write. The same request may succeed later. */
export class StoreUnavailableError extends IntakeError {
  override readonly name: string = 'StoreUnavailableError';
  readonly code: string = 'store-unavailable';

  /** @param retryAfter  seconds after which it is worth trying again */
  constructor(
    message: string,
    options: ErrorOptions = {},
    readonly retryAfter: number = 2,
  ) {
    super(message, options);
  }
}

/** The folder or its lock is no longer this process's: nothing more may be acknowledged, and the process should end. */
export class StoreLostError extends StoreUnavailableError {
  override readonly name = 'StoreLostError';
  override readonly code = 'store-lost';
}

/** The request cannot be answered in this form. */
export class RequestError extends IntakeError {
  override readonly name = 'RequestError';

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 410 | 413 | 415 | 422 | 429 | 503,
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
