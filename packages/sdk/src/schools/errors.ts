import { MathsHubsError } from '../evidence/index.js';

/** A file is not readable as the expected GIAS download. */
export class GiasFileError extends MathsHubsError {
  override readonly name = 'GiasFileError';
  readonly code = 'gias-file';
}
