import { MhEvent } from '../foundation/events.js';

/** A calendar file was made. A page that hands it on in its own way prevents the download. */
export class CommitmentCalendarEvent extends MhEvent {
  static readonly type = 'mh-commitment-calendar';

  /** @param icalendar  the file's text (RFC 5545) */
  constructor(readonly icalendar: string) {
    super(CommitmentCalendarEvent.type, { cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mh-commitment-calendar': CommitmentCalendarEvent;
  }
}
