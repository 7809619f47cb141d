import type { Position } from '../../postcodes/index.js';

/** A school's place in its own record, a GIAS row as `schools` reads it. All may be missing. */
export interface SchoolPlace {
  readonly name?: string | null;
  /** The three-digit code of its local authority. */
  readonly laCode?: string | number | null;
  /** GSS code of its district. */
  readonly districtCode?: string | null;
  readonly postcode?: string | null;
}

/** A query by name. */
export type NamedQuery =
  /** A council's name or its beginning, or a GSS or DfE code. */
  | { readonly authority: string }
  | { readonly district: string }
  /** A town or village, or any council or area by name; `within` is its council's GSS code, or its nation. */
  | { readonly place: string; readonly within?: string }
  /** A hub's id or name, for those who know it. */
  | { readonly hub: string };

/** A query for a hub. */
export type HubQuery =
  | NamedQuery
  | { readonly postcode: string }
  | { readonly school: SchoolPlace }
  | { readonly position: Position };
