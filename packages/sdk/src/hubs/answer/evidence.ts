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
    return [{ hub, confidence: row.confidence, because: reasonFor(row, areas, source), source }];
  });
}

function gradeOf({ row }: Evidence): number {
  return grades.indexOf(row.confidence);
}

function reasonFor({ confidence, note }: Coverage, areas: readonly string[], source: Source | null): string {
  const are = new Set(areas).size > 1 ? 'are' : 'is';
  const where = `${named(areas)} ${are} in this hub’s area`;
  const said = {
    high: `${where}.`,
    medium: `We think ${where}, but our information is older or not complete.`,
    low: `We think ${where}, but our information is old or about a single school.`,
    candidate: `Not confirmed: by the areas of the other hubs, ${named(areas)} could be in this hub’s area.`,
  }[confidence];
  return [said, note ?? source?.note].filter((part) => part !== undefined).join(' ');
}

function named(areas: readonly string[]): string {
  const names = [...new Set(areas)];
  const more = names.length - NAMED;
  const shown = more > 1 ? [...names.slice(0, NAMED), `${more} more`] : names;
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(shown);
}
