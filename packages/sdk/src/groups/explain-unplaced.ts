import { km, labelOf, nameOf, schoolsOf } from './judge.js';
import type { FilledSlot } from './layout.js';
import type { UnplacedReason, UnplacedSchool } from './plan.js';
import { straightKilometres } from './distance.js';
import { barBetween, reachOf } from './prepare.js';
import type { Problem, Unit } from './prepare.js';
import type { GroupSchool } from './problem.js';
import { breaks } from './swaps.js';

/** A school without a place: why, and what would place it. */
export function explainUnplaced(
  problem: Problem,
  filled: readonly FilledSlot[],
  waiting: readonly GroupSchool[],
  unit: Unit,
  school: GroupSchool,
): UnplacedSchool {
  const offers = filled
    .filter(({ slot }) => unit.metres.has(slot.index))
    .map((group) => {
      const broken = breaks(problem, filled, new Map([[group, [...group.units, unit]]]));
      return {
        group,
        metres: unit.metres.get(group.slot.index) ?? 0,
        full: broken.some(({ rule }) => rule === 'size'),
        others: broken.filter(({ rule }) => rule !== 'size'),
      };
    })
    .sort((a, b) => a.metres - b.metres);
  const { reason, why } = reasonOf(problem, offers, waiting, unit, school);
  return {
    reference: school.reference,
    urn: school.urn ?? null,
    name: labelOf(school),
    reason,
    why,
    remedies: [
      ...biggerGroup(problem, offers, unit),
      ...withoutRule(offers),
      ...furtherWay(problem, filled, unit, school),
      anotherSpecialist(problem, waiting, school),
      'A place in another term or year: keep it on the waiting list.',
    ],
  };
}

interface Offer {
  readonly group: FilledSlot;
  readonly metres: number;
  readonly full: boolean;
  readonly others: readonly { readonly sentence: string }[];
}

function reasonOf(
  { specialists, slots, rules, journey }: Problem,
  offers: readonly Offer[],
  waiting: readonly GroupSchool[],
  unit: Unit,
  school: GroupSchool,
): { reason: UnplacedReason; why: string } {
  const kin = unit.members.filter((each) => each !== school).map((each) => labelOf(each));
  if (slots.length === 0)
    return { reason: 'no-specialist', why: `No specialist leads ${rules.phase} groups.` };
  const bars = specialists.map((specialist) => {
    const way = journey(specialist, school);
    return { specialist, way, bar: barBetween(specialist, school, way, rules) };
  });
  if (bars.every(({ bar }) => bar !== null)) {
    if (bars.every(({ bar }) => bar === 'no-distance'))
      return { reason: 'no-place', why: 'Its place is not known, so no distance can be told.' };
    const [nearest] = bars
      .filter(({ bar }) => bar === 'too-far')
      .sort((a, b) => (a.way?.kilometres ?? 0) - (b.way?.kilometres ?? 0));
    return {
      reason: 'no-specialist',
      why:
        nearest === undefined
          ? 'No specialist may take it.'
          : `No specialist goes so far: the nearest, ${nameOf(nearest.specialist)}, is ${km(nearest.way?.kilometres ?? 0)} away and goes ${km(reachOf(nearest.specialist, rules))} at most.`,
    };
  }
  if (unit.metres.size === 0)
    return kin.length > 0
      ? { reason: 'together', why: `No specialist can take it together with ${kin.join(' and ')}.` }
      : { reason: 'no-specialist', why: 'No specialist has a day of the week in common with it.' };
  if (unit.members.length > rules.size.max)
    return {
      reason: 'together',
      why: `${schoolsOf(unit.members.length)} are to stay together, and a group holds ${rules.size.max}.`,
    };
  // No group exists there yet, or a rule prevented one: the schools are not too few.
  const isEnough = bars.some(
    ({ specialist, bar }) =>
      bar === null &&
      waiting.filter((each) => barBetween(specialist, each, journey(specialist, each), rules) === null)
        .length >= rules.size.min,
  );
  if (offers.length === 0 && isEnough)
    return { reason: 'no-group', why: 'No group within its reach is formed.' };
  if (offers.length === 0)
    return {
      reason: 'too-few',
      why: `Fewer than ${rules.size.min} schools without a place are within reach of any one specialist who may take it.`,
    };
  const open = offers.filter(({ full }) => !full);
  if (open.length > 0) {
    const [first] = open.flatMap(({ others }) => others);
    return {
      reason: 'rule',
      why: first === undefined ? 'A rule keeps it out of every group with room.' : first.sentence,
    };
  }
  const leaders = offers.map(({ group }) => nameOf(group.slot.specialist));
  return {
    reason: 'full',
    why: `Every group that may take it is full${leaders.length <= 3 ? ` (${leaders.join(', ')})` : ''}, and the schools in them come before it or make the whole way shorter.`,
  };
}

function biggerGroup({ rules }: Problem, offers: readonly Offer[], unit: Unit): string[] {
  const offer = offers.find(({ full, others }) => full && others.length === 0);
  if (offer === undefined) return [];
  const size = offer.group.schools.length + unit.members.length;
  if (size <= rules.size.max) return [];
  return [
    `A group of ${size}: it would join ${nameOf(offer.group.slot.specialist)}'s, ${km(offer.metres / 1000)}.`,
  ];
}

function withoutRule(offers: readonly Offer[]): string[] {
  const offer = offers.find(({ full, others }) => !full && others.length > 0);
  return offer === undefined
    ? []
    : [
        `${nameOf(offer.group.slot.specialist)}'s group has room, if this rule is dropped: ${offer.others[0]?.sentence ?? ''}`,
      ];
}

function furtherWay(
  { rules, journey }: Problem,
  filled: readonly FilledSlot[],
  unit: Unit,
  school: GroupSchool,
): string[] {
  if (unit.members.length > 1) return [];
  const [nearest] = filled
    .filter(({ schools }) => schools.length < rules.size.max)
    .flatMap(({ slot }) => {
      const way = journey(slot.specialist, school);
      return way !== null && barBetween(slot.specialist, school, way, rules) === 'too-far'
        ? [{ specialist: slot.specialist, kilometres: way.kilometres }]
        : [];
    })
    .sort((a, b) => a.kilometres - b.kilometres);
  return nearest === undefined
    ? []
    : [
        `${nameOf(nearest.specialist)} has room: a way of ${km(nearest.kilometres)} instead of ${km(reachOf(nearest.specialist, rules))}, or a pin.`,
      ];
}

/** Unplaced schools that could form a new group, nearest to this one first. */
function anotherSpecialist({ rules }: Problem, waiting: readonly GroupSchool[], school: GroupSchool): string {
  const { min } = rules.size;
  const others = waiting
    .filter((each) => each !== school)
    .map((each) => ({
      each,
      way:
        each.place === null || school.place === null
          ? Infinity
          : straightKilometres(each.place, school.place),
    }))
    .sort((a, b) => a.way - b.way);
  if (others.length + 1 < min)
    return `Another specialist would need ${min - others.length - 1} more: ${schoolsOf(others.length + 1)} ${others.length === 0 ? 'is' : 'are'} without a place, and a group needs ${min}.`;
  const names = others.slice(0, min - 1).map(({ each }) => labelOf(each));
  return `Another specialist, or a second group of one: ${schoolsOf(others.length + 1)} are without a place, so it could be with ${names.join(', ')}.`;
}
