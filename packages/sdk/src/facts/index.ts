export type { Basis, Per, Quantity, Source, SourceId, Sourced, Unit, Variant } from './sourced.js';
export { describeFault, InvalidDataError, MathsHubsError } from './errors.js';
export type { Fault } from './errors.js';
