import type { Hubs } from './config/hubs.js';
import type { Erasures } from './desk/erase.js';
import type { Archive } from './desk/rows.js';

/** What a service is made of once its store is open. */
export interface IntakeParts extends Archive {
  readonly hubs: Hubs;
  readonly erasures: Erasures;
}
