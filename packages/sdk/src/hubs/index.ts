export type { HubAnswer, HubChoice, FindResult, HubMatch, Problem, HubQuestion } from './answer/answer.js';
export { areaByDfe, areaByGss, areaLabel, districtsOf, findAreas, successorsOf } from './directory/areas.js';
export { CREDITS } from './directory/credits.js';
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
} from './directory/directory.js';
export { extendDirectory } from './directory/extend.js';
export { findHub } from './answer/find.js';
export type { FindOptions } from './answer/find.js';
export type { HubFile, LocalName } from './directory/hub-file.js';
export { loadHubs, loadPlaces, loadSuggester } from './load.js';
export type { Nation } from './directory/nations.js';
export type { HubPlace } from './directory/places.js';
export type { HubQuery, NamedQuery, SchoolPlace } from './directory/query.js';
export { createSuggester } from './suggest/suggest.js';
export type { Suggester, Suggestion } from './suggest/suggest.js';
