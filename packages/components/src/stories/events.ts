import { MhEvent } from '../foundation/events.js';
import type { Story } from './story.js';

/** The person pressed play. A page that asks for consent in its own way prevents it; nothing then loads. */
export class StoryPlayEvent extends MhEvent {
  static readonly type = 'mh-story-play';

  constructor(readonly story: Story) {
    super(StoryPlayEvent.type, { cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mh-story-play': StoryPlayEvent;
  }
}
