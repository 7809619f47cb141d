/** A country with UK postcodes. */
export type Country =
  'England' | 'Wales' | 'Scotland' | 'Northern Ireland' | 'Jersey' | 'Guernsey' | 'Isle of Man';

/** The territory of a postcode area wholly outside England; or a postcode without a council. */
export type Territory = Exclude<Country, 'England'> | 'forces' | 'no-place';

/** Areas without any postcode in England (Code-Point Open, October 2025, has English ones in 104 of the 124). */
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

/** The other areas of the United Kingdom's postcodes: 124 in all. */
const ENGLISH_AND_SHARED = new Set(
  (
    'AL B BA BB BD BH BL BN BR BS CA CB CH CM CO CR CT CV CW DA DE DG DH DL DN DT DY E EC EN EX FY GL GU HA HD HG HP ' +
    'HR HU HX IG IP KT L LA LD LE LL LN LS LU M ME MK N NE NG NN NP NR NW OL OX PE PL PO PR RG RH RM S SE SG SK SL SM ' +
    'SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO'
  ).split(' '),
);

const byArea: ReadonlyMap<string, Territory> = new Map(
  territories.flatMap(([territory, areas]) => areas.map((area) => [area, territory] as const)),
);

/** The territory shown by a postcode's letters; null if only a resolver knows. */
export function territoryOf(area: string): Territory | null {
  return byArea.get(area) ?? null;
}

/** Whether any postcode starts with these letters. */
export function isPostcodeArea(area: string): boolean {
  return ENGLISH_AND_SHARED.has(area) || byArea.has(area);
}
