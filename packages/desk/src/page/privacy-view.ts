import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Case } from '../model/desk.js';
import { eraseAfterAsking } from './erase-after-asking.js';
import type { DeskState } from './state.js';

/** What is held of a person, and its erasure. */
export class PrivacyView {
  #found: readonly Case[] | null = null;
  readonly #chosen = new Set<string>();

  render(state: DeskState): TemplateResult {
    const { retentionDays } = state.hub;
    return html`
      <h1 tabindex="-1">Personal data</h1>
      <p>
        ${
          retentionDays === null
            ? 'No time is set after which applications are erased: set retentionDays where the service is configured.'
            : `Applications are erased ${retentionDays} days after they came.`
        }
      </p>
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const words = String(new FormData(event.target as HTMLFormElement).get('words') ?? '').trim();
          if (words) void this.#search(state, words);
        }}
      >
        <label for="words">Find all that is held of a person or a school</label>
        <p class="hint" id="words-hint">
          A name, an e-mail address or a reference. Answers, notes and letters are searched.
        </p>
        <input id="words" name="words" type="search" required aria-describedby="words-hint" />
        <button>Search</button>
      </form>
      ${this.#found === null ? nothing : this.#results(state, this.#found)}
    `;
  }

  #results(state: DeskState, found: readonly Case[]): TemplateResult {
    const chosen = found.filter(({ reference }) => this.#chosen.has(reference));
    return html`<h2 role="status">
        ${found.length} ${found.length === 1 ? 'application' : 'applications'} found
      </h2>
      <ul class="plain-list">
        ${found.map(
          ({ reference, answers, notes, letters }) =>
            html`<li>
              <label class="check">
                <input
                  type="checkbox"
                  .checked=${this.#chosen.has(reference)}
                  @change=${() => {
                    if (!this.#chosen.delete(reference)) this.#chosen.add(reference);
                    state.redraw();
                  }}
                />
                ${answers.schoolName ?? 'School not named'} (${reference})
              </label>
              <p class="small">
                ${Object.keys(answers).length} answers, ${notes.length} notes, ${letters.length} letters.
                <a href=${`#application/${reference}`}>Read it</a>
              </p>
            </li>`,
        )}
      </ul>
      ${
        state.may('erase') && found.length > 0
          ? html`<button
              class="danger"
              ?disabled=${chosen.length === 0}
              @click=${() => void this.#erase(state, chosen)}
            >
              Erase ${chosen.length} chosen
            </button>`
          : nothing
      }`;
  }

  async #search(state: DeskState, words: string): Promise<void> {
    await state.act(async () => {
      this.#found = await state.source.search(words);
      this.#chosen.clear();
    }, '');
  }

  async #erase(state: DeskState, chosen: readonly Case[]): Promise<void> {
    const references = chosen.map(({ reference }) => reference);
    if (!(await eraseAfterAsking(state, chosen))) return;
    this.#found = (this.#found ?? []).filter(({ reference }) => !references.includes(reference));
    this.#chosen.clear();
    state.redraw();
  }
}
