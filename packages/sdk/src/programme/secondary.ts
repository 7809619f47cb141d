import type { Edition } from './edition.js';
import { fillEdition } from './fill.js';
import type { SecondaryFacts, UndatedFacts } from './programme-facts.js';
import { compareSchoolYears, parseSchoolYear } from './school-year.js';

const facts = async (): Promise<SecondaryFacts> => (await import('../generated/secondary.js')).default;

/**
 * The secondary programme in one school year, as far as public sources say.
 * A year without evidence has no phases and says so: nothing is carried over from another.
 * @param schoolYear  `2024/25`, or another way of writing it
 * @throws {InvalidSchoolYearError} when it is not a school year
 * @example (await loadSecondary('2024/25')).phases.map(({ id }) => id) // ['development', 'embedding-sustaining']
 * @source each term carries its own
 */
export async function loadSecondary(schoolYear: string): Promise<Edition> {
  const year = parseSchoolYear(schoolYear);
  const { editions } = await facts();
  return fillEdition(
    editions.find((edition) => edition.schoolYear === year) ?? {
      format: 'maths-hubs-edition/1',
      schoolYear: year,
      hub: null,
      version: editions[0]?.version ?? 'none',
      evidence: 'none',
      note: `No public source was found that tells of the secondary programme in ${year}.`,
      sources: {},
      phases: [],
    },
  );
}

/** The last year up to this one with evidence of a secondary phase; undefined if none has. */
export async function secondaryYearBefore(schoolYear: string): Promise<string | undefined> {
  const year = parseSchoolYear(schoolYear);
  const { editions } = await facts();
  return editions.findLast(
    (edition) => edition.phases.length > 0 && compareSchoolYears(edition.schoolYear, year) <= 0,
  )?.schoolYear;
}

/** Evidence of the secondary programme without a known year: to be shown as undated, never part of a total. */
export async function secondaryUndated(): Promise<UndatedFacts> {
  const { undated, sources } = await facts();
  return { evidence: undated, sources };
}
