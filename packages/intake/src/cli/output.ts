/** Whoever reads the output has had enough of it: `… | head`. */
export class OutputClosed extends Error {}

/** Standard output cannot be written, as on a full disk. */
export class OutputFailed extends Error {}

let fault: Error | null = null;

/** Hears of faults that would otherwise end the program in the middle of what it does. */
export function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') fault ??= failed(error);
  });
  process.stderr.on('error', () => undefined);
}

/**
 * Writes to standard output, and waits until it and all before it is taken.
 * @throws {OutputClosed} {OutputFailed}
 */
export function put(chunk: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(chunk, (error: NodeJS.ErrnoException | null | undefined) => {
      if (!error) return resolve();
      // After the first fault the stream says of each write that it was ended.
      reject(fault ?? (isClosed(error) ? new OutputClosed() : failed(error)));
    });
  });
}

function isClosed({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

function failed(cause: Error): OutputFailed {
  return new OutputFailed(
    `The output could not be written (${cause.message}). What was written of it is not whole.`,
    { cause },
  );
}
