import type { Variable, Diagram } from './diagram.js';
import type { FactDefinition, Facts } from './fact.js';
import { FALSE, HUB, WEIGHING_STEPS, TRUE, type NodeId } from './nodes.js';
import type { Truth } from './truth.js';

/** A fact worth asking for, and the expected number of questions if it is asked next. */
export interface Question {
  readonly fact: FactDefinition;
  readonly expected: number;
}

/** What is settled so far, and what to ask to settle the rest. */
export interface Plan {
  /** `unknown` while a question can change it; otherwise the same whatever is answered. */
  readonly truth: Truth;
  readonly questions: readonly Question[];
}

const NEAR = 1e-9;

/** The parts not yet settled; empty when the outcome is. */
type State = readonly NodeId[];

/** Plans over one diagram. Its results for a shape of rule are reused for every school. */
export interface Planner {
  /** @param facts  what is known; "not sure" must not be free in the diagram */
  plan(facts: Facts): Plan;
}

/**
 * Which questions can still change the outcome, best first: the fact that leaves the fewest questions expected,
 * where values that the rule no longer distinguishes count as one answer, and all answers as equally likely.
 * Ties keep the declared order. It depends on what the rule means, not on how it is written. Where a rule has too many
 * states to weigh them all, the fact that leaves the fewest facts open comes first, and `expected` is an upper bound.
 */
export function planner(store: Diagram): Planner {
  const costs = new Map<string, number>();
  const views = new Map<NodeId, { uses: readonly number[]; shape: number }>();
  const shapes = new Map<string, number>();
  const tired = () => store.steps() > WEIGHING_STEPS;

  /** The facts that a part tests, and its shape: states that differ only in which facts they test cost the same. */
  function view(part: NodeId) {
    let seen = views.get(part);
    if (!seen) {
      const found: NodeId[] = [];
      const at = new Map<NodeId, number>();
      const visit = (node: NodeId) => {
        if (node <= TRUE || at.has(node)) return;
        store.step();
        at.set(node, found.push(node) + TRUE);
        store.childrenOf(node).forEach(visit);
      };
      visit(part);
      const uses = [...new Set(found.map(store.variableOf))].sort((a, b) => a - b);
      const place = new Map(uses.map((variable, i) => [variable, i]));
      const drawn = found
        .map((node) => [
          place.get(store.variableOf(node)),
          ...store.childrenOf(node).map((child) => at.get(child) ?? child),
        ])
        .join(';');
      const shape = shapes.get(drawn) ?? shapes.size;
      shapes.set(drawn, shape);
      seen = { uses, shape };
      views.set(part, seen);
    }
    return seen;
  }

  function normalise(parts: readonly NodeId[]): State {
    if (parts.includes(FALSE)) return [];
    const left = parts.every(store.reachesTrue) ? parts : parts.map((part) => store.and(part, HUB));
    if (left.includes(FALSE)) return [];
    return left.filter((part) => part > TRUE);
  }

  /** The fewest questions expected from here. */
  function from(state: State): number {
    if (state.length === 0) return 0;
    const key = state
      .map((part) => view(part).shape)
      .sort((a, b) => a - b)
      .join();
    const known = costs.get(key);
    if (known !== undefined) return known;
    if (tired()) return 1;
    let best = Infinity;
    const tried = new Set<number>();
    for (const part of state) {
      const { uses, shape } = view(part);
      if (tried.has(shape)) continue;
      tried.add(shape);
      for (const variable of uses) best = Math.min(best, asking(state, part, variable, best));
    }
    if (!tired()) costs.set(key, best);
    return best;
  }

  /** The questions expected if this fact is asked next; a lower bound is enough once that is no better than `best`. */
  function asking(state: State, part: NodeId, variable: number, best: number): number {
    const groups = store.variables[variable]?.groups ?? [];
    if (tired()) return 1;
    const answers = new Set(groups.map((_, group) => take(part, variable, group)));
    const others = state.filter((other) => other !== part);
    const next = [...answers].map((answer) => normalise([...others, answer]));
    const open = next.filter((after) => after.length > 0);
    const bound = 1 + open.length / next.length;
    if (bound >= best - NEAR) return bound;
    return 1 + open.reduce((sum, after) => sum + from(after), 0) / next.length;
  }

  function take(part: NodeId, variable: number, group: number): NodeId {
    const taken: (number | undefined)[] = [];
    taken[variable] = group;
    return store.restrict(part, taken);
  }

  /** An upper bound of what is left to ask, on average, once this fact is known. */
  function leaving(part: NodeId, variable: number): number {
    const groups = store.variables[variable]?.groups ?? [];
    if (tired()) return groups.length;
    const answers = groups.map((_, group) => take(part, variable, group));
    return 1 + answers.reduce((sum, answer) => sum + view(answer).uses.length, 0) / answers.length;
  }

  function rank(open: State, cost: (part: NodeId, variable: number) => number): Question[] {
    return open
      .flatMap((part) => view(part).uses.map((variable) => ({ variable, expected: cost(part, variable) })))
      .map(({ variable, expected }) => ({ ...(store.variables[variable] as Variable), expected }))
      .sort((a, b) =>
        Math.abs(a.expected - b.expected) < NEAR ? a.declared - b.declared : a.expected - b.expected,
      )
      .map(({ definition, expected }) => ({ fact: definition, expected }));
  }

  return {
    plan(facts) {
      store.rest();
      if (costs.size > WEIGHING_STEPS) costs.clear();
      const taken = store.taken(facts);
      const parts = store.parts.map((part) => store.restrict(part, taken));
      const open = normalise(parts);
      if (open.length === 0) return { truth: settled(parts), questions: [] };
      const best = rank(open, (part, variable) => asking(open, part, variable, Infinity));
      if (!tired()) return { truth: 'unknown', questions: best };
      store.rest();
      return { truth: 'unknown', questions: rank(open, leaving) };
    },
  };
}

/** The result of parts that leave nothing open. */
function settled(parts: readonly NodeId[]): Truth {
  if (parts.every((part) => part === TRUE)) return true;
  return parts.includes(FALSE) ? false : 'hub-decides';
}
