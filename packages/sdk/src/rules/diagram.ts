import {
  factsOf,
  groupOf,
  leavesOf,
  passes,
  type Condition,
  type FactValue,
  type Leaf,
} from './condition.js';
import { listValues, type FactDefinition, type Facts } from './fact.js';
import {
  FALSE,
  HUB,
  MOST_STEPS,
  nodes,
  TRUE,
  TooManyCombinationsError,
  type NodeId,
  type Nodes,
} from './nodes.js';

/** A free fact, with its values in the groups that the condition's leaves distinguish. */
export interface Variable {
  readonly definition: FactDefinition;
  readonly groups: readonly (readonly FactValue[])[];
  /** Its place among the definitions. */
  readonly declared: number;
}

/** A condition over its facts as decision diagrams. */
export interface Diagram extends Nodes {
  /** In the condition's order, which keeps together what is tested together. */
  readonly variables: readonly Variable[];
  /** The roots of parts that share no fact and must all hold. */
  readonly parts: readonly NodeId[];
  /** The root of another condition over the same facts, which distinguishes no more values than the first. */
  root(condition: Condition): NodeId;
  /** The child taken of each variable whose fact is known. */
  taken(facts: Facts): (number | undefined)[];
}

/** The variables of a condition: its facts that are defined and free. */
function variablesOf(
  condition: Condition,
  definitions: readonly FactDefinition[],
  free: (fact: string) => boolean = () => true,
): Variable[] {
  const leaves = new Map<string, Leaf[]>();
  for (const leaf of new Set(leavesOf(condition)))
    if ('fact' in leaf) (leaves.get(leaf.fact) ?? leaves.set(leaf.fact, []).get(leaf.fact))?.push(leaf);
  return [...leaves].flatMap(([fact, of]) => {
    const declared = definitions.findIndex(({ id }) => id === fact);
    const definition = definitions[declared];
    return definition && free(fact) ? [{ definition, declared, groups: groupsOf(definition, of) }] : [];
  });
}

/**
 * Builds the diagrams of a condition. A fact that is not free, or has no definition, counts as left to the hub.
 * @param most  steps after which it gives up
 * @throws {TooManyCombinationsError}
 */
export function diagram(
  condition: Condition,
  definitions: readonly FactDefinition[],
  free: (fact: string) => boolean = () => true,
  most = MOST_STEPS,
): Diagram {
  const variables = variablesOf(condition, definitions, free);
  const index = new Map(variables.map(({ definition }, i) => [definition.id, i]));
  const store = nodes(most, () => new TooManyCombinationsError([...index.keys()]));
  const root = rootIn(store, variables, index);
  return {
    ...store,
    variables,
    root,
    parts: separate(conjuncts(condition), index).map((conditions) =>
      conditions.map(root).reduce(store.and, TRUE),
    ),
    taken: (facts) =>
      variables.map(({ definition, groups }) => {
        const value = facts[definition.id];
        if (value === undefined || value === null) return undefined;
        const at = groups.findIndex((group) => group.includes(value));
        return at < 0 ? undefined : at;
      }),
  };
}

/** Turns conditions into nodes, each condition once. */
function rootIn(
  store: Nodes,
  variables: readonly Variable[],
  index: ReadonlyMap<string, number>,
): (condition: Condition) => NodeId {
  const known = new WeakMap<Condition, NodeId>();
  const find = (condition: Condition): NodeId => {
    if ('not' in condition) return store.not(root(condition.not));
    const group = groupOf(condition);
    if (group) return store.atLeast(group.needed, group.parts.map(root));
    const at = 'fact' in condition ? index.get(condition.fact) : undefined;
    const variable = variables[at ?? -1];
    if (at === undefined || !variable) return HUB;
    return store.make(
      at,
      variable.groups.map(([value]) => (passes(condition as never, value as FactValue) ? TRUE : FALSE)),
    );
  };
  const root = (condition: Condition): NodeId => {
    let node = known.get(condition);
    if (node === undefined) {
      store.step();
      known.set(condition, (node = find(condition)));
    }
    return node;
  };
  return root;
}

/** The parts that must all hold, as far as the condition is written that way. */
function conjuncts(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all.flatMap(conjuncts) : [condition];
}

/** Gathers conditions that share a fact; separate groups share none. */
function separate(conditions: readonly Condition[], index: ReadonlyMap<string, number>): Condition[][] {
  let parts: { conditions: Condition[]; uses: ReadonlySet<string> }[] = [];
  for (const condition of conditions) {
    const uses = factsOf(condition).filter((fact) => index.has(fact));
    const joined = parts.filter((part) => uses.some((use) => part.uses.has(use)));
    parts = parts.filter((part) => !joined.includes(part));
    parts.push({
      conditions: [...joined.flatMap((part) => part.conditions), condition],
      uses: new Set([...joined.flatMap((part) => [...part.uses]), ...uses]),
    });
  }
  return parts.map((part) => part.conditions);
}

/** A fact's values in groups that no leaf distinguishes, in the order of its domain. */
function groupsOf(definition: FactDefinition, leaves: readonly Leaf[]): FactValue[][] {
  const groups = new Map<string, FactValue[]>();
  for (const value of listValues(definition.domain)) {
    const key = leaves.map((leaf) => Number(passes(leaf, value))).join('');
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()];
}
