import { areasNamed } from '../directory/areas.js';
import type { Area, HubDirectory } from '../directory/directory.js';
import type { FindResult } from './answer.js';
import { POSTCODE_AREAS } from './postcode-areas.js';
import { sayProblem } from './say.js';
import { choiceOf } from './verdict.js';

/** The councils that most postcodes with these first letters lie in, the likeliest first; none if unknown. */
export function likelyBy(directory: HubDirectory, letters: string): readonly Area[] {
  const { councils = [] } = POSTCODE_AREAS.get(letters) ?? {};
  return councils.flatMap((name) =>
    areasNamed(directory, name).filter(({ kind }) => kind === 'authority' || kind === 'district'),
  );
}

/**
 * The first letters of a postcode alone: says what they are. They are too wide for an answer, also where a place is
 * called by them (`MK`); null where no postcode begins with them.
 */
export function matchLetters(directory: HubDirectory, letters: string): FindResult | null {
  const area = POSTCODE_AREAS.get(letters);
  if (area === undefined) return null;
  const { of, councils } = area;
  const here = councils.length > 0;
  const where = /^(?:in|of|for) /.test(of) ? of : `in and around ${of}`;
  const message =
    `Postcodes ${where} begin with “${letters}”. ` +
    (here
      ? `Type a whole postcode, its first half (such as ${letters}1), or the name of your council.`
      : 'Maths Hubs work with schools in England: type a whole postcode, or the name of your council.') +
    // The only two letters that are also a word of many names.
    (letters === 'ST' ? ' If it begins a name, such as St Albans, type more of it.' : '');
  const called = areasNamed(directory, letters).map((each) => choiceOf(directory, each));
  const [only] = called;
  return {
    ...sayProblem({ code: 'not-a-postcode', message }),
    ...(only !== undefined && {
      ask: { text: `Or did you mean ${only.label}?`, choices: called },
    }),
    likely: likelyBy(directory, letters),
  };
}
