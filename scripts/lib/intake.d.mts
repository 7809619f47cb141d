import type { IntakeConfig, RunningIntake } from '@maths-hubs/intake';

/** Starts the example hub's intake, for pages of these origins. */
export function startExampleIntake(options: {
  readonly origins: readonly string[];
  /** Where the embedded store stands, and the configuration for the intake's commands. */
  readonly folder: string;
  /** Another store than that. */
  readonly store?: IntakeConfig['store'];
  readonly log?: NonNullable<IntakeConfig['log']>;
}): Promise<{ readonly intake: RunningIntake; readonly config: string }>;
