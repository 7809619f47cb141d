import {
  sayTerm as say,
  shortPhaseName,
  TERM_WORDS,
  type Edition,
  type TermId,
  type Terms,
} from '@maths-hubs/sdk/programme';

/** The value of a term in a line, as the hub that states it reads it. */
export function sayTerm(edition: Edition, term: TermId, value: unknown): string {
  const words = { ...TERM_WORDS, phase: (id: string) => shortPhaseName(edition, id) };
  return [say(term, value as NonNullable<Terms[TermId]['value']>, words)].flat().join('; ') || 'none';
}
