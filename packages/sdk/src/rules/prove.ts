import type { Condition } from './condition.js';
import { compile } from './compile.js';
import { diagram, FALSE, HUB, TRUE, type NodeId, type Store } from './diagram.js';
import type { FactDefinition, Facts } from './fact.js';

/** An example of facts for each way that a condition can come out. */
interface Outcomes {
  readonly true: Facts | null;
  readonly false: Facts | null;
  readonly hubDecides: Facts | null;
}

/** Facts, not all known, on which the rule says unknown although every completion comes to the same. */
interface Imprecision {
  readonly witness: Facts;
  readonly completions: boolean;
}

/** Part of a condition that can never matter; `path` as in `any[1].all[0]`, empty for the whole. */
interface DeadPart {
  readonly path: string;
  readonly part: Condition;
}

/** What holds of a condition whatever the facts: proved over every set of them, complete or not. */
export interface Inspection {
  readonly outcomes: Outcomes;
  readonly imprecision: Imprecision | null;
  readonly dead: readonly DeadPart[];
}

/** Proves a condition over the whole domain of the facts it tests. */
export function inspect(condition: Condition, definitions: readonly FactDefinition[]): Inspection {
  const store = diagram(condition, definitions, {}, () => true);
  const root = store.root(condition);
  return {
    outcomes: {
      true: pathTo(store, root, TRUE),
      false: pathTo(store, root, FALSE),
      hubDecides: pathTo(store, root, HUB),
    },
    imprecision: imprecisionOf(condition, store, root),
    dead: deadParts(condition, store),
  };
}

/** Facts under which both conditions hold; null when there are none. */
export function findOverlap(
  a: Condition,
  b: Condition,
  definitions: readonly FactDefinition[],
): Facts | null {
  return inspect({ all: [a, b] }, definitions).outcomes.true;
}

/** Facts under which none of the conditions holds; null when one always does. */
export function findGap(
  conditions: readonly Condition[],
  definitions: readonly FactDefinition[],
): Facts | null {
  const { outcomes } = inspect({ any: conditions }, definitions);
  return outcomes.false ?? outcomes.hubDecides;
}

function pathTo(store: Store, node: NodeId, end: NodeId): Facts | null {
  if (node <= TRUE) return node === end ? {} : null;
  const variable = store.variables[store.variableOf(node)];
  for (const [group, child] of store.childrenOf(node).entries()) {
    const value = variable?.groups[group]?.[0];
    const rest = pathTo(store, child, end);
    if (rest && variable) return { [variable.definition.id]: value, ...rest };
  }
  return null;
}

/**
 * Goes through every set of facts, each fact known or not, beside the nodes that its completions lead to.
 * Once Kleene logic has decided, every extension agrees with it, so nothing below need be looked at.
 */
function imprecisionOf(condition: Condition, store: Store, root: NodeId): Imprecision | null {
  const { evaluate } = compile(condition);
  const facts: Record<string, Facts[string]> = {};

  function visit(variable: number, nodes: ReadonlySet<NodeId>): Imprecision | null {
    if (typeof evaluate(facts) === 'boolean') return null;
    const agreed = nodes.size === 1 ? [...nodes][0] : HUB;
    if (agreed === TRUE || agreed === FALSE) return { witness: { ...facts }, completions: agreed === TRUE };
    const { definition, groups } = store.variables[variable] ?? {};
    if (!definition || !groups) return null;
    const after = (choose: (children: readonly NodeId[]) => readonly NodeId[]) =>
      new Set(
        [...nodes].flatMap((node) =>
          store.variableOf(node) === variable ? choose(store.childrenOf(node)) : node,
        ),
      );
    const unknown = visit(
      variable + 1,
      after((children) => children),
    );
    if (unknown) return unknown;
    for (const [group, [value]] of groups.entries()) {
      facts[definition.id] = value;
      const found = visit(
        variable + 1,
        after((children) => [children[group] as NodeId]),
      );
      delete facts[definition.id];
      if (found) return found;
    }
    return null;
  }

  return visit(0, new Set([root]));
}

/** Parts for which true or false can stand and the condition means the same; of nested ones, the outermost. */
function deadParts(condition: Condition, store: Store): DeadPart[] {
  const visit = (part: Condition, path: string, put: (stand: Condition) => Condition): DeadPart[] => {
    const never = store.root(put({ any: [] })) === store.root(put({ all: [] }));
    const always = path === '' && store.root(part) === TRUE;
    if (never || always) return [{ path, part }];
    const below = (key: string) => (path === '' ? key : `${path}.${key}`);
    if ('not' in part) return visit(part.not, below('not'), (stand) => put({ not: stand }));
    if (!('all' in part) && !('any' in part)) return [];
    const key = 'all' in part ? 'all' : 'any';
    const parts = 'all' in part ? part.all : part.any;
    return parts.flatMap((each, i) =>
      visit(each, `${below(key)}[${String(i)}]`, (stand) => {
        const replaced = parts.with(i, stand);
        return put(key === 'all' ? { all: replaced } : { any: replaced });
      }),
    );
  };
  return visit(condition, '', (stand) => stand);
}

/** Whether leaving a condition out of a list that must all hold changes nothing. */
export function isImplied(
  condition: Condition,
  others: readonly Condition[],
  definitions: readonly FactDefinition[],
): boolean {
  const store = diagram({ all: [condition, ...others] }, definitions, {}, () => true);
  return store.root({ all: [condition, ...others] }) === store.root({ all: others });
}
