import type { FactValue } from './condition.js';
import type { Diagram, Variable } from './diagram.js';
import { reachableFrom, type Changeable, type FactDefinition, type Facts } from './fact.js';
import { FALSE, WEIGHING_STEPS, TRUE, type NodeId } from './nodes.js';

/** A known fact that would have to be different. */
export interface FactChange {
  readonly fact: FactDefinition;
  readonly from: FactValue;
  /** Any one of these will do. */
  readonly to: readonly FactValue[];
  readonly changeable: Changeable;
}

/** An unknown fact that would have to turn out this way. */
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

/** A way to yes: the facts that it changes, as a set of bits, and the child it takes of each variable. */
interface Way {
  readonly changed: bigint;
  readonly count: number;
  readonly rank: number;
  readonly steps: readonly Step[];
}

interface Step {
  readonly variable: number;
  readonly change?: FactChange;
  readonly provided?: Proviso;
}

/** Comparisons of two ways that take as long as one step. */
const COMPARISONS = 16;

const NOTHING: Way = { changed: 0n, count: 0, rank: 0, steps: [] };

/**
 * Every inclusion-minimal set of known facts whose change makes the rule hold, those within the school's own reach first.
 * An empty set means that no known fact need change, if the rest turns out as `provided`.
 * Empty when the rule holds already, or when nothing can make it hold.
 * For a rule with too many ways to weigh, one with the fewest facts.
 */
export function changesIn(store: Diagram, facts: Facts): Change[] {
  const ways = waysOf(store, facts, Infinity) ?? waysOf(store, facts, 1) ?? [];
  return ways.map((way) => changeOf(store, way)).sort(inOrder);
}

/**
 * The ways of all parts together. Parts share no fact.
 * @param most  how many are kept for each node, those with the fewest facts first
 * @returns undefined when there are too many to weigh
 */
function waysOf(store: Diagram, facts: Facts, most: number): Way[] | undefined {
  store.rest();
  const tired = () => most > 1 && store.steps() > WEIGHING_STEPS;
  const find = finder(store, facts, most, tired);
  let ways: Way[] = [NOTHING];
  for (const part of store.parts) {
    const own = find(store.sure(part));
    store.step(ways.length * own.length);
    if (tired()) return undefined;
    ways = ways.flatMap((before) => own.map((way) => join(before, way)));
  }
  return ways.filter(({ steps }) => steps.length > 0);
}

/** Finds the smallest ways from a node to yes, each node once: none of them contains another. */
function finder(
  store: Diagram,
  facts: Facts,
  most: number,
  tired: () => boolean,
): (node: NodeId) => readonly Way[] {
  const memo = new Map<NodeId, readonly Way[]>([
    [FALSE, []],
    [TRUE, [NOTHING]],
  ]);
  const find = (node: NodeId): readonly Way[] => {
    const known = memo.get(node);
    if (known || tired()) return known ?? [];
    const at = store.variableOf(node);
    const { definition, groups } = store.variables[at] as Variable;
    const children = store.childrenOf(node);
    const from = facts[definition.id];
    const open = from === undefined || from === null;
    const ways: Way[] =
      open && store.steps() < WEIGHING_STEPS ? [...find(children.reduce(store.and, TRUE))] : [];
    for (const child of new Set(children)) {
      const values = groups.filter((_, i) => children[i] === child).flat();
      const step = open ? provide(at, definition, values) : alter(at, definition, from, values);
      ways.push(...find(child).map((way) => (step ? join(step, way) : way)));
    }
    const kept = smallest(ways, store.step).slice(0, most);
    memo.set(node, kept);
    return kept;
  };
  return find;
}

/** The easiest of the ways that change the same facts; none that changes all that another does, and more. */
function smallest(ways: readonly Way[], step: (count: number) => void): Way[] {
  const kept: Way[] = [];
  for (const way of [...ways].sort((a, b) => a.count - b.count || easier(a, b))) {
    step(1 + kept.length / COMPARISONS);
    if (!kept.some((other) => (other.changed & way.changed) === other.changed)) kept.push(way);
  }
  return kept;
}

function easier(a: Way, b: Way): number {
  return a.rank - b.rank || a.steps.length - b.steps.length;
}

function join(a: Way, b: Way): Way {
  return {
    changed: a.changed | b.changed,
    count: a.count + b.count,
    rank: Math.max(a.rank, b.rank),
    steps: [...a.steps, ...b.steps],
  };
}

function provide(variable: number, fact: FactDefinition, is: readonly FactValue[]): Way {
  return { ...NOTHING, steps: [{ variable, provided: { fact, is } }] };
}

/** The change of a known fact to other values; undefined if it may stay. */
function alter(
  variable: number,
  fact: FactDefinition,
  from: FactValue,
  values: readonly FactValue[],
): Way | undefined {
  if (values.includes(from)) return undefined;
  const reaches = reachableFrom(fact.domain, from);
  const within = reaches ? values.filter((value) => reaches.includes(value)) : values;
  const change: FactChange =
    within.length > 0
      ? { fact, from, to: within, changeable: fact.changeable }
      : { fact, from, to: values, changeable: 'never' };
  return {
    changed: 1n << BigInt(variable),
    count: 1,
    rank: ORDER.indexOf(change.changeable),
    steps: [{ variable, change }],
  };
}

/** Lists facts in declared order, whatever their order in the rule. */
function changeOf(store: Diagram, { steps, rank }: Way): Change {
  const declared = ({ variable }: Step) => store.variables[variable]?.declared ?? 0;
  const sorted = [...steps].sort((a, b) => declared(a) - declared(b));
  return {
    facts: sorted.flatMap(({ change }) => change ?? []),
    provided: sorted.flatMap(({ provided }) => provided ?? []),
    changeable: ORDER[rank] as Changeable,
  };
}

function inOrder(a: Change, b: Change): number {
  return ORDER.indexOf(a.changeable) - ORDER.indexOf(b.changeable) || a.facts.length - b.facts.length;
}
