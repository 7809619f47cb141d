import { compilePhase, type Finding, type Outcome } from '../index.js';
import type { Edition } from '../../programme/index.js';
import type { Facts } from '../../rules/index.js';
import { FACTS } from '../../schools/index.js';

/**
 * The standing of a school, judged by a file alone.
 * `passes`: nothing in the file rules the school out, and only the school knows the rest.
 * `hub`: a rule that no source states is left to its hub. `not-told`: the file lacks something that it could hold.
 */
export type Standing = 'eligible' | 'passes' | 'hub' | 'not-told' | 'not-eligible';

/** What a file of schools says about one school and one phase, and what it leaves open. */
export interface SchoolVerdict {
  readonly outcome: Outcome;
  readonly standing: Standing;
  /** Rules that bar the school. */
  readonly barredBy: readonly Finding[];
  /** Rules left to the hub. */
  readonly forTheHub: readonly Finding[];
  /** Facts that GIAS files can hold and this one lacks. */
  readonly notTold: readonly string[];
  /** Facts that only the school knows. */
  readonly toAsk: readonly string[];
  /** Every rule that could bar, by its id. */
  readonly clauses: ReadonlyMap<string, Finding>;
}

const inFile = new Set<string>(FACTS.filter(({ from }) => from === 'gias').map(({ id }) => id));

/** Judges schools for a phase. Schools with the same facts share one verdict, so a whole country takes moments. */
export function judge(edition: Edition, phase: string): (facts: Facts) => SchoolVerdict {
  const compiled = compilePhase(edition, phase);
  const verdicts = new Map<string, SchoolVerdict>();
  return (facts) => {
    const key = JSON.stringify(FACTS.map(({ id }) => facts[id]));
    let verdict = verdicts.get(key);
    if (!verdict) {
      verdict = verdictOf(
        compiled.outcome(facts),
        compiled.findings(facts).filter(({ effect }) => effect === 'bars'),
      );
      verdicts.set(key, verdict);
    }
    return verdict;
  };
}

function verdictOf(outcome: Outcome, bars: readonly Finding[]): SchoolVerdict {
  const unknown = bars
    .filter(({ finding }) => finding === 'unknown')
    .flatMap(({ leaves }) => leaves)
    .flatMap(({ leaf, finding }) => (finding === 'unknown' && 'fact' in leaf ? [leaf.fact] : []));
  const missing = [...new Set(unknown)];
  const reasons = {
    barredBy: bars.filter(({ finding }) => finding === false),
    forTheHub: bars.filter(({ finding }) => finding === 'hub-decides'),
    notTold: missing.filter((fact) => inFile.has(fact)),
    toAsk: missing.filter((fact) => !inFile.has(fact)),
  };
  return {
    outcome,
    standing: standingOf(outcome, reasons),
    ...reasons,
    clauses: new Map(bars.map((each) => [each.id, each])),
  };
}

function standingOf(
  outcome: Outcome,
  { forTheHub, notTold }: Pick<SchoolVerdict, 'forTheHub' | 'notTold'>,
): Standing {
  if (outcome !== 'undetermined') return outcome;
  if (notTold.length > 0) return 'not-told';
  return forTheHub.length > 0 ? 'hub' : 'passes';
}
