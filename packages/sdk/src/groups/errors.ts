import { MathsHubsError } from '../ground/errors.js';

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
