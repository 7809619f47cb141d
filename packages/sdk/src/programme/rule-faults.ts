import type { Fault } from '../ground/errors.js';
import { pathText } from '../ground/faults.js';
import { checkCondition, type Condition, type FactDefinition } from '../rules/index.js';
import { findExcess } from '../rules/excess.js';

type Path = readonly (string | number)[];

/**
 * Faults of the rules in a file: undeclared facts, values that are no answer, and rules with too many
 * combinations. Only of rules of the right shape; the rest are faults of shape.
 * @param isRule  whether JSON has the shape of a condition
 */
export function ruleFaults(
  json: unknown,
  definitions: readonly FactDefinition[],
  isRule: (json: unknown) => json is Condition,
): Fault[] {
  return conditionsIn(json).flatMap(({ path, condition }) => {
    if (!isRule(condition)) return [];
    const faults = checkCondition(condition, definitions, pathText(path));
    return faults.length > 0 ? faults : excess(condition, definitions, path);
  });
}

/** The rules of a phase are all decided together. */
export function phaseExcess(
  requirements: readonly { readonly condition: Condition }[],
  definitions: readonly FactDefinition[],
  path: Path,
): Fault[] {
  return excess({ all: requirements.map(({ condition }) => condition) }, definitions, path);
}

function excess(condition: Condition, definitions: readonly FactDefinition[], path: Path): Fault[] {
  const facts = findExcess(condition, definitions);
  if (facts === null) return [];
  return [
    {
      path: pathText(path),
      found: `too many combinations of ${facts.length} facts`,
      expected: 'a rule that can be decided on while a person waits',
      remedy: 'Split it into rules of fewer facts, or write { "atLeast": 2, "of": [ … ] }.',
    },
  ];
}

/** Every condition anywhere in a file: an object under a key of that name. */
function conditionsIn(json: unknown, path: Path = []): { path: Path; condition: unknown }[] {
  if (typeof json !== 'object' || json === null) return [];
  const children: [string | number, unknown][] = Array.isArray(json)
    ? [...(json as unknown[]).entries()]
    : Object.entries(json);
  return children.flatMap(([key, child]) => {
    const at = [...path, key];
    return key === 'condition' && typeof child === 'object'
      ? [{ path: at, condition: child }]
      : conditionsIn(child, at);
  });
}
