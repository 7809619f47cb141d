import type { Source } from '../facts/index.js';
import type { Answer, Choice, HubMatch, Question } from './answer.js';
import { areaByGss, areaLabel, districtsOf, successorsOf } from './areas.js';
import type { Area, Coverage, HubDirectory } from './directory.js';

/** What the evidence says of an area, before it is put into words. */
export interface Verdict {
  readonly answer: Exclude<Answer, 'not-in-england'>;
  readonly hubs: readonly HubMatch[];
  readonly ask?: Question;
}

/**
 * What the evidence says of one area. One hub on high evidence is `one`; on medium or low evidence `likely`;
 * two or more hubs, evidenced or candidates, `several`; a lone candidate or nothing, `unknown`. A county whose
 * districts differ, a former area and a group are asked about, unless everything that stands there has the same hub.
 */
export function judge(directory: HubDirectory, area: Area): Verdict {
  if (area.kind === 'former' || area.kind === 'group') {
    return judgeAll(directory, successorsOf(directory, area), councilQuestion);
  }
  const districts = districtsOf(directory, area);
  const isSplit = districts.some(({ gss }) => directory.coverage.some((row) => row.area === gss));
  if (isSplit) return judgeAll(directory, districts, 'Which district council is your school in?');
  return judgeRows(directory, area);
}

export const councilQuestion = 'Which council is your school in?';

/** What the evidence says when a place may be in any of several areas. */
export function judgeAll(directory: HubDirectory, areas: readonly Area[], question: string): Verdict {
  const [only] = areas;
  if (only === undefined) return { answer: 'unknown', hubs: [] };
  const verdicts = areas.map((area) => judge(directory, area));
  if (areas.length === 1) return verdicts[0] ?? { answer: 'unknown', hubs: [] };
  const hubs = strongest(verdicts.flatMap((verdict) => verdict.hubs));
  const settled =
    verdicts.every(({ answer }) => answer === 'one' || answer === 'likely') && hubs.length === 1;
  if (settled)
    return {
      answer: verdicts.every(({ answer }) => answer === 'one') ? 'one' : 'likely',
      hubs: weakest(verdicts),
    };
  return {
    answer: hubs.length > 1 ? 'several' : 'unknown',
    hubs,
    ask: { text: question, choices: areas.map((area) => choiceOf(directory, area)) },
  };
}

/** The choice that settles on one area. */
export function choiceOf(directory: HubDirectory, area: Area): Choice {
  const query = area.kind === 'district' ? { district: area.gss } : { authority: area.gss };
  return { label: areaLabel(directory, area), query };
}

function judgeRows(directory: HubDirectory, area: Area): Verdict {
  const own = directory.coverage.filter((row) => row.area === area.gss);
  const county = area.authority === undefined ? null : areaByGss(directory, area.authority);
  const speaksOf = own.length === 0 && county !== null ? county : area;
  const rows = own.length > 0 ? own : directory.coverage.filter((row) => row.area === speaksOf.gss);
  const hubs = rows.flatMap((row) => matchOf(directory, row, speaksOf) ?? []);
  return { answer: answerOf(hubs), hubs };
}

function answerOf(hubs: readonly HubMatch[]): Verdict['answer'] {
  const [first] = hubs;
  if (first === undefined) return 'unknown';
  if (hubs.length > 1) return 'several';
  if (first.confidence === 'candidate') return 'unknown';
  return first.confidence === 'high' ? 'one' : 'likely';
}

function matchOf(directory: HubDirectory, row: Coverage, area: Area): HubMatch | null {
  const hub = directory.hubs.find(({ id }) => id === row.hub);
  if (hub === undefined) return null;
  const source = directory.sources.find(({ id }) => id === row.source) ?? null;
  return { hub, confidence: row.confidence, because: reasonFor(row, area, source), source };
}

function reasonFor({ confidence, note }: Coverage, { name }: Area, source: Source | null): string {
  const said = {
    high: `${name} is listed in this hub’s area.`,
    medium: `What we found puts ${name} in this hub’s area, but it is older or does not cover everything.`,
    low: `Only thin evidence puts ${name} in this hub’s area: it is old, or rests on a single school.`,
    candidate: `We could not confirm which hub serves ${name}. The areas of the other hubs leave this one possible.`,
  }[confidence];
  return [said, note ?? source?.note].filter((part) => part !== undefined).join(' ');
}

const grades: readonly HubMatch['confidence'][] = ['high', 'medium', 'low', 'candidate'];

function gradeOf({ confidence }: HubMatch): number {
  return grades.indexOf(confidence);
}

/** Each hub once, with its best evidence; best evidence first. */
function strongest(matches: readonly HubMatch[]): readonly HubMatch[] {
  const sorted = [...matches].sort((a, b) => gradeOf(a) - gradeOf(b));
  return sorted.filter(({ hub }, index) => sorted.findIndex((other) => other.hub.id === hub.id) === index);
}

/** The one match that is least sure: what holds for the whole is no surer than its weakest part. */
function weakest(verdicts: readonly Verdict[]): readonly HubMatch[] {
  const sorted = verdicts.flatMap(({ hubs }) => hubs).sort((a, b) => gradeOf(b) - gradeOf(a));
  return sorted.slice(0, 1);
}
