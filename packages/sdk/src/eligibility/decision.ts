import type { Basis, SourceId } from '../evidence/index.js';
import type { PhaseId } from '../programme/index.js';
import type { FirmnessKind } from './firmness.js';
import type { Change, FactDefinition, FactValue, LeafFinding, Question, Truth } from '../rules/index.js';

/** Further facts to decide by. */
export interface DecideOptions {
  /** The facts that may be asked, in declared order: `FACTS`, with or without a hub's own. */
  readonly facts: readonly FactDefinition[];
}

/** "Eligible" means that no requirement rules the school out. It promises no place: hubs select. */
export type Outcome = 'eligible' | 'not-eligible' | 'undetermined';

/** The result of one requirement of a phase, and the clause it rests on. */
export interface Finding {
  readonly id: string;
  /** The rule in words a headteacher would use. */
  readonly statement: string;
  readonly effect: 'bars' | 'advises';
  readonly finding: Truth;
  /** Every comparison of the rule, with its result. */
  readonly leaves: readonly LeafFinding[];
  readonly source: readonly SourceId[];
  readonly basis: Basis;
  readonly note?: string;
  /** How firm the rule is, whatever the result: read from its whole condition. */
  readonly firmness: FirmnessKind;
  /** The schools that the rule leaves to the hub, in a few words each. */
  readonly cases: readonly string[];
}

/** Which terms decided. Any change of the data changes the version. */
export interface EditionStamp {
  readonly schoolYear: string;
  readonly hub: string | null;
  readonly version: string;
}

/**
 * An answer that explains itself: plain JSON. The same edition, phase and facts give the same decision.
 */
export interface Decision {
  readonly outcome: Outcome;
  readonly phase: { readonly id: PhaseId; readonly name: string };
  readonly edition: EditionStamp;
  /** What was known of the school and tested; `null` for "not sure". */
  readonly facts: Readonly<Record<string, FactValue | null>>;
  /** Every requirement, in the order of the edition. */
  readonly findings: readonly Finding[];
  /** What can still change the outcome, best asked first; empty when nothing can. */
  readonly questions: readonly Question[];
  /** The smallest sets of changes after which the school would be eligible; empty if it already is, or cannot be. */
  readonly changes: readonly Change[];
  /** Who can take an undetermined outcome further: the school by answering, or only the hub. Null when it is determined. */
  readonly pending: 'school' | 'hub' | null;
  /** Facts answered "not sure", for the school to raise with its hub. */
  readonly notSure: readonly string[];
}
