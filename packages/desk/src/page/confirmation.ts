import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** What is asked before it is done, because it cannot be undone. */
export interface Question {
  readonly title: string;
  /** What it does, in a paragraph each. */
  readonly text: readonly string[];
  readonly yes: string;
  readonly no: string;
  /** Something is lost by it. */
  readonly danger?: boolean;
}

const NONE: Question = { title: '', text: [], yes: '', no: '' };

/** One dialogue for every question of the page. Escape is no. */
export class Confirmation {
  #question = NONE;
  #answer: (yes: boolean) => void = () => undefined;
  readonly #drawn: () => Promise<unknown>;

  /** @param drawn  has the page drawn anew */
  constructor(drawn: () => Promise<unknown>) {
    this.#drawn = drawn;
  }

  async ask(question: Question): Promise<boolean> {
    this.#question = question;
    await this.#drawn();
    const dialog = this.#dialog();
    if (dialog === null || dialog.open) return false;
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((answered) => (this.#answer = answered));
  }

  render(): TemplateResult {
    const { title, text, yes, no, danger } = this.#question;
    return html`<dialog
      class=${danger ? 'danger' : ''}
      aria-labelledby="confirm-title"
      @close=${(event: Event) => this.#answer((event.target as HTMLDialogElement).returnValue === 'yes')}
    >
      <h2 id="confirm-title">${title}</h2>
      ${text.map((each) => html`<p>${each}</p>`)}
      <div class="actions">
        <button class=${danger ? 'danger' : 'main'} @click=${() => this.#dialog()?.close('yes')}>
          ${yes}
        </button>
        <button @click=${() => this.#dialog()?.close('no')}>${no}</button>
      </div>
    </dialog>`;
  }

  #dialog(): HTMLDialogElement | null {
    return document.querySelector('dialog');
  }
}
