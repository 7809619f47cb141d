import type { Condition, FactValue } from './condition.js';
import { compile, factOf, factsOf, leavesOf, passes } from './compile.js';
import { listValues, type FactDefinition, type Facts } from './fact.js';
import type { Truth } from './truth.js';

/** A node of a diagram: one of the three ends below, or a number given by its store. */
export type NodeId = number;
export const FALSE: NodeId = 0;
export const HUB: NodeId = 1;
export const TRUE: NodeId = 2;

/** A fact not fixed, with its values in the smallest groups that the condition's leaves tell apart. */
export interface Variable {
  readonly definition: FactDefinition;
  readonly groups: readonly (readonly FactValue[])[];
}

/**
 * Conditions as reduced ordered decision diagrams: a condition that means the same has the same node,
 * however it is written. Facts are tested in declared order; a node has one child for each group of values.
 */
export interface Store {
  readonly variables: readonly Variable[];
  /** Roots of the parts that share no fact and must all hold; ends among them stand for parts already settled. */
  readonly parts: readonly NodeId[];
  /** The root of another condition over the same facts, telling apart no more values than the first. */
  root(condition: Condition): NodeId;
  variableOf(node: NodeId): number;
  childrenOf(node: NodeId): readonly NodeId[];
  /** The node that is left once a variable is known to lie in a group. */
  restrict(node: NodeId, variable: number, group: number): NodeId;
  /** The same node where true can no longer be reached because another part is the hub's. */
  cap(node: NodeId): NodeId;
  /** True where every one of the nodes is true, else false. */
  meet(nodes: readonly NodeId[]): NodeId;
}

const END: Record<string, NodeId> = { false: FALSE, true: TRUE, 'hub-decides': HUB, unknown: HUB };

/**
 * Builds the diagrams of a condition over its facts that are free; the other facts stand as known.
 * A fact that is "not sure", or that has no definition, counts as settled by nobody.
 */
export function diagram(
  condition: Condition,
  definitions: readonly FactDefinition[],
  facts: Facts,
  free: (fact: string) => boolean,
): Store {
  const tested = new Set(factsOf(condition));
  const variables = definitions
    .filter(({ id }) => tested.has(id) && free(id))
    .map((definition) => ({ definition, groups: groupsOf(definition, condition) }));
  const index = new Map(variables.map(({ definition }, i) => [definition.id, i]));
  const fixed: Record<string, FactValue | null | undefined> = {};
  for (const fact of tested) fixed[fact] = index.has(fact) ? undefined : (facts[fact] ?? null);

  const nodes: { variable: number; children: readonly NodeId[] }[] = [];
  const known = new Map<string, NodeId>();

  function once(key: string, find: () => NodeId): NodeId {
    const node = known.get(key) ?? find();
    known.set(key, node);
    return node;
  }

  function make(variable: number, children: readonly NodeId[]): NodeId {
    const first = children[0] ?? TRUE;
    if (children.every((child) => child === first)) return first;
    return once(`${variable}:${children.join()}`, () => nodes.push({ variable, children }) + TRUE);
  }
  const variableOf = (node: NodeId) => nodes[node - TRUE - 1]?.variable ?? Infinity;
  const childrenOf = (node: NodeId) => nodes[node - TRUE - 1]?.children ?? [];

  function build(evaluate: (facts: Facts) => Truth, uses: readonly number[], depth: number): NodeId {
    const truth = evaluate(fixed);
    const variable = uses[depth];
    if (truth !== 'unknown' || variable === undefined) return END[String(truth)] as NodeId;
    const { definition, groups } = variables[variable] as Variable;
    const children = groups.map(([value]) => {
      fixed[definition.id] = value;
      return build(evaluate, uses, depth + 1);
    });
    fixed[definition.id] = undefined;
    return make(variable, children);
  }

  const parts = separate(conjuncts(condition), index).map(({ all, uses }) =>
    build(compile({ all }, 'hub-decides').evaluate, uses, 0),
  );

  const everything = variables.map((_, i) => i);
  return {
    variables,
    parts,
    root: (other) => build(compile(other, 'hub-decides').evaluate, everything, 0),
    variableOf,
    childrenOf,
    restrict(node, variable, group) {
      const at = variableOf(node);
      if (at > variable) return node;
      const children = childrenOf(node);
      if (at === variable) return children[group] as NodeId;
      return once(`${node}/${variable}/${group}`, () =>
        make(
          at,
          children.map((child) => this.restrict(child, variable, group)),
        ),
      );
    },
    meet(nodes) {
      if (nodes.some((node) => node < TRUE)) return FALSE;
      const open = nodes.filter((node) => node !== TRUE);
      if (open.length === 0) return TRUE;
      const variable = Math.min(...open.map(variableOf));
      return make(
        variable,
        (variables[variable] as Variable).groups.map((_, group) =>
          this.meet(open.map((node) => this.restrict(node, variable, group))),
        ),
      );
    },
    cap(node) {
      if (node <= TRUE) return Math.min(node, HUB);
      return once(`cap ${node}`, () =>
        make(
          variableOf(node),
          childrenOf(node).map((child) => this.cap(child)),
        ),
      );
    },
  };
}

/** What must hold together, taken apart as far as its spelling shows. */
function conjuncts(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all.flatMap(conjuncts);
  if ('not' in condition && 'not' in condition.not) return conjuncts(condition.not.not);
  if ('not' in condition && 'any' in condition.not)
    return condition.not.any.flatMap((part) => conjuncts({ not: part }));
  return [condition];
}

interface Part {
  readonly all: Condition[];
  readonly uses: readonly number[];
}

/** Gathers conditions that share a free fact; what is left apart shares none. */
function separate(conditions: readonly Condition[], index: ReadonlyMap<string, number>): Part[] {
  let parts: Part[] = [];
  for (const condition of conditions) {
    const uses = factsOf(condition).flatMap((fact) => index.get(fact) ?? []);
    const joined = parts.filter((part) => part.uses.some((use) => uses.includes(use)));
    parts = parts.filter((part) => !joined.includes(part));
    parts.push({
      all: [...joined.flatMap((part) => part.all), condition],
      uses: [...new Set([...joined.flatMap((part) => part.uses), ...uses])].sort((a, b) => a - b),
    });
  }
  return parts;
}

/** A fact's values in groups that no leaf tells apart, in the order of its domain. */
function groupsOf(definition: FactDefinition, condition: Condition): FactValue[][] {
  const leaves = leavesOf(condition).filter((leaf) => factOf(leaf) === definition.id);
  const groups = new Map<string, FactValue[]>();
  for (const value of listValues(definition.domain)) {
    const key = leaves.map((leaf) => Number(passes(leaf, value))).join('');
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()];
}
