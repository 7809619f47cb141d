export { checkIndex } from './check.js';
export type { IndexDifference } from './check.js';
export { encodeIndex } from './encode.js';
export type { IndexSource } from './encode.js';
export { collectPostcodes } from './table.js';
export type { PostcodeTable, TableBuilder } from './table.js';
