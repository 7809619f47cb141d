import type { HubId } from '@maths-hubs/sdk/hubs';

/** The hubs about where they lie in England, six tiles wide so that each is 44 px on a narrow phone. */
const PICTURE = `
  .    .    .    GN   .    .
  .    .    NNW  ANE  .    .
  .    ANW  WY   YR   YH   .
  NW3  TNW  NW1  SY   EME  .
  .    CW   NM   EMW  EMS  ANG
  .    SHA  CEN  ORI  ENI  CAM
  .    GLO  MÖB  BBO  MAT  ESS
  .    BOO  LCW  LNW  LNE  .
  COD  JUR  LSW  LTH  LSE  KM
  .    .    SOL  NHS  SUS  .
`;

const HUBS: Readonly<Record<string, HubId>> = {
  GN: 'great-north',
  NNW: 'north-north-west',
  ANE: 'archimedes-ne',
  ANW: 'abacus-nw',
  WY: 'west-yorkshire',
  YR: 'yorkshire-ridings',
  YH: 'yorkshire-and-the-humber',
  NW3: 'north-west-three',
  TNW: 'turing-nw',
  NW1: 'north-west-one',
  SY: 'south-yorkshire',
  EME: 'east-midlands-east',
  CW: 'cheshire-and-wirral',
  NM: 'north-mids',
  EMW: 'east-midlands-west',
  EMS: 'east-midlands-south',
  ANG: 'angles',
  SHA: 'shaw',
  CEN: 'central',
  ORI: 'origin',
  ENI: 'enigma',
  CAM: 'cambridge',
  GLO: 'glow',
  MÖB: 'moebius',
  BBO: 'bucks-berks-and-oxon',
  MAT: 'matrix',
  ESS: 'venn-essex',
  BOO: 'boolean',
  LCW: 'london-central-and-west',
  LNW: 'london-central-and-north-west',
  LNE: 'london-north-east',
  COD: 'code',
  JUR: 'jurassic',
  LSW: 'london-south-west',
  LTH: 'london-thames',
  LSE: 'london-south-east-plus',
  KM: 'kent-and-medway',
  SOL: 'solent',
  NHS: 'north-east-hants-and-surrey',
  SUS: 'sussex',
};

export interface Tile {
  readonly hub: HubId;
  /** Two or three letters, for a tile too small for the name. */
  readonly code: string;
  /** 1 to 6, from the west. */
  readonly column: number;
  /** From 1, in the north. */
  readonly row: number;
}

/** Every tile, row by row from the north, each row from the west. */
export const TILES: readonly Tile[] = PICTURE.trim()
  .split('\n')
  .flatMap((line, row) =>
    line
      .trim()
      .split(/\s+/)
      .flatMap((code, column) => {
        const hub = HUBS[code];
        return hub === undefined ? [] : [{ hub, code, column: column + 1, row: row + 1 }];
      }),
  );

/** The tile that an arrow key leads to: the nearest in that direction; the same tile at the edge. */
export function neighbour(tiles: readonly Tile[], from: Tile, key: string): Tile {
  const [across, down] = DIRECTIONS[key] ?? [0, 0];
  const distance = ({ column, row }: Tile): number =>
    Math.abs(row - from.row) * 10 + Math.abs(column - from.column);
  const [nearest] = tiles
    .filter(({ column, row }) =>
      across === 0 ? (row - from.row) * down > 0 : row === from.row && (column - from.column) * across > 0,
    )
    .sort((a, b) => distance(a) - distance(b));
  return nearest ?? from;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
