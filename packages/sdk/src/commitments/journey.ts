import { unknown } from '../evidence/index.js';
import {
  addSchoolYears,
  phaseName,
  phaseOf,
  transitionsFrom,
  type Edition,
  type Phase,
  type PhaseId,
  type SchoolYear,
} from '../programme/index.js';

/** One school year of a school's journey through the programme. */
export interface JourneyYear {
  /** Null if the length of an earlier phase is unknown. */
  readonly schoolYear: SchoolYear | null;
  readonly phase: PhaseId;
  /** Which year of the phase it is, from 1. */
  readonly yearOfPhase: number;
  /** The terms of that phase in that year; null if no edition of that year was given, or it lacks the phase. */
  readonly terms: { readonly edition: Edition; readonly phase: Phase } | null;
  /** What an edition calls the phase: that year's edition, else the one the school starts with. */
  readonly name: string;
}

/** When a school starts, and the editions of the years after. */
export interface JourneyOptions {
  /** School year in which the school starts; the edition's own by default. */
  readonly from?: SchoolYear;
  /** Editions of later years, by school year. Without one, that year's terms stay unknown. */
  readonly editions?: Readonly<Record<SchoolYear, Edition>>;
}

/**
 * The school years that follow from starting a phase. What comes next is read from that year's edition, else from the
 * one the school starts with; a year's terms only ever come from its own edition.
 * @throws {PhaseNotFoundError} when the edition has no such phase
 */
export function journeyFrom(
  edition: Edition,
  entryPhase: PhaseId,
  { from = edition.schoolYear, editions = {} }: JourneyOptions = {},
): JourneyYear[] {
  const years: JourneyYear[] = [];
  const entry = phaseOf(edition, entryPhase);
  let phaseId: PhaseId | null = entry.id;
  let schoolYear: SchoolYear | null = from;
  while (phaseId && !years.some(({ phase }) => phase === phaseId)) {
    const terms = termsIn(schoolYear, phaseId);
    const teller: JourneyYear['terms'] = terms ?? termsIn(edition.schoolYear, phaseId);
    const length = teller ? wholeYears(teller.phase) : null;
    for (let year = 0; year < (length ?? 1); year++) {
      const inYear: SchoolYear | null = schoolYear && addSchoolYears(schoolYear, year);
      const own = termsIn(inYear, phaseId);
      years.push({
        schoolYear: inYear,
        phase: phaseId,
        yearOfPhase: year + 1,
        terms: own,
        name: phaseName((own ?? teller)?.phase ?? { id: phaseId, name: unknown() }),
      });
    }
    schoolYear = schoolYear && length ? addSchoolYears(schoolYear, length) : null;
    phaseId = teller && nextPhase(teller.edition, teller.phase);
  }
  return years;

  function termsIn(year: SchoolYear | null, id: PhaseId): JourneyYear['terms'] {
    const own = year === edition.schoolYear ? edition : year ? editions[year] : undefined;
    const phase = own?.phases.find((each) => each.id === id);
    return own && phase ? { edition: own, phase } : null;
  }
}

function wholeYears({ terms }: Phase): number | null {
  const length = terms.duration.value;
  return length?.unit === 'year' && length.min === length.max && !length.about ? length.min : null;
}

/** The phase that a school normally goes on to; null where the edition names none, or leaves a choice. */
function nextPhase(edition: Edition, { id, terms }: Phase): PhaseId | null {
  const expected = transitionsFrom(edition, id).filter(({ rule }) => rule === 'expected');
  const next = expected.length > 0 ? expected.map(({ to }) => to) : (terms.next.value ?? []);
  return (next.length === 1 && next[0]) || null;
}
