import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { askService, serviceWords, type ServiceAnswer } from './ask-service.js';

/** A button that asks a service whether it takes applications from the hub's site, and says what it answers. */
export class ServiceCheck extends LitElement {
  @property({ attribute: false }) address = '';
  @property({ attribute: false }) site = '';
  @state() private said: ServiceAnswer | 'asking' | 'offline' | undefined;
  private saidOf = '';

  /** Takes the styles of the page around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const isOld = this.saidOf !== this.key;
    return html`<p class="actions">
        <button
          type="button"
          class="secondary"
          aria-disabled=${this.canAsk ? 'false' : 'true'}
          @click=${() => void this.ask()}
        >
          Ask it whether it takes applications from your site
        </button>
      </p>
      <div role="status">
        ${
          this.said === undefined || isOld
            ? this.canAsk
              ? nothing
              : html`<p class="hint">Give both addresses, then ask.</p>`
            : html`<p class="notice ${this.said === 'allows' ? 'good' : ''}">${this.words(this.said)}</p>`
        }
      </div>`;
  }

  private words(said: ServiceAnswer | 'asking' | 'offline'): string {
    if (said === 'asking') return 'Asking …';
    if (said === 'offline') return 'You are offline, so it cannot be asked. Ask again once you are online.';
    return serviceWords(said, this.site);
  }

  private get key(): string {
    return `${this.address} ${this.site}`;
  }

  private get canAsk(): boolean {
    return URL.canParse(this.address) && /^https?:/.test(this.address) && URL.canParse(this.site);
  }

  private async ask(): Promise<void> {
    if (!this.canAsk) return;
    const key = this.key;
    this.saidOf = key;
    if (!navigator.onLine) {
      this.said = 'offline';
      return;
    }
    this.said = 'asking';
    const said = await askService(this.address, this.site);
    if (this.saidOf === key) this.said = said;
  }
}

customElements.define('mh-editor-service-check', ServiceCheck);
