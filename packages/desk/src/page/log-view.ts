import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { AUDIT_PAGE } from '../model/desk.js';
import type { AuditEntry } from '../model/desk.js';
import { longDate } from '../model/letters.js';
import type { DeskState } from './state.js';

/** Who did what: every entry, a page at a time, the newest first. */
export class LogView {
  #entries: readonly AuditEntry[] | null = null;
  #more = true;
  #asking = false;

  /** What was read is old by the time that somebody comes back. */
  leave(): void {
    this.#entries = null;
    this.#more = true;
  }

  render(state: DeskState): TemplateResult {
    if (this.#entries === null) void this.#read(state);
    const entries = this.#entries ?? [];
    return html`<h1 tabindex="-1">Log</h1>
      <p>Every reading, change, export and erasure; the newest first.</p>
      ${this.#entries === null ? html`<p>Loading…</p>` : nothing}
      ${
        entries.length === 0
          ? nothing
          : html`<div class="scroll" tabindex="0" role="region" aria-label="Log">
              <table class="log stacked">
                <thead>
                  <tr>
                    <th scope="col">When</th>
                    <th scope="col">Who</th>
                    <th scope="col">What</th>
                    <th scope="col">Application</th>
                  </tr>
                </thead>
                <tbody>
                  ${entries.map(entryRow)}
                </tbody>
              </table>
            </div>`
      }
      ${
        entries.length > 0 && this.#more
          ? html`<button class="no-print" @click=${() => void this.#read(state)}>Show older entries</button>`
          : nothing
      }`;
  }

  async #read({ source, redraw, fail }: DeskState): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      const older = await source.audit(this.#entries?.at(-1)?.id);
      this.#entries = [...(this.#entries ?? []), ...older];
      this.#more = older.length >= AUDIT_PAGE;
      redraw();
    } catch (error) {
      this.#entries ??= [];
      fail(error);
    } finally {
      this.#asking = false;
    }
  }
}

function entryRow({ at, who, action, reference, detail }: AuditEntry): TemplateResult {
  const time = new Date(at).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  });
  return html`<tr>
    <th scope="row">${longDate(at)}, ${time}</th>
    <td data-label="Who">${who}</td>
    <td data-label="What">${action}${detail ? `: ${detail}` : ''}</td>
    <td data-label="Application">${reference ?? ''}</td>
  </tr>`;
}
