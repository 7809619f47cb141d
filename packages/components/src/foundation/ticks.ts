import { isServer, noChange } from 'lit';

/**
 * Whether a box is ticked, for `.checked`. A server would write it as an attribute, and to a browser `checked="false"` is ticked: there,
 * nothing is written.
 */
export const ticks = (isOn: boolean): boolean | typeof noChange => (isServer ? noChange : isOn);
