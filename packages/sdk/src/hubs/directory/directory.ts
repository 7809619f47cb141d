import type { Source, SourceId } from '../../evidence/index.js';

/** The id of a hub in the directory, made of its name: `south-yorkshire`. */
export type HubId = string;

/** GSS code of an area: `E10000018`. */
export type Gss = string;

/** How good the evidence is: a present list or plain statement; older or partial; old, one school, or an inference. */
export type Confidence = 'high' | 'medium' | 'low';

/** The school or schools that lead a hub, according to one year's evidence. */
export interface LeadSchool {
  readonly names: readonly string[];
  /** The year of the evidence; always shown beside the name. */
  readonly asOf: string;
}

/** One Maths Hub. Null means searched for and not found: shown as "not known", never left out. */
export interface Hub {
  readonly id: HubId;
  readonly name: string;
  /** Former and short names that people still use. */
  readonly alsoKnownAs?: readonly string[];
  readonly region: string;
  readonly leadSchool: LeadSchool | null;
  readonly website: string | null;
  /** A role mailbox, never a person's. */
  readonly email: string | null;
  readonly telephone?: string;
  readonly confidence: Confidence;
  /** When the newest evidence was written. */
  readonly asOf: string;
  readonly sources: readonly SourceId[];
  readonly note?: string;
  /** Set when the hub states these details itself. */
  readonly basis?: 'hub';
}

/**
 * What an area is: a local `authority` or one of its `district`s; one that is `former`, or `coming`; or a `group` of
 * several under one name.
 */
export type AreaKind = 'authority' | 'district' | 'former' | 'group' | 'coming';

/**
 * A council's area. A unitary, metropolitan or London council is an `authority` only; a `district` is
 * in a county. A `former` area, a `group` larger than a council (Greater London, Berkshire, the North West)
 * and a `coming` council lead to the authorities or districts of today.
 */
export interface Area {
  readonly gss: Gss;
  readonly kind: AreaKind;
  /** Its everyday name: `Bristol`. */
  readonly name: string;
  /** Its official name, if different: `Bristol, City of`. */
  readonly officialName?: string;
  /** The Department for Education's three-digit code. */
  readonly dfe?: string;
  readonly region?: string;
  /** The county of a district. */
  readonly authority?: Gss;
  /** Other names for it: `BCP`, `Hants`. Several areas may share a name. */
  readonly alsoKnownAs?: readonly string[];
  /** Today's areas in place of a former area, a group or a coming council. */
  readonly successors?: readonly Gss[];
  /** Councils outside a county whose addresses still use its name: Bromley, Kent. */
  readonly postal?: readonly Gss[];
  /** The month in which a coming council takes over: `2027-04`. */
  readonly from?: string;
  /** Evidence for a group's members or a coming council. */
  readonly source?: SourceId;
  /** The last year of a former authority, where known. */
  readonly until?: string;
}

/** One piece of evidence that a hub serves an area, or, as a `candidate`, that nothing rules it out. */
export interface Coverage {
  readonly area: Gss;
  readonly hub: HubId;
  readonly confidence: Confidence | 'candidate';
  /** Null for a candidate: it is left over by the other hubs' lists, not evidence. */
  readonly source: SourceId | null;
  readonly note?: string;
}

/** The forty hubs, the areas of England, and the evidence that joins them. */
export interface HubDirectory {
  /** The day it was compiled: `2026-11-22`. */
  readonly asOf: string;
  readonly hubs: readonly Hub[];
  readonly areas: readonly Area[];
  readonly coverage: readonly Coverage[];
  readonly sources: readonly Source[];
  /** Abbreviations in names, lower case: `hants` to `hampshire`. */
  readonly words?: ReadonlyMap<string, string>;
}
