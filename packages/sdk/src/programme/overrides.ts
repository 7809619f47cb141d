import type { Source, SourceId } from '../evidence/index.js';
import type {
  Calendar,
  Contact,
  Door,
  EntryPoint,
  LinkedProject,
  PhaseId,
  RecruitmentWindow,
  Requirement,
  Transition,
} from './edition.js';
import type { TERM_KINDS, TermId, TermValues } from './terms.js';

/** What a hub states itself. Without `source` it cites every source of the file; its basis is always the hub. */
export type ByHub<T> = Omit<T, 'source' | 'basis'> & { readonly source?: readonly SourceId[] };

/** A value that a hub sets. To remove a value, clear it. */
export interface HubValue<T> {
  readonly value: T;
  readonly source?: readonly SourceId[];
  readonly note?: string;
}

/** The terms that a hub states for a phase, by their ids. A term left out stays as in the national evidence. */
export type HubTerms = { readonly [K in TermId]?: HubValue<TermValues[(typeof TERM_KINDS)[K]]> };

/** A phase that a hub has and the base edition lacks. */
export interface HubPhase {
  readonly id: PhaseId;
  readonly name: HubValue<string>;
  readonly terms?: HubTerms;
  readonly requirements?: readonly ByHub<Requirement>[];
}

type ByPhase<T> = Readonly<Record<PhaseId, T>>;

/** Replacements: the base must have each. A requirement is replaced whole, with its condition. */
export interface SetOverrides {
  readonly names?: ByPhase<HubValue<string>>;
  readonly terms?: ByPhase<HubTerms>;
  readonly requirements?: ByPhase<readonly ByHub<Requirement>[]>;
  /** Which school goes where: all the doors, in place of the base's. */
  readonly doors?: readonly ByHub<Door>[];
  readonly calendar?: ByHub<Calendar>;
  readonly contact?: Contact;
}

/** What the hub has not decided, or no longer has: the value becomes unknown. */
export interface ClearOverrides {
  readonly terms?: ByPhase<readonly TermId[]>;
}

/** What the base lacks. A phase goes to the end, or before the one in `before`. */
export interface AddOverrides {
  readonly phases?: readonly (HubPhase & { readonly before?: PhaseId })[];
  readonly requirements?: ByPhase<readonly ByHub<Requirement>[]>;
  readonly entryPoints?: readonly ByHub<EntryPoint>[];
  readonly transitions?: readonly ByHub<Transition>[];
  readonly recruitment?: readonly ByHub<RecruitmentWindow>[];
  readonly linkedProjects?: readonly ByHub<LinkedProject>[];
}

/** What the base has and the hub does not. A phase takes its entry points, transitions and windows with it. */
export interface RemoveOverrides {
  readonly phases?: readonly PhaseId[];
  readonly requirements?: ByPhase<readonly string[]>;
  readonly entryPoints?: readonly PhaseId[];
  readonly transitions?: readonly { readonly from: PhaseId; readonly to: PhaseId }[];
  readonly recruitment?: readonly string[];
  readonly linkedProjects?: readonly string[];
}

/** How one hub's terms differ from an edition of the same school year. */
export interface Overrides {
  /** Where an editor's tool finds the JSON Schema. */
  readonly $schema?: string;
  readonly format: 'maths-hubs-overrides/1';
  readonly schoolYear: string;
  /** The hub whose terms these are. */
  readonly hub: string;
  /** Changes with any change of the file: an ISO date, or the hub's own label. */
  readonly version: string;
  readonly note?: string;
  /** Where the hub states its terms: at least one, cited for everything here. */
  readonly sources: Readonly<Record<SourceId, Source>>;
  readonly set?: SetOverrides;
  readonly clear?: ClearOverrides;
  readonly add?: AddOverrides;
  readonly remove?: RemoveOverrides;
}
