import type { GroupPlan } from './plan.js';

/** A plan as a table, a row per school, unplaced ones last: for a CSV file or a spreadsheet. */
export function planTable({ groups, unplaced }: Pick<GroupPlan, 'groups' | 'unplaced'>): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
} {
  return {
    columns: [
      'specialist',
      'group',
      'weekday',
      'reference',
      'urn',
      'school',
      'kilometres',
      'straightKilometres',
      'why',
      'otherwise',
    ],
    rows: [
      ...groups.flatMap(({ name, number, weekday, schools }) =>
        schools.map((school) => [
          name,
          number,
          weekday,
          school.reference,
          school.urn,
          school.name,
          school.kilometres,
          school.straightKilometres,
          school.why,
          school.otherwise?.sentence ?? null,
        ]),
      ),
      ...unplaced.map(({ reference, urn, name, why, remedies }) => [
        null,
        null,
        null,
        reference,
        urn,
        name,
        null,
        null,
        why,
        remedies.join(' '),
      ]),
    ],
  };
}
