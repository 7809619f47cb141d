import type { OutcodeAnswer } from '../../postcodes/index.js';
import { areaLabel } from '../directory/areas.js';
import type { HubDirectory } from '../directory/directory.js';
import { sayWhere } from '../directory/nations.js';
import type { FindResult } from './answer.js';
import { councilOf } from './council-of.js';
import { matchAreas } from './match.js';
import { sayNation, sayVerdict } from './say.js';
import { choiceOf, judgeAll } from './verdict.js';

const CAUTION =
  'The first half of a postcode covers many streets. If your council is not named here, search by its name.';

/**
 * The hub of everywhere that has the first half of a postcode; a question where that is not one hub. Null where the
 * source names no council that we know.
 */
export function matchOutcode(directory: HubDirectory, found: OutcodeAnswer): FindResult | null {
  const { outward, elsewhere } = found;
  const areas = [...new Set(found.councils.flatMap((council) => councilOf(directory, council) ?? []))];
  const [nation, ...nations] = elsewhere;
  if (areas.length === 0) {
    const only = nation !== undefined && nations.length === 0 && found.whole && found.councils.length === 0;
    return only ? sayNation(nation, `${outward} is in ${sayWhere(nation)}.`) : null;
  }
  const labels = areas.map((area) => areaLabel(directory, area));
  const where = `Postcodes that start with ${outward} are in ${new Intl.ListFormat('en-GB').format(labels)}.`;
  const wording = { where, caution: CAUTION };
  const isWhole = found.whole && elsewhere.length === 0 && areas.length >= found.councils.length;
  const result = matchAreas(directory, areas, wording);
  if (isWhole && result.ask === undefined) return result;
  const verdict = judgeAll(directory, areas, '');
  return sayVerdict(
    directory,
    areas,
    {
      answer: verdict.hubs.length > 1 ? 'several' : 'unknown',
      hubs: verdict.hubs,
      ask: {
        text: 'Which council is your school in? Your whole postcode tells us too.',
        choices: [
          ...areas.map((area) => choiceOf(directory, area)),
          ...elsewhere.map((each) => ({ label: each, query: { place: each, within: each } })),
        ],
      },
    },
    {
      where:
        elsewhere.length === 0
          ? where
          : `${where.slice(0, -1)}, and some in ${elsewhere.map(sayWhere).join(' and ')}.`,
    },
  );
}
