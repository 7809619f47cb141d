export { formatPostcode, parsePostcode } from './parse.js';
export type { ParsedPostcode, Postcode, PostcodeFault } from './parse.js';
export { answerFromLetters, ResolverError } from './resolver.js';
export type {
  FoundArea,
  GssCode,
  LookupOptions,
  Position,
  PositionAnswer,
  PostcodeAnswer,
  PostcodeResolver,
  ResolverErrorCode,
  RetiredPostcode,
  UnknownBecause,
} from './resolver.js';
export type { Country, Territory } from './territory.js';
