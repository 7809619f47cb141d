import { MathsHubsError } from '../ground/errors.js';

/** A node of a diagram: one of the three ends below, in the order no < hub < yes, or a number given by its store. */
export type NodeId = number;
export const FALSE: NodeId = 0;
export const HUB: NodeId = 1;
export const TRUE: NodeId = 2;

/** Steps within which a rule is built: some 10 ms. The phases of our editions take some dozens. */
export const MOST_STEPS = 8_000;
/** Steps within which questions are weighed, and changes: some 10 ms each. */
export const WEIGHING_STEPS = 6_000;

/** A rule has more combinations than can be checked while a person waits. */
export class TooManyCombinationsError extends MathsHubsError {
  override readonly name = 'TooManyCombinationsError';
  readonly code = 'too-many-combinations';

  constructor(readonly facts: readonly string[]) {
    super(
      `Too many combinations of ${facts.length} facts: ${facts.join(', ')}. Split this rule, or use { "atLeast": 2, "of": [ … ] }.`,
    );
  }
}

/**
 * Reduced ordered decision diagrams: the same meaning has the same node. A node stands for one variable
 * and has a child for each of its values; ends are numbers, so `and` is the smaller and `or` the greater.
 */
export interface Nodes {
  make(variable: number, children: readonly NodeId[]): NodeId;
  /** Infinity for an end. */
  variableOf(node: NodeId): number;
  childrenOf(node: NodeId): readonly NodeId[];
  /** The smaller of two at every point: both must hold. */
  and(a: NodeId, b: NodeId): NodeId;
  /** The greater of two at every point: one must hold. */
  or(a: NodeId, b: NodeId): NodeId;
  not(node: NodeId): NodeId;
  /** The same, except that the hub's decision does not count as yes. */
  sure(node: NodeId): NodeId;
  /** At least this many of these hold. */
  atLeast(needed: number, nodes: readonly NodeId[]): NodeId;
  /** The node that is left once variables are known, given the child to take of each, or undefined. */
  restrict(node: NodeId, taken: readonly (number | undefined)[]): NodeId;
  /** Whether yes can still be reached. */
  reachesTrue(node: NodeId): boolean;
  /** Counts towards the limit. */
  step(count?: number): void;
  /** Steps since the last rest. */
  steps(): number;
  /** Counts from 0 again; from then on, work is counted but no longer stopped. */
  rest(): void;
}

/**
 * @param most  steps after which work stops
 * @param fail  makes the error to throw
 */
export function nodes(most: number, fail: () => Error): Nodes {
  const variables: number[] = [];
  const childLists: (readonly NodeId[])[] = [];
  const made = new Map<string, NodeId>();
  const [least, greatest, inverted, sured] = [0, 1, 2, 3].map(() => new Map<number, NodeId>()) as Maps;
  const reaching = new Map<NodeId, boolean>();
  let steps = 0;
  let limit = most;

  const variableOf = (node: NodeId) => variables[node - TRUE - 1] ?? Infinity;
  const childrenOf = (node: NodeId) => childLists[node - TRUE - 1] ?? [];
  const step = (count = 1) => {
    steps += count;
    if (steps > limit) throw fail();
  };

  function make(variable: number, children: readonly NodeId[]): NodeId {
    const first = children[0] ?? TRUE;
    if (children.every((child) => child === first)) return first;
    const key = `${variable}:${children.join()}`;
    let node = made.get(key);
    if (node === undefined) {
      node = variables.push(variable) + TRUE;
      childLists.push(children);
      made.set(key, node);
    }
    return node;
  }

  /** `and` and `or` mirror each other: an end is neutral in one and settles the other. */
  function both(memo: Map<number, NodeId>, neutral: NodeId, x: NodeId, y: NodeId): NodeId {
    if (x === y) return x;
    const [a, b] = x < y ? [x, y] : [y, x];
    if (b <= TRUE) return neutral === TRUE ? a : b;
    if (a === neutral) return b;
    if (a === TRUE - neutral) return a;
    const key = a * 2 ** 26 + b;
    const known = memo.get(key);
    if (known !== undefined) return known;
    step();
    const [va, vb] = [variableOf(a), variableOf(b)];
    const [ca, cb] = [childrenOf(a), childrenOf(b)];
    const node = make(
      Math.min(va, vb),
      (va <= vb ? ca : cb).map((_, i) =>
        both(memo, neutral, va <= vb ? (ca[i] as NodeId) : a, vb <= va ? (cb[i] as NodeId) : b),
      ),
    );
    memo.set(key, node);
    return node;
  }

  function each(memo: Map<number, NodeId>, end: (node: NodeId) => NodeId, node: NodeId): NodeId {
    if (node <= TRUE) return end(node);
    let known = memo.get(node);
    if (known === undefined) {
      step();
      known = make(
        variableOf(node),
        childrenOf(node).map((child) => each(memo, end, child)),
      );
      memo.set(node, known);
    }
    return known;
  }

  const and = (a: NodeId, b: NodeId) => both(least, TRUE, a, b);
  const or = (a: NodeId, b: NodeId) => both(greatest, FALSE, a, b);

  function reachesTrue(node: NodeId): boolean {
    if (node <= TRUE) return node === TRUE;
    let known = reaching.get(node);
    if (known === undefined) reaching.set(node, (known = childrenOf(node).some(reachesTrue)));
    return known;
  }

  return {
    make,
    variableOf,
    childrenOf,
    and,
    or,
    not: (node) => each(inverted, (end) => TRUE - end, node),
    sure: (node) => each(sured, (end) => (end === TRUE ? TRUE : FALSE), node),
    atLeast(needed, parts) {
      if (needed === parts.length) return parts.reduce(and, TRUE);
      if (needed === 1) return parts.reduce(or, FALSE);
      const counts = Array.from({ length: needed + 1 }, (_, i) => (i === 0 ? TRUE : FALSE));
      for (const part of parts)
        for (let i = needed; i > 0; i--)
          counts[i] = or(counts[i] as NodeId, and(counts[i - 1] as NodeId, part));
      return counts[needed] as NodeId;
    },
    restrict(node, taken) {
      const memo = new Map<NodeId, NodeId>();
      const visit = (at: NodeId): NodeId => {
        const variable = variableOf(at);
        if (variable >= taken.length) return at;
        let left = memo.get(at);
        if (left === undefined) {
          step();
          const children = childrenOf(at);
          const child = taken[variable];
          left = child === undefined ? make(variable, children.map(visit)) : visit(children[child] as NodeId);
          memo.set(at, left);
        }
        return left;
      };
      return visit(node);
    },
    reachesTrue,
    step,
    steps: () => steps,
    rest() {
      steps = 0;
      limit = Infinity;
    },
  };
}

type Maps = [Map<number, NodeId>, Map<number, NodeId>, Map<number, NodeId>, Map<number, NodeId>];
