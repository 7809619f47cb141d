import type { Browser } from 'playwright-core';

/** Kinds of hub. */
export const KINDS: readonly string[];

/**
 * Walks the whole way of one kind of hub, from the editor's start to a copied snippet.
 * @param address  of the served examples
 */
export function walk(
  browser: Browser,
  address: string,
  kind: string,
): Promise<{ readonly clicks: number; readonly keys: number }>;
