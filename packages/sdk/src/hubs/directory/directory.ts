import type { Source, SourceId } from '../../evidence/index.js';

/** The id of a hub in the directory, made of its name: `south-yorkshire`. */
export type HubId = string;

/** GSS code of an area: `E10000018`. */
export type Gss = string;

/** How good the evidence is: a present list or plain statement; older or partial; old, one school, or an inference. */
export type Confidence = 'high' | 'medium' | 'low';

/** The school or schools that lead a hub, as evidence of one year names them. */
export interface LeadSchool {
  readonly names: readonly string[];
  /** The year the evidence speaks of; always shown beside the name. */
  readonly asOf: string;
}

/** One Maths Hub. A null was searched for and not found: shown as "not known", never left out. */
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
 * A council's area. A unitary, metropolitan or London council is an `authority` only; a `district` stands
 * under a county. A `former` area, a `group` larger than a council (Greater London, Berkshire, the North West)
 * and a `coming` council lead to the authorities or districts that stand there now.
 */
export interface Area {
  readonly gss: Gss;
  readonly kind: AreaKind;
  /** As people say it: `Bristol`. */
  readonly name: string;
  /** As it is listed officially, when that differs: `Bristol, City of`. */
  readonly officialName?: string;
  /** The Department for Education's three-digit code. */
  readonly dfe?: string;
  readonly region?: string;
  /** The county that a district stands in. */
  readonly authority?: Gss;
  /** What people call it besides: `BCP`, `Hants`. One name may be several areas'. */
  readonly alsoKnownAs?: readonly string[];
  /** What stands there now, of a former area, a group or a council that is to come. */
  readonly successors?: readonly Gss[];
  /** Councils beside a county in whose addresses its name is still written: Bromley, Kent. */
  readonly postal?: readonly Gss[];
  /** The month in which a council that is to come takes over: `2027-04`. */
  readonly from?: string;
  /** What a group's members or a coming council rest on. */
  readonly source?: SourceId;
  /** The last year of a former authority, where known. */
  readonly until?: string;
}

/** One piece of evidence that a hub serves an area, or, as a `candidate`, that nothing rules it out. */
export interface Coverage {
  readonly area: Gss;
  readonly hub: HubId;
  readonly confidence: Confidence | 'candidate';
  /** Null for a candidate: it is what the other hubs' lists leave, not evidence. */
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
  /** Words as people shorten them in names, small letters: `hants` to `hampshire`. */
  readonly words?: ReadonlyMap<string, string>;
}
