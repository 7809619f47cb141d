import { schoolYearDays, schoolYearOf, type Edition } from '@maths-hubs/sdk/programme';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MhElement } from '../element.js';
import { heading } from '../heading.js';
import { safeHref } from '../links.js';
import { loadingView } from '../loading.js';
import { noteStyles } from '../notes.styles.js';
import { textOf } from '../strings.js';
import type { Strings } from '../wording.js';
import { EditionController } from './edition-controller.js';
import { editionProblem, pastYearNotice, type EditionFault } from './edition-notices.js';
import { inOurWords } from './our-words.js';
import { fallSilent, speaksFor } from './speaker.js';
import type { SourceNotes } from './source-notes.js';
import { YEAR_STRINGS, type YearText } from './strings.js';

/** A widget that speaks of one year's terms: it finds them, and says so where it cannot. */
export abstract class EditionWidget extends MhElement {
  static override styles: CSSResultGroup = [MhElement.styles, noteStyles];

  /**
   * School year whose terms are shown: `2024/25`.
   * @label School year
   * @help Such as 2024/25, for that year’s national terms. Leave it for your own.
   */
  @property() edition = '';
  /** Address of a hub's own edition (JSON). */
  @property() src = '';
  /** An edition in hand; wins over `edition` and `src`. */
  @property({ attribute: false }) data: Edition | undefined;

  protected readonly source = new EditionController(this, this.settings);

  protected abstract renderEdition(edition: Edition): TemplateResult;

  /** The edition that is shown; undefined while it is loading or cannot be read. */
  get shown(): Edition | undefined {
    return this.source.state.status === 'ready' ? this.source.state.edition : undefined;
  }

  /** Looks for the edition before anything is worked out from it. */
  override willUpdate(_changed: PropertyValues<this>): void {
    this.source.refresh();
  }

  override render(): TemplateResult {
    const { state } = this.source;
    switch (state.status) {
      case 'loading':
        return this.renderLoading();
      case 'failed': {
        const text = this.wordingOf({});
        return this.renderFault(
          text(state.cause === 'unknown-year' ? 'year.unknown-year' : 'year.unreadable'),
          state,
        );
      }
      case 'ready':
        return this.renderEdition(state.edition);
    }
  }

  protected override wordingOf<T extends Strings>(own: T): YearText<T> {
    const ours = this.shown?.contact !== undefined;
    const shared: typeof YEAR_STRINGS = ours ? inOurWords(YEAR_STRINGS) : YEAR_STRINGS;
    return textOf({ ...shared, ...(ours ? inOurWords(own) : own) }, this.settings.value.wording);
  }

  protected get links(): { readonly find: string; readonly findHref: string | undefined } {
    return { find: this.wordingOf({})('find.title'), findHref: this.settings.value.links?.find };
  }

  /** The plain content stays till there is something to put in its place; where there is none, a word. */
  protected renderLoading(): TemplateResult {
    return loadingView(this.wordingOf({})('year.loading'));
  }

  /** A sentence for the reader, every fault for who looks after the page, and the plain content between the tags. */
  protected renderFault(title: string, fault: EditionFault): TemplateResult {
    return editionProblem(fault, { title, forEditors: this.wordingOf({})('shared.editor') });
  }

  /** Title, year, and a word where that year has gone by. */
  protected head(edition: Edition, title: unknown): TemplateResult {
    return html`${heading(this.headingLevel, title)}
      <p class="muted year">${this.yearLine(edition)}</p>
      ${this.pastYear(edition)}`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    fallSilent(this.settings.store, this);
  }

  /** Which year's terms these are, and whose. */
  protected yearLine({ schoolYear: year, hub, contact }: Edition): string {
    const text = this.wordingOf({});
    return hub ? text('year.hub-terms', { year, hub: contact?.name ?? hub }) : text('year.terms', { year });
  }

  protected pastYear(edition: Edition): TemplateResult | typeof nothing {
    const { schoolYear: year } = edition;
    const { store } = this.settings;
    if (this.currentDay <= schoolYearDays(year).last || !speaksFor(store, `past ${year}`, this))
      return nothing;
    const past = this.wordingOf({})('year.past', { year, now: schoolYearOf(this.currentDay) });
    return pastYearNotice(edition, this.currentDay, past, this.links);
  }

  protected noPhases({ schoolYear, note }: Edition): TemplateResult {
    return html`<p class="notice">${this.wordingOf({})('year.no-phases', { year: schoolYear })}</p>
      ${note ? html`<p class="muted">${note}</p>` : nothing}`;
  }

  /** The numbered sources, to be opened, and on paper; render it after everything that cites. */
  protected sources(notes: SourceNotes): TemplateResult | typeof nothing {
    if (notes.count === 0) return nothing;
    const text = this.wordingOf({});
    const title = text('year.sources');
    const href = safeHref(this.settings.value.links?.proofs);
    const proofs = href ? html`<p><a href=${href}>${text('year.proofs')}</a></p>` : nothing;
    // All from one source: it is named once, and the numbers beside each fact are hidden.
    if (notes.count === 1)
      return html`<div class="where one muted">
        <p>${title}: ${notes.only()}</p>
        ${proofs}
      </div>`;
    return html`<details class="where">
        <summary>${title}</summary>
        ${notes.list()} ${proofs}
      </details>
      <div class="print-only">
        <p><strong>${title}</strong></p>
        ${notes.list()}
      </div>`;
  }
}
