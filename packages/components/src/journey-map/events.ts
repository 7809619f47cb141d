import { MhEvent } from '../foundation/events.js';

/** A phase was opened or closed. */
export class PhaseToggleEvent extends MhEvent {
  static readonly type = 'mh-phase-toggle';

  /** @param phase  id of the phase @param open  whether it now shows its terms */
  constructor(
    readonly phase: string,
    readonly open: boolean,
  ) {
    super(PhaseToggleEvent.type);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mh-phase-toggle': PhaseToggleEvent;
  }
}
