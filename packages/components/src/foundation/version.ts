/** Rewritten by the release; two copies on one page compare it. */
export const VERSION = '0.0.0';
