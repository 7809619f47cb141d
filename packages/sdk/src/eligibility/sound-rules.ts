import { InvalidDataError } from '../ground/errors.js';
import { checkCondition, type Condition, type FactDefinition } from '../rules/index.js';

/** Rules found sound, with their facts: each is checked once, however many schools are decided. */
const sound = new WeakMap<Condition, readonly FactDefinition[]>();

/**
 * Refuses rules that `parseEdition` would: an edition may be JSON that it never read.
 * @param place  path of a rule's condition in the edition
 * @throws {InvalidDataError} with every fault at once
 */
export function soundRules(
  rules: readonly { readonly condition: Condition }[],
  definitions: readonly FactDefinition[],
  place: (index: number) => string,
): void {
  const faults = rules.flatMap(({ condition }, index) => {
    if (sound.get(condition) === definitions) return [];
    const found = checkCondition(condition, definitions, place(index));
    if (found.length === 0) sound.set(condition, definitions);
    return found;
  });
  if (faults.length > 0) throw new InvalidDataError('edition', faults);
}
