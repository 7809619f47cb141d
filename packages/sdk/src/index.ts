export * from './evidence/index.js';
export * from './typed/index.js';
export * from './rules/index.js';
export * from './programme/index.js';
export * from './schools/index.js';
export * from './eligibility/index.js';
export * from './commitments/index.js';
export * from './funding/index.js';
export * from './postcodes/index.js';
export * from './hubs/index.js';
export * from './applications/index.js';

// Two rooms use a word each in their own sense; at the top, each says whose it is.
export type { Question } from './rules/index.js';
export type { Place as HubPlace, Question as HubQuestion } from './hubs/index.js';
export type { Place } from './postcodes/index.js';
