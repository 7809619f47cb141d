import { hash } from 'node:crypto';

/**
 * Keys that can be destroyed one at a time without keeping each of them: a tree of 16 branches a level (Goldreich,
 * Goldwasser, Micali; "puncturable" when nodes are taken out). A node's key gives those below it by a one-way hash.
 * To destroy a leaf, every key from which it can be worked out is replaced by the keys of the branches beside it.
 *
 * A leaf is a hexadecimal path whose first digits are a time, so that everything before a moment is destroyed by a few
 * nodes, however many leaves there were.
 */
export type Tree = ReadonlyMap<string, Buffer>;

const DIGITS = '0123456789abcdef';

/** A key with a digit behind it: used again, since one is hashed for every digit of every leaf. */
const step = Buffer.alloc(33);

/** A key below another: nobody can go up again. As text it is made, since bytes of their own cost twice as much. */
export function below(key: Buffer, digit: string): Buffer {
  step.set(key);
  step[32] = digit.charCodeAt(0);
  return Buffer.from(hash('sha256', step, 'binary'), 'binary');
}

/** The key at a path; null when it has been destroyed. */
export function keyAt(tree: Tree, path: string): Buffer | null {
  const held = holder(tree, path);
  if (held === null) return null;
  let key = tree.get(held);
  for (const digit of path.slice(held.length)) key = key && below(key, digit);
  return key ?? null;
}

/** The tree without one leaf. Without change when that leaf is gone already. */
export function puncture(tree: Tree, leaf: string): Tree {
  return cut(tree, leaf, (digit, at) => digit !== at);
}

/** The tree without any leaf before this path. */
export function punctureBefore(tree: Tree, path: string): Tree {
  const kept = new Map<string, Buffer>();
  for (const [node, key] of tree) if (node >= path || path.startsWith(node)) kept.set(node, key);
  const beside = cut(kept, path, (digit, at) => digit > at);
  const key = keyAt(tree, path);
  return key === null ? beside : new Map([...beside, [path, key]]);
}

/** Takes a path out and keeps those of its neighbours, level by level, that are wanted. */
function cut(tree: Tree, path: string, wanted: (digit: string, at: string) => boolean): Tree {
  const held = holder(tree, path);
  const next = new Map(tree);
  if (held === null) return next;
  let key = tree.get(held);
  next.delete(held);
  for (let depth = held.length; depth < path.length && key !== undefined; depth += 1) {
    const at = path.charAt(depth);
    for (const digit of DIGITS) {
      if (wanted(digit, at)) next.set(path.slice(0, depth) + digit, below(key, digit));
    }
    key = below(key, at);
  }
  return next;
}

/** The node of the tree above a path, or at it. */
function holder(tree: Tree, path: string): string | null {
  for (let depth = 0; depth <= path.length; depth += 1) {
    const node = path.slice(0, depth);
    if (tree.has(node)) return node;
  }
  return null;
}
