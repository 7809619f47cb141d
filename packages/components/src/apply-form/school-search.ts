import type { IndexedSchool } from '@maths-hubs/sdk/schools/index-files';
import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import { textField } from '../foundation/controls.js';
import type { ApplyText } from './strings.js';

type Found =
  | { readonly status: 'idle' | 'searching' | 'failed' }
  | { readonly status: 'found'; readonly schools: readonly IndexedSchool[] };

/** Picks a school by name from the site's own index: nothing is fetched before the person searches. */
export class SchoolSearch implements ReactiveController {
  private query = '';
  private found: Found = { status: 'idle' };

  constructor(
    private readonly host: ReactiveElement,
    private readonly chosen: (school: IndexedSchool) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.found = { status: 'idle' };
  }

  view(index: string, id: string, text: ApplyText): TemplateResult {
    const { found } = this;
    const schools = found.status === 'found' ? found.schools : [];
    return html`<div @keydown=${(event: KeyboardEvent) => this.onKey(event, index)}>
        ${textField({
          id,
          name: '',
          label: text('apply.search'),
          hint: text('apply.search-hint'),
          type: 'search',
          value: this.query,
          onInput: (query) => (this.query = query),
        })}
        <div class="actions">
          <button type="button" class="secondary" @click=${() => this.search(index)}>
            ${text('apply.search-go')}
          </button>
        </div>
      </div>
      <div role="status">
        ${found.status === 'failed' ? html`<p>${text('apply.search-failed')}</p>` : nothing}
        ${
          found.status === 'found'
            ? html`<p>${text(schools.length > 0 ? 'apply.search-found' : 'apply.search-none')}</p>`
            : nothing
        }
      </div>
      ${
        schools.length > 0
          ? html`<ul class="found" role="list">
              ${schools.map(
                (school) =>
                  html`<li>
                    <button type="button" class="secondary" @click=${() => this.choose(school)}>
                      ${[school.name, school.town ?? school.laName, school.postcode].filter(Boolean).join(', ')}
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }`;
  }

  private onKey(event: KeyboardEvent, index: string): void {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    // An input method's own Enter says so, or has 229 for its key where the word has just ended.
    if (event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void this.search(index);
  }

  private choose(school: IndexedSchool): void {
    this.found = { status: 'idle' };
    this.query = '';
    this.chosen(school);
  }

  private async search(index: string): Promise<void> {
    const query = this.query.trim();
    if (query === '') return;
    this.show({ status: 'searching' });
    try {
      const { openSchoolIndex } = await import('@maths-hubs/sdk/schools/index-files');
      const schools = await (
        await openSchoolIndex(index, { fetch: (...args) => fetch(...args) })
      ).byName(query);
      if (query === this.query.trim()) this.show({ status: 'found', schools });
    } catch (error) {
      console.warn('The school index could not be searched.', error);
      this.show({ status: 'failed' });
    }
  }

  private show(found: Found): void {
    this.found = found;
    this.host.requestUpdate();
  }
}
