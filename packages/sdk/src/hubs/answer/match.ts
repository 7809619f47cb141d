import { CONFIRM } from './answer.js';
import type { FindResult } from './answer.js';
import { areaLabel, findAreas } from '../directory/areas.js';
import type { Area, HubDirectory } from '../directory/directory.js';
import { foldName } from '../directory/names.js';
import { nationOf } from '../directory/nations.js';
import { sayNation, sayProblem, sayVerdict } from './say.js';
import { councilQuestion, judge, judgeAll } from './verdict.js';

/** How many councils a question may offer; a shorter text has to be made longer first. */
const MOST_CHOICES = 40;

/** The hub of a council, by its name or the beginning of it, a GSS code, or a DfE code. */
export function matchCouncil(directory: HubDirectory, text: string): FindResult {
  const areas = findAreas(directory, text);
  const nation = areas.length === 0 ? nationOf(text) : null;
  if (nation !== null) return sayNation(nation);
  return areas.length === 0 || areas.length > MOST_CHOICES ? noCouncil(text) : matchAreas(directory, areas);
}

/** A hub by its own id or name, for someone who knows it already. */
export function matchHub(directory: HubDirectory, text: string): FindResult {
  const name = foldName(text);
  const hub = directory.hubs.find(
    (each) =>
      each.id === text || [each.name, ...(each.alsoKnownAs ?? [])].some((known) => isCalled(known, name)),
  );
  if (hub === undefined) {
    return sayProblem({
      code: 'no-hub',
      message: `We know no hub called “${text.trim().slice(0, 60)}”. Choose it from the list of hubs.`,
    });
  }
  const source = directory.sources.find(({ id }) => id === hub.sources[0]) ?? null;
  const match = { hub, confidence: hub.confidence, because: 'You chose this hub by its name.', source };
  return {
    answer: 'one',
    hubs: [match],
    summary: `You chose ${hub.name}.`,
    where: null,
    areas: [],
    confirm: CONFIRM,
  };
}

function isCalled(known: string, folded: string): boolean {
  const whole = foldName(known);
  return whole === folded || whole === `${folded} maths hub`;
}

/** The hub of a place that lies in one of these areas. */
export function matchAreas(
  directory: HubDirectory,
  areas: readonly Area[],
  told: { readonly where?: string; readonly caution?: string } = {},
): FindResult {
  const [only] = areas;
  const verdict =
    only !== undefined && areas.length === 1
      ? judge(directory, only)
      : judgeAll(directory, areas, councilQuestion);
  return sayVerdict(directory, areas, verdict, { ...replaced(directory, only), ...told });
}

/** Says what stands where a former area was. */
function replaced(directory: HubDirectory, area: Area | undefined): { readonly where?: string } {
  if (area?.kind !== 'former') return {};
  const now = (area.successors ?? []).flatMap((gss) => findAreas(directory, gss));
  const names = new Intl.ListFormat('en-GB').format(now.map((each) => areaLabel(directory, each)));
  if (names === area.name) return {};
  return {
    where: `${area.name} ${area.until === undefined ? 'is now' : `was replaced in ${area.until} by`} ${names}.`,
  };
}

function noCouncil(text: string): FindResult {
  return sayProblem({
    code: 'no-council',
    message: `We know no council called “${text.trim().slice(0, 60)}”. Try its full name, or choose your hub from the list.`,
  });
}
