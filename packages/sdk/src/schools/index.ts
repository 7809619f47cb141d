export { FACTS } from '../programme/school-facts.js';
export type { FactId, SchoolFacts } from '../programme/school-facts.js';
export { codeOf, nameOf, typeGroupOf } from './codes.js';
export type { CodeKind, Provision, SchoolPhase } from './codes.js';
export { GiasFileError } from './errors.js';
export { factsFromGias } from './facts-from-gias.js';
export type { GiasFacts } from './facts-from-gias.js';
export { historyIndex, withPredecessors } from './history.js';
export type { History, PastPhase, SchoolHistory } from './history.js';
export { linkIndex, predecessorsOf } from './links.js';
export type { GiasLink, Links, Predecessor } from './links.js';
export {
  isInEngland,
  isOpen,
  isStateFunded,
  provisionOf,
  schoolPhaseOf,
  teachesPrimary,
  teachesSecondary,
} from './predicates.js';
export type { GiasRow, Known } from './predicates.js';
export { schoolFromGias } from './school.js';
export type { GiasField, GiasSchool } from './school.js';
