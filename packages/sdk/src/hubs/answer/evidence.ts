import type { Source } from '../../evidence/index.js';
import type { HubMatch } from './answer.js';
import type { Area, Coverage, HubDirectory } from '../directory/directory.js';

/** One statement, with the area that it speaks of. */
export interface Evidence {
  readonly row: Coverage;
  readonly area: Area;
}

const grades: readonly Coverage['confidence'][] = ['high', 'medium', 'low', 'candidate'];

/** How many areas a reason names before it counts the rest. */
const NAMED = 3;

/**
 * The hubs of some evidence, each once, surest first.
 * @param grade  which statement stands for a hub that has several: the strongest while a question is open; the
 *   weakest once it is settled, for what holds of the whole is no surer than its weakest part
 */
export function matchesOf(
  directory: HubDirectory,
  evidence: readonly Evidence[],
  grade: 'strongest' | 'weakest',
): readonly HubMatch[] {
  const surestFirst = [...evidence].sort((a, b) => gradeOf(a) - gradeOf(b));
  const hubs = new Set(surestFirst.map(({ row }) => row.hub));
  return [...hubs].flatMap((id) => {
    const own = surestFirst.filter(({ row }) => row.hub === id);
    const chosen = own.at(grade === 'strongest' ? 0 : -1);
    const hub = directory.hubs.find((each) => each.id === id);
    if (hub === undefined || chosen === undefined) return [];
    const { row } = chosen;
    const areas = own.filter((each) => each.row.confidence === row.confidence).map(({ area }) => area.name);
    const source = directory.sources.find((each) => each.id === row.source) ?? null;
    return [{ hub, confidence: row.confidence, because: reasonFor(row, named(areas), source), source }];
  });
}

function gradeOf({ row }: Evidence): number {
  return grades.indexOf(row.confidence);
}

function reasonFor({ confidence, note }: Coverage, areas: string, source: Source | null): string {
  const said = {
    high: `Listed in this hub’s area: ${areas}.`,
    medium: `Likely to be in this hub’s area, on evidence that is older or incomplete: ${areas}.`,
    low: `May be in this hub’s area, on thin evidence that is old or rests on a single school: ${areas}.`,
    candidate: `Not confirmed; the areas of the other hubs leave this one possible for ${areas}.`,
  }[confidence];
  return [said, note ?? source?.note].filter((part) => part !== undefined).join(' ');
}

function named(areas: readonly string[]): string {
  const names = [...new Set(areas)];
  const more = names.length - NAMED;
  const shown = more > 1 ? [...names.slice(0, NAMED), `${more} more`] : names;
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(shown);
}
