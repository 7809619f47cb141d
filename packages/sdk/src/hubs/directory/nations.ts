import type { Country } from '../../postcodes/index.js';
import { foldName } from './names.js';

/** Where people outside England may be. */
export type Nation = Exclude<Country, 'England'> | 'Channel Islands' | 'Ireland';

const nations: readonly (readonly [Nation, readonly string[]])[] = [
  [
    'Wales',
    [
      'wales',
      'cymru',
      'north wales',
      'south wales',
      'mid wales',
      'west wales',
      'cardiff',
      'caerdydd',
      'swansea',
      'abertawe',
    ],
  ],
  ['Scotland', ['scotland', 'alba', 'edinburgh', 'glasgow', 'aberdeen', 'dundee', 'inverness']],
  ['Northern Ireland', ['northern ireland', 'ni', 'n ireland', 'ulster', 'belfast', 'derry', 'londonderry']],
  ['Isle of Man', ['isle of man', 'iom', 'ellan vannin', 'douglas isle of man']],
  ['Jersey', ['jersey']],
  ['Guernsey', ['guernsey', 'alderney', 'sark', 'herm']],
  ['Channel Islands', ['channel islands']],
  ['Ireland', ['ireland', 'eire', 'republic of ireland', 'dublin']],
];

const byName: ReadonlyMap<string, Nation> = new Map(
  nations.flatMap(([nation, names]) => names.map((name) => [name, nation] as const)),
);

const byGssLetter: Readonly<Record<string, Nation>> = {
  W: 'Wales',
  S: 'Scotland',
  N: 'Northern Ireland',
  M: 'Isle of Man',
  L: 'Channel Islands',
};

/** The nation that a text names, by its name, a GSS code or a Welsh authority's three-digit code; else null. */
export function nationOf(text: string): Nation | null {
  const code = text.trim().toUpperCase();
  if (/^[WSNML]\d{8}$/.test(code)) return byGssLetter[code.charAt(0)] ?? null;
  if (/^\d{3}$/.test(code)) return Number(code) >= 660 && Number(code) <= 681 ? 'Wales' : null;
  return byName.get(foldName(text)) ?? null;
}

/** A nation in a sentence: `the Isle of Man`. */
export function sayWhere(nation: Nation): string {
  return nation === 'Isle of Man' || nation === 'Channel Islands' ? `the ${nation}` : nation;
}

/** The plain answer for someone there. */
export function sayNotInEngland(nation: Nation): string {
  const where = sayWhere(nation);
  const verb = nation === 'Channel Islands' ? 'are' : 'is';
  return `Maths Hubs only work with schools in England, and ${where} ${verb} not part of England.`;
}
