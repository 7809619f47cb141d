import { MhEvent } from '../foundation/events.js';
import type { NotReceived } from './progress.js';
import type { StepId } from './steps.js';

/** The person moved to another step. */
export class ApplyStepEvent extends MhEvent {
  static readonly type = 'mh-apply-step';

  /** @param step  where the form now stands @param of  every step, in order */
  constructor(
    readonly step: StepId,
    readonly of: readonly StepId[],
  ) {
    super(ApplyStepEvent.type);
  }
}

/** The hub has the application (`intake`), or the person went on to the hub's own form or to an e-mail with it. */
export class ApplySubmittedEvent extends MhEvent {
  static readonly type = 'mh-apply-submitted';

  /** @param via  where it went @param reference  given by the intake; null where nobody has acknowledged it yet */
  constructor(
    readonly via: 'intake' | 'link' | 'mail',
    readonly kind: 'application' | 'interest',
    readonly reference: string | null,
  ) {
    super(ApplySubmittedEvent.type);
  }
}

/** The application was not taken. The answers are still in the form. */
export class ApplyFailedEvent extends MhEvent {
  static readonly type = 'mh-apply-failed';

  constructor(readonly result: NotReceived) {
    super(ApplyFailedEvent.type);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mh-apply-step': ApplyStepEvent;
    'mh-apply-submitted': ApplySubmittedEvent;
    'mh-apply-failed': ApplyFailedEvent;
  }
}
