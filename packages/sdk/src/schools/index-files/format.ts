/** The format name in a school index's manifest. */
export const FORMAT = 'maths-hubs-schools/1';

/** One school, packed: see `pack` for its fields. */
export type PackedSchool = readonly [
  urn: string,
  name: string,
  postcode: string | null,
  town: string | null,
  laCode: string | null,
  districtCode: string | null,
  typeCode: number | null,
  phaseCode: number | null,
  statusCode: number | null,
  lowAge: number | null,
  highAge: number | null,
  /** Its own four digits of the DfE number; absent from an index built before December 2026. */
  establishmentNumber?: string | null,
];

/** `manifest.json`: the index's content and origin. Beside it, `outcode-LE2.json` and `name-wig.json`. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly source: {
    readonly title: string;
    readonly licence: string;
    /** ISO day of the download; null if not given. */
    readonly date: string | null;
  };
  readonly counts: { readonly schools: number; readonly outcodes: number; readonly names: number };
  /** Names of those that occur, by the Department's code. */
  readonly authorities: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, string>>;
  /** Every outward code and every start of a word that has a file, separated by spaces. */
  readonly outcodes: string;
  readonly names: string;
  /** The first four digits of every URN and DfE number, separated by spaces; absent from older indexes. */
  readonly numbers?: string;
}

export const outcodeFile = (outcode: string): string => `outcode-${outcode}.json`;
export const nameFile = (start: string): string => `name-${start}.json`;
export const numberFile = (start: string): string => `number-${start}.json`;
