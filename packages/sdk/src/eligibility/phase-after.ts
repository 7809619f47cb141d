import type { Edition, PhaseId } from '../programme/index.js';
import type { Facts } from '../rules/index.js';

/**
 * The phase that follows how far a school has got, for terms that state no doors: the first of those that come next
 * which the terms have. It says nothing of whether the school may join.
 * @returns null where that is not known of the school, or the terms have none of them
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
