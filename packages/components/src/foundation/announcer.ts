import { html, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';

/**
 * One polite live region in the widget's own root. Render `region()` always, from the first render on;
 * `say` then changes its text.
 */
export class Announcer implements ReactiveController {
  private message = '';

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.message = '';
  }

  say(message: string): void {
    if (message === this.message) return;
    this.message = message;
    this.host.requestUpdate();
  }

  region(): TemplateResult {
    return html`<p class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
      ${this.message}
    </p>`;
  }
}
