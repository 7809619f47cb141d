import { groupOf, passes, type Condition, type FactValue } from './condition.js';
import type { Diagram, Variable } from './diagram.js';
import type { Facts } from './fact.js';
import { FALSE, HUB, nodes, TooManyCombinationsError, TRUE, type NodeId } from './nodes.js';
import { pathTo } from './path.js';

/** Incomplete facts on which the rule says unknown although every completion has the same result. */
export interface Imprecision {
  readonly witness: Facts;
  readonly completions: boolean;
}

/** The lowest and highest result of a condition while some facts are unknown. */
interface Bounds {
  readonly low: NodeId;
  readonly high: NodeId;
}

/**
 * Looks at every set of facts, each fact known or not: "not known" is one more value of each. Kleene logic
 * puts each set between a low and a high; so do its completions. They must agree on yes and on no.
 */
export function findImprecision(condition: Condition, store: Diagram, most: number): Imprecision | null {
  const variables: Variable[] = store.variables.map((variable) => ({
    ...variable,
    groups: [[], ...variable.groups],
  }));
  const facts = variables.map(({ definition }) => definition.id);
  const partial = nodes(most, () => new TooManyCombinationsError(facts));
  const logic = boundsOfCondition(condition);
  const truth = boundsOfNode(store.root(condition));
  const yes = partial.and(partial.sure(truth.low), partial.not(partial.sure(logic.low)));
  const no = partial.and(missed(truth.high), partial.not(missed(logic.high)));
  for (const [node, completions] of [
    [yes, true],
    [no, false],
  ] as const) {
    const witness = pathTo({ ...partial, variables }, node, TRUE);
    if (witness) return { witness, completions };
  }
  return null;

  /** Yes exactly where a node is no. */
  function missed(node: NodeId): NodeId {
    return partial.sure(partial.not(node));
  }

  /** The bounds by Kleene logic. */
  function boundsOfCondition(part: Condition): Bounds {
    if ('not' in part) {
      const { low, high } = boundsOfCondition(part.not);
      return { low: partial.not(high), high: partial.not(low) };
    }
    const group = groupOf(part);
    if (group) {
      const bounds = group.parts.map(boundsOfCondition);
      return {
        low: partial.atLeast(
          group.needed,
          bounds.map(({ low }) => low),
        ),
        high: partial.atLeast(
          group.needed,
          bounds.map(({ high }) => high),
        ),
      };
    }
    const at = 'fact' in part ? facts.indexOf(part.fact) : -1;
    if (at < 0) return { low: HUB, high: HUB };
    const known = (store.variables[at] as Variable).groups.map(([value]) =>
      passes(part as never, value as FactValue) ? TRUE : FALSE,
    );
    return { low: partial.make(at, [FALSE, ...known]), high: partial.make(at, [TRUE, ...known]) };
  }

  /** The bounds by completions. */
  function boundsOfNode(root: NodeId): Bounds {
    const memo = new Map<NodeId, Bounds>();
    const visit = (node: NodeId): Bounds => {
      if (node <= TRUE) return { low: node, high: node };
      let bounds = memo.get(node);
      if (!bounds) {
        const variable = store.variableOf(node);
        const children = store.childrenOf(node).map(visit);
        const lows = children.map(({ low }) => low);
        const highs = children.map(({ high }) => high);
        bounds = {
          low: partial.make(variable, [lows.reduce(partial.and, TRUE), ...lows]),
          high: partial.make(variable, [highs.reduce(partial.or, FALSE), ...highs]),
        };
        memo.set(node, bounds);
      }
      return bounds;
    };
    return visit(root);
  }
}
