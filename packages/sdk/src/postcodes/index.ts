export { formatPostcode, parsePostcode } from '../typed/postcode.js';
export type { ParsedPostcode, Postcode, PostcodeFault } from '../typed/postcode.js';
export { answerFromLetters, ResolverError } from './resolver.js';
export type {
  FoundArea,
  GssCode,
  LookupOptions,
  OutcodeAnswer,
  OutcodeCouncil,
  Position,
  PositionAnswer,
  PostcodeAnswer,
  PostcodeResolver,
  ResolverErrorCode,
  RetiredPostcode,
  UnknownBecause,
} from './resolver.js';
export type { Country, Territory } from '../typed/territory.js';
export { postcodeIndex } from './index-resolver.js';
export type { PostcodeIndexOptions } from './index-resolver.js';
export { openPostcodeIndex } from './index-file/open.js';
export type { PostcodeIndex } from './index-file/open.js';
export type { IndexHeader, Place } from './index-file/format.js';
export { postcodesIo } from './postcodes-io.js';
export type { PostcodesIoOptions } from './postcodes-io.js';
