export type { Condition, FactValue } from './condition.js';
