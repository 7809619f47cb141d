/** One line of GIAS's links download: `linkUrn` is a `linkType` of `urn`. */
export interface GiasLink {
  readonly urn: string;
  readonly linkUrn: string;
  readonly linkName: string;
  /** In GIAS's words: `Predecessor`, `Predecessor - merged`, `Successor - Split School`. */
  readonly linkType: string;
}

/** A school's predecessor, and whether it is the same school under an old URN. */
export interface Predecessor {
  readonly urn: string;
  /** Empty if GIAS gives only the reverse link. */
  readonly name: string;
  /** The school that it became. */
  readonly becameUrn: string;
  /** The link in GIAS's words. */
  readonly link: string;
  /** True when one school became one school, as when it becomes an academy; false after a merger or a split. */
  readonly continues: boolean;
}

/** The links of a whole file, ready to follow. */
export interface Links {
  /** The schools directly before this one. */
  readonly before: (urn: string) => readonly Predecessor[];
}

interface Edge {
  readonly urn: string;
  name: string;
  link: string;
}

/**
 * Prepares links for following. Predecessor links count, and successor links read backwards; sixth form centres,
 * expansions and the like do not turn one school into another.
 */
export function linkIndex(links: Iterable<GiasLink>): Links {
  const before = new Map<string, Edge[]>();
  const after = new Map<string, Set<string>>();
  for (const { urn, linkUrn, linkName, linkType } of links) {
    const kind = linkType.trim().toLowerCase();
    const backwards = kind.startsWith('successor');
    if (!backwards && !kind.startsWith('predecessor')) continue;
    const [earlier, later] = backwards ? [urn, linkUrn] : [linkUrn, urn];
    if (earlier === later) continue;
    const edges = before.get(later) ?? [];
    const known = edges.find((edge) => edge.urn === earlier);
    if (!known) edges.push({ urn: earlier, name: backwards ? '' : linkName, link: linkType.trim() });
    else {
      if (!backwards) known.name = linkName;
      if (!isPlain(linkType)) known.link = linkType.trim();
    }
    before.set(later, edges);
    after.set(earlier, (after.get(earlier) ?? new Set()).add(later));
  }
  return {
    before: (urn) => {
      const edges = before.get(urn) ?? [];
      return edges.map((edge) => ({
        urn: edge.urn,
        name: edge.name,
        becameUrn: urn,
        link: edge.link,
        continues: isPlain(edge.link) && edges.length === 1 && after.get(edge.urn)?.size === 1,
      }));
    },
  };
}

function isPlain(linkType: string): boolean {
  return /^(predecessor|successor)$/i.test(linkType.trim());
}

/** Every school before this one, nearest first. A cycle in the data is followed once. */
export function predecessorsOf(urn: string, links: Links): readonly Predecessor[] {
  const found: Predecessor[] = [];
  const seen = new Set([urn]);
  const queue: { urn: string; continues: boolean }[] = [{ urn, continues: true }];
  for (const next of queue) {
    for (const predecessor of links.before(next.urn)) {
      if (seen.has(predecessor.urn)) continue;
      seen.add(predecessor.urn);
      const continues = next.continues && predecessor.continues;
      found.push({ ...predecessor, continues });
      queue.push({ urn: predecessor.urn, continues });
    }
  }
  return found;
}
