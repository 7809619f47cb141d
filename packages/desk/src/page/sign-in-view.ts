import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { editions } from '@maths-hubs/sdk/programme';
import { messageOf } from '@maths-hubs/sdk/evidence';
import { ask } from './source.js';

/** Before anyone is known: ask for a link, take one, or open a file. */
export class SignInView {
  #asked = false;
  #link: string | null = null;
  #problem = '';

  constructor(
    private readonly redraw: () => void,
    private readonly openFile: (file: File, year: string) => Promise<void>,
    private readonly entered: () => Promise<void>,
  ) {}

  /** A link that someone came by: taken at a press, so that a scanner that opens links uses none up. */
  offer(link: string): void {
    this.#link = link;
  }

  reset(): void {
    this.#link = null;
    this.#asked = false;
    this.#problem = '';
  }

  render(): TemplateResult {
    return html`
      <h1 tabindex="-1">Desk</h1>
      <p class="lead">Read applications, decide, form Work Groups and answer schools.</p>
      ${this.#problem ? html`<p class="problem" role="alert">${this.#problem}</p>` : nothing}
      ${this.#link !== null ? this.#enter() : location.protocol === 'file:' ? nothing : this.#ask()}
      ${this.#file()}
    `;
  }

  #enter(): TemplateResult {
    return html`<section>
      <h2>Sign in</h2>
      <button class="main" @click=${() => void this.#take()}>Sign in to the desk</button>
    </section>`;
  }

  #ask(): TemplateResult {
    if (this.#asked)
      return html`<section role="status">
        <h2>Look in your inbox</h2>
        <p>If your address is on a hub's list, a link is on its way. It works once, for fifteen minutes.</p>
      </section>`;
    return html`<form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.#askFor(String(new FormData(event.target as HTMLFormElement).get('email') ?? ''));
      }}
    >
      <h2>Sign in</h2>
      <label for="email">Your work e-mail address</label>
      <p class="hint" id="email-hint">
        We send a link to addresses on your hub's list. There is no password.
      </p>
      <input
        id="email"
        name="email"
        type="email"
        autocomplete="email"
        required
        aria-describedby="email-hint"
      />
      <button class="main">Send me a link</button>
    </form>`;
  }

  #file(): TemplateResult {
    const years = editions().map(({ schoolYear }) => schoolYear);
    return html`<form
      class="file"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const data = new FormData(event.target as HTMLFormElement);
        const file = data.get('file');
        if (file instanceof File && file.size > 0) void this.openFile(file, String(data.get('year')));
      }}
    >
      <h2>Or open a file</h2>
      <p>
        An export of applications (.csv or .json), or work that you saved here. Nothing leaves this computer.
      </p>
      <label for="file">File</label>
      <input id="file" name="file" type="file" accept=".csv,.json" required />
      <label for="year">School year of the terms</label>
      <select id="year" name="year">
        ${years.map((year) => html`<option ?selected=${year === '2024/25'}>${year}</option>`)}
      </select>
      <button>Open it</button>
    </form>`;
  }

  async #askFor(email: string): Promise<void> {
    this.#problem = '';
    try {
      await ask('ask', 'POST', { email });
      this.#asked = true;
    } catch (error) {
      this.#problem = messageOf(error);
    }
    this.redraw();
  }

  async #take(): Promise<void> {
    try {
      await ask('enter', 'POST', { link: this.#link });
      this.reset();
      await this.entered();
    } catch (error) {
      this.reset();
      this.#problem = messageOf(error);
      this.redraw();
    }
  }
}
