import { ResolverError } from '../../postcodes/index.js';
import type {
  LookupOptions,
  PositionAnswer,
  PostcodeResolver,
  RetiredPostcode,
} from '../../postcodes/index.js';
import { areaLabel } from '../directory/areas.js';
import type { HubDirectory } from '../directory/directory.js';
import { sayWhere } from '../directory/nations.js';
import { readArea } from './read-area.js';
import type { Lookup } from './read-area.js';
import { sayNation } from './say.js';

/** Where a retired postcode last was, from the postcode that is nearest now; null if unknown. */
export async function lastPlace(
  directory: HubDirectory,
  { postcode, year, position }: RetiredPostcode,
  resolver: PostcodeResolver | undefined,
  options: LookupOptions,
): Promise<Lookup | null> {
  if (position === null || resolver?.locate === undefined) return null;
  let near: PositionAnswer;
  try {
    near = await resolver.locate(position, options);
  } catch (error) {
    if (error instanceof ResolverError && error.code !== 'aborted') return null;
    throw error;
  }
  if (near.kind === 'not-in-england') {
    const where = `${postcode} is no longer in use. It was in ${sayWhere(near.country)}.`;
    return { ended: sayNation(near.country, where) };
  }
  if (near.kind !== 'found') return null;
  const found = readArea(directory, near);
  if ('ended' in found) return null;
  const [area] = found.areas;
  const council = area === undefined ? 'England' : areaLabel(directory, area);
  return {
    ...found,
    where: `${postcode} is no longer in use${year === null ? '' : ` (since ${year})`}. It was in or near ${council}.`,
    caution: 'Use the school’s present postcode, or the name of your council, to be sure.',
    doubtful: true,
  };
}
