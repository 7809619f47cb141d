/** What a closed map does not show: loaded once the path is drawn, so that the path is there first. */
import { addStyles } from '../foundation/late-styles.js';
import { insideStyles } from './inside.styles.js';

export { phaseDetails, projectList } from './phase-details.js';
export { specialistRows } from './specialists.js';
export { undatedSection } from './undated.js';

/** Gives a map the styles of what it draws now. */
export function dress(map: { readonly renderRoot: Node }): void {
  addStyles(map, insideStyles);
}
