/** Everything that an answer needs, in one chunk: fetched when a person first turns to the field, the list or the map. */
export { findHub } from '@maths-hubs/sdk/hubs';
export { postcodesIo } from '@maths-hubs/sdk/postcodes';
export { answerStyles } from './answer.styles.js';
export { resultView } from './result.js';
export { SuggestionSource } from './suggestions.js';
