import type { ApplicationForm } from '../applications/index.js';
import type { HubDirectory } from '../hubs/index.js';
import type { Edition, PhaseId, StatisticFacts } from '../programme/index.js';

/** What a widget's static HTML is made of. Only the edition is needed by all. */
export interface StaticData {
  readonly edition: Edition;
  /** For the list of hubs. */
  readonly directory?: HubDirectory;
  /** For the programme's figures. */
  readonly statistics?: StatisticFacts;
  /** The hub's own application form; without it, the reader is sent to the hub. */
  readonly form?: ApplicationForm;
  /** Address of the intake that receives the form: `https:`, or a path of the same site. */
  readonly action?: string;
}

export interface StaticOptions {
  /** Level of the first heading, 2 unless told. */
  readonly headingLevel?: number;
  /** Only this phase. */
  readonly phase?: PhaseId;
}
