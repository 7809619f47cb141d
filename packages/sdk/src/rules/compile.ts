import type { Condition, FactValue } from './condition.js';
import type { Facts } from './fact.js';
import { not, type Truth } from './truth.js';

/** A condition that is not made of others: a comparison, or a matter for the hub. */
export type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

/** What one leaf of a condition found. */
export interface LeafFinding {
  readonly leaf: Leaf;
  readonly finding: Truth;
  /** What is known of the fact; `hub` where the leaf names none. */
  readonly knowledge: 'known' | 'not-asked' | 'not-sure' | 'hub';
  /** The value found; null unless known. */
  readonly found: FactValue | null;
}

/** A condition made ready to run many times. */
export interface Rule {
  readonly condition: Condition;
  evaluate(facts: Facts): Truth;
  /** The same answer, with what every leaf found, in the order written, added to `leaves`. */
  trace(facts: Facts, leaves: LeafFinding[]): Truth;
}

/** The fact a leaf tests; undefined for a matter for the hub. */
export function factOf(leaf: Leaf): string | undefined {
  return 'fact' in leaf ? leaf.fact : undefined;
}

/** Every leaf of a condition, in the order written. */
export function leavesOf(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('not' in condition) return leavesOf(condition.not);
  return [condition];
}

/** The facts that a condition tests, each once, in the order written. */
export function factsOf(condition: Condition): string[] {
  return [...new Set(leavesOf(condition).flatMap((leaf) => factOf(leaf) ?? []))];
}

/** Whether a known value passes a leaf's comparison. */
export function passes(leaf: Leaf, value: FactValue): boolean {
  if ('is' in leaf) return value === leaf.is;
  if ('in' in leaf) return leaf.in.includes(value);
  if ('atLeast' in leaf) return typeof value === 'number' && value >= leaf.atLeast;
  if ('atMost' in leaf) return typeof value === 'number' && value <= leaf.atMost;
  return false;
}

/**
 * A condition as nested closures; nothing is generated from text, so a strict content security policy allows it.
 * @param notSure  how a fact answered "not sure" counts: `unknown`, or for a planner `hub-decides`, since no answer will come
 */
export function compile(condition: Condition, notSure: Truth = 'unknown'): Rule {
  if ('all' in condition) return group(condition, condition.all, false, notSure);
  if ('any' in condition) return group(condition, condition.any, true, notSure);
  if ('not' in condition) {
    const inner = compile(condition.not, notSure);
    return {
      condition,
      evaluate: (facts) => not(inner.evaluate(facts)),
      trace: (facts, leaves) => not(inner.trace(facts, leaves)),
    };
  }
  return leafRule(condition, notSure);
}

/** `all` and `any` mirror each other: `decisive` is the value that settles the group at once. */
function group(condition: Condition, parts: readonly Condition[], decisive: boolean, notSure: Truth): Rule {
  const rules = parts.map((part) => compile(part, notSure));
  const tests = rules.map((rule) => rule.evaluate);
  return {
    condition,
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

function leafRule(leaf: Leaf, notSure: Truth): Rule {
  if ('hubDecides' in leaf) {
    return {
      condition: leaf,
      evaluate: () => 'hub-decides',
      trace(_facts, leaves) {
        leaves.push({ leaf, finding: 'hub-decides', knowledge: 'hub', found: null });
        return 'hub-decides';
      },
    };
  }
  const evaluate = comparison(leaf, notSure);
  const { fact } = leaf;
  return {
    condition: leaf,
    evaluate,
    trace(facts, leaves) {
      const finding = evaluate(facts);
      const found = facts[fact];
      const knowledge = found === undefined ? 'not-asked' : found === null ? 'not-sure' : 'known';
      leaves.push({ leaf, finding, knowledge, found: found ?? null });
      return finding;
    },
  };
}

function comparison(leaf: Exclude<Leaf, { hubDecides: string }>, notSure: Truth): Rule['evaluate'] {
  const { fact } = leaf;
  if ('is' in leaf) {
    const { is } = leaf;
    return (facts) => {
      const value = facts[fact];
      return value === is ? true : value === undefined ? 'unknown' : value === null ? notSure : false;
    };
  }
  return (facts) => {
    const value = facts[fact];
    if (value === undefined) return 'unknown';
    return value === null ? notSure : passes(leaf, value);
  };
}

/** The leaves whose finding, as known, helps a condition to hold. */
export function supporting(condition: Condition, facts: Facts, wanted = true): LeafFinding[] {
  if ('not' in condition) return supporting(condition.not, facts, !wanted);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null;
  if (parts) return parts.flatMap((part) => supporting(part, facts, wanted));
  const leaves: LeafFinding[] = [];
  return compile(condition).trace(facts, leaves) === wanted ? leaves : [];
}
