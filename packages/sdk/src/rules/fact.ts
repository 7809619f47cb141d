import type { FactValue } from './condition.js';

/** One value of a finite domain, with the words a person reads. */
export interface DomainValue {
  readonly value: FactValue;
  readonly label: string;
  /** Values that this one can still become; absent for every other value. */
  readonly reaches?: readonly FactValue[];
}

/** What a fact can be: yes or no, one of a list, or a whole number within narrow bounds (both included). */
export type Domain =
  'boolean' | { readonly values: readonly DomainValue[] } | { readonly min: number; readonly max: number };

/** Who could make a fact different: the school itself, the passing of time, or nobody. */
export type Changeable = 'school' | 'time' | 'never';

/** A fact that rules may test: the question, the possible answers, and who knows it. */
export interface FactDefinition {
  readonly id: string;
  readonly question: string;
  readonly hint?: string;
  readonly domain: Domain;
  /** The GIAS register, the school itself, or its hub. */
  readonly from: 'gias' | 'school' | 'hub';
  readonly changeable: Changeable;
}

/** What is known: a value; `null` for "not sure", which is never asked again; absent for not asked yet. */
export type Facts = Readonly<Record<string, FactValue | null | undefined>>;

/** Every value of a domain, in order. */
export function listValues(domain: Domain): FactValue[] {
  if (domain === 'boolean') return [true, false];
  if ('values' in domain) return domain.values.map(({ value }) => value);
  return Array.from({ length: domain.max - domain.min + 1 }, (_, i) => domain.min + i);
}

/** The words for a value: its label, `Yes` or `No`, or the number itself. */
export function labelOf(domain: Domain, value: FactValue): string {
  if (domain === 'boolean') return value === true ? 'Yes' : 'No';
  const entry = 'values' in domain && domain.values.find((candidate) => candidate.value === value);
  return entry ? entry.label : String(value);
}

/** What a value can still become; undefined where no value is ruled out. */
export function reachableFrom(domain: Domain, value: FactValue): readonly FactValue[] | undefined {
  if (domain === 'boolean' || !('values' in domain)) return undefined;
  return domain.values.find((entry) => entry.value === value)?.reaches;
}

/** Whether a domain holds a value. */
export function inDomain(domain: Domain, value: unknown): value is FactValue {
  return listValues(domain).includes(value as FactValue);
}
