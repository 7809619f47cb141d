import type { Decision, Recommendation } from '@maths-hubs/sdk/eligibility';
import { MhEvent } from '../foundation/events.js';

/** A check came to its result. */
export class EligibilityDecidedEvent extends MhEvent {
  static readonly type = 'mh-eligibility-decided';

  /**
   * @param decision        every finding with its source; null where the year has no phase for the school, or only the hub can name one
   * @param recommendation  the door that suits the school, as far as it is known
   */
  constructor(
    readonly decision: Decision | null,
    readonly recommendation: Recommendation,
  ) {
    super(EligibilityDecidedEvent.type);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mh-eligibility-decided': EligibilityDecidedEvent;
  }
}
