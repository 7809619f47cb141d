import { sayTerm, TERM_WORDS, type TermId, type Terms } from '@maths-hubs/sdk/programme';

/** The value of a term in a line; an unknown is for the hub to say. */
export function writeTerm(term: TermId, value: Terms[TermId]['value']): string {
  if (value === null) return 'not known: ask your hub';
  return [sayTerm(term, value, TERM_WORDS)].flat().join('; ') || 'none';
}
