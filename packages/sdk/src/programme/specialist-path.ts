import type { SpecialistTerms } from './edition.js';
import type { GuideLine } from './guide-lines.js';
import { lines } from './guide-words.js';
import { specialistTerms } from './guide-specialists.js';
import type { Programme, WiderRules } from './programme-facts.js';
import { parseSchoolYear } from './school-year.js';

/** A stage on the way to becoming a Mastery Specialist; without lines if no source of that year mentions it. */
export interface SpecialistStage {
  readonly id: 'who' | 'apply' | 'first-year' | 'later-years' | 'paid' | 'numbers';
  readonly title: string;
  readonly lines: readonly GuideLine[];
}

/** The way to becoming a Mastery Specialist, according to one year's sources. */
export interface SpecialistPath {
  readonly schoolYear: string;
  readonly programme: Programme;
  readonly stages: readonly SpecialistStage[];
  /** ISO day by which to apply; null where no source states it. */
  readonly applyBy: string | null;
  /** The training as a whole; each line says its years. */
  readonly training: readonly GuideLine[];
  /** Years with evidence, earliest first. */
  readonly years: readonly string[];
}

const STAGES: readonly (readonly [SpecialistStage['id'], string, readonly (keyof SpecialistTerms)[]])[] = [
  ['who', 'Who may apply', ['eligibility']],
  ['apply', 'Apply by', ['applyBy']],
  ['first-year', 'The first year', ['firstYearDays', 'residentials']],
  ['later-years', 'Later years', ['laterYearDays']],
  ['paid', 'What is paid', ['funding']],
  ['numbers', 'How many are trained', ['recruited', 'perHub', 'cohort']],
];

/**
 * The way to becoming a Mastery Specialist under one year's terms.
 * @param rules  from `widerRules()`
 * @param schoolYear  the newest year with evidence by default; a year without any has stages without lines
 * @throws {InvalidSchoolYearError} when it is not a school year
 * @example specialistPath(await widerRules(), '2025/26').applyBy // '2025-03-14'
 * @source each line carries its own
 */
export function specialistPath(
  { specialistYears, specialistTraining }: WiderRules,
  schoolYear?: string,
  programme: Programme = 'primary',
): SpecialistPath {
  const held = specialistYears[programme];
  const years = held.map((each) => each.schoolYear);
  const year = schoolYear === undefined ? (years.at(-1) ?? '') : parseSchoolYear(schoolYear);
  const terms = held.find((each) => each.schoolYear === year)?.terms ?? {};
  return {
    schoolYear: year,
    programme,
    years,
    applyBy: terms.applyBy?.value ?? null,
    stages: STAGES.map(([id, title, ids]) => ({
      id,
      title,
      lines: specialistTerms(Object.fromEntries(ids.map((term) => [term, terms[term]]))).map(
        // A single item under a title needs no name.
        ({ name, ...line }) => (ids.length > 1 && name ? { name, ...line } : line),
      ),
    })),
    training: programme === 'primary' ? lines(specialistTraining) : [],
  };
}
