import type { Condition, FactValue } from './condition.js';
import { diagram, TRUE, type NodeId, type Store } from './diagram.js';
import { reachableFrom, type Changeable, type FactDefinition, type Facts } from './fact.js';

/** A known fact that would have to be different. */
export interface FactChange {
  readonly fact: FactDefinition;
  readonly from: FactValue;
  /** Any one of these will do. */
  readonly to: readonly FactValue[];
  readonly changeable: Changeable;
}

/** A fact not known that would have to turn out so. */
export interface Proviso {
  readonly fact: FactDefinition;
  /** Any one of these will do. */
  readonly is: readonly FactValue[];
}

/** One smallest set of changes after which the rule holds. */
export interface Change {
  readonly facts: readonly FactChange[];
  readonly provided: readonly Proviso[];
  /** The hardest of its facts: `never` if any of them is. */
  readonly changeable: Changeable;
}

const ORDER: readonly Changeable[] = ['school', 'time', 'never'];

/**
 * Every inclusion-minimal set of known facts whose change makes the rule hold, those within the school's own reach first.
 * No facts in the set: what is known may stand, if the rest turns out as `provided`.
 * Empty when the rule holds already, or when nothing can make it hold.
 */
export function changes(
  condition: Condition,
  definitions: readonly FactDefinition[],
  facts: Facts,
): Change[] {
  const store = diagram(condition, definitions, facts, () => true);
  let sets: Change[] = [{ facts: [], provided: [], changeable: 'school' }];
  for (const part of store.parts) {
    const ways = waysTo(store, part, facts);
    sets = sets.flatMap((set) => ways.map((way) => join(set, way)));
  }
  return sets
    .filter((set) => set.facts.length + set.provided.length > 0)
    .sort((a, b) => rank(a) - rank(b) || a.facts.length - b.facts.length);
}

/** Parts share no fact, so a smallest set for all of them is a smallest set of each. */
function join(a: Change, b: Change): Change {
  return {
    facts: [...a.facts, ...b.facts],
    provided: [...a.provided, ...b.provided],
    changeable: ORDER[Math.max(rank(a), rank(b))] as Changeable,
  };
}

function rank({ changeable }: { changeable: Changeable }): number {
  return ORDER.indexOf(changeable);
}

/** The smallest sets that lead from a node to true: each path there asks for one. */
function waysTo(store: Store, root: NodeId, facts: Facts): Change[] {
  const best = new Map<string, Change>();
  const walk = (node: NodeId, way: Change) => {
    if (node === TRUE) {
      const key = way.facts.map(({ fact }) => fact.id).join();
      const rival = best.get(key);
      if (!rival || easier(way, rival)) best.set(key, way);
    }
    const variable = store.variables[store.variableOf(node)];
    if (!variable) return;
    const children = store.childrenOf(node);
    const { definition, groups } = variable;
    if (!isKnown(facts[definition.id])) walk(store.meet(children), way);
    for (const child of new Set(children)) {
      const values = groups.filter((_, i) => children[i] === child).flat();
      walk(child, step(way, definition, values, facts));
    }
  };
  walk(store.meet([root]), { facts: [], provided: [], changeable: 'school' });
  const found = [...best.values()];
  return found.filter((way) => !found.some((other) => other !== way && within(other, way)));
}

function easier(a: Change, b: Change): boolean {
  return rank(a) < rank(b) || (rank(a) === rank(b) && a.provided.length < b.provided.length);
}

function isKnown(value: Facts[string]): value is FactValue {
  return value !== undefined && value !== null;
}

function within(small: Change, large: Change): boolean {
  return small.facts.every(({ fact }) => large.facts.some((other) => other.fact === fact));
}

function step(way: Change, fact: FactDefinition, values: readonly FactValue[], facts: Facts): Change {
  const from = facts[fact.id];
  if (!isKnown(from)) return { ...way, provided: [...way.provided, { fact, is: values }] };
  if (values.includes(from)) return way;
  const reaches = reachableFrom(fact.domain, from);
  const within = reaches ? values.filter((value) => reaches.includes(value)) : values;
  const change: FactChange =
    within.length > 0
      ? { fact, from, to: within, changeable: fact.changeable }
      : { fact, from, to: values, changeable: 'never' };
  return join(way, { facts: [change], provided: [], changeable: change.changeable });
}
