import { MhEvent } from '../foundation/events.js';

/** The person chose another phase. */
export class PhaseChangeEvent extends MhEvent {
  static readonly type = 'mh-phase-change';

  /** @param phase  id of the phase that is now shown */
  constructor(readonly phase: string) {
    super(PhaseChangeEvent.type);
  }
}

/** The person asked for paper. A page that prints in its own way prevents it. */
export class PrintEvent extends MhEvent {
  static readonly type = 'mh-print';

  constructor() {
    super(PrintEvent.type, { cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mh-phase-change': PhaseChangeEvent;
    'mh-print': PrintEvent;
  }
}
