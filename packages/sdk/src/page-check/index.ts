export { checkPage } from './check-page.js';
export type { PageReport } from './check-page.js';
export { EXPECTATION, readExpectation, writeExpectation } from './expectation.js';
export type { Expectation } from './expectation.js';
export type { FoundLoader, FoundWidget, PageContents, Way } from './found.js';
export { readMark } from './mark.js';
export type { Mark } from './mark.js';
export type { KnownWidget, PageFinding, PageOptions, PageRule } from './page.js';
export type { PageElement } from './tree.js';
