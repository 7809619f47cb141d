import type { Facts, FactValue } from '@maths-hubs/sdk/rules';
import { answerOf, answerText, definitionOf } from './facts.js';
import { entriesOf, FRAGMENT } from './link.js';

/** A check as the fragment of an address; a fragment never leaves the browser. */
export function toFragment(phase: string, facts: Facts): string {
  const answers = Object.entries(facts).flatMap(([id, value]) =>
    value === undefined ? [] : [[id, answerText(value)]],
  );
  return FRAGMENT + String(new URLSearchParams([...(phase ? [['phase', phase]] : []), ...answers]));
}

/** The check that a fragment carries; undefined when it carries none. What makes no sense in it is left aside. */
export function fromFragment(fragment: string): { phase: string; facts: Facts } | undefined {
  const entries = entriesOf(fragment);
  if (!entries) return undefined;
  const facts: Record<string, FactValue | null> = {};
  for (const [id, text] of entries) {
    const definition = definitionOf(id);
    const answer = definition && answerOf(definition, text);
    if (answer !== undefined) facts[id] = answer;
  }
  return { phase: entries.get('phase') ?? '', facts };
}
