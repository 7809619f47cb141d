export { judge } from './judge.js';
export type { Standing, SchoolVerdict } from './judge.js';
export { pastFacts } from './past.js';
export {
  DECISION_HEADER,
  decisionLine,
  questionOf,
  SHIFT_HEADER,
  shiftBetween,
  shiftLine,
  STANDINGS,
} from './report.js';
export type { Shift, Stamp } from './report.js';
export { shiftTally, tally } from './tally.js';
export type { ShiftTally, ShiftTallyResult, Tally, TallyResult } from './tally.js';
