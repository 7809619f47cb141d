/** Base of every error this SDK throws on purpose. `code` is stable; the message names the place and the remedy. */
export abstract class MathsHubsError extends Error {
  override readonly name: string = 'MathsHubsError';
  abstract readonly code: string;
}

/** One thing wrong in a file or a value, worded so that its author can put it right. */
export interface Fault {
  /** Where, as a JavaScript path: `phases[1].terms.visits.value.min`; empty for the whole. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly remedy: string;
}

/** A file or value is not what it should be. Carries every fault at once. */
export class InvalidDataError extends MathsHubsError {
  override readonly name = 'InvalidDataError';
  readonly code = 'invalid-data';

  /** @param what  what was read: `edition`, `overrides`, `hub` */
  constructor(
    readonly what: string,
    readonly faults: readonly Fault[],
  ) {
    super(
      [
        `This ${what} has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}.`,
        ...faults.map(describeFault),
      ].join('\n'),
    );
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** One fault as a line of text. */
export function describeFault({ path, found, expected, remedy }: Fault): string {
  return `${path || '(the whole file)'}: found ${found}; expected ${expected}. ${remedy}`;
}
