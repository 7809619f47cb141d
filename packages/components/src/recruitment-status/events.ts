import type { RecruitmentStatus } from '@maths-hubs/sdk/programme';
import { MhEvent } from '../foundation/events.js';

/** The status is known, or has become another. */
export class RecruitmentStatusEvent extends MhEvent {
  static readonly type = 'mh-recruitment-status';

  constructor(readonly status: RecruitmentStatus) {
    super(RecruitmentStatusEvent.type);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mh-recruitment-status': RecruitmentStatusEvent;
  }
}
