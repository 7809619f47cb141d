import { InvalidDataError } from '../ground/errors.js';

/** Throws with one fault, for callers without types. */
function refuse(what: string, found: string, expected: string, remedy: string): never {
  throw new InvalidDataError(what, [{ path: '', found, expected, remedy }]);
}

/** Rejects a school year or a promise in place of an edition. */
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
  const kind = Object.prototype.toString.call(school).slice(8, -1);
  // A list, a map or a promise has no facts by name, so would read as a school with nothing known.
  if (kind !== 'Object')
    refuse(
      'school',
      typeof school === 'object' && school ? `a value of type ${kind}` : String(school),
      'facts about a school',
      'Give an object; an empty one when nothing is known.',
    );
}
