import { InvalidDataError } from '@maths-hubs/sdk/evidence';

/** A fault in what an index was to be built from. */
export function sourceFault(path: string, found: string, expected: string, remedy: string): InvalidDataError {
  return new InvalidDataError('postcode source', [{ path, found, expected, remedy }]);
}
