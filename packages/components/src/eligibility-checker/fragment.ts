import type { Facts } from '@maths-hubs/sdk/rules';
import { answerText, FRAGMENT } from './facts.js';

/** A check as the fragment of an address; a fragment never leaves the browser. */
export function toFragment(phase: string, facts: Facts): string {
  const answers = Object.entries(facts).flatMap(([id, value]) =>
    value === undefined ? [] : [[id, answerText(value)]],
  );
  return FRAGMENT + String(new URLSearchParams([...(phase ? [['phase', phase]] : []), ...answers]));
}
