import type { Condition } from './condition.js';
import { diagram, FALSE, HUB, TRUE, type NodeId, type Store, type Variable } from './diagram.js';
import type { FactDefinition, Facts } from './fact.js';
import type { Truth } from './truth.js';

/** A fact worth asking for, and how many questions are expected in all if it is asked next. */
export interface Question {
  readonly fact: FactDefinition;
  readonly expected: number;
}

const NEAR = 1e-9;
/** Rules with more distinct states than this are ordered by a lower bound; ours have some dozens. */
const MOST_STATES = 20_000;

/** What every answer still open would come to, and what to ask to find out. */
export interface Plan {
  /** `unknown` while a question can change it; otherwise the same whatever is answered. */
  readonly truth: Truth;
  readonly questions: readonly Question[];
}

/**
 * The questions that can still change the outcome, best first: the fact that leaves the fewest questions expected,
 * where values that the rule no longer tells apart count as one answer and all answers count as equally likely.
 * Ties keep the declared order. It depends on what the rule means, not on how it is written. No questions when nothing
 * that may be asked can change the outcome, on yes as well as on no.
 * @param definitions  facts that may be asked, in declared order
 * @param facts        what is known; "not sure" is not asked again
 */
export function plan(condition: Condition, definitions: readonly FactDefinition[], facts: Facts): Plan {
  const store = diagram(condition, definitions, facts, (fact) => facts[fact] === undefined);
  const open = normalise(store, store.parts);
  if (open.length === 0) return { truth: settled(store.parts), questions: [] };
  const cost = planner(store);
  const ranked = open
    .flatMap((part) => cost.view(part).uses.map((variable) => ({ part, variable })))
    .map(({ part, variable }) => ({
      fact: (store.variables[variable] as Variable).definition,
      variable,
      expected: cost.asking(open, part, variable, Infinity),
    }))
    .sort((a, b) =>
      Math.abs(a.expected - b.expected) < NEAR ? a.variable - b.variable : a.expected - b.expected,
    );
  return {
    truth: 'unknown',
    questions: ranked.map(({ fact, expected }) => ({ fact, expected })),
  };
}

/** What parts come to that leave nothing open. */
function settled(parts: readonly NodeId[]): Truth {
  if (parts.every((part) => part === TRUE)) return true;
  return parts.includes(FALSE) ? false : 'hub-decides';
}

/** The parts not yet settled; empty when the outcome is. */
type State = readonly NodeId[];

function normalise(store: Store, parts: readonly NodeId[]): State {
  if (parts.includes(FALSE)) return [];
  const left = parts.includes(HUB) ? parts.map((part) => store.cap(part)) : parts;
  if (left.includes(FALSE)) return [];
  return left.filter((part) => part > TRUE);
}

function planner(store: Store) {
  const costs = new Map<string, number>();
  const views = new Map<NodeId, { uses: readonly number[]; shape: number }>();
  const shapes: string[] = [];

  /** The facts that a part tests, and its shape: states that differ only in which facts they test cost the same. */
  function view(part: NodeId) {
    let seen = views.get(part);
    if (!seen) {
      const found = new Set<number>();
      const visit = (node: NodeId) => {
        if (node <= TRUE) return;
        found.add(store.variableOf(node));
        store.childrenOf(node).forEach(visit);
      };
      visit(part);
      const uses = [...found].sort((a, b) => a - b);
      const draw = (node: NodeId): string =>
        node <= TRUE
          ? `${node}`
          : `${uses.indexOf(store.variableOf(node))}(${store.childrenOf(node).map(draw).join()})`;
      const drawn = draw(part);
      const shape = shapes.indexOf(drawn);
      seen = { uses, shape: shape < 0 ? shapes.push(drawn) - 1 : shape };
      views.set(part, seen);
    }
    return seen;
  }

  /** The fewest questions expected from here. */
  function from(state: State): number {
    if (state.length === 0) return 0;
    const key = state
      .map((part) => view(part).shape)
      .sort()
      .join();
    const known = costs.get(key);
    if (known !== undefined) return known;
    if (costs.size > MOST_STATES) return 1;
    let best = Infinity;
    const tried = new Set<number>();
    for (const part of state) {
      const { uses, shape } = view(part);
      if (tried.has(shape)) continue;
      tried.add(shape);
      for (const variable of uses) best = Math.min(best, asking(state, part, variable, best));
    }
    costs.set(key, best);
    return best;
  }

  /** The questions expected if this fact is asked next; a lower bound is enough once that is no better than `best`. */
  function asking(state: State, part: NodeId, variable: number, best: number): number {
    const groups = store.variables[variable]?.groups ?? [];
    const answers = new Set(groups.map((_, group) => store.restrict(part, variable, group)));
    const others = state.filter((other) => other !== part);
    const next = [...answers].map((answer) => normalise(store, [...others, answer]));
    const open = next.filter((after) => after.length > 0);
    const bound = 1 + open.length / next.length;
    if (bound >= best - NEAR) return bound;
    return 1 + open.reduce((sum, after) => sum + from(after), 0) / next.length;
  }

  return { asking, view };
}
