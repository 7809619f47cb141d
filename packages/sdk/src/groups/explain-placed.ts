import { km, labelOf, nameOf, schoolsOf } from './judge.js';
import type { FilledSlot } from './layout.js';
import type { PlacedSchool } from './plan.js';
import { hasPriority, pinOf } from './prepare.js';
import type { Problem, Unit } from './prepare.js';
import type { GroupSchool } from './problem.js';
import { breaks, cheapestSwap } from './swaps.js';

/** A placed school, and why it is there and not with a nearer specialist. */
export function explainPlaced(
  problem: Problem,
  filled: readonly FilledSlot[],
  home: FilledSlot,
  unit: Unit,
  school: GroupSchool,
): PlacedSchool {
  const way = problem.journey(home.slot.specialist, school);
  return {
    reference: school.reference,
    urn: school.urn ?? null,
    name: labelOf(school),
    kilometres: way?.kilometres ?? 0,
    straightKilometres: way?.straightKilometres ?? null,
    why: [whyHere(problem, filled, home, unit, school), ...extras(problem, unit, school)].join(' '),
    otherwise: cheapestSwap(problem, filled, unit, home),
  };
}

function whyHere(
  problem: Problem,
  filled: readonly FilledSlot[],
  home: FilledSlot,
  unit: Unit,
  school: GroupSchool,
): string {
  const leader = nameOf(home.slot.specialist);
  const way = problem.journey(home.slot.specialist, school);
  const distance = way === null ? 'at a distance not known' : km(way.kilometres);
  if (pinOf(school.reference, problem.rules) !== null) return `Pinned to ${leader} by hand, ${distance}.`;
  const [nearest] = nearer(problem, home, unit, school);
  if (nearest === undefined) return `${leader} is the nearest specialist who may take it, ${distance}.`;
  return `With ${leader}, ${distance}. ${nameOf(nearest.specialist)} is nearer (${km(nearest.kilometres)}), but ${whyNot(problem, filled, home, unit, nearest.specialist.id)}.`;
}

/** Specialists who may take it and are nearer, nearest first. */
function nearer({ slots, journey }: Problem, home: FilledSlot, unit: Unit, school: GroupSchool) {
  const here = journey(home.slot.specialist, school)?.kilometres ?? Infinity;
  return slots
    .filter(({ index, number }) => number === 1 && unit.metres.has(index))
    .flatMap(({ specialist }) => {
      const kilometres = journey(specialist, school)?.kilometres;
      return kilometres === undefined || kilometres >= here ? [] : [{ specialist, kilometres }];
    })
    .sort((a, b) => a.kilometres - b.kilometres);
}

function whyNot(
  problem: Problem,
  filled: readonly FilledSlot[],
  home: FilledSlot,
  unit: Unit,
  nearest: string,
): string {
  const theirs = filled.filter(({ slot }) => slot.specialist.id === nearest);
  const [group] = theirs;
  if (group === undefined) return 'leads no group in the plan that serves everyone best';
  const broken = breaks(problem, filled, new Map([[group, [...group.units, unit]]]));
  const other = broken.find(({ rule }) => rule !== 'size');
  const swap = cheapestSwap(problem, filled, unit, home, group);
  const partner = swap?.withSchool && problem.schoolOf.get(swap.withSchool);
  const price =
    swap !== null && partner
      ? `; changing places with ${labelOf(partner)} would make the whole ${km(swap.kilometres)} longer`
      : '';
  if (other !== undefined) return `${lowerFirst(other.sentence.replace(/\.$/, ''))}${price}`;
  if (broken.length > 0) return `that group is full with ${schoolsOf(group.schools.length)}${price}`;
  const left = home.schools.length - unit.members.length;
  if (left < problem.rules.size.min)
    return `${nameOf(home.slot.specialist)}'s group would be left with ${left}${price}`;
  return `going there would make the whole no shorter${price}`;
}

function extras({ rules }: Problem, { members }: Unit, school: GroupSchool): string[] {
  const kin = members.filter((each) => each !== school).map((each) => labelOf(each));
  return [
    ...(kin.length > 0 ? [`Stays together with ${kin.join(' and ')}.`] : []),
    ...(hasPriority(school, rules) ? ['It has completed the phase that comes first for a place.'] : []),
  ];
}

function lowerFirst(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) && /^(?:No|How) /.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}
