import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Work } from './work.js';

/** Whether there is a network, and whether a part of this page was asked for while there was none. */
export class Network implements ReactiveController {
  isOff = !navigator.onLine;
  isMissingParts = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.changed);
    addEventListener('offline', this.changed);
    addEventListener('vite:preloadError', this.missed);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.changed);
    removeEventListener('offline', this.changed);
    removeEventListener('vite:preloadError', this.missed);
  }

  private readonly changed = (): void => {
    this.isOff = !navigator.onLine;
    if (!this.isOff) this.isMissingParts = false;
    this.host.requestUpdate();
  };

  /** A part that comes when it is first needed did not come. The fault itself stays in the browser's console. */
  private readonly missed = (): void => {
    this.isMissingParts = true;
    this.host.requestUpdate();
  };
}

/** What goes on without a network and what waits, and where the work is kept meanwhile. */
export function offlineNotice(
  { isOff, isMissingParts }: Network,
  { keepsDraft, host }: Work,
): TemplateResult {
  return html`<div role="status" id="offline">
    ${
      isMissingParts
        ? html`<p class="notice problem">
            A part of this page could not be loaded, so the last press did nothing. Nothing is lost: press
            again ${isOff ? 'once you are online' : 'in a moment'}.
          </p>`
        : nothing
    }
    ${
      isOff
        ? html`<div class="notice">
            <p>
              <strong>You are offline.</strong> You can go on: your terms, your snippet, saving to a file and
              the check of a page work as before.
              ${host ? '' : keepsDraft ? 'What you do is kept on this device.' : 'Keep a draft on this device, or save to a file, before you close the page.'}
            </p>
            <p>
              Until you are online again, ${host ? 'nothing can be saved on your site, ' : ''}a service cannot
              be asked whether it answers, and the preview may stay empty.
            </p>
          </div>`
        : nothing
    }
  </div>`;
}
