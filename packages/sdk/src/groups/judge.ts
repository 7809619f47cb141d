import { barBetween, mostSchools, reachOf, shared, weekdaysOf } from './prepare.js';
import type { Problem, Slot } from './prepare.js';
import { WEEKDAYS } from './problem.js';
import type { GroupSchool, GroupSpecialist } from './problem.js';

/** Schools of one group by reference, with their slot. */
export interface Filling {
  readonly specialist: string;
  readonly number: number;
  readonly schools: readonly string[];
}

/** A rule that a set of groups breaks, as a sentence for whoever moved a school. */
export interface BrokenRule {
  readonly rule:
    | 'size'
    | 'days'
    | 'schools'
    | 'groups'
    | 'phase'
    | 'pin'
    | 'barred'
    | 'distance'
    | 'weekday'
    | 'trust'
    | 'apart'
    | 'together';
  readonly specialist: string | null;
  readonly schools: readonly string[];
  readonly sentence: string;
}

/** Every rule that groups break, however they were made. Independent of the solver's model, so it checks it. */
export function judge(problem: Problem, fillings: readonly Filling[]): BrokenRule[] {
  const used = fillings.filter(({ schools }) => schools.length > 0);
  return [
    ...used.flatMap((filling) => judgeGroup(problem, filling)),
    ...judgeSpecialists(problem, used),
    ...judgeTogether(problem, used),
  ];
}

/** The rules that a group breaks on its own. */
export function judgeGroup(
  problem: Problem,
  { specialist: id, number, schools: references }: Filling,
): BrokenRule[] {
  const { rules } = problem;
  const slot = problem.slots.find((each) => each.specialist.id === id && each.number === number);
  if (slot === undefined) return [noSlot(problem, id, references)];
  const { specialist } = slot;
  const schools = references.flatMap((reference) => problem.schoolOf.get(reference) ?? []);
  const broken = (rule: BrokenRule['rule'], sentence: string, about = references): BrokenRule => ({
    rule,
    specialist: id,
    schools: about,
    sentence,
  });
  const { min, max } = rules.size;
  const count = schools.length;
  const found: BrokenRule[] = [];
  if (count < min || count > max)
    found.push(
      broken('size', `${nameOf(specialist)}'s group has ${schoolsOf(count)}; it needs ${between(min, max)}.`),
    );
  for (const school of schools) {
    const way = problem.journey(specialist, school);
    const bar = barBetween(specialist, school, way, rules);
    if (bar !== null)
      found.push(broken(...barred(bar, school, slot, way?.kilometres ?? null, problem), [school.reference]));
  }
  const days = shared([slot.weekdays, ...schools.map(weekdaysOf)]);
  if (days.length === 0)
    found.push(broken('weekday', `No day of the week suits all of ${nameOf(specialist)}'s group.`));
  for (const { kind, most, references: kin } of problem.limits) {
    const here = references.filter((reference) => kin.has(reference));
    if (here.length > most)
      found.push(
        broken(
          kind,
          kind === 'trust'
            ? `${schoolsOf(here.length)} of one trust are in ${nameOf(specialist)}'s group; at most ${most} may be.`
            : `${here.map((each) => titleOf(problem, each)).join(' and ')} are to be in different groups.`,
          here,
        ),
      );
  }
  return found;
}

/** The rules that specialists break with all their groups together. */
export function judgeSpecialists(problem: Problem, fillings: readonly Filling[]): BrokenRule[] {
  return problem.specialists.flatMap((specialist): BrokenRule[] => {
    const theirs = fillings.filter(({ specialist: id }) => id === specialist.id);
    const count = theirs.reduce((sum, { schools }) => sum + schools.length, 0);
    const most = mostSchools(specialist, theirs.length, {
      ...problem.rules,
      size: { ...problem.rules.size, max: Infinity },
    });
    if (theirs.length === 0 || count <= most) return [];
    const byNumber = typeof specialist.schools === 'number' && count > specialist.schools;
    return [
      {
        rule: byNumber ? 'schools' : 'days',
        specialist: specialist.id,
        schools: theirs.flatMap(({ schools }) => schools),
        sentence: byNumber
          ? `${nameOf(specialist)} can take ${schoolsOf(specialist.schools ?? 0)} and has ${count}.`
          : `${nameOf(specialist)} has ${specialist.days} days, which do for ${schoolsOf(most)}, not ${count}.`,
      },
    ];
  });
}

function judgeTogether(problem: Problem, fillings: readonly Filling[]): BrokenRule[] {
  const whereIs = new Map(
    fillings.flatMap(({ specialist, number, schools }) =>
      schools.map((reference) => [reference, `${specialist} ${number}`] as const),
    ),
  );
  return problem.units.flatMap(({ members }): BrokenRule[] => {
    const places = new Set(members.map(({ reference }) => whereIs.get(reference) ?? null));
    if (places.size < 2) return [];
    return [
      {
        rule: 'together',
        specialist: null,
        schools: members.map(({ reference }) => reference),
        sentence: `${members.map((school) => labelOf(school)).join(' and ')} are to be in one group.`,
      },
    ];
  });
}

function noSlot({ specialists, rules }: Problem, id: string, schools: readonly string[]): BrokenRule {
  const specialist = specialists.find((each) => each.id === id);
  const leads = specialist?.groups ?? 1;
  const phased = specialist?.phases?.length && !specialist.phases.includes(rules.phase);
  return {
    rule: phased ? 'phase' : 'groups',
    specialist: id,
    schools,
    sentence:
      specialist === undefined
        ? `There is no specialist ${id}.`
        : phased
          ? `${nameOf(specialist)} does not lead ${rules.phase} groups.`
          : `${nameOf(specialist)} leads ${leads === 1 ? 'one group' : `${leads} groups`} only.`,
  };
}

function barred(
  bar: NonNullable<ReturnType<typeof barBetween>>,
  school: GroupSchool,
  { specialist }: Slot,
  kilometres: number | null,
  { rules }: Problem,
): [BrokenRule['rule'], string] {
  const [name, leader] = [labelOf(school), nameOf(specialist)];
  switch (bar) {
    case 'pinned-elsewhere':
      return ['pin', `${name} is pinned to another specialist.`];
    case 'barred':
      return ['barred', `${name} is not to be with ${leader}.`];
    case 'no-distance':
      return ['distance', `How far ${name} is from ${leader} is not known: pin it, or give its place.`];
    case 'too-far':
      return [
        'distance',
        `${name} is ${km(kilometres ?? 0)} from ${leader}, who goes ${km(reachOf(specialist, rules))} at most.`,
      ];
  }
}

function titleOf(problem: Problem, reference: string): string {
  const school = problem.schoolOf.get(reference);
  return school === undefined ? reference : labelOf(school);
}

/** A school's label: its name, else its reference. */
export function labelOf({ name, reference }: GroupSchool): string {
  return name?.trim() || reference;
}

export function nameOf({ name, id }: GroupSpecialist): string {
  return name?.trim() || id;
}

/** `4.2 km` */
export function km(kilometres: number): string {
  return `${kilometres.toFixed(1)} km`;
}

export function schoolsOf(count: number): string {
  return `${count} ${count === 1 ? 'school' : 'schools'}`;
}

function between(min: number, max: number): string {
  return min === max ? String(min) : max - min === 1 ? `${min} or ${max}` : `${min} to ${max}`;
}

/** The day on which a group can meet: the first that suits all; null if nobody stated days, or none suits. */
export function meetingDay(
  problem: Problem,
  slot: Slot,
  schools: readonly GroupSchool[],
): (typeof WEEKDAYS)[number] | null {
  if (!problem.weekdaysMatter) return null;
  return shared([slot.weekdays, ...schools.map(weekdaysOf)])[0] ?? null;
}
