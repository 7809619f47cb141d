import type { IndexedSchool } from '@maths-hubs/sdk/schools/index-files';
import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import { QUESTION_ID } from './question.js';
import type { View } from './view.js';

type Found =
  | { readonly status: 'idle' | 'searching' | 'failed' }
  | { readonly status: 'found'; readonly query: string; readonly schools: readonly IndexedSchool[] };

/** Typing rests this long before the list is searched, in milliseconds. */
const PAUSE = 150;
const SHORTEST = 3;
const MOST = 8;

/** "Which school?", answered from the site's own index while a person types. Nothing is fetched before. */
export class SchoolPick implements ReactiveController {
  query = '';
  private found: Found = { status: 'idle' };
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly picked: (school: IndexedSchool) => void,
    private readonly unlisted: () => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.found = { status: 'idle' };
  }

  view(index: string, { text, level }: View): TemplateResult {
    const { found } = this;
    const schools = found.status === 'found' ? found.schools : [];
    return html`${heading(level + 1, html`<label for="school">${text('check.school')}</label>`, QUESTION_ID)}
      <p class="hint" id="school-hint">${text('check.school-hint')}</p>
      <form
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.search(index);
        }}
      >
        <input
          id="school"
          type="search"
          autocomplete="off"
          enterkeyhint="search"
          aria-describedby="school-hint"
          .value=${this.query}
          @input=${(event: InputEvent) => this.typed((event.target as HTMLInputElement).value, index)}
        />
      </form>
      <p role="status" class=${found.status === 'found' && schools.length > 0 ? 'visually-hidden' : ''}>
        ${this.status(text)}
      </p>
      ${
        schools.length === 0
          ? nothing
          : html`<div class="choices" role="group" aria-labelledby=${QUESTION_ID}>
              ${schools.map(
                (school) =>
                  html`<button type="button" class="choice-button" @click=${() => this.picked(school)}>
                    <span
                      >${school.name}
                      <small
                        >${[school.town ?? school.laName, school.postcode].filter(Boolean).join(', ')}</small
                      ></span
                    >
                  </button>`,
              )}
            </div>`
      }
      <p class="muted">
        ${text('check.school-credit')}
        <button type="button" class="plain" @click=${this.unlisted}>${text('check.school-unlisted')}</button>
      </p>`;
  }

  private status(text: View['text']): string {
    const { found } = this;
    if (found.status === 'failed') return text('check.school-failed');
    if (found.status !== 'found') return '';
    const { schools, query } = found;
    if (schools.length === 0) return text('check.school-none', { query });
    return schools.length === 1
      ? text('check.school-one')
      : text('check.school-found', { count: schools.length });
  }

  private typed(query: string, index: string): void {
    this.query = query;
    clearTimeout(this.timer);
    if (query.trim().length < SHORTEST) return this.show({ status: 'idle' });
    this.timer = setTimeout(() => void this.search(index), PAUSE);
  }

  private async search(index: string): Promise<void> {
    clearTimeout(this.timer);
    const query = this.query.trim();
    if (query === '') return;
    try {
      const { openSchoolIndex } = await import('@maths-hubs/sdk/schools/index-files');
      const files = await openSchoolIndex(new URL(index, document.baseURI), {
        fetch: (...args) => fetch(...args),
      });
      const isPostcode = /^[a-z]{1,2}\d[a-z\d]?(\s*\d[a-z]{2})?$/i.test(query);
      const schools = await files[isPostcode ? 'byPostcode' : 'byName'](query, { limit: MOST });
      if (query === this.query.trim()) this.show({ status: 'found', query, schools });
    } catch (error) {
      console.warn('The school index could not be searched.', error);
      if (query === this.query.trim()) this.show({ status: 'failed' });
    }
  }

  private show(found: Found): void {
    this.found = found;
    this.host.requestUpdate();
  }
}
