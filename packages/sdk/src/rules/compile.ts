import { groupOf, passes, type Condition, type FactValue, type Leaf } from './condition.js';
import type { Facts } from './fact.js';
import { atLeast, not, type Truth } from './truth.js';

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

/**
 * A condition as nested closures; nothing is generated from text, so a strict content security policy allows it.
 */
export function compile(condition: Condition): Rule {
  if ('all' in condition) return mirrored(condition, condition.all, false);
  if ('any' in condition) return mirrored(condition, condition.any, true);
  if ('of' in condition) return counted(condition, condition.atLeast, condition.of);
  if ('not' in condition) {
    const inner = compile(condition.not);
    return {
      condition,
      evaluate: (facts) => not(inner.evaluate(facts)),
      trace: (facts, leaves) => not(inner.trace(facts, leaves)),
    };
  }
  return leafRule(condition);
}

/** `all` and `any` mirror each other: `decisive` is the value that settles the group at once. */
function mirrored(condition: Condition, parts: readonly Condition[], decisive: boolean): Rule {
  const rules = parts.map((part) => compile(part));
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

/** `atLeast … of`: what holds is counted. */
function counted(condition: Condition, needed: number, parts: readonly Condition[]): Rule {
  const rules = parts.map((part) => compile(part));
  return {
    condition,
    evaluate: (facts) =>
      atLeast(
        needed,
        rules.map((rule) => rule.evaluate(facts)),
      ),
    trace: (facts, leaves) =>
      atLeast(
        needed,
        rules.map((rule) => rule.trace(facts, leaves)),
      ),
  };
}

function leafRule(leaf: Leaf): Rule {
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
  const evaluate = comparison(leaf);
  const read = reader(leaf.fact);
  return {
    condition: leaf,
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

/** Reads a fact; a name that every object has, such as `constructor`, only where the school itself states it. */
function reader(fact: string): (facts: Facts) => FactValue | null | undefined {
  return fact in Object.prototype
    ? (facts) => (Object.hasOwn(facts, fact) ? facts[fact] : undefined)
    : (facts) => facts[fact];
}

function comparison(leaf: Exclude<Leaf, { hubDecides: string }>): Rule['evaluate'] {
  const { fact } = leaf;
  if ('is' in leaf && !(fact in Object.prototype)) {
    const { is } = leaf;
    return (facts) => {
      const value = facts[fact];
      return value === is ? true : value === undefined || value === null ? 'unknown' : false;
    };
  }
  const read = reader(fact);
  return (facts) => {
    const value = read(facts);
    return value === undefined || value === null ? 'unknown' : passes(leaf, value);
  };
}

/** The leaves whose finding, as known, helps a condition to hold. */
export function supporting(condition: Condition, facts: Facts, wanted = true): LeafFinding[] {
  if ('not' in condition) return supporting(condition.not, facts, !wanted);
  const group = groupOf(condition);
  if (group) return group.parts.flatMap((part) => supporting(part, facts, wanted));
  const leaves: LeafFinding[] = [];
  return compile(condition).trace(facts, leaves) === wanted ? leaves : [];
}
