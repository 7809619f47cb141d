/** What a hub says about itself, in its own file. It wins over what we found, on the pages that use the file. */
export interface HubFile {
  readonly format: 'maths-hubs-hub/1';
  /** The id of one of our hubs, or a new one. */
  readonly id: string;
  /** The day the hub stated it: `2026-11-22`. */
  readonly statedOn: string;
  readonly name?: string;
  readonly region?: string;
  readonly leadSchools?: readonly string[];
  /** The hub's website, also shown as the source of everything in the file. */
  readonly website?: string;
  /** A role mailbox, never a person's. */
  readonly email?: string;
  readonly telephone?: string;
  /**
   * Every council that the hub serves, by name, GSS code or DfE code; a county whole, or its districts one by one.
   * It replaces all that we have on this hub's area; if absent, ours stays.
   */
  readonly coverage?: readonly string[];
  /** Local names for a council or an area, for the finder to understand. */
  readonly names?: readonly LocalName[];
}

/** `{ "name": "The Borough", "means": ["Southwark"] }`: one name, and each council it may mean. */
export interface LocalName {
  readonly name: string;
  /** Councils or areas, by name, GSS code or DfE code. */
  readonly means: readonly string[];
}
