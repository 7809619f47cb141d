export type { Answer, Choice, FindResult, HubMatch, Problem, Question } from './answer.js';
export { areaByDfe, areaByGss, areaLabel, districtsOf, findAreas, successorsOf } from './areas.js';
export { CREDITS } from './credits.js';
export type {
  Area,
  AreaKind,
  Confidence,
  Coverage,
  Gss,
  Hub,
  HubDirectory,
  HubId,
  LeadSchool,
} from './directory.js';
export { extendDirectory } from './extend.js';
export { findHub } from './find.js';
export type { FindOptions } from './find.js';
export type { HubFile } from './hub-file.js';
export { loadHubs, loadPlaces, loadSuggester } from './load.js';
export type { Nation } from './nations.js';
export type { Place } from './places.js';
export type { HubQuery, NamedQuery, SchoolPlace } from './query.js';
export { createSuggester } from './suggest.js';
export type { Suggester, Suggestion } from './suggest.js';
