export type {
  Calendar,
  CalendarEvent,
  Contact,
  Edition,
  EntryPoint,
  HalfTerm,
  LinkedProject,
  Phase,
  PhaseId,
  RecruitmentWindow,
  Requirement,
  SpecialistTerms,
  Transition,
} from './edition.js';
export { TERMS } from './terms.js';
export type { Frequency, FundingTerm, TermId, TermKind, Terms, TermValues } from './terms.js';
