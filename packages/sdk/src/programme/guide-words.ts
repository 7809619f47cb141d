import type { GuideLine } from './guide-lines.js';
import type { Statement } from './programme-facts.js';

/** Statements as lines, each with what other sources say; one without a value is left out. */
export function lines(statements: readonly Statement[]): readonly GuideLine[] {
  return statements.flatMap(({ value, source, note, variants = [], conflict }) =>
    value === null
      ? []
      : [
          {
            text: value,
            notes: [note, ...variants.flatMap((other) => [other.value, other.note]), conflict].filter(
              (each) => each !== undefined,
            ),
            source: [...new Set([...source, ...variants.flatMap((other) => other.source)])],
          },
        ],
  );
}
