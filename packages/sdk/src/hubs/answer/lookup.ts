import { answerFromLetters, parsePostcode, ResolverError } from '../../postcodes/index.js';
import type {
  FoundArea,
  LookupOptions,
  Position,
  PositionAnswer,
  PostcodeAnswer,
  PostcodeResolver,
  RetiredPostcode,
  UnknownBecause,
} from '../../postcodes/index.js';
import type { FindResult, Problem } from './answer.js';
import { areaLabel, groupsNamed } from '../directory/areas.js';
import type { Area, HubDirectory } from '../directory/directory.js';
import { sayWhere } from '../directory/nations.js';
import { territoryOf } from '../../typed/territory.js';
import { councilOf } from './council-of.js';
import { sayNation, sayProblem } from './say.js';

const CAUTION = 'Not your council? Search by its name.';

const BY_COUNCIL = 'Search by the name of your council instead.';

/** What a look-up comes to: the areas it found, or the answer that ends the search. */
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

/** Looks a postcode up. Never rejects for what a person typed or for a service that does not answer. */
export async function lookUpPostcode(
  directory: HubDirectory,
  text: string,
  resolver: PostcodeResolver | undefined,
  options: LookupOptions,
): Promise<Lookup> {
  const parsed = parsePostcode(text);
  if (!parsed.valid) {
    const { reason: message, suggestion, outward } = parsed;
    const half = outward === undefined ? null : await lookUpOutcode(directory, outward, resolver, options);
    if (half !== null) return { ended: half };
    return problem({ code: 'not-a-postcode', message, ...(suggestion !== null && { suggestion }) });
  }
  const told = answerFromLetters(parsed);
  if (told !== null) return read(directory, told);
  if (resolver === undefined) {
    return problem({ code: 'no-resolver', message: `This page does not look postcodes up. ${BY_COUNCIL}` });
  }
  return attempt(directory, () => resolver.resolve(parsed, options), resolver, options);
}

/** What the first half of a postcode tells; null where it tells nothing, or nobody here can look it up. */
async function lookUpOutcode(
  directory: HubDirectory,
  outward: string,
  resolver: PostcodeResolver | undefined,
  options: LookupOptions,
): Promise<FindResult | null> {
  const territory = territoryOf(outward.replace(/\d.*$/, ''));
  if (territory !== null && territory !== 'forces' && territory !== 'no-place') {
    return sayNation(territory, `${outward} is in ${sayWhere(territory)}.`);
  }
  try {
    const found = (await resolver?.outcode?.(outward, options)) ?? null;
    if (found === null) return null;
    const { matchOutcode } = await import('./outcode.js');
    return matchOutcode(directory, found);
  } catch (error) {
    if (error instanceof ResolverError) return null;
    throw error;
  }
}

/** Looks a position up, where the resolver can. */
export async function lookUpPosition(
  directory: HubDirectory,
  position: Position,
  resolver: PostcodeResolver | undefined,
  options: LookupOptions,
): Promise<Lookup> {
  if (resolver?.locate === undefined) {
    return problem({ code: 'no-resolver', message: `This page cannot look a position up. ${BY_COUNCIL}` });
  }
  const locate = resolver.locate.bind(resolver);
  return attempt(directory, () => locate(position, options), undefined, options);
}

async function attempt(
  directory: HubDirectory,
  ask: () => Promise<PositionAnswer>,
  resolver: PostcodeResolver | undefined,
  options: LookupOptions,
): Promise<Lookup> {
  try {
    const answer = await ask();
    return (
      (answer.kind === 'retired' ? await lastPlace(directory, answer, resolver, options) : null) ??
      read(directory, answer)
    );
  } catch (error) {
    if (!(error instanceof ResolverError)) throw error;
    return problem({ code: error.code, message: failures[error.code] });
  }
}

/** Where a retired postcode last was, from the postcode that is nearest now; null when nobody can tell. */
async function lastPlace(
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

const failures: Readonly<Record<ResolverError['code'], string>> = {
  offline: `The postcode service could not be reached: you may be offline, or your network may block it. ${BY_COUNCIL}`,
  timeout: `The postcode service took too long to answer. Try again, or search by the name of your council.`,
  service: `The postcode service is not working at the moment. ${BY_COUNCIL}`,
  'rate-limited': `The postcode service is busy. Try again in a minute, or search by the name of your council.`,
  aborted: 'The search was stopped.',
};

function read(directory: HubDirectory, answer: PositionAnswer): Lookup {
  switch (answer.kind) {
    case 'found':
      return readArea(directory, answer);
    case 'not-in-england':
      return { ended: sayNation(answer.country, `${answer.postcode} is in ${sayWhere(answer.country)}.`) };
    case 'not-found':
      return problem({
        code: 'no-such-postcode',
        message: `We could not find ${answer.postcode}. Check it, or search by the name of your council.`,
      });
    case 'retired':
      return problem({
        code: 'retired',
        message: `${answer.postcode} is no longer in use${answer.year === null ? '' : ` (since ${answer.year})`}. Use the school’s present postcode, or search by the name of your council.`,
      });
    case 'nothing-near':
      return problem({ code: 'no-such-postcode', message: `We found no postcode near you. ${BY_COUNCIL}` });
    case 'unknown':
      return readUnknown(answer);
  }
}

function readArea(directory: HubDirectory, found: FoundArea): Lookup {
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

const unplaced: Readonly<Record<UnknownBecause, string>> = {
  'no-council-given': 'has no council in the list we use.',
  'outside-england': 'is outside England, and Maths Hubs serve schools in England only.',
  forces: 'is a British Forces address.',
  'no-place': 'is used for post only, not for a place.',
};

function readUnknown({ postcode, because }: Extract<PostcodeAnswer, { kind: 'unknown' }>): Lookup {
  const message = `${postcode} ${unplaced[because]} ${BY_COUNCIL}`;
  return problem({ code: 'no-council', message });
}

function problem(found: Problem): Lookup {
  return { ended: sayProblem(found) };
}
