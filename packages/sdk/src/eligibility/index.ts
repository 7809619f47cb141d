export { compilePhase, decide } from './decide.js';
export type { CompiledPhase, DecideOptions } from './decide.js';
export type { Decision, EditionStamp, Finding, Outcome } from './decision.js';
export { doorsOf } from './doors.js';
export type { Door } from '../programme/index.js';
export { firmnessOf, sayFirmness } from './firmness.js';
export type { Firmness, FirmnessKind, FirmnessWords } from './firmness.js';
export { recommendEntry, type Recommendation } from './recommend.js';
