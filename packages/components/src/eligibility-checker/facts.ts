import { inDomain, listValues, type FactDefinition, type Facts, type FactValue } from '@maths-hubs/sdk/rules';
import { FACTS } from '@maths-hubs/sdk/schools';
import { NOT_SURE } from './kinds.js';

/** Every fact that may be asked, by id. */
export const DEFINITIONS: readonly FactDefinition[] = FACTS;

export function definitionOf(id: string): FactDefinition | undefined {
  return DEFINITIONS.find((definition) => definition.id === id);
}

/** Of what a page says of a school, the facts that a rule may test, with values that they can take; `null` is "not sure". */
export function soundFacts(given: object | undefined): Facts {
  const known = Object.entries(given ?? {}).filter(([id, value]: [string, unknown]) => {
    const definition = definitionOf(id);
    return definition && (value === null || inDomain(definition.domain, value));
  });
  return Object.fromEntries(known) as Facts;
}

/** An answer as the text of a form control or of a link. */
export function answerText(value: FactValue | null): string {
  return value === null ? NOT_SURE : String(value);
}

/** The answer that a text stands for; undefined when it is none of the fact's. */
export function answerOf(
  { domain }: FactDefinition,
  text: string | null | undefined,
): FactValue | null | undefined {
  if (text === NOT_SURE) return null;
  return listValues(domain).find((value) => String(value) === text);
}
