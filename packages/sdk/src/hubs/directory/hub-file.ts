/** What a hub says of itself, in a file of its own. It wins over what we found, on the pages that use the file. */
export interface HubFile {
  readonly format: 'maths-hubs-hub/1';
  /** The id of one of our hubs, or a new one. */
  readonly id: string;
  /** The day the hub stated it: `2026-11-22`. */
  readonly statedOn: string;
  readonly name?: string;
  readonly region?: string;
  readonly leadSchools?: readonly string[];
  /** The hub's website, also the source that is shown for everything in the file. */
  readonly website?: string;
  /** A role mailbox, never a person's. */
  readonly email?: string;
  readonly telephone?: string;
  /**
   * Every council that the hub serves, by name, GSS code or DfE code; a county whole, or its districts one by one.
   * It replaces all that we have of this hub's area; when left out, that stays.
   */
  readonly coverage?: readonly string[];
  /** What people here call a council or an area besides, so that the finder understands it. */
  readonly names?: readonly LocalName[];
}

/** `{ "name": "The Borough", "means": ["Southwark"] }`: one name, and each council that it may mean. */
export interface LocalName {
  readonly name: string;
  /** Councils or areas, by name, GSS code or DfE code. */
  readonly means: readonly string[];
}
