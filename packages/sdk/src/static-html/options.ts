import type { ApplicationForm } from '../applications/index.js';
import type { HubDirectory } from '../hubs/index.js';
import type {
  Edition,
  GuidePartId,
  PhaseId,
  Programme,
  ProgrammeFacts,
  StatisticFacts,
  UndatedFacts,
  WiderRules,
} from '../programme/index.js';

/** The data for a widget's static HTML. Only the edition is always needed. */
export interface StaticData {
  readonly edition: Edition;
  /** For the list of hubs. */
  readonly directory?: HubDirectory;
  /** For the programme's figures. */
  readonly statistics?: StatisticFacts;
  /** For the guide to teaching for mastery. */
  readonly programme?: ProgrammeFacts;
  /** For the journey: evidence without a known year, shown separately. */
  readonly undated?: UndatedFacts;
  /** For who can join: the secondary programme of that year. */
  readonly secondary?: Edition;
  /** For specialists, and for who can join linked projects. */
  readonly wider?: WiderRules;
  /** The hub's own application form; without it, readers are referred to the hub. */
  readonly form?: ApplicationForm;
  /** Address of the intake that receives the form: `https:`, or a path of the same site. */
  readonly action?: string;
}

/** How to write a widget's content as plain HTML. */
export interface StaticOptions {
  /** Level of the first heading; 2 by default. */
  readonly headingLevel?: number;
  /** Only this phase. */
  readonly phase?: PhaseId;
  /** Parts of the guide, in order; the usual ones by default. */
  readonly parts?: readonly GuidePartId[];
  /** Whether the figures include the programme's budgets. */
  readonly budgets?: boolean;
  /** Whose specialists; primary by default. */
  readonly programme?: Programme;
}
