import { foldName } from '../directory/names.js';

/** Words of which many names are made. Alone they name no place, though only one council or town may begin with them. */
const ORDINARY = new Set(
  (
    'a an the and of on upon over under by in at near to for le la de st saint ' +
    'north south east west northern southern eastern western central mid middle inner outer upper lower high low nether ' +
    'great greater little long broad short old new far ' +
    'city county borough district council unitary metropolitan royal royals town village parish hundred hundreds hamlet hamlets ' +
    'isle isles island islands forest vale valley vales dale dales hill hills mount mountain moor moors heath wood woods weald wold ' +
    'wolds marsh marshes common fen fens field fields park green oak ash elm peak cliff coast bay beach sea water waters river rivers ' +
    'lake lakes bridge ford ferry port harbour bank cross well wells spring springs mill mills market tower castle church chapel ' +
    'abbey abbots bishop bishops king kings queen queens prince princes monks holy white black red brown grey golden silver ' +
    'street road lane avenue close drive way house school schools primary infant junior nursery academy college ' +
    'one two three four five six seven eight nine ten twelve'
  ).split(' '),
);

/** Whether a text is made of ordinary words alone: what begins with it may be meant, and is asked about. */
export function isOrdinary(text: string): boolean {
  return foldName(text)
    .split(' ')
    .every((word) => ORDINARY.has(word));
}
