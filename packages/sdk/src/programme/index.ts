export type { AuthoredEdition, AuthoredPhase } from './authored.js';
export type {
  Calendar,
  CalendarEvent,
  Contact,
  Door,
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
export { diffEditions } from './diff.js';
export type { EditionChange } from './diff.js';
export { emptyEdition } from './empty.js';
export type { EditionTemplate } from './empty.js';
export { extendEdition } from './extend.js';
export { GUIDE_PARTS, guideOf, isGuidePart, USUAL_GUIDE_PARTS } from './guide.js';
export type { GuidePart, GuidePartId } from './guide.js';
export type { GuideBlock, GuideLine } from './guide-lines.js';
export { specialistPath } from './specialist-path.js';
export type { SpecialistPath, SpecialistStage } from './specialist-path.js';
export { sayFigure } from './say-figure.js';
export { loadSources, programmeFacts, statistics, undatedEvidence, widerRules } from './facts.js';
export { loadSecondary, secondaryUndated, secondaryYearBefore } from './secondary.js';
export { fillPhase } from './fill.js';
export type { EditionFile, PhaseFile } from './fill.js';
export { editions, EditionNotFoundError, loadEdition } from './load.js';
export type { EditionListing } from './load.js';
export type {
  AddOverrides,
  ByHub,
  ClearOverrides,
  HubPhase,
  HubTerms,
  HubValue,
  Overrides,
  RemoveOverrides,
  SetOverrides,
} from './overrides.js';
export {
  entryPhases,
  PROGRAMME_PHASE_NAMES,
  phaseName,
  phaseNameOf,
  PhaseNotFoundError,
  phaseOf,
  phasesOf,
  shortPhaseName,
  transitionsFrom,
  transitionsTo,
} from './phases.js';
export type {
  DatedProject,
  Idea,
  IdeaSet,
  Programme,
  ProgrammeFacts,
  ProgrammeModel,
  ProjectCode,
  ResourceKind,
  Role,
  SecondaryFacts,
  SecondaryPhase,
  SecondaryYear,
  SourceTable,
  SpecialistYear,
  Statement,
  Statistic,
  StatisticFacts,
  StatisticKind,
  StatisticQuantity,
  UndatedEvidence,
  UndatedFacts,
  WiderRules,
} from './programme-facts.js';
export { removePhase } from './remove-phase.js';
export { applyingOn, recruitmentStatus } from './recruitment.js';
export type { Applying, RecruitmentQuestion, RecruitmentState, RecruitmentStatus } from './recruitment.js';
export {
  addSchoolYears,
  compareSchoolYears,
  formatSchoolYear,
  InvalidSchoolYearError,
  isSchoolYear,
  parseSchoolYear,
  schoolYearDays,
  schoolYearOf,
  schoolYearRange,
} from './school-year.js';
export type { SchoolYear } from './school-year.js';
export { sayFunding, sayTerm, TERM_WORDS } from './say-term.js';
export type { TermText, TermWords } from './say-term.js';
export { TERMS } from './term-labels.js';
export { FREQUENCY_WORDS } from './terms.js';
export type { Frequency, FundingTerm, TermId, TermKind, Terms, TermValues } from './terms.js';
