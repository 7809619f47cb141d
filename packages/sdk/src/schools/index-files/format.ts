/** What a school index's manifest calls itself. */
export const FORMAT = 'maths-hubs-schools/1';

/** One school, packed: what its fields are stands in `pack`. */
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
  /** Its own four digits of the DfE number; not in an index of before December 2026. */
  establishmentNumber?: string | null,
];

/** `manifest.json`: what the index holds and where it is from. Beside it, `outcode-LE2.json` and `name-wig.json`. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly source: {
    readonly title: string;
    readonly licence: string;
    /** ISO day of the download; null when nobody said. */
    readonly date: string | null;
  };
  readonly counts: { readonly schools: number; readonly outcodes: number; readonly names: number };
  /** Names by the Department's code, of those that occur. */
  readonly authorities: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, string>>;
  /** Every outward code and every start of a word that has a file, with spaces between. */
  readonly outcodes: string;
  readonly names: string;
  /** The first four digits of every URN and DfE number, with spaces between; not in an older index. */
  readonly numbers?: string;
}

export const outcodeFile = (outcode: string): string => `outcode-${outcode}.json`;
export const nameFile = (start: string): string => `name-${start}.json`;
export const numberFile = (start: string): string => `number-${start}.json`;
