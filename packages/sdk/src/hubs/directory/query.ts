import type { Position } from '../../postcodes/index.js';

/** What a school's own record says of its place: a row of GIAS as the room `schools` reads it. All may be missing. */
export interface SchoolPlace {
  readonly name?: string | null;
  /** The three-digit code of its local authority. */
  readonly laCode?: string | number | null;
  /** GSS code of its district. */
  readonly districtCode?: string | null;
  readonly postcode?: string | null;
}

/** Asking by a name. */
export type NamedQuery =
  /** A council's name or its beginning, or a GSS or DfE code. */
  | { readonly authority: string }
  | { readonly district: string }
  /** A town or village, or any council or area by name; `within` is its council's GSS code, or its nation. */
  | { readonly place: string; readonly within?: string }
  /** A hub's own id or name, for someone who knows it. */
  | { readonly hub: string };

/** One way of asking for a hub. */
export type HubQuery =
  | NamedQuery
  | { readonly postcode: string }
  | { readonly school: SchoolPlace }
  | { readonly position: Position };
