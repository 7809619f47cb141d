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

/** What a widget's static HTML is made of. Only the edition is needed by all. */
export interface StaticData {
  readonly edition: Edition;
  /** For the list of hubs. */
  readonly directory?: HubDirectory;
  /** For the programme's figures. */
  readonly statistics?: StatisticFacts;
  /** For the guide to teaching for mastery. */
  readonly programme?: ProgrammeFacts;
  /** For the journey: evidence whose year is not known, shown apart. */
  readonly undated?: UndatedFacts;
  /** For who can join: the secondary programme of that year. */
  readonly secondary?: Edition;
  /** For specialists, and for who can join linked projects. */
  readonly wider?: WiderRules;
  /** The hub's own application form; without it, the reader is sent to the hub. */
  readonly form?: ApplicationForm;
  /** Address of the intake that receives the form: `https:`, or a path of the same site. */
  readonly action?: string;
}

/** How a widget's content is written as plain HTML. */
export interface StaticOptions {
  /** Level of the first heading, 2 unless told. */
  readonly headingLevel?: number;
  /** Only this phase. */
  readonly phase?: PhaseId;
  /** Parts of the guide, in order; the usual ones unless told. */
  readonly parts?: readonly GuidePartId[];
  /** Whether the programme's budgets stand among its figures. */
  readonly budgets?: boolean;
  /** Whose specialists: primary unless told. */
  readonly programme?: Programme;
}
