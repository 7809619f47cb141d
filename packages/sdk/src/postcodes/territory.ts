/** A country that has the UK's postcodes. */
export type Country =
  'England' | 'Wales' | 'Scotland' | 'Northern Ireland' | 'Jersey' | 'Guernsey' | 'Isle of Man';

/** Where a whole postcode area lies outside England; or a postcode that no council has. */
export type Territory = Exclude<Country, 'England'> | 'forces' | 'no-place';

/** Areas without one postcode in England (Code-Point Open, October 2025, has English ones in 104 of the 124). */
const territories: readonly (readonly [Territory, readonly string[]])[] = [
  ['Scotland', ['AB', 'DD', 'EH', 'FK', 'G', 'HS', 'IV', 'KA', 'KW', 'KY', 'ML', 'PA', 'PH', 'ZE']],
  ['Wales', ['CF', 'SA']],
  ['Northern Ireland', ['BT']],
  ['Jersey', ['JE']],
  ['Guernsey', ['GY']],
  ['Isle of Man', ['IM']],
  ['forces', ['BF']],
  ['no-place', ['BX', 'GIR', 'XX']],
];

const byArea: ReadonlyMap<string, Territory> = new Map(
  territories.flatMap(([territory, areas]) => areas.map((area) => [area, territory] as const)),
);

/** What the letters of a postcode tell about its place; null when a resolver has to say. */
export function territoryOf(area: string): Territory | null {
  return byArea.get(area) ?? null;
}
