import type { Quantity, Sourced, SourceId, Unit } from '../evidence/index.js';

/** The product of two counts, open or approximate if one of them is. */
export function times(a: Quantity, b: Quantity, unit: Unit, per: Quantity['per'] = 'school'): Quantity {
  return {
    min: product(a.min, b.min),
    max: product(a.max, b.max),
    unit,
    per,
    ...(a.about || b.about ? { about: true } : {}),
  };
}

export function exactly(count: number, unit: Unit): Quantity {
  return { min: count, max: count, unit };
}

/** Whether a count may be the number `n`. */
export function allows(quantity: Quantity, n: number): boolean {
  return (quantity.min ?? -Infinity) <= n && n <= (quantity.max ?? Infinity);
}

/** The sources of several facts, each once. */
export function sourcesOf(...facts: readonly Sourced<unknown>[]): SourceId[] {
  return [...new Set(facts.flatMap(({ source }) => source))];
}

function product(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}
