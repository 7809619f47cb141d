import type { Edition } from '@maths-hubs/sdk/programme';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { EditionController } from './edition-controller.js';
import { editionProblem, pastYearNotice } from './edition-notices.js';
import { MhElement } from '../element.js';
import { heading } from '../heading.js';
import { noteStyles } from '../notes.styles.js';
import type { SourceNotes } from './source-notes.js';
import type { TermWords } from './term-text.js';
import { wordingOf, type Strings } from '../wording.js';
import { YEAR_STRINGS, type YearText } from './strings.js';

/** A widget that speaks of one year's terms: it finds them, and says so where it cannot. */
export abstract class YearWidget extends MhElement {
  static override styles: CSSResultGroup = [MhElement.styles, noteStyles];

  /** School year whose terms are shown: `2024/25`. */
  @property() edition = '';
  /** Address of a hub's own edition (JSON). */
  @property() src = '';
  /** An edition in hand; wins over `edition` and `src`. */
  @property({ attribute: false }) data: Edition | undefined;

  protected readonly source = new EditionController(this, this.settings);

  protected abstract renderYear(edition: Edition): TemplateResult;

  /** The edition that is shown; undefined while it is loading or cannot be read. */
  protected get shown(): Edition | undefined {
    return this.source.state.status === 'ready' ? this.source.state.edition : undefined;
  }

  override render(): TemplateResult {
    const text = this.wordingOf({});
    const { state } = this.source;
    switch (state.status) {
      case 'loading':
        return html`<p class="loading" role="status">${text('year.loading')}</p>`;
      case 'failed':
        return editionProblem(state, {
          title: text(state.cause === 'unknown-year' ? 'year.unknown-year' : 'year.unreadable'),
          forEditors: text('year.editor'),
        });
      case 'ready':
        return this.renderYear(state.edition);
    }
  }

  protected wordingOf<T extends Strings>(own: T): YearText<T> {
    return wordingOf({ ...YEAR_STRINGS, ...own }, this.settings.value.wording);
  }

  protected get links(): { readonly find: string; readonly findHref: string | undefined } {
    return { find: this.wordingOf({})('year.find'), findHref: this.settings.value.links?.find };
  }

  /** Title, year, and a word where that year has gone by. */
  protected head(edition: Edition, title: unknown): TemplateResult {
    const text = this.wordingOf({});
    const year = edition.schoolYear;
    return html`${heading(this.headingLevel, title)}
      <p class="muted year">
        ${
          edition.hub
            ? text('year.hub-terms', { year, hub: edition.contact?.name ?? edition.hub })
            : text('year.terms', { year })
        }
      </p>
      ${pastYearNotice(edition, this.currentDay, text('year.past', { year }), this.links)}`;
  }

  protected noPhases({ schoolYear, note }: Edition): TemplateResult {
    return html`<p class="notice">${this.wordingOf({})('year.no-phases', { year: schoolYear })}</p>
      ${note ? html`<p class="muted">${note}</p>` : nothing}`;
  }

  /** The numbered sources, to be opened, and on paper; render it after everything that cites. */
  protected sources(notes: SourceNotes): TemplateResult | typeof nothing {
    if (notes.count === 0) return nothing;
    const title = this.wordingOf({})('year.sources');
    return html`<details class="where">
        <summary>${title}</summary>
        ${notes.list()}
      </details>
      <div class="print-only">
        <p>${title}</p>
        ${notes.list()}
      </div>`;
  }
}

/** Words for `termText`. */
export function termWords(text: YearText): TermWords {
  return {
    free: text('year.free'),
    charged: text('year.charged'),
    invitation: text('year.invitation'),
    notStated: text('year.not-stated'),
    upTo: (amount) => text('year.up-to', { amount }),
  };
}
