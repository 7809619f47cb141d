import { MhEvent } from '../events.js';

/** The person asked for paper. A page that prints in its own way prevents it. */
export class PrintEvent extends MhEvent {
  static readonly type = 'mh-print';

  constructor() {
    super(PrintEvent.type, { cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mh-print': PrintEvent;
  }
}
