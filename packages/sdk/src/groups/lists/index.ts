export { placeOf as gridPlaceOf } from './cells.js';
export { PLACE_COLUMNS, placesOf } from './columns.js';
export { readRecords } from './records.js';
export { readSchoolList } from './school-list.js';
export type { ListedSchool } from './school-list.js';
export { readSpecialistList } from './specialist-list.js';
export type { ListedSpecialist } from './specialist-list.js';
