import { MathsHubsError } from '../evidence/index.js';
import { loaders, years, type PhasesOfYear } from '../generated/editions/index.js';
import type { Edition } from './edition.js';
import { fillEdition } from './fill.js';
import { parseSchoolYear } from './school-year.js';
import type { SchoolYear } from './school-year.js';

/** A school year that we have, and how well public evidence covers it. */
export interface EditionListing {
  readonly schoolYear: SchoolYear;
  readonly evidence: Edition['evidence'];
}

/** A school year has no terms. Nothing is carried over from another. */
export class EditionNotFoundError extends MathsHubsError {
  override readonly name = 'EditionNotFoundError';
  readonly code = 'edition-not-found';

  constructor(
    readonly schoolYear: SchoolYear,
    /** The years available, earliest first. */
    readonly available: readonly SchoolYear[],
  ) {
    super(
      `There is no edition for ${schoolYear}. There are: ${available.join(', ')}. ` +
        'For another year, ask the hub for its terms, or write them as a file of your own.',
    );
  }
}

/** The school years available, earliest first, without loading any. */
export function editions(): readonly EditionListing[] {
  return years;
}

/**
 * Loads the terms of one school year, and no other's.
 * @param schoolYear  `2020/21`, or another way of writing it
 * @throws {InvalidSchoolYearError} when it is not a school year
 * @throws {EditionNotFoundError} when that year is not available; it lists those that are
 * @returns an edition whose type names its phases, where the year is a literal such as `2020/21`: a misspelt phase then
 * does not compile
 * @example (await loadEdition('2024/25')).phases.map(({ id }) => id) // ['readiness', 'development', 'embedding', 'sustaining']
 */
export async function loadEdition<Year extends keyof PhasesOfYear>(
  schoolYear: Year,
): Promise<Edition<PhasesOfYear[Year]>>;
export async function loadEdition(schoolYear: string): Promise<Edition>;
export async function loadEdition(schoolYear: string): Promise<Edition> {
  const year = parseSchoolYear(schoolYear);
  const held = new Map(Object.entries(loaders));
  const load = held.get(year);
  if (load === undefined) throw new EditionNotFoundError(year, [...held.keys()]);
  return fillEdition((await load()).default);
}
