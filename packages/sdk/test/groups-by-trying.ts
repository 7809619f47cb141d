import type { GroupPlan, GroupRules, GroupSchool, GroupSpecialist } from '../src/groups/index.js';
import { WEEKDAYS } from '../src/groups/index.js';

/** What plans are compared by, most important first; the last is metres, where less is better. */
export type Score = readonly number[];

/**
 * The best score of all that there are, by trying every way to place every school. Written from the words of the rules
 * alone, and shares nothing with the room that it checks.
 */
export function bestByTrying(
  schools: readonly GroupSchool[],
  specialists: readonly GroupSpecialist[],
  rules: GroupRules,
): Score {
  const slots = specialists.flatMap((specialist) =>
    Array.from({ length: specialist.groups ?? 1 }, () => specialist),
  );
  const mine = schools.filter(({ phase }) => !phase || phase === rules.phase);
  let best: Score | null = null;
  const places: number[] = mine.map(() => -1);
  const tryFrom = (index: number): void => {
    const school = mine[index];
    if (school === undefined) {
      if (!keepsRules(mine, slots, places, rules)) return;
      const score = scoreOf(mine, slots, places, rules);
      if (best === null || compare(score, best) < 0) best = score;
      return;
    }
    for (let slot = -1; slot < slots.length; slot += 1) {
      const specialist = slots[slot];
      if (specialist !== undefined && !mayGo(school, specialist, rules)) continue;
      places[index] = slot;
      tryFrom(index + 1);
    }
    places[index] = -1;
  };
  tryFrom(0);
  return best ?? [];
}

/** The score of a plan that the room made. */
export function scoreOfPlan(
  plan: GroupPlan,
  schools: readonly GroupSchool[],
  specialists: readonly GroupSpecialist[],
  rules: GroupRules,
): { readonly score: Score; readonly keeps: boolean } {
  const mine = schools.filter(({ phase }) => !phase || phase === rules.phase);
  const slots = specialists.flatMap((specialist) =>
    Array.from({ length: specialist.groups ?? 1 }, (_, index) => ({ ...specialist, number: index + 1 })),
  );
  const places = mine.map(({ reference }) => {
    const group = plan.groups.find((each) => each.schools.some((school) => school.reference === reference));
    return slots.findIndex(({ id, number }) => id === group?.specialist && number === group.number);
  });
  const allowed = mine.every((school, index) => {
    const slot = slots[places[index] ?? -1];
    return slot === undefined || mayGo(school, slot, rules);
  });
  return {
    score: scoreOf(mine, slots, places, rules),
    keeps: allowed && keepsRules(mine, slots, places, rules),
  };
}

function metres(school: GroupSchool, specialist: GroupSpecialist, rules: GroupRules): number | null {
  const own = rules.distances?.[specialist.id]?.[school.reference];
  if (own !== undefined) return Math.round(own * 1000);
  const [a, b] = [school.place, specialist.place];
  if (a === null || b === null) return null;
  const straight = Math.round(Math.sqrt((a.easting - b.easting) ** 2 + (a.northing - b.northing) ** 2));
  return Math.round((straight / 1000) * (rules.detour ?? 1.3) * 1000);
}

function mayGo(school: GroupSchool, specialist: GroupSpecialist, rules: GroupRules): boolean {
  if (specialist.phases?.length && !specialist.phases.includes(rules.phase)) return false;
  const pin = rules.pinned?.find((each) => each.school === school.reference);
  if (pin) return pin.specialist === specialist.id;
  if (rules.barred?.some((each) => each.school === school.reference && each.specialist === specialist.id))
    return false;
  const way = metres(school, specialist, rules);
  return way !== null && way <= (specialist.maxKilometres ?? rules.maxKilometres ?? Infinity) * 1000;
}

function keepsRules(
  schools: readonly GroupSchool[],
  slots: readonly GroupSpecialist[],
  places: readonly number[],
  rules: GroupRules,
): boolean {
  const slotOf = new Map(schools.map(({ reference }, index) => [reference, places[index] ?? -1]));
  const inside = slots.map((_, slot) => schools.filter((__, index) => places[index] === slot));
  const kin = (key: 'trust' | 'headteacher'): string[][] =>
    [...new Set(schools.flatMap((school) => school[key] ?? []))].map((name) =>
      schools.filter((school) => school[key] === name).map(({ reference }) => reference),
    );
  const together = [
    ...(rules.together ?? []),
    ...(rules.sameTrust === 'together' ? kin('trust') : []),
    ...(rules.sameHeadteacher === 'together' ? kin('headteacher') : []),
  ];
  const apart = [
    ...(rules.apart ?? []),
    ...(rules.sameTrust === 'apart' ? kin('trust') : []),
    ...(rules.sameHeadteacher === 'apart' ? kin('headteacher') : []),
  ];
  for (const list of together) {
    const where = list.filter((each) => slotOf.has(each)).map((each) => slotOf.get(each));
    if (new Set(where).size > 1) return false;
  }
  for (const list of apart) {
    const where = list.map((each) => slotOf.get(each) ?? -1).filter((slot) => slot >= 0);
    if (new Set(where).size < where.length) return false;
  }
  for (const group of inside) {
    if (group.length === 0) continue;
    if (group.length < rules.size.min || group.length > rules.size.max) return false;
    if (rules.trustLimit !== undefined && rules.trustLimit !== null)
      for (const trust of new Set(group.flatMap((school) => school.trust ?? [])))
        if (group.filter((school) => school.trust === trust).length > rules.trustLimit) return false;
    const leader = slots[inside.indexOf(group)];
    const suits = (day: (typeof WEEKDAYS)[number]): boolean =>
      [...group, ...(leader ? [leader] : [])].every(
        ({ weekdays }) => !weekdays || weekdays.length === 0 || weekdays.includes(day),
      );
    if (!WEEKDAYS.some(suits)) return false;
  }
  for (const id of new Set(slots.map((slot) => slot.id))) {
    const theirs = inside.filter((group, index) => slots[index]?.id === id && group.length > 0);
    const count = theirs.flat().length;
    const leader = slots.find((slot) => slot.id === id);
    if (typeof leader?.schools === 'number' && count > leader.schools) return false;
    if (typeof leader?.days === 'number' && rules.daysPerGroup !== undefined && theirs.length > 0)
      if (theirs.length * rules.daysPerGroup + count * (rules.daysPerSchool ?? 0) > leader.days) return false;
  }
  return true;
}

function scoreOf(
  schools: readonly GroupSchool[],
  slots: readonly GroupSpecialist[],
  places: readonly number[],
  rules: GroupRules,
): Score {
  const placed = schools.filter((_, index) => (places[index] ?? -1) >= 0);
  const pinned = ({ reference }: GroupSchool): boolean =>
    rules.pinned?.some(({ school }) => school === reference) ?? false;
  const first = ({ completed }: GroupSchool): boolean =>
    typeof rules.priorityPhase === 'string' && (completed?.includes(rules.priorityPhase) ?? false);
  const orders = [...new Set(schools.map(({ order }) => order ?? Infinity))].sort((a, b) => a - b);
  const classes = [true, false].flatMap((isPinned) =>
    [true, false].flatMap((isFirst) =>
      orders.map(
        (order) =>
          placed.filter(
            (school) =>
              pinned(school) === isPinned &&
              first(school) === isFirst &&
              (school.order ?? Infinity) === order,
          ).length,
      ),
    ),
  );
  const way = schools.reduce((sum, school, index) => {
    const slot = slots[places[index] ?? -1];
    return slot === undefined ? sum : sum + (metres(school, slot, rules) ?? 0);
  }, 0);
  return [
    -placed.filter(pinned).length,
    -placed.filter(first).length,
    -placed.length,
    ...classes.map((count) => -count),
    way,
  ];
}

function compare(a: Score, b: Score): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
