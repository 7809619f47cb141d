import type { HubAnswer, HubChoice, HubMatch, HubQuestion } from './answer.js';
import { areaByGss, areaLabel, districtsOf, successorsOf } from '../directory/areas.js';
import type { Area, Coverage, HubDirectory } from '../directory/directory.js';
import { matchesOf } from './evidence.js';
import type { Evidence } from './evidence.js';
import type { NamedQuery } from '../directory/query.js';

/** What the evidence says, with each hub once. */
export interface AreaVerdict {
  readonly answer: Exclude<HubAnswer, 'not-in-england'>;
  readonly hubs: readonly HubMatch[];
  readonly ask?: HubQuestion;
}

/** A verdict whose evidence is not yet gathered by hub. */
interface Finding {
  readonly answer: AreaVerdict['answer'];
  readonly evidence: readonly Evidence[];
  readonly ask?: HubQuestion;
}

export const councilQuestion = 'Which council is your school in?';

/**
 * What the evidence says of one area. One hub on high evidence is `one`; on medium or low evidence `likely`;
 * two or more hubs, evidenced or candidates, `several`; a lone candidate or nothing, `unknown`. A county whose
 * districts differ, a former area and a group are asked about, unless all of today's areas have the same hub.
 */
export function judge(directory: HubDirectory, area: Area): AreaVerdict {
  return gather(directory, weigh(directory, area));
}

/** What the evidence says when a place may be in any of several areas. */
export function judgeAll(directory: HubDirectory, areas: readonly Area[], question: string): AreaVerdict {
  return gather(directory, weighAll(directory, areas, question));
}

/** The choice that settles on one area. */
export function choiceOf(directory: HubDirectory, area: Area): HubChoice & { readonly query: NamedQuery } {
  const query = area.kind === 'district' ? { district: area.gss } : { authority: area.gss };
  return { label: areaLabel(directory, area), query };
}

function gather(directory: HubDirectory, { answer, evidence, ask }: Finding): AreaVerdict {
  const hubs = matchesOf(directory, evidence, ask === undefined ? 'weakest' : 'strongest');
  return { answer, hubs, ...(ask !== undefined && { ask }) };
}

function weigh(directory: HubDirectory, area: Area): Finding {
  if (area.successors !== undefined) {
    const parts = successorsOf(directory, area);
    const found = weighAll(directory, parts, councilQuestion);
    // A name wider than a council says too little to be sure by, even where its councils share a hub today.
    return area.kind === 'former' || parts.length < 2 || found.ask !== undefined
      ? found
      : asked(directory, found, parts);
  }
  const districts = districtsOf(directory, area);
  const isSplit = districts.some(({ gss }) => directory.coverage.some((row) => row.area === gss));
  return isSplit
    ? weighAll(directory, districts, 'Which district council is your school in?')
    : weighRows(directory, area);
}

/** The same evidence with the question which council it is. */
function asked(directory: HubDirectory, { evidence }: Finding, areas: readonly Area[]): Finding {
  const choices = areas.map((area) => choiceOf(directory, area));
  return { answer: 'several', evidence, ask: { text: councilQuestion, choices } };
}

function weighAll(directory: HubDirectory, areas: readonly Area[], question: string): Finding {
  const findings = areas.map((area) => weigh(directory, area));
  const [first] = findings;
  if (first === undefined) return { answer: 'unknown', evidence: [] };
  if (findings.length === 1) return first;
  const evidence = findings.flatMap((finding) => finding.evidence);
  const hubs = new Set(evidence.map(({ row }) => row.hub)).size;
  if (hubs === 1 && findings.every(({ answer }) => answer === 'one' || answer === 'likely')) {
    return { answer: findings.every(({ answer }) => answer === 'one') ? 'one' : 'likely', evidence };
  }
  const choices = areas.map((area) => choiceOf(directory, area));
  return { answer: hubs > 1 ? 'several' : 'unknown', evidence, ask: { text: question, choices } };
}

function weighRows(directory: HubDirectory, area: Area): Finding {
  const own = directory.coverage.filter((row) => row.area === area.gss);
  const county = area.authority === undefined ? null : areaByGss(directory, area.authority);
  const evidence =
    own.length > 0 || county === null
      ? own.map((row) => ({ row, area }))
      : directory.coverage.filter((row) => row.area === county.gss).map((row) => ({ row, area: county }));
  return { answer: answerOf(evidence.map(({ row }) => row)), evidence };
}

function answerOf(rows: readonly Coverage[]): AreaVerdict['answer'] {
  const [first] = rows;
  if (first === undefined) return 'unknown';
  if (rows.length > 1) return 'several';
  if (first.confidence === 'candidate') return 'unknown';
  return first.confidence === 'high' ? 'one' : 'likely';
}
