import { predecessorsOf, type Links, type Predecessor } from './links.js';

/** A phase that a school took part in, under the URN it had then. */
export interface PastPhase {
  readonly urn: string;
  /** The phase's id: `development`. */
  readonly phase: string;
  /** `2021/22` */
  readonly schoolYear: string;
}

/** Past phases by the URN they were recorded under. */
export type History = ReadonlyMap<string, readonly PastPhase[]>;

/** The past phases of a school and of the schools it continues. */
export interface SchoolHistory {
  /** Its own and those of the schools it continues; oldest first. */
  readonly phases: readonly PastPhase[];
  /** Those of schools merged into it or split for it: the hub decides whether they count. */
  readonly uncertain: readonly PastPhase[];
  /** A row of it or of a predecessor was unreadable: phases missing here are unknown. */
  readonly unread?: true;
  /** The predecessors whose past was taken over or is in doubt, nearest first, to show to people. */
  readonly through: readonly Predecessor[];
}

/** Past phases by the URN of the school that took part, in the order given. */
export function historyIndex(phases: Iterable<PastPhase>): History {
  const index = new Map<string, PastPhase[]>();
  for (const past of phases) {
    const known = index.get(past.urn);
    if (known) known.push(past);
    else index.set(past.urn, [past]);
  }
  return index;
}

/**
 * What a school has done, under this URN and its predecessors': an academy keeps the phases of the school
 * it was. After a merger or a split the past is kept separate, since only part of the school has it.
 * @param unread  URNs with a row left out: what is missing for them is unknown
 */
export function withPredecessors(
  urn: string,
  links: Links,
  history: History,
  unread: ReadonlySet<string> = new Set(),
): SchoolHistory {
  let isUnread = unread.has(urn);
  const phases = [...(history.get(urn) ?? [])];
  const uncertain: PastPhase[] = [];
  const through: Predecessor[] = [];
  for (const predecessor of predecessorsOf(urn, links)) {
    isUnread ||= unread.has(predecessor.urn);
    const past = history.get(predecessor.urn);
    if (!past) continue;
    (predecessor.continues ? phases : uncertain).push(...past);
    through.push(predecessor);
  }
  const oldestFirst = (a: PastPhase, b: PastPhase): number => a.schoolYear.localeCompare(b.schoolYear);
  return {
    phases: phases.sort(oldestFirst),
    uncertain: uncertain.sort(oldestFirst),
    ...(isUnread ? { unread: true } : {}),
    through,
  };
}
