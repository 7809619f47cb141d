export type { Condition, FactValue } from './condition.js';
export { inDomain, labelOf, listValues } from './fact.js';
export type { Changeable, Domain, DomainValue, FactDefinition, Facts } from './fact.js';
export { all, any, not, type Truth } from './truth.js';
export { compile, factsOf, leavesOf, supporting, type Leaf, type LeafFinding, type Rule } from './compile.js';
export { checkCondition } from './check.js';
export { plan, type Plan, type Question } from './questions.js';
export { changes, type Change, type FactChange, type Proviso } from './changes.js';
