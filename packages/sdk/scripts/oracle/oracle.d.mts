import type { CompiledPhase } from '../../src/eligibility/index.js';
import type { Condition, FactDefinition, Facts } from '../../src/rules/index.js';

export interface PhaseInData {
  readonly schoolYear: string;
  readonly phase: string;
  readonly bars: readonly Condition[];
}

export interface Comparison {
  readonly counts: Readonly<
    Record<'schools' | 'eligible' | 'not-eligible' | 'undetermined' | 'changes', number>
  >;
  readonly differences: readonly {
    readonly school: Facts;
    readonly expected: unknown;
    readonly found: unknown;
  }[];
}

export function phasesInData(): PhaseInData[];
export function compare(
  phase: PhaseInData,
  facts: readonly FactDefinition[],
  decide: CompiledPhase<Facts>['decide'],
  options: { readonly schools: number; readonly seed: number },
): Comparison;
