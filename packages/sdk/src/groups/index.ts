export { fillingsOf, judgeGroups } from './by-hand.js';
export type { JudgedPlan } from './by-hand.js';
export { DETOUR, straightKilometres } from './distance.js';
export { GroupsError } from './errors.js';
export type { GroupsErrorCode } from './errors.js';
export { formGroups } from './form-groups.js';
export type { BrokenRule, Filling } from './judge.js';
export type { GroupPlan, PlacedSchool, Swap, UnplacedReason, UnplacedSchool, WorkGroup } from './plan.js';
export { WEEKDAYS } from './problem.js';
export type {
  Belonging,
  GridPlace,
  GroupRules,
  GroupSchool,
  GroupSpecialist,
  Journey,
  Pairing,
  Weekday,
} from './problem.js';
export { groupSizeOf, priorityPhaseOf, ruledOutBy, specialistDaysOf } from './terms.js';
export type { SizeRule } from './terms.js';
export { pictureOf } from './picture.js';
export type { GroupsPicture, PicturedGroup, PicturedSchool } from './picture.js';
export { planTable } from './plan-table.js';
