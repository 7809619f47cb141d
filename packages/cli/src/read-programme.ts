import type { Programme } from '@maths-hubs/sdk/programme';

/** The two programmes, as the command line names them. */
export const PROGRAMMES: readonly Programme[] = ['primary', 'secondary'];
