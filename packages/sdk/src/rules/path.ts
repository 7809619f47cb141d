import type { Variable } from './diagram.js';
import type { Facts } from './fact.js';
import { TRUE, type NodeId, type Nodes } from './nodes.js';

/** The first facts, by the order of the diagram, that lead from a node to an end. */
export function pathTo(
  { variables, variableOf, childrenOf }: Nodes & { readonly variables: readonly Variable[] },
  root: NodeId,
  end: NodeId,
): Facts | null {
  const dead = new Set<NodeId>();
  const visit = (node: NodeId): Facts | null => {
    if (node <= TRUE) return node === end ? {} : null;
    if (dead.has(node)) return null;
    const variable = variables[variableOf(node)];
    for (const [group, child] of childrenOf(node).entries()) {
      const rest = visit(child);
      const value = variable?.groups[group]?.[0];
      if (rest && variable) return value === undefined ? rest : { [variable.definition.id]: value, ...rest };
    }
    dead.add(node);
    return null;
  };
  return visit(root);
}
