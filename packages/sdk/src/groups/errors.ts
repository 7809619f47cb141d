import { MathsHubsError } from '../ground/errors.js';

/**
 * Why no groups were formed: unusable lists, no size in the hub's terms, or a solver fault.
 */
export type GroupsErrorCode = 'groups-input' | 'groups-size-unknown' | 'groups-solver';

/** The groups cannot be formed from the input. The message names the place and the remedy. */
export class GroupsError extends MathsHubsError {
  override readonly name = 'GroupsError';

  constructor(
    readonly code: GroupsErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
