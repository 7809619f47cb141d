import { MathsHubsError } from '../evidence/index.js';

/** A whole file cannot be read as the GIAS download that it should be. */
export class GiasFileError extends MathsHubsError {
  override readonly name = 'GiasFileError';
  readonly code = 'gias-file';
}
