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
  const ranked = candidates(store, open)
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

function candidates(store: Store, state: State): { part: NodeId; variable: number; rank: number }[] {
  return state.flatMap((part) => support(store, part).map((variable, rank) => ({ part, variable, rank })));
}

function support(store: Store, node: NodeId): number[] {
  const found = new Set<number>();
  const seen = new Set<NodeId>();
  const visit = (at: NodeId) => {
    if (at <= TRUE || seen.has(at)) return;
    seen.add(at);
    found.add(store.variableOf(at));
    store.childrenOf(at).forEach(visit);
  };
  visit(node);
  return [...found].sort((a, b) => a - b);
}

function planner(store: Store) {
  const costs = new Map<string, number>();
  const shapes = new Map<NodeId, string>();

  /** States that differ only in which facts they test cost the same. */
  function shapeOf(part: NodeId): string {
    let shape = shapes.get(part);
    if (shape === undefined) {
      const uses = support(store, part);
      const draw = (node: NodeId): string =>
        node <= TRUE
          ? `${node}`
          : `${uses.indexOf(store.variableOf(node))}(${store.childrenOf(node).map(draw).join()})`;
      shapes.set(part, (shape = draw(part)));
    }
    return shape;
  }

  /** The fewest questions expected from here. */
  function from(state: State): number {
    if (state.length === 0) return 0;
    const key = state.map(shapeOf).sort().join(' ');
    const known = costs.get(key);
    if (known !== undefined) return known;
    if (costs.size > MOST_STATES) return 1;
    let best = Infinity;
    const tried = new Set<string>();
    for (const { part, variable, rank } of candidates(store, state)) {
      const same = `${shapeOf(part)}:${rank}`;
      if (tried.has(same)) continue;
      tried.add(same);
      best = Math.min(best, asking(state, part, variable, best));
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

  return { asking };
}
