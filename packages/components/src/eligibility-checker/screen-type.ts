import type { Facts } from '@maths-hubs/sdk/rules';
import type { Ask } from './kinds.js';

/** One answer that may be chosen, and what it tells of the school. */
export interface AnswerChoice {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly facts: Facts;
}

/** One question as a person meets it. */
export interface Screen {
  readonly ask: Ask;
  readonly question: string;
  readonly hint?: string | undefined;
  /** What the question stands for, in a list. */
  readonly points?: readonly string[];
  readonly choices: readonly AnswerChoice[];
  /** The facts that it settles. */
  readonly facts: readonly string[];
}
