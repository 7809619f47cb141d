import { cite, isKnown } from '@maths-hubs/sdk/evidence';
import { editions, loadEdition, type Edition, type PhaseId, type TermId } from '@maths-hubs/sdk/programme';

/** What public evidence says of the same thing in another year. */
export interface Hint {
  readonly schoolYear: string;
  readonly value: unknown;
  /** Who says so, as a reader would look it up. */
  readonly source: string;
}

/** Every year that we hold, the newest first. */
export async function loadEvidence(): Promise<readonly Edition[]> {
  const held = await Promise.all(editions().map(({ schoolYear }) => loadEdition(schoolYear)));
  return held.toReversed();
}

/** The newest evidence of a term, or of a phase's name, from any year but the hub's own. */
export function hintOf(
  evidence: readonly Edition[],
  ownYear: string,
  phase: PhaseId,
  term: TermId | 'name',
): Hint | undefined {
  for (const edition of evidence) {
    const held = edition.phases.find(({ id }) => id === phase);
    if (edition.schoolYear === ownYear || held === undefined) continue;
    const fact = term === 'name' ? held.name : held.terms[term];
    if (isKnown<unknown>(fact))
      return {
        schoolYear: edition.schoolYear,
        value: fact.value,
        source: cite(fact, edition.sources),
      };
  }
  return undefined;
}
