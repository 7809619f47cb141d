export * from './facts/index.js';
export * from './rules/index.js';
export * from './programme/index.js';
