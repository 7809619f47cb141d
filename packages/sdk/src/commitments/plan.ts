import type { Source, SourceId } from '../evidence/index.js';
import type { Edition, HalfTerm, PhaseId } from '../programme/index.js';
import { halfTermsIn } from './half-terms.js';
import { itemsOf, unknownsOf } from './items.js';
import { journeyFrom, type JourneyOptions, type JourneyYear } from './journey.js';
import type { CommitmentPlan, PlanYear } from './plan-item.js';
import { totalsOf } from './totals.js';

/** What a plan depends on: when the school starts, whose half-term dates it follows, and the hub's name. */
export interface PlanOptions extends JourneyOptions {
  /** Half-term dates of the council or the school, for any of the years; else the edition's own calendar. */
  readonly terms?: readonly HalfTerm[];
  /** The hub's name; the edition's own by default. */
  readonly hub?: string;
}

/**
 * What a school promises and what it receives, year by year from the phase it starts with.
 * @throws {PhaseNotFoundError} when the edition has no such phase
 * @example planCommitments(edition, 'development').years[0]?.schoolYear // '2024/25'
 */
export function planCommitments<Id extends PhaseId>(
  edition: Edition<Id>,
  entryPhase: NoInfer<Id>,
  { terms = [], hub, ...options }: PlanOptions = {},
): CommitmentPlan {
  const journey = journeyFrom(edition, entryPhase, options);
  return {
    entryPhase,
    hub: hub ?? edition.contact?.name ?? edition.hub,
    hubId: edition.hub,
    years: journey.map((year) => planYear(year, terms)),
    sources: Object.assign({}, ...journey.map((year) => year.terms?.edition.sources)) as Record<
      SourceId,
      Source
    >,
  };
}

function planYear({ terms, ...year }: JourneyYear, councilTerms: readonly HalfTerm[]): PlanYear {
  const totals = totalsOf(terms?.phase ?? null);
  if (!terms || !year.schoolYear)
    return {
      ...year,
      missing: whyMissing(year),
      halfTerms: [],
      items: [],
      unknowns: unknownsOf(null),
      totals,
    };
  const { phase, edition } = terms;
  const given = halfTermsIn(year.schoolYear, councilTerms);
  const halfTerms =
    given.length > 0 ? given : halfTermsIn(year.schoolYear, edition.calendar?.halfTerms ?? []);
  const items = itemsOf({ schoolYear: year.schoolYear, phase, calendar: edition.calendar, halfTerms });
  return { ...year, missing: null, halfTerms, items, unknowns: unknownsOf(phase, items), totals };
}

function whyMissing({ schoolYear, name }: Omit<JourneyYear, 'terms'>): string {
  return schoolYear
    ? `No ${schoolYear} terms of ${name} are known, and none are carried forward from another year. Ask your hub.`
    : `No source says how long the phase before lasts, so the year of ${name} is not known. Ask your hub.`;
}
