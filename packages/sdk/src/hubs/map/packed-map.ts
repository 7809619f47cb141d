import type { HubId } from '../directory/directory.js';

/** A drawing as `scripts/hubs/map.mjs` packs it; paths by hub, or by candidates as `?one+other`. */
export interface PackedDrawing {
  /** Width and height, in units. */
  readonly size: readonly number[];
  /** Metres of the upper left corner. */
  readonly origin: readonly number[];
  /** Units a metre. */
  readonly scale: number;
  readonly paths: Readonly<Record<string, string>>;
}

export interface PackedMap extends PackedDrawing {
  /** London again, enlarged, and where it is on the whole: left, top, width, height. */
  readonly london: PackedDrawing & { readonly frame: readonly number[] };
}

/** An area on the map, as a path of an SVG. */
export interface MapArea {
  /** Null if no source names one hub. */
  readonly hub: HubId | null;
  /** The possible hubs, if none is named. */
  readonly candidates: readonly HubId[];
  readonly path: string;
}

export function unpackAreas(paths: PackedDrawing['paths']): readonly MapArea[] {
  return Object.entries(paths).map(([key, path]) =>
    key.startsWith('?')
      ? { hub: null, candidates: key.slice(1).split('+'), path }
      : { hub: key, candidates: [], path },
  );
}
