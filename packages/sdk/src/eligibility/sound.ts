import { InvalidDataError } from '../ground/errors.js';

/** Throws with one fault, as a caller without types needs it said. */
export function refuse(what: string, found: string, expected: string, remedy: string): never {
  throw new InvalidDataError(what, [{ path: '', found, expected, remedy }]);
}

/** A year in words, or a promise of an edition, is none yet. */
export function soundEdition(edition: unknown): void {
  if (typeof edition !== 'object' || edition === null || !('phases' in edition))
    refuse(
      'edition',
      edition instanceof Promise ? 'a promise' : String(edition),
      'an edition',
      'Write: await loadEdition("2024/25").',
    );
}

export function soundSchool(school: unknown): void {
  if (typeof school !== 'object' || school === null)
    refuse(
      'school',
      String(school),
      'facts about a school',
      'Give an object; an empty one when nothing is known.',
    );
}
