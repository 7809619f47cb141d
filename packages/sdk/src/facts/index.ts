export type { Basis, Per, Quantity, Source, SourceId, Sourced, Unit, Variant } from './sourced.js';
