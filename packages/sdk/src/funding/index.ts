export type { FundingFacts } from './facts.js';
export { fundingFor } from './funding-for.js';
export type { FundingEstimate, FundingLine } from './funding-for.js';
export { fundingOverYears } from './over-years.js';
export type { FundingOverYears, FundingStep } from './over-years.js';
export { formatMoneyRange, sumRanges } from './range.js';
export type { PenceRange } from './range.js';
export { LAST_STATED_RELEASE, releaseCost } from './release-cost.js';
export type { ReleaseCost, ReleaseFacts } from './release-cost.js';
