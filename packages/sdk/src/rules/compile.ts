import { InvalidDataError } from '../ground/errors.js';
import { groupOf, passes, type Condition, type FactValue, type Leaf } from './condition.js';
import { listValues, type FactDefinition, type Facts } from './fact.js';
import { atLeast, not, type Truth } from './truth.js';

/** The result of one leaf of a condition. */
export interface LeafFinding {
  readonly leaf: Leaf;
  readonly finding: Truth;
  /** What is known about the fact; `hub` if the leaf names none. */
  readonly knowledge: 'known' | 'not-asked' | 'not-sure' | 'hub';
  /** The value found; null unless known. */
  readonly found: FactValue | null;
}

/** A condition compiled to run many times. It reads a school's own properties only. */
export interface Rule {
  evaluate(facts: Facts): Truth;
  /** The same answer; adds the result of every leaf to `leaves`, in the order written. */
  trace(facts: Facts, leaves: LeafFinding[]): Truth;
}

/**
 * A condition as nested closures; nothing is generated from text, so a strict content security policy allows it.
 * @param definitions  the facts' answers: any other value is then an error, never a "no"
 */
export function compile(condition: Condition, definitions: readonly FactDefinition[] = []): Rule {
  if ('all' in condition) return mirrored(condition.all, false, definitions);
  if ('any' in condition) return mirrored(condition.any, true, definitions);
  if ('of' in condition) return counted(condition.atLeast, condition.of, definitions);
  if ('not' in condition) {
    const inner = compile(condition.not, definitions);
    return {
      evaluate: (facts) => not(inner.evaluate(facts)),
      trace: (facts, leaves) => not(inner.trace(facts, leaves)),
    };
  }
  if ('hubDecides' in condition)
    return {
      evaluate: () => 'hub-decides',
      trace(_facts, leaves) {
        leaves.push({ leaf: condition, finding: 'hub-decides', knowledge: 'hub', found: null });
        return 'hub-decides';
      },
    };
  return comparison(condition, definitions);
}

/** `all` and `any` mirror each other: `decisive` is the value that settles the group at once. */
function mirrored(
  parts: readonly Condition[],
  decisive: boolean,
  definitions: readonly FactDefinition[],
): Rule {
  const rules = parts.map((part) => compile(part, definitions));
  const tests = rules.map((rule) => rule.evaluate);
  return {
    evaluate(facts) {
      let result: Truth = !decisive;
      for (let i = 0; i < tests.length; i++) {
        const truth = (tests[i] as Rule['evaluate'])(facts);
        if (truth === decisive) return decisive;
        if (truth !== !decisive && result !== 'unknown') result = truth;
      }
      return result;
    },
    trace(facts, leaves) {
      let result: Truth = !decisive;
      for (const rule of rules) {
        const truth = rule.trace(facts, leaves);
        if (truth === decisive) result = decisive;
        else if (truth !== !decisive && result !== 'unknown' && result !== decisive) result = truth;
      }
      return result;
    },
  };
}

/** `atLeast … of`: counts what holds. */
function counted(needed: number, parts: readonly Condition[], definitions: readonly FactDefinition[]): Rule {
  const rules = parts.map((part) => compile(part, definitions));
  const count = (truth: (rule: Rule) => Truth) => atLeast(needed, rules.map(truth));
  return {
    evaluate: (facts) => count((rule) => rule.evaluate(facts)),
    trace: (facts, leaves) => count((rule) => rule.trace(facts, leaves)),
  };
}

type Comparison = Exclude<Leaf, { hubDecides: string }>;

function comparison(leaf: Comparison, definitions: readonly FactDefinition[]): Rule {
  const { fact } = leaf;
  const answers = definitions
    .filter(({ id }) => id === fact)
    .flatMap(({ domain }) => listValues(domain).map((value) => [value, passes(leaf, value)] as const));
  const passing = answers.length > 0 ? new Map(answers) : undefined;
  // Own properties only: what every object has, such as `constructor`, says nothing about a school.
  const read = (facts: Facts) => (Object.hasOwn(facts, fact) ? facts[fact] : undefined);
  const sure = 'is' in leaf && !(fact in Object.prototype) ? leaf.is : undefined;
  const evaluate = (facts: Facts): Truth => {
    if (sure !== undefined && facts[fact] === sure) return true;
    const value = read(facts);
    if (value === undefined || value === null) return 'unknown';
    return passing ? (passing.get(value) ?? refuse(fact, value, passing)) : passes(leaf, value);
  };
  return {
    evaluate,
    trace(facts, leaves) {
      const finding = evaluate(facts);
      const found = read(facts);
      const knowledge = found === undefined ? 'not-asked' : found === null ? 'not-sure' : 'known';
      leaves.push({ leaf, finding, knowledge, found: found ?? null });
      return finding;
    },
  };
}

function refuse(fact: string, value: unknown, passing: ReadonlyMap<FactValue, boolean>): never {
  throw new InvalidDataError('school', [
    {
      path: fact,
      found: JSON.stringify(value),
      expected: 'one of its answers',
      remedy: `Use ${[...passing.keys()].map((answer) => JSON.stringify(answer)).join(', ')}, or null for not sure.`,
    },
  ]);
}

/** The leaves whose known finding helps a condition to hold. */
export function supporting(condition: Condition, facts: Facts, wanted = true): LeafFinding[] {
  if ('not' in condition) return supporting(condition.not, facts, !wanted);
  const group = groupOf(condition);
  if (group) return group.parts.flatMap((part) => supporting(part, facts, wanted));
  const leaves: LeafFinding[] = [];
  return compile(condition).trace(facts, leaves) === wanted ? leaves : [];
}
