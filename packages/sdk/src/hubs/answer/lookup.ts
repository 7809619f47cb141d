import { answerFromLetters, parsePostcode, ResolverError } from '../../postcodes/index.js';
import type {
  LookupOptions,
  Position,
  PositionAnswer,
  PostcodeAnswer,
  PostcodeResolver,
  UnknownBecause,
} from '../../postcodes/index.js';
import type { FindResult } from './answer.js';
import type { HubDirectory } from '../directory/directory.js';
import { sayWhere } from '../directory/nations.js';
import { territoryOf } from '../../typed/territory.js';
import { BY_COUNCIL, problem, readArea } from './read-area.js';
import type { Lookup } from './read-area.js';
import { sayNation } from './say.js';

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
  const fromLetters = answerFromLetters(parsed);
  if (fromLetters !== null) return read(directory, fromLetters);
  if (resolver === undefined) {
    return problem({ code: 'no-resolver', message: `This page does not look postcodes up. ${BY_COUNCIL}` });
  }
  return attempt(directory, () => resolver.resolve(parsed, options), resolver, options);
}

/** What the first half of a postcode shows; null if nothing, or if no resolver can look it up. */
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
      (answer.kind === 'retired'
        ? await (await import('./retired.js')).lastPlace(directory, answer, resolver, options)
        : null) ?? read(directory, answer)
    );
  } catch (error) {
    if (!(error instanceof ResolverError)) throw error;
    return problem({ code: error.code, message: failures[error.code] });
  }
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
