import type { FindResult } from '@maths-hubs/sdk/hubs';
import { MhEvent } from '../foundation/events.js';

/** A search or a choice came to an answer that names at least one hub. */
export class HubFoundEvent extends MhEvent {
  static readonly type = 'mh-hub-found';

  /** @param result  the whole answer: how sure, which hubs, why and by which source */
  constructor(readonly result: FindResult) {
    super(HubFoundEvent.type);
  }

  /** Id of the hub, when the answer is one hub; undefined while it could be several. */
  get hub(): string | undefined {
    return settledHub(this.result);
  }
}

/** The hub that an answer settles on; undefined when it could be several, or none. */
export function settledHub({ answer, hubs }: FindResult): string | undefined {
  return answer === 'one' || answer === 'likely' ? hubs[0]?.hub.id : undefined;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mh-hub-found': HubFoundEvent;
  }
}
