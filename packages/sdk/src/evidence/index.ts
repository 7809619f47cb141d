export type { Basis, Per, Quantity, Source, SourceId, Sourced, Unit, Variant } from './sourced.js';
export { citation, cite, isKnown, unknown } from './cite.js';
export type { Cited } from './cite.js';
export { describeFault, InvalidDataError, MathsHubsError } from '../ground/errors.js';
export type { Fault } from '../ground/errors.js';
export { formatMoney } from './money.js';
export type { Pence } from './money.js';
export { formatQuantity } from './quantity.js';
export { csvCell, csvLine } from '../ground/spreadsheet.js';
