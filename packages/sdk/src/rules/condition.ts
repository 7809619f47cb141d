/** A value that a fact can take. */
export type FactValue = string | number | boolean;

/**
 * A rule as plain JSON. Evaluated in strong Kleene logic: what is not known stays unknown
 * until it can no longer matter.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: string; readonly is: FactValue }
  | { readonly fact: string; readonly in: readonly FactValue[] }
  | { readonly fact: string; readonly atLeast: number }
  | { readonly fact: string; readonly atMost: number }
  /** No source states a rule; the hub decides. The text says what was looked for and not found. */
  | { readonly hubDecides: string };
