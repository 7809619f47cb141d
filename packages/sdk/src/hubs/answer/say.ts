import { CONFIRM } from './answer.js';
import type { FindResult, Problem } from './answer.js';
import { areaLabel } from '../directory/areas.js';
import type { Area, HubDirectory } from '../directory/directory.js';
import { sayNotInEngland } from '../directory/nations.js';
import type { Nation } from '../directory/nations.js';
import type { AreaVerdict } from './verdict.js';

/** More hubs than this are counted, not named. */
const MOST_NAMED = 4;

/** Puts a verdict into words. */
export function sayVerdict(
  directory: HubDirectory,
  areas: readonly Area[],
  verdict: AreaVerdict,
  wording: { readonly where?: string; readonly caution?: string } = {},
): FindResult {
  const labels = areas.map((area) => areaLabel(directory, area));
  return {
    ...verdict,
    summary: summarise(verdict, labels),
    where: wording.where ?? null,
    areas,
    ...(wording.caution !== undefined && { caution: wording.caution }),
    confirm: CONFIRM,
  };
}

/** The answer for a nation that has no Maths Hubs. */
export function sayNation(nation: Nation, where: string | null = null): FindResult {
  const summary = sayNotInEngland(nation);
  return { answer: 'not-in-england', hubs: [], summary, where, areas: [], nation, confirm: CONFIRM };
}

/** The answer when the search itself failed. */
export function sayProblem(problem: Problem): FindResult {
  return {
    answer: 'unknown',
    hubs: [],
    summary: problem.message,
    where: null,
    areas: [],
    problem,
    confirm: CONFIRM,
  };
}

function summarise({ answer, hubs, ask }: AreaVerdict, labels: readonly string[]): string {
  const names = listed(hubs.map(({ hub }) => hub.name));
  const place = labels.length === 1 ? (labels[0] ?? '') : 'that area';
  switch (answer) {
    case 'one':
      return `Your hub is ${names}.`;
    case 'likely':
      return `Your hub is likely to be ${names}. Please confirm it with NCETM.`;
    case 'several':
      return ask === undefined
        ? `We could not confirm which hub serves ${place}. It could be ${names}. NCETM can tell you.`
        : `Your hub could be ${names}. ${ask.text}`;
    case 'unknown':
      if (ask !== undefined) return ask.text;
      return names === ''
        ? `We found no evidence of which hub serves ${place}. NCETM can tell you.`
        : `We could not confirm which hub serves ${place}. It could be ${names}. NCETM can tell you.`;
  }
}

function listed(names: readonly string[]): string {
  if (names.length > MOST_NAMED) return `any of ${names.length} hubs`;
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
}
