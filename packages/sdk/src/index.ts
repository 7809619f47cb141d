export * from './facts/index.js';
export * from './rules/index.js';
export * from './programme/index.js';
export * from './commitments/index.js';
export * from './funding/index.js';
