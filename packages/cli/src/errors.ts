import { CommanderError } from 'commander';
import { InvalidDataError, MathsHubsError } from '@maths-hubs/sdk/evidence';

/** What a shell reads: all well; a finding or a fault in what was given; a command used wrongly, or that could not look. */
export const EXIT = { ok: 0, finding: 1, usage: 2 } as const;

/** A command cannot do what was asked with what it was given. */
export class InputError extends MathsHubsError {
  override readonly name = 'InputError';
  readonly code = 'input';
}

/** A command was called in a way that it does not understand. */
export class UsageError extends MathsHubsError {
  override readonly name = 'UsageError';
  readonly code = 'usage';
}

/** What was to be looked at could not be reached: neither well nor ill is known of it (exit 2). */
export class CouldNotLook extends MathsHubsError {
  override readonly name = 'CouldNotLook';
  readonly code = 'could-not-look';
}

/**
 * Tells the person what went wrong, on stderr, and returns the exit code.
 * An error that is not ours is a defect and is thrown on.
 */
export function report(error: unknown, json: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (!(error instanceof MathsHubsError)) throw error;
  const faults = error instanceof InvalidDataError ? { faults: error.faults } : {};
  process.stderr.write(
    json
      ? `${JSON.stringify({ error: { code: error.code, message: error.message, ...faults } }, null, 2)}\n`
      : `maths-hubs: ${error.message}\n`,
  );
  return error instanceof UsageError || error instanceof CouldNotLook ? EXIT.usage : EXIT.finding;
}
