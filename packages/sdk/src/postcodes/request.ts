import { ResolverError } from './resolver.js';

/** Settles as the promise does, or rejects at once when the signal is aborted. */
export async function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(aborted());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

export function aborted(): ResolverError {
  return new ResolverError('aborted', 'The search was stopped.');
}

/** A failed request's error for the person waiting: a ResolverError unchanged, else no connection. */
export function failureOf(error: unknown, what: string): ResolverError {
  if (error instanceof ResolverError) return error;
  return new ResolverError(
    'offline',
    `Could not reach ${what}. Check the connection, or choose your council instead.`,
    {
      cause: error,
    },
  );
}
