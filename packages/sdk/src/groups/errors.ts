import { MathsHubsError } from '../ground/errors.js';

/**
 * Why no groups were formed: lists that cannot be used, no size stated by the hub's terms, or a fault of the solver.
 */
export type GroupsErrorCode = 'groups-input' | 'groups-size-unknown' | 'groups-solver';

/** The groups cannot be formed from what was given. The message names the place and the remedy. */
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
