/** The secondary programme's terms: loaded by a widget that is asked for them. */
export { loadSecondary, secondaryUndated } from '@maths-hubs/sdk/programme';
