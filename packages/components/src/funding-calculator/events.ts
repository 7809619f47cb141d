import type { FundingEstimate, ReleaseCost } from '@maths-hubs/sdk/funding';
import { MhEvent } from '../foundation/events.js';

/** An answer changed the estimate. */
export class FundingEstimateEvent extends MhEvent {
  static readonly type = 'mh-funding-estimate';

  /** @param estimate  money in pence, as ranges @param release  days given against money received */
  constructor(
    readonly estimate: FundingEstimate,
    readonly release: ReleaseCost,
  ) {
    super(FundingEstimateEvent.type);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mh-funding-estimate': FundingEstimateEvent;
  }
}
