import type { GroupPlan, WorkGroup } from '@maths-hubs/sdk/groups';
import { table, wrap } from '../output.js';

/** A plan as an office reads it. */
export function planText(plan: GroupPlan, assumptions: readonly string[]): string {
  const { groups, unplaced, free } = plan;
  const placed = groups.reduce((sum, { schools }) => sum + schools.length, 0);
  return [
    `${count(groups.length, 'Work Group')}, ${count(placed, 'school')} placed, ${unplaced.length} without a place.`,
    `${km(plan.kilometres)} from specialists to schools, one way (${km(plan.straightKilometres)} as the crow flies). ${proof(plan)}`,
    ...groups.map((group) => `\n${groupText(group)}`),
    ...(unplaced.length === 0
      ? []
      : [
          '\nWithout a place',
          ...unplaced.map(
            ({ reference, name, why, remedies }) =>
              `  ${label(reference, name)}: ${wrap(why, undefined, '    ')}\n${remedies.map((each) => `    - ${wrap(each, undefined, '      ')}`).join('\n')}`,
          ),
        ]),
    ...(free.length === 0
      ? []
      : [
          '\nSpecialists without a group',
          ...free.map(({ specialist, why }) => `  ${specialist}: ${wrap(why, undefined, '    ')}`),
        ]),
    '\nTaken for granted',
    ...assumptions.map((each) => `  ${wrap(each, undefined, '  ')}`),
  ].join('\n');
}

function groupText({ name, number, weekday, schools, kilometres, days }: WorkGroup): string {
  const details = [
    count(schools.length, 'school'),
    km(kilometres),
    ...(weekday === null ? [] : [`on a ${weekday}`]),
    ...(days === null ? [] : [`${days} days`]),
  ];
  return [
    `${name}${number > 1 ? `, group ${number}` : ''}: ${details.join(', ')}`,
    table(
      ['School', 'km', 'Why'],
      schools.map(({ reference, name: school, kilometres: way, why, otherwise }) => [
        label(reference, school),
        way.toFixed(1),
        withSwap(why, otherwise),
      ]),
    ),
  ].join('\n');
}

/** The reason, and what a change costs where the reason has not said it yet. */
export function withSwap(why: string, otherwise: { readonly sentence: string } | null): string {
  return otherwise === null || why.includes('changing places') ? why : `${why} ${otherwise.sentence}`;
}

/** What has been proven of a plan, in a sentence. */
export function proof({ gap, bound, placesProven }: GroupPlan): string {
  const places = placesProven ? '' : ' Time ran out before it was proven that no more schools can be placed.';
  return gap === 0
    ? `Proven: no plan is shorter (bound ${km(bound)}, gap 0 %).${places}`
    : `Not proven to be the shortest: none is shorter than ${km(bound)} (gap ${(gap * 100).toFixed(2)} %). Give it more --seconds.${places}`;
}

function label(reference: string, name: string): string {
  return name === reference ? reference : `${name} (${reference})`;
}

function km(kilometres: number): string {
  return `${kilometres.toFixed(1)} km`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
