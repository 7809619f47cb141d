import { groupOf, type Condition } from './condition.js';
import { diagram, type Diagram } from './diagram.js';
import type { FactDefinition, Facts } from './fact.js';
import { FALSE, HUB, TooManyCombinationsError, TRUE, type NodeId } from './nodes.js';
import { pathTo } from './path.js';
import { findImprecision, type Imprecision } from './precise.js';

/** Steps within which a proof is tried: some tenths of a second. */
const PROOF_STEPS = 200_000;

/** Example facts for each outcome that a condition can have. */
interface Outcomes {
  readonly true: Facts | null;
  readonly false: Facts | null;
  readonly hubDecides: Facts | null;
}

/** Part of a condition that can never matter; `path` as in `any[1].all[0]`, empty for the whole. */
interface DeadPart {
  readonly path: string;
  readonly part: Condition;
}

/** What is true of a condition whatever the facts: proved over every set of them, complete or not. */
export interface Inspection {
  readonly outcomes: Outcomes;
  /** `unproved` where there are too many incomplete sets of facts to look at. */
  readonly imprecision: Imprecision | 'unproved' | null;
  readonly dead: readonly DeadPart[];
}

/** Proves a condition over the whole domain of the facts it tests. */
export function inspect(condition: Condition, definitions: readonly FactDefinition[]): Inspection {
  const store = diagram(condition, definitions, undefined, PROOF_STEPS);
  const root = store.root(condition);
  return {
    outcomes: outcomesOf(store, root),
    imprecision: precisionOf(condition, store),
    dead: deadParts(condition, store),
  };
}

/** The possible outcomes of a condition, with an example of each. */
export function outcomes(condition: Condition, definitions: readonly FactDefinition[]): Outcomes {
  const store = diagram(condition, definitions);
  return outcomesOf(store, store.root(condition));
}

/** Gaps and overlaps of a list of conditions. */
interface Cover {
  /** Facts under which none holds; null when one always does. */
  readonly gap: Facts | null;
  /** Two that both hold, with facts that show it. */
  readonly overlaps: readonly { readonly a: number; readonly b: number; readonly witness: Facts }[];
  /** Conditions that no facts meet. */
  readonly empty: readonly number[];
}

/** Proves that exactly one of the conditions holds, whatever the facts. */
export function findCover(conditions: readonly Condition[], definitions: readonly FactDefinition[]): Cover {
  const store = diagram({ any: conditions }, definitions, undefined, PROOF_STEPS);
  const roots = conditions.map(store.root);
  const some = roots.reduce(store.or, FALSE);
  return {
    gap: pathTo(store, some, FALSE) ?? pathTo(store, some, HUB),
    overlaps: roots.flatMap((root, a) =>
      roots.slice(a + 1).flatMap((other, i) => {
        const witness = pathTo(store, store.and(root, other), TRUE);
        return witness ? [{ a, b: a + 1 + i, witness }] : [];
      }),
    ),
    empty: roots.flatMap((root, i) => (store.reachesTrue(root) ? [] : [i])),
  };
}

/** Of conditions that must all hold, those that the others imply. */
export function findImplied(
  conditions: readonly Condition[],
  definitions: readonly FactDefinition[],
): number[] {
  const store = diagram({ all: conditions }, definitions, undefined, PROOF_STEPS);
  const roots = conditions.map(store.root);
  const all = roots.reduce(store.and, TRUE);
  return othersOf(roots, store.and, TRUE).flatMap((others, i) => (others === all ? [i] : []));
}

function outcomesOf(store: Diagram, root: NodeId): Outcomes {
  return {
    true: pathTo(store, root, TRUE),
    false: pathTo(store, root, FALSE),
    hubDecides: pathTo(store, root, HUB),
  };
}

function precisionOf(condition: Condition, store: Diagram): Imprecision | 'unproved' | null {
  try {
    return findImprecision(condition, store, PROOF_STEPS);
  } catch (error) {
    if (error instanceof TooManyCombinationsError) return 'unproved';
    throw error;
  }
}

/**
 * Parts that true or false can replace without changing the condition's meaning; of nested ones, the outermost.
 * With all else equal, the whole condition is the part's value clamped between `low` and `high`:
 * the part is dead where these are the same.
 */
function deadParts(condition: Condition, store: Diagram): DeadPart[] {
  const within = (node: NodeId, low: NodeId, high: NodeId) => store.and(store.or(node, low), high);
  const visit = (part: Condition, path: string, low: NodeId, high: NodeId): DeadPart[] => {
    if (low === high || (path === '' && store.root(part) === TRUE)) return [{ path, part }];
    const below = (key: string) => (path === '' ? key : `${path}.${key}`);
    if ('not' in part) return visit(part.not, below('not'), store.not(high), store.not(low));
    const group = groupOf(part);
    if (!group) return [];
    const key = 'all' in part ? 'all' : 'any' in part ? 'any' : 'of';
    const others = siblings(group.parts.map(store.root), group.needed, store);
    return group.parts.flatMap((each, i) =>
      visit(
        each,
        `${below(key)}[${i}]`,
        within(others[i]?.without ?? FALSE, low, high),
        within(others[i]?.with ?? TRUE, low, high),
      ),
    );
  };
  return visit(condition, '', FALSE, TRUE);
}

/** For each part of a group, the group's value if that part fails, and if it holds. */
function siblings(
  roots: readonly NodeId[],
  needed: number,
  store: Diagram,
): { without: NodeId; with: NodeId }[] {
  if (needed === roots.length)
    return othersOf(roots, store.and, TRUE).map((others) => ({ without: FALSE, with: others }));
  if (needed === 1)
    return othersOf(roots, store.or, FALSE).map((others) => ({ without: others, with: TRUE }));
  return roots.map((_, i) => {
    const others = roots.toSpliced(i, 1);
    return { without: store.atLeast(needed, others), with: store.atLeast(needed - 1, others) };
  });
}

/** For each of some nodes, all the others taken together. */
function othersOf(
  roots: readonly NodeId[],
  together: (a: NodeId, b: NodeId) => NodeId,
  neutral: NodeId,
): NodeId[] {
  const before = [neutral];
  for (const root of roots) before.push(together(before.at(-1) as NodeId, root));
  let after = neutral;
  return roots
    .toReversed()
    .map((root, i) => {
      const others = together(before[roots.length - 1 - i] as NodeId, after);
      after = together(root, after);
      return others;
    })
    .toReversed();
}
