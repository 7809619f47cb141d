import { foldName } from '../directory/names.js';

/** Words of which many names are made. Alone they name no place, though only one council or town may begin with them. */
const ORDINARY = new Set(
  (
    'a an the and of on upon over under by in at near to for le la de st saint ' +
    'north south east west northern southern eastern western central mid inner outer upper lower high low ' +
    'great greater little long broad old new city county borough district council unitary metropolitan royal town village ' +
    'isle island forest vale valley dale hill mount moor heath wood weald marsh common fen field park green oak peak cliff ' +
    'coast bay sea water river lake bridge port bank cross well mill market tower castle church abbey bishop king queen ' +
    'street road lane avenue school primary infant junior academy college three five seven'
  ).split(' '),
);

/** Whether a text is made of ordinary words alone: what begins with it may be meant, and is asked about. */
export function isOrdinary(text: string): boolean {
  return foldName(text)
    .split(' ')
    .every((word) => ORDINARY.has(word) || ORDINARY.has(word.replace(/s$/, '')));
}
