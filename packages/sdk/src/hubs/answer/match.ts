import { CONFIRM } from './answer.js';
import type { FindResult } from './answer.js';
import { areaLabel, areasNamed, areasNear, isShortened, successorsOf } from '../directory/areas.js';
import type { Area, HubDirectory } from '../directory/directory.js';
import { foldName } from '../directory/names.js';
import { nationOf } from '../directory/nations.js';
import { isOrdinary } from './ordinary-words.js';
import { sayNation, sayProblem, sayVerdict } from './say.js';
import { choiceOf, councilQuestion, judge, judgeAll } from './verdict.js';

/** How many councils a question may offer; a shorter text has to be made longer first. */
const MOST_CHOICES = 40;

/**
 * The hub of a council, by its name, a GSS code or a DfE code. A name that only begins or holds the words is asked
 * about, unless all that it begins have one hub.
 */
export function matchCouncil(directory: HubDirectory, text: string): FindResult {
  const areas = areasNamed(directory, text);
  const isDoubtful = isOrdinary(text) && isShortened(directory, text);
  if (areas.length > 0) return isDoubtful ? askWhich(directory, areas) : matchAreas(directory, areas);
  const nation = nationOf(text);
  if (nation !== null) return sayNation(nation);
  const { whole, begun, within } = areasNear(directory, text);
  if (whole.length > 0 && whole.length <= MOST_CHOICES) {
    const result = matchAreas(directory, whole);
    return result.ask === undefined && isOrdinary(text) ? askWhich(directory, whole) : result;
  }
  const near = begun.length > 0 ? begun : within;
  return near.length === 0 || near.length > MOST_CHOICES ? noCouncil(text) : askWhich(directory, near);
}

/** Nothing has the name: what comes near is offered, and no hub is said. */
function askWhich(directory: HubDirectory, areas: readonly Area[]): FindResult {
  const choices = areas.map((area) => choiceOf(directory, area));
  const [only] = choices;
  const text =
    only !== undefined && choices.length === 1
      ? `Did you mean ${only.label}?`
      : 'Which of these do you mean?';
  return sayVerdict(directory, [], { answer: 'unknown', hubs: [], ask: { text, choices } });
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
      message: `We could not find a hub called “${text.trim().slice(0, 60)}”. Choose it from the list of hubs.`,
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

/** What an answer should say besides. */
interface Wording {
  readonly where?: string;
  readonly caution?: string;
  /** How the person wrote the area's name. */
  readonly called?: string;
  /** Set where no answer may be surer than "could be". */
  readonly doubtful?: true;
}

/** The hub of a place that lies in one of these areas. */
export function matchAreas(
  directory: HubDirectory,
  areas: readonly Area[],
  wording: Wording = {},
): FindResult {
  const now = areas.map((area) => recoded(directory, area));
  const [only] = now;
  const verdict =
    only !== undefined && now.length === 1
      ? judge(directory, only)
      : judgeAll(directory, now, councilQuestion);
  const result = sayVerdict(directory, now, verdict, {
    ...sayArea(directory, now, wording.called),
    ...wording,
  });
  return wording.doubtful ? couldBe(result) : result;
}

/** The same hubs, no surer than "could be". */
function couldBe(result: FindResult): FindResult {
  const [match] = result.hubs;
  if (match === undefined || (result.answer !== 'one' && result.answer !== 'likely')) return result;
  return { ...result, answer: 'several', summary: `Your hub could be ${match.hub.name}.` };
}

/** The same council under its present code. */
function recoded(directory: HubDirectory, area: Area): Area {
  if (area.kind !== 'former') return area;
  const [next, ...others] = successorsOf(directory, area);
  return next !== undefined && others.length === 0 && next.name === area.name ? next : area;
}

/** Areas in a sentence: those of one county with the county once, `Guildford, Woking and Waverley in Surrey`. */
function sayAreas(directory: HubDirectory, areas: readonly Area[]): string {
  const list = new Intl.ListFormat('en-GB');
  const labels = areas.map((area) => areaLabel(directory, area));
  const [county, ...others] = new Set(labels.map((label, at) => label.slice(areas[at]?.name.length)));
  return areas.length < 2 || county === undefined || county === '' || others.length > 0
    ? list.format(labels)
    : `${list.format(areas.map(({ name }) => name))} in ${county.replace(/^, /, '')}`;
}

/** Says what an area is, where its name does not say it: today's areas, or which council is meant. */
function sayArea(
  directory: HubDirectory,
  [area, ...others]: readonly Area[],
  called: string | undefined,
): { readonly where?: string } {
  if (area === undefined || others.length > 0) return {};
  const names = sayAreas(directory, successorsOf(directory, area));
  if (area.kind === 'former') {
    return {
      where: `${area.name} ${area.until === undefined ? 'is now' : `was replaced in ${area.until} by`} ${names}.`,
    };
  }
  if (area.kind === 'coming') {
    return { where: `${area.name} is to be a council from ${monthOf(area.from ?? '')}. It is now ${names}.` };
  }
  return called === undefined ? {} : { where: `“${called}” is ${areaLabel(directory, area)}.` };
}

function monthOf(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function noCouncil(text: string): FindResult {
  return sayProblem({
    code: 'no-council',
    message: `We could not find a council called “${text.trim().slice(0, 60)}”. Try its full name, or choose your hub from the list.`,
  });
}
