import { InvalidDataError, type Fault } from '@maths-hubs/sdk/evidence';
import { inDomain, listValues, type FactDefinition, type Facts } from '@maths-hubs/sdk/rules';
import { FACTS } from '@maths-hubs/sdk/schools';
import { readJson } from './input.js';

/**
 * What is known of a school, as a JSON object of facts; null is "not sure".
 * @param asked  facts that it may name: those about a school by default
 * @throws {InvalidDataError} with every fault at once
 */
export async function readFacts(path: string, asked?: readonly FactDefinition[]): Promise<Facts> {
  return factsFrom(await readJson(path), asked);
}

/**
 * The same of what was read already.
 * @throws {InvalidDataError} with every fault at once
 */
export function factsFrom(json: unknown, asked: readonly FactDefinition[] = FACTS): Facts {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new InvalidDataError('list of facts', [
      fault('', json, 'an object', 'Write one such as {"headteacherCommits": true}.'),
    ]);
  const definitions: ReadonlyMap<string, FactDefinition> = new Map(asked.map((fact) => [fact.id, fact]));
  const faults = Object.entries(json).flatMap(([name, value]) => {
    const fact = definitions.get(name);
    if (!fact) return [fault(name, name, 'the name of a fact', 'See “maths-hubs facts”.')];
    return value === null || inDomain(fact.domain, value)
      ? []
      : [fault(name, value, 'an answer to it', `Use ${answers(fact)}, or null for not sure.`)];
  });
  if (faults.length > 0) throw new InvalidDataError('list of facts', faults);
  return json as Facts;
}

/** The answers that a fact takes, as they are written in JSON. */
export function answers({ domain }: FactDefinition): string {
  return typeof domain === 'object' && 'min' in domain
    ? `${domain.min} to ${domain.max}`
    : listValues(domain)
        .map((value) => JSON.stringify(value))
        .join(', ');
}

function fault(path: string, found: unknown, expected: string, remedy: string): Fault {
  return { path, found: JSON.stringify(found), expected, remedy };
}
