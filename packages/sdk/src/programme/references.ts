import type { Fault } from '../evidence/index.js';
import { faultAt } from '../ground/faults.js';

type Path = readonly (string | number)[];
type Json = Record<string, unknown>;

/**
 * Faults of an edition that its shape does not show: sources and phases named but missing, ids used twice,
 * spans that end before they start, a hub's value in the national edition.
 * Reads any JSON, so that these faults are reported together with those of shape.
 */
export function referenceFaults(json: unknown): Fault[] {
  if (!isObject(json)) return [];
  const fault = (path: Path, expected: string, remedy: string): Fault =>
    faultAt(path, json, expected, remedy);
  return [
    ...sourceFaults(json, fault),
    ...phaseFaults(json, fault),
    ...repeatedIds(json, fault),
    ...spanFaults(json, fault),
  ];
}

type MakeFault = (path: Path, expected: string, remedy: string) => Fault;

function sourceFaults(json: Json, fault: MakeFault): Fault[] {
  const table = isObject(json['sources']) ? json['sources'] : {};
  const faults = Object.entries(table).flatMap(([key, source]) =>
    isObject(source) && source['id'] !== key
      ? [fault(['sources', key, 'id'], `"${key}"`, 'Make the id the same as its key.')]
      : [],
  );
  for (const { path, object } of objectsIn(json)) {
    for (const [index, id] of listOf(object['source']).entries())
      if (typeof id === 'string' && !Object.hasOwn(table, id))
        faults.push(
          fault(
            [...path, 'source', index],
            'an id in this file’s sources',
            'Add that source, or correct the id.',
          ),
        );
    if (object['basis'] === 'hub' && json['hub'] === null)
      faults.push(
        fault([...path, 'basis'], 'stated or derived', 'Name the hub whose terms these are in “hub”.'),
      );
  }
  return faults;
}

function phaseFaults(json: Json, fault: MakeFault): Fault[] {
  const phases = listOf(json['phases']);
  const ids = phases.flatMap((phase) => (isObject(phase) ? [phase['id']] : []));
  const places: Path[] = [
    ...phases.flatMap((_, index) => within(json, ['phases', index, 'terms', 'next', 'value'])),
    ...each(json, 'entryPoints').map((path) => [...path, 'phase']),
    ...each(json, 'doors').map((path) => [...path, 'phase']),
    ...each(json, 'transitions').flatMap((path) => [
      [...path, 'from'],
      [...path, 'to'],
    ]),
    ...each(json, 'recruitment').flatMap((path) => within(json, [...path, 'phases'])),
    ...within(json, ['calendar', 'events']).map((path) => [...path, 'phase']),
  ];
  return places
    .filter((path) => typeof at(json, path) === 'string' && !ids.includes(at(json, path)))
    .map((path) =>
      fault(path, `one of this edition’s phases: ${ids.join(', ') || 'none'}`, 'Name one of them.'),
    );
}

function repeatedIds(json: Json, fault: MakeFault): Fault[] {
  const phases = listOf(json['phases']);
  const lists: Path[] = [
    ['phases'],
    ['doors'],
    ['recruitment'],
    ['linkedProjects'],
    ['calendar', 'events'],
    ['calendar', 'halfTerms'],
    ...phases.flatMap((_, index) => [
      ['phases', index, 'requirements'],
      ['phases', index, 'terms', 'funding', 'value'],
    ]),
  ];
  return lists.flatMap((path) => {
    const seen = new Set<unknown>();
    return within(json, path).flatMap((item) => {
      const id = at(json, [...item, 'id']);
      const again = typeof id === 'string' && seen.has(id);
      seen.add(id);
      return again
        ? [fault([...item, 'id'], 'an id not used before in this list', 'Give each its own.')]
        : [];
    });
  });
}

function spanFaults(json: Json, fault: MakeFault): Fault[] {
  const spans = [
    ...each(json, 'recruitment').map((path) => ({ path, from: 'opens', to: 'closes' })),
    ...within(json, ['calendar', 'halfTerms']).map((path) => ({ path, from: 'starts', to: 'ends' })),
  ];
  return spans.flatMap(({ path, from, to }) => {
    const [first, last] = [at(json, [...path, from]), at(json, [...path, to])];
    return typeof first === 'string' && typeof last === 'string' && last < first
      ? [fault([...path, to], `a day on or after ${first}`, 'Correct one of the two days.')]
      : [];
  });
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function at(json: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Json)[key]
        : undefined,
    json,
  );
}

/** The path of every item of the list at a path. */
function within(json: Json, path: Path): Path[] {
  return listOf(at(json, path)).map((_, index) => [...path, index]);
}

function each(json: Json, key: string): Path[] {
  return within(json, [key]);
}

function* objectsIn(value: unknown, path: Path = []): Generator<{ path: Path; object: Json }> {
  if (isObject(value)) yield { path, object: value };
  const children = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  for (const [key, child] of children as [string | number, unknown][])
    yield* objectsIn(child, [...path, key]);
}
