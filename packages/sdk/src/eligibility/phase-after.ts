import type { Edition, PhaseId } from '../programme/index.js';
import type { Facts } from '../rules/index.js';

/**
 * The next phase for a school's progress so far, under terms that state no doors: the first possible one that the
 * terms have. It does not say whether the school may join.
 * @returns null if the progress is unknown, or the terms have no such phase
 * @example phaseAfter(edition, { development: 'done', embedding: 'never' }) // 'embedding'
 */
export function phaseAfter(edition: Edition, { development, embedding, readiness }: Facts): PhaseId | null {
  const first = (...wanted: readonly PhaseId[]): PhaseId | null =>
    wanted.find((id) => edition.phases.some((phase) => phase.id === id)) ?? null;
  switch (development) {
    case 'never':
      if (readiness === 'now') return first('readiness');
      return first('introductory', 'development', ...edition.entryPoints.map(({ phase }) => phase));
    case 'now':
      return first('development');
    case 'done':
      return embedding === 'done'
        ? first('sustaining', 'continuing')
        : first('embedding', 'sustaining', 'continuing');
    default:
      return null;
  }
}
