import type { FoundArea, Position } from '../../postcodes/index.js';
import { areaLabel, groupsNamed } from '../directory/areas.js';
import type { Area, HubDirectory } from '../directory/directory.js';
import type { FindResult, Problem } from './answer.js';
import { councilOf } from './council-of.js';
import { sayProblem } from './say.js';

const CAUTION = 'Not your council? Search by its name.';

export const BY_COUNCIL = 'Search by the name of your council instead.';

/** The result of a look-up: the areas it found, or the answer that ends the search. */
export type Lookup =
  | {
      readonly areas: readonly Area[];
      readonly where: string;
      readonly caution: string;
      readonly position?: Position;
      /** Set where the place is only near, or was: the answer is no more than "could be". */
      readonly doubtful?: true;
    }
  | { readonly ended: FindResult };

/** The council that a source has found, by its code or by the name that came with it. */
export function readArea(directory: HubDirectory, found: FoundArea): Lookup {
  const { district, authority, districtName, authorityName } = found;
  const area =
    councilOf(directory, {
      district,
      authority,
      ...(districtName !== undefined && { districtName }),
      ...(authorityName !== undefined && { authorityName }),
    }) ?? comingCouncil(directory, districtName);
  if (area === null) {
    const name = districtName ?? authorityName;
    return problem({
      code: 'no-council',
      message:
        name === undefined
          ? `We know where ${found.postcode} is, but not which council it belongs to. ${BY_COUNCIL}`
          : `${found.postcode} is in ${name}, a council that is new to us. Search by the name of the council that was there before.`,
    });
  }
  const about = found.about === 'this postcode' ? found.postcode : `Postcodes around ${found.postcode}`;
  const verb = found.about === 'this postcode' ? 'is' : 'are';
  return {
    areas: [area],
    where: `${about} ${verb} in ${areaLabel(directory, area)}.`,
    caution: CAUTION,
    ...(found.position && { position: found.position }),
  };
}

/** A council that is to come, or that came after our data. */
function comingCouncil(directory: HubDirectory, name: string | undefined): Area | null {
  const coming =
    name === undefined ? [] : groupsNamed(directory, name).filter(({ kind }) => kind === 'coming');
  return coming[0] ?? null;
}

export function problem(found: Problem): Lookup {
  return { ended: sayProblem(found) };
}
