import { MhEvent } from '../events.js';

/** The person chose another phase. */
export class PhaseChangeEvent extends MhEvent {
  static readonly type = 'mh-phase-change';

  /** @param phase  id of the phase that is now shown */
  constructor(readonly phase: string) {
    super(PhaseChangeEvent.type);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mh-phase-change': PhaseChangeEvent;
  }
}
