import type { Edition } from '@maths-hubs/sdk/programme';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles } from '../foundation/controls.styles.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import { TERM_STRINGS } from '../foundation/edition/term-strings.js';
import { shortPhaseName, termWords } from '../foundation/edition/term-text.js';
import { phaseIn } from '../foundation/edition/phase-in.js';
import { printOnly } from '../foundation/edition/print.js';
import { EditionWidget } from '../foundation/edition/edition-widget.js';
import { exchangeStyles } from '../foundation/exchange.styles.js';
import { heading } from '../foundation/heading.js';
import { addressToScan, applyBox, type Surroundings } from './apply-box.js';
import { sheetStyles } from './information-sheet.styles.js';
import { exchange, joining, more, rows, when, where, type SheetContext } from './sheet-parts.js';
import { STRINGS } from './strings.js';
import type { SchoolsOwn } from './governors.js';

/**
 * The Work Group Information Sheet of one phase, made from the terms of one year: never out of date, every figure with
 * its source, one page of A4 for most terms. And a page for a school's governors, from the same terms.
 *
 * @tag mh-information-sheet
 * @summary One phase of one year on a sheet that a school can print.
 * @slot - Plain HTML shown until, or unless, the widget is drawn: a link to the hub's own sheet.
 * @slot logo - The hub's logo, at the head of the sheet.
 * @fires {PrintEvent} mh-print - The person asked for paper; a page that prints in its own way prevents it.
 * @csspart heading - Every heading.
 * @csspart section - One part of the sheet.
 * @cssproperty [--mh-accent] - Band, lines and links.
 */
export class InformationSheet extends EditionWidget {
  static override styles = [EditionWidget.styles, controlStyles, exchangeStyles, sheetStyles];

  /**
   * `secondary` for a phase of the secondary programme, as far as public sources tell of it.
   * @label Which programme
   * @help Primary, unless you choose the other.
   */
  @property() programme: 'primary' | 'secondary' = 'primary';
  /**
   * Phase that the sheet is about; Development by default.
   * @label Which phase it is about
   * @help Leave it for Development.
   */
  @property() phase = '';
  /**
   * `governors` for the page for a school's governors at first.
   * @label Which page comes first
   * @help The sheet for the school, or the page for its governors.
   */
  @property() view: 'sheet' | 'governors' = 'sheet';

  /** On a narrow screen the sheet is short until it is asked for. */
  @state() private isWhole = false;
  @state() private own: Partial<SchoolsOwn> = {};
  @state() private qr: typeof import('./qr.js') | undefined;
  @state() private governors: typeof import('./governors.js') | 'missing' | undefined;

  /** The person turned to the other page: the focus goes to its heading once it is there. */
  private isTurning = false;

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('view')) this.governors = undefined;
  }

  override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.shown) return;
    if (addressToScan(this.shown, this.surroundings)) void this.loadPicture();
    if (this.view === 'governors' && this.governors === undefined) {
      void this.loadGovernors();
      return;
    }
    if (!this.isTurning) return;
    this.isTurning = false;
    this.renderRoot.querySelector<HTMLElement>('[part=heading]')?.focus();
  }

  protected override renderEdition(edition: Edition): TemplateResult {
    const text = this.wordingOf({ ...STRINGS, ...TERM_STRINGS });
    const phase = phaseIn(edition, this.phase);
    if (!phase)
      return html`${this.head(edition, text('sheet.title', { phase: edition.schoolYear }))}
      ${this.noPhases(edition)}`;
    const notes = new SourceNotes(edition.sources, text);
    const context: SheetContext = {
      edition,
      phase,
      notes,
      level: this.headingLevel,
      text,
      words: termWords(text),
      rest: this.isWhole ? nothing : 'until-found',
    };
    const isSheet = this.view !== 'governors';
    return html`${isSheet ? this.renderSheet(context) : this.renderGovernors(context)} ${this.sources(notes)}
      <p class="muted made">${text('sheet.made', { year: edition.schoolYear, version: edition.version })}</p>
      <p class="actions no-print">
        ${
          isSheet
            ? html`<button
                type="button"
                class="plain narrow"
                aria-expanded=${this.isWhole}
                @click=${() => (this.isWhole = !this.isWhole)}
              >
                ${text(this.isWhole ? 'sheet.less' : 'sheet.whole')}
              </button>`
            : nothing
        }
        <button type="button" @click=${() => printOnly(this)}>${text('sheet.print')}</button>
        <button type="button" class="secondary" @click=${this.turn}>
          ${text(isSheet ? 'sheet.governors' : 'sheet.back')}
        </button>
      </p>`;
  }

  private renderSheet(context: SheetContext): TemplateResult {
    const { edition, phase, level, text } = context;
    const title = this.programme === 'secondary' ? 'sheet.title-secondary' : 'sheet.title';
    const { rest } = context;
    return html`<div class="sheet ${this.isWhole ? 'whole' : ''}" @beforematch=${() => (this.isWhole = true)}>
      <div class="masthead">
        <div>
          ${edition.contact ? html`<p class="from">${edition.contact.name}</p>` : nothing}
          ${this.head(edition, text(title, { phase: shortPhaseName(edition, phase.id) }))}
        </div>
        <slot name="logo"></slot>
      </div>
      ${this.renderNames(context)}
      <div class="three rest" hidden=${rest}>
        <section part="section">${heading(level + 1, text('sheet.who'))}${rows('who', context)}</section>
        <section part="section">${heading(level + 1, text('sheet.when'))}${when(context)}</section>
        <section part="section">${heading(level + 1, text('sheet.where'))}${where(context)}</section>
      </div>
      ${exchange(context)}
      <div class="two rest" hidden=${rest}>${joining(context)} ${more(context)}</div>
      ${applyBox(context, this.surroundings)}
    </div>`;
  }

  /** What the phase is called, and what it is in a sentence. */
  private renderNames({ edition, phase, notes, text }: SheetContext): TemplateResult {
    const { summary, projectCode, alsoCalled } = phase.terms;
    const { name } = phase;
    const isOther = name.value && name.value !== shortPhaseName(edition, phase.id);
    return html`<p class="lead">
        ${isOther ? html`<strong>${name.value}</strong>${notes.mark(name.source)}.` : nothing}
        ${summary.value === null ? nothing : html`${summary.value}${notes.mark(summary.source)}`}
      </p>
      ${
        projectCode.value === null && alsoCalled.value === null
          ? nothing
          : html`<p class="muted">
              ${
                projectCode.value === null
                  ? nothing
                  : html`${text('sheet.code', { code: projectCode.value })}${notes.mark(projectCode.source)}.`
              }
              ${
                alsoCalled.value === null
                  ? nothing
                  : html`${text('sheet.also', { names: alsoCalled.value.join(', ') })}${notes.mark(alsoCalled.source)}.`
              }
            </p>`
      }`;
  }

  private renderGovernors(context: SheetContext): TemplateResult {
    const { edition, phase, level, text } = context;
    const title = text('governors.title', {
      phase: shortPhaseName(edition, phase.id),
      year: edition.schoolYear,
    });
    if (typeof this.governors !== 'object')
      return html`${heading(level, title)}
        <p class=${this.governors ? nothing : 'loading'} role=${this.governors ? 'alert' : 'status'}>
          ${text(this.governors ? 'sheet.not-loaded' : 'sheet.loading')}
        </p>`;
    const { schoolIdentity, dailySupplyCost } = this.settings.value;
    return this.governors.governorsPage(context, {
      at: this.surroundings,
      school: this.own.school ?? schoolIdentity?.name ?? '',
      daily: this.own.daily ?? (dailySupplyCost ? String(dailySupplyCost / 100) : ''),
      wordingOf: (own) => this.wordingOf(own),
      onInput: (own) => (this.own = { ...this.own, ...own }),
      head: html`<p class="muted year">${this.yearLine(edition)}</p>
        ${this.pastYear(edition)} ${this.renderNames(context)}`,
    });
  }

  private get surroundings(): Surroundings {
    return {
      today: this.currentDay,
      links: this.links,
      applyHref: this.settings.value.links?.apply,
      page: globalThis.document?.baseURI ?? '',
      drawn: this.qr?.qrCode,
    };
  }

  private readonly turn = (): void => {
    this.view = this.view === 'governors' ? 'sheet' : 'governors';
    this.isTurning = true;
  };

  /** Without the picture the address is still there in words. */
  private async loadPicture(): Promise<void> {
    this.qr ??= await import('./qr.js').catch(() => undefined);
  }

  private async loadGovernors(): Promise<void> {
    this.governors = await import('./governors.js').catch(() => 'missing' as const);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-information-sheet': InformationSheet;
  }
}
