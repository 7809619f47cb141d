import { GroupsError } from './errors.js';
import type { GroupRules, GroupSchool, GroupSpecialist } from './problem.js';

/** @throws {GroupsError} `groups-input` that lists everything wrong at once */
export function checkInput(
  schools: readonly GroupSchool[],
  specialists: readonly GroupSpecialist[],
  rules: GroupRules,
): void {
  const faults = [
    ...repeated(schools.map(({ reference }) => reference)).map(
      (reference) => `Two schools have the reference ${reference}. Give each its own.`,
    ),
    ...repeated(specialists.map(({ id }) => id)).map(
      (id) => `Two specialists are called ${id}. Add a letter to one of them.`,
    ),
    ...sizeFaults(rules),
    ...numberFaults(rules, specialists),
    ...placeFaults(schools, specialists),
    ...nameFaults(schools, specialists, rules),
  ];
  if (faults.length > 0) throw new GroupsError('groups-input', faults.join('\n'));
}

function sizeFaults({ size: { min, max } }: GroupRules): string[] {
  const whole = Number.isInteger(min) && Number.isInteger(max);
  return whole && min >= 1 && max >= min
    ? []
    : [`A group of ${min} to ${max} schools cannot be formed. State whole numbers, the smaller first.`];
}

function numberFaults(rules: GroupRules, specialists: readonly GroupSpecialist[]): string[] {
  const notNegative = (value: number | null | undefined, what: string): string[] =>
    value === undefined || value === null || (Number.isFinite(value) && value >= 0)
      ? []
      : [`${what} is ${value}. State a number that is not below nought.`];
  return [
    ...notNegative(rules.detour, 'The detour'),
    ...notNegative(rules.maxKilometres, 'The longest way'),
    ...notNegative(rules.trustLimit, 'The most schools of one trust'),
    ...notNegative(rules.daysPerGroup, 'The days for a group'),
    ...notNegative(rules.daysPerSchool, 'The days for a school'),
    ...specialists.flatMap(({ id, groups, schools, days, maxKilometres }) => [
      ...notNegative(groups, `The number of groups of ${id}`),
      ...notNegative(schools, `The number of schools of ${id}`),
      ...notNegative(days, `The number of days of ${id}`),
      ...notNegative(maxKilometres, `The longest way of ${id}`),
      ...(groups === undefined || Number.isInteger(groups)
        ? []
        : [`${id} leads ${groups} groups. State a whole number.`]),
    ]),
    ...Object.entries(rules.distances ?? {}).flatMap(([id, row]) =>
      Object.entries(row).flatMap(([reference, value]) =>
        notNegative(value, `The distance from ${id} to ${reference}`),
      ),
    ),
  ];
}

function placeFaults(schools: readonly GroupSchool[], specialists: readonly GroupSpecialist[]): string[] {
  return [
    ...schools.map(({ reference, place }) => ({ name: reference, place })),
    ...specialists.map(({ id, place }) => ({ name: id, place })),
  ]
    .filter(
      ({ place }) => place !== null && !(Number.isFinite(place.easting) && Number.isFinite(place.northing)),
    )
    .map(
      ({ name }) =>
        `The place of ${name} is no pair of numbers. Give easting and northing in metres, or null.`,
    );
}

function nameFaults(
  schools: readonly GroupSchool[],
  specialists: readonly GroupSpecialist[],
  { together = [], apart = [], pinned = [], barred = [] }: GroupRules,
): string[] {
  const references = new Set(schools.map(({ reference }) => reference));
  const ids = new Set(specialists.map(({ id }) => id));
  const pairs = [...pinned, ...barred];
  const pinnedTo = new Map<string, string>();
  const twice = pinned.filter(({ school, specialist }) => {
    const before = pinnedTo.get(school);
    pinnedTo.set(school, specialist);
    return before !== undefined && before !== specialist;
  });
  const both = pinned.filter((pin) =>
    barred.some(({ school, specialist }) => school === pin.school && specialist === pin.specialist),
  );
  return [
    ...[...together.flat(), ...apart.flat(), ...pairs.map(({ school }) => school)]
      .filter((reference) => !references.has(reference))
      .map((reference) => `A rule names the school ${reference}, which is not among those given.`),
    ...pairs
      .filter(({ specialist }) => !ids.has(specialist))
      .map(({ specialist }) => `A rule names the specialist ${specialist}, who is not among those given.`),
    ...twice.map(({ school }) => `The school ${school} is pinned to two specialists. Take one pin away.`),
    ...both.map(
      ({ school, specialist }) => `The school ${school} is both pinned to ${specialist} and barred.`,
    ),
  ];
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
