import type { Choice } from '@maths-hubs/components/foundation/controls';

/** A table of words as the choices of a list. */
export function choicesOf(words: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
