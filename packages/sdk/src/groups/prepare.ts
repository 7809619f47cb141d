import { checkInput } from './check-input.js';
import { journeyBetween } from './distance.js';
import type { Belonging, GroupRules, GroupSchool, GroupSpecialist, Journey, Weekday } from './problem.js';
import { WEEKDAYS } from './problem.js';

/** A group that a specialist could lead: one slot for each. */
export interface Slot {
  readonly index: number;
  readonly specialist: GroupSpecialist;
  /** 1 for a specialist's first group. */
  readonly number: number;
  readonly weekdays: readonly Weekday[];
}

/** Schools that are placed together or not at all: usually one. */
export interface Unit {
  readonly index: number;
  readonly members: readonly GroupSchool[];
  /** The slots that may take it, each with its members' total journey, in metres. */
  readonly metres: ReadonlyMap<number, number>;
  readonly weekdays: readonly Weekday[];
  /** Each member's tier: 0 is placed first. */
  readonly tiers: readonly number[];
  readonly pinned: string | null;
}

/** A limit on schools of one kind in a group. */
interface Limit {
  readonly kind: 'trust' | 'apart';
  readonly most: number;
  /** Schools of the kind in each unit that has any. */
  readonly counts: ReadonlyMap<number, number>;
  readonly references: ReadonlySet<string>;
}

/** Everything that forming and judging a plan needs, in an order that does not depend on the input's. */
export interface Problem {
  readonly rules: GroupRules;
  readonly schools: readonly GroupSchool[];
  readonly specialists: readonly GroupSpecialist[];
  readonly slots: readonly Slot[];
  readonly units: readonly Unit[];
  readonly unitOf: ReadonlyMap<string, Unit>;
  readonly schoolOf: ReadonlyMap<string, GroupSchool>;
  readonly limits: readonly Limit[];
  /** Schools that are not candidates: they applied for another phase, or the terms rule them out. */
  readonly noCandidates: readonly GroupSchool[];
  /** Whether anyone stated days of the week, so a group needs one that suits all. */
  readonly weekdaysMatter: boolean;
  /** Whether a specialist's days in the year bound their groups. */
  readonly daysMatter: boolean;
  journey(specialist: GroupSpecialist, school: GroupSchool): Journey | null;
}

/**
 * Checks the input and works out the allowed pairs.
 * @throws {GroupsError} `groups-input`
 */
export function prepare(
  schools: readonly GroupSchool[],
  specialists: readonly GroupSpecialist[],
  rules: GroupRules,
): Problem {
  checkInput(schools, specialists, rules);
  const ordered = [...schools].sort((a, b) => byText(a.reference, b.reference));
  const candidates = ordered.filter(
    ({ phase, ruledOut }) => (phase ?? rules.phase) === rules.phase && !ruledOut,
  );
  const leaders = [...specialists].sort((a, b) => byText(a.id, b.id));
  const slots = leaders
    .filter(({ phases }) => phases === undefined || phases.length === 0 || phases.includes(rules.phase))
    .flatMap((specialist) =>
      Array.from({ length: specialist.groups ?? 1 }, (_, index) => ({ specialist, number: index + 1 })),
    )
    .map((slot, index) => ({ ...slot, index, weekdays: weekdaysOf(slot.specialist) }));
  const memo = new Map<string, Journey | null>();
  const journey = (specialist: GroupSpecialist, school: GroupSchool): Journey | null => {
    const key = JSON.stringify([specialist.id, school.reference]);
    let found = memo.get(key);
    if (found === undefined) memo.set(key, (found = journeyBetween(specialist, school, rules)));
    return found;
  };
  const tiers = tiersOf(candidates, rules);
  const units = unitsOf(candidates, rules).map((members, index): Unit => {
    const weekdays = shared(members.map(weekdaysOf));
    const slotMetres = slots.flatMap((slot) => {
      const metres = unitMetres(members, slot, rules, journey);
      return metres === null || !meet(weekdays, slot.weekdays) ? [] : [[slot.index, metres] as const];
    });
    return {
      index,
      members,
      weekdays,
      metres: new Map(slotMetres),
      tiers: members.map(({ reference }) => tiers.get(reference) ?? 0),
      pinned: members.map(({ reference }) => pinOf(reference, rules)).find((id) => id !== null) ?? null,
    };
  });
  const limits = limitsOf(units, candidates, rules);
  return {
    rules,
    schools: candidates,
    specialists: leaders,
    slots,
    units,
    unitOf: new Map(units.flatMap((unit) => unit.members.map(({ reference }) => [reference, unit] as const))),
    schoolOf: new Map(candidates.map((school) => [school.reference, school])),
    limits,
    noCandidates: ordered.filter((school) => !candidates.includes(school)),
    weekdaysMatter: [...candidates, ...leaders].some((one) => weekdaysOf(one).length < WEEKDAYS.length),
    daysMatter: leaders.some(({ days }) => typeof days === 'number') && rules.daysPerGroup !== undefined,
    journey,
  };
}

/** The specialist that a school is pinned to, or null. */
export function pinOf(reference: string, { pinned = [] }: GroupRules): string | null {
  return pinned.find(({ school }) => school === reference)?.specialist ?? null;
}

/** Why a single school may not go with a specialist; null if it may. */
export type Bar = 'pinned-elsewhere' | 'barred' | 'no-distance' | 'too-far' | null;

export function barBetween(
  specialist: GroupSpecialist,
  { reference }: GroupSchool,
  way: Journey | null,
  rules: GroupRules,
): Bar {
  const pin = pinOf(reference, rules);
  if (pin !== null) return pin === specialist.id ? null : 'pinned-elsewhere';
  if (rules.barred?.some((bar) => bar.school === reference && bar.specialist === specialist.id))
    return 'barred';
  if (way === null) return 'no-distance';
  return way.kilometres > reachOf(specialist, rules) ? 'too-far' : null;
}

/** The longest journey that a specialist makes, in kilometres. */
export function reachOf({ maxKilometres }: GroupSpecialist, rules: GroupRules): number {
  return maxKilometres ?? rules.maxKilometres ?? Infinity;
}

/** Most schools that a specialist's groups can hold in total, by their stated number and their days. */
export function mostSchools(specialist: GroupSpecialist, groups: number, rules: GroupRules): number {
  const { daysPerGroup = 0, daysPerSchool = 0 } = rules;
  const { days, schools } = specialist;
  const byDays =
    typeof days !== 'number' || rules.daysPerGroup === undefined
      ? Infinity
      : days < daysPerGroup * groups
        ? 0
        : daysPerSchool === 0
          ? Infinity
          : Math.floor((days - daysPerGroup * groups) / daysPerSchool + 1e-9);
  return Math.min(schools ?? Infinity, byDays, groups * rules.size.max);
}

function meet(a: readonly Weekday[], b: readonly Weekday[]): boolean {
  return a.some((day) => b.includes(day));
}

/** No stated days means any day. */
export function weekdaysOf({ weekdays }: { readonly weekdays?: readonly Weekday[] }): readonly Weekday[] {
  return weekdays === undefined || weekdays.length === 0
    ? WEEKDAYS
    : WEEKDAYS.filter((day) => weekdays.includes(day));
}

/** Days common to all. */
export function shared(all: readonly (readonly Weekday[])[]): readonly Weekday[] {
  return WEEKDAYS.filter((day) => all.every((days) => days.includes(day)));
}

function unitMetres(
  members: readonly GroupSchool[],
  { specialist }: Slot,
  rules: GroupRules,
  journey: Problem['journey'],
): number | null {
  let metres = 0;
  for (const school of members) {
    const way = journey(specialist, school);
    if (barBetween(specialist, school, way, rules) !== null) return null;
    metres += Math.round((way?.kilometres ?? 0) * 1000);
  }
  return metres;
}

/** Pinned schools first, then those that completed the phase with priority, then the hub's own order. */
function tiersOf(schools: readonly GroupSchool[], rules: GroupRules): Map<string, number> {
  const rank = (school: GroupSchool): readonly number[] => [
    pinOf(school.reference, rules) === null ? 1 : 0,
    hasPriority(school, rules) ? 0 : 1,
    school.order ?? Infinity,
  ];
  const ranks = new Map(schools.map((school) => [school.reference, rank(school)]));
  const distinct = [...new Map([...ranks.values()].map((each) => [each.join(), each])).values()].sort(byRank);
  const places = new Map(distinct.map((each, index) => [each.join(), index]));
  return new Map([...ranks].map(([reference, each]) => [reference, places.get(each.join()) ?? 0]));
}

export function hasPriority({ completed = [] }: GroupSchool, { priorityPhase = null }: GroupRules): boolean {
  return priorityPhase !== null && completed.includes(priorityPhase);
}

function byRank(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

/** Joins schools that a rule keeps together, however the rules chain. */
function unitsOf(schools: readonly GroupSchool[], rules: GroupRules): GroupSchool[][] {
  const parent = new Map(schools.map(({ reference }) => [reference, reference]));
  const rootOf = (reference: string): string => {
    const above = parent.get(reference) ?? reference;
    return above === reference ? above : rootOf(above);
  };
  const known = (list: readonly string[]): string[] => list.filter((reference) => parent.has(reference));
  const lists = [
    ...(rules.together ?? []).map(known),
    ...belongingLists(schools, rules, 'together').map(({ references }) => references),
  ];
  for (const [first, ...others] of lists)
    if (first !== undefined) for (const other of others) parent.set(rootOf(other), rootOf(first));
  const units = new Map<string, GroupSchool[]>();
  for (const school of schools) {
    const root = rootOf(school.reference);
    units.set(root, [...(units.get(root) ?? []), school]);
  }
  return [...units.values()];
}

/** Schools of one trust, or one headteacher, where the rules treat them together. */
function belongingLists(
  schools: readonly GroupSchool[],
  { sameTrust = 'any', sameHeadteacher = 'any' }: GroupRules,
  wanted: Belonging,
): { readonly kind: 'trust' | 'headteacher'; readonly references: string[] }[] {
  const lists = (kind: 'trust' | 'headteacher'): string[][] => {
    const byName = new Map<string, string[]>();
    for (const school of schools) {
      const name = school[kind]?.trim().toLowerCase();
      if (name) byName.set(name, [...(byName.get(name) ?? []), school.reference]);
    }
    return [...byName.values()].filter(({ length }) => length > 1);
  };
  return [
    ...(sameTrust === wanted
      ? lists('trust').map((references) => ({ kind: 'trust' as const, references }))
      : []),
    ...(sameHeadteacher === wanted
      ? lists('headteacher').map((references) => ({ kind: 'headteacher' as const, references }))
      : []),
  ];
}

function limitsOf(units: readonly Unit[], schools: readonly GroupSchool[], rules: GroupRules): Limit[] {
  const limit = (kind: Limit['kind'], most: number, references: readonly string[]): Limit => {
    const named = new Set(references);
    const counts = units
      .map(
        ({ index, members }) =>
          [index, members.filter(({ reference }) => named.has(reference)).length] as const,
      )
      .filter(([, count]) => count > 0);
    return { kind, most, counts: new Map(counts), references: named };
  };
  const { trustLimit = null, apart = [] } = rules;
  const trusts = trustLimit === null ? [] : belongingLists(schools, { ...rules, sameTrust: 'any' }, 'any');
  return [
    ...trusts
      .filter(({ kind, references }) => kind === 'trust' && references.length > (trustLimit ?? 0))
      .map(({ references }) => limit('trust', trustLimit ?? 0, references)),
    ...belongingLists(schools, rules, 'apart').map(({ kind, references }) =>
      limit(kind === 'trust' ? 'trust' : 'apart', 1, references),
    ),
    ...apart.map((references) => limit('apart', 1, references)),
  ];
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
