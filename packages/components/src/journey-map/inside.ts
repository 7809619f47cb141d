/** What a closed map does not show: loaded once the path is drawn, so that the path is there first. */
import { addStyles } from '../foundation/late-styles.js';
import { insideStyles } from './inside.styles.js';

export { TERM_STRINGS } from '../foundation/edition/term-strings.js';
export { termWords } from '../foundation/edition/term-text.js';
export { INSIDE_STRINGS } from './inside-strings.js';
export { more } from './more.js';
export { phaseDetails } from './phase-details.js';

/** Gives a map the styles of what it draws now. */
export function dress(map: { readonly renderRoot: Node }): void {
  addStyles(map, insideStyles);
}
