/** A value that a fact can take. */
export type FactValue = string | number | boolean;

/**
 * A rule as plain JSON. Evaluated in strong Kleene logic: the unknown stays unknown
 * until it can no longer matter.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  /** At least this many of these hold. */
  | { readonly atLeast: number; readonly of: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: string; readonly is: FactValue }
  | { readonly fact: string; readonly in: readonly FactValue[] }
  | { readonly fact: string; readonly atLeast: number }
  | { readonly fact: string; readonly atMost: number }
  /**
   * No source states a rule; the hub decides. The text says what was searched for in vain;
   * `for` names the schools in a few words, as a list shows them: “Special schools”.
   */
  | { readonly hubDecides: string; readonly for?: string };

/** A condition that is not made of others: a comparison, or a matter for the hub. */
export type Leaf = Exclude<
  Condition,
  { all: unknown } | { any: unknown } | { of: unknown } | { not: unknown }
>;

/** The parts of a condition, and how many must hold; undefined for `not` and for a leaf. */
export interface Group {
  readonly parts: readonly Condition[];
  readonly needed: number;
}

/** `all`, `any` and `atLeast … of` as one: they differ only in how many parts must hold. */
export function groupOf(condition: Condition): Group | undefined {
  if ('all' in condition) return { parts: condition.all, needed: condition.all.length };
  if ('any' in condition) return { parts: condition.any, needed: 1 };
  if ('of' in condition) return { parts: condition.of, needed: condition.atLeast };
  return undefined;
}

/** Every leaf of a condition, in the order written. */
export function leavesOf(condition: Condition): Leaf[] {
  if ('not' in condition) return leavesOf(condition.not);
  const group = groupOf(condition);
  return group ? group.parts.flatMap(leavesOf) : [condition as Leaf];
}

/** The facts that a condition tests, each once, in the order written. */
export function factsOf(condition: Condition): string[] {
  return [...new Set(leavesOf(condition).flatMap((leaf) => ('fact' in leaf ? leaf.fact : [])))];
}

/** Whether a known value passes a leaf's comparison. */
export function passes(leaf: Leaf, value: FactValue): boolean {
  if ('is' in leaf) return value === leaf.is;
  if ('in' in leaf) return leaf.in.includes(value);
  if ('atLeast' in leaf) return typeof value === 'number' && value >= leaf.atLeast;
  if ('atMost' in leaf) return typeof value === 'number' && value <= leaf.atMost;
  return false;
}
