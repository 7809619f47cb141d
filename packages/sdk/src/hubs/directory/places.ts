import type { Gss } from './directory.js';
import type { Nation } from './nations.js';

/** `area|name;name;…` a line: an English council's GSS code, or the letter of another nation. */
export type PackedPlaces = string;

/** A town or village, with the council that it lies in, or the nation when that is not England. */
export type HubPlace =
  { readonly name: string; readonly area: Gss } | { readonly name: string; readonly nation: Nation };

const nations: Readonly<Record<string, Nation>> = { W: 'Wales', S: 'Scotland', N: 'Northern Ireland' };

/** Opens the packed places. */
export function unpackPlaces(packed: PackedPlaces): readonly HubPlace[] {
  return packed.split('\n').flatMap((line) => {
    const [area = '', names = ''] = line.split('|');
    const nation = nations[area];
    return names.split(';').map((name) => (nation === undefined ? { name, area } : { name, nation }));
  });
}
