/** What a closed map does not show: loaded once the path is drawn, so that the path is there first. */
export { phaseDetails, projectList } from './phase-details.js';
export { specialistRows } from './specialists.js';
export { undatedSection } from './undated.js';
