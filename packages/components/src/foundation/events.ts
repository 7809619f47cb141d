/** An event of a widget: it bubbles and crosses shadow roots, so that a page listens anywhere above. */
export abstract class MhEvent extends Event {
  constructor(type: `mh-${string}`, init: EventInit = {}) {
    super(type, { bubbles: true, composed: true, ...init });
  }
}
