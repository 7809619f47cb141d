export { HALF_TERMS, SCHOOL_TERMS, termOf } from './half-terms.js';
export type { HalfTermId, SchoolTerm } from './half-terms.js';
export { journeyFrom } from './journey.js';
export type { JourneyOptions, JourneyYear } from './journey.js';
export { planCommitments } from './plan.js';
export type { PlanOptions } from './plan.js';
export type { CommitmentPlan, PlanItem, PlanKind, PlanTotals, PlanUnknown, PlanYear } from './plan-item.js';
export { titleOfItem } from './title.js';
export { teacherDays } from './release.js';
