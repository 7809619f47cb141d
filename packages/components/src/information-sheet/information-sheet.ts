import type { Edition } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controlStyles } from '../foundation/controls.styles.js';
import { contactLink } from '../foundation/edition/edition-notices.js';
import { heading } from '../foundation/heading.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import { shortPhaseName } from '../foundation/edition/term-text.js';
import { whereToApply } from '../foundation/edition/where-to-apply.js';
import { phaseIn } from '../foundation/edition/phase-in.js';
import { printOnly } from '../foundation/edition/print.js';
import { termWords, EditionWidget } from '../foundation/edition/edition-widget.js';
import { sheetStyles } from './information-sheet.styles.js';
import { afterwards, figures, joining, section, type SheetContext } from './sheet-parts.js';
import { STRINGS } from './strings.js';

/**
 * The Work Group Information Sheet of one phase, made from the terms of one year: never out of date, every figure with
 * its source, ready for paper.
 *
 * @tag mh-information-sheet
 * @summary One phase of one year on a sheet that a school can print.
 * @slot - Plain HTML shown until, or unless, the widget is drawn: a link to the hub's own sheet.
 * @fires {PrintEvent} mh-print - The person asked for paper; a page that prints in its own way prevents it.
 * @csspart heading - Every heading.
 * @csspart figures - The numbers at a glance.
 * @csspart section - One part of the sheet.
 * @cssproperty [--mh-accent] - Rules and links.
 */
export class InformationSheet extends EditionWidget {
  static override styles = [EditionWidget.styles, controlStyles, sheetStyles];

  /** `secondary` for a phase of the secondary programme, as far as public sources tell of it. */
  @property() programme: 'primary' | 'secondary' = 'primary';
  /** Phase that the sheet is about; Development by default. */
  @property() phase = '';

  protected override renderEdition(edition: Edition): TemplateResult {
    const text = this.wordingOf(STRINGS);
    const phase = phaseIn(edition, this.phase);
    if (!phase)
      return html`${this.head(edition, text('sheet.title', { phase: edition.schoolYear }))}
      ${this.noPhases(edition)}`;
    const notes = new SourceNotes(edition.sources, text);
    const level = this.headingLevel;
    const context: SheetContext = { edition, phase, notes, level, text, words: termWords(text) };
    const { summary, projectCode, alsoCalled } = phase.terms;
    const name = shortPhaseName(edition, phase.id);
    const contact = contactLink(edition, this.links);
    const apply = whereToApply(edition, phase.id, notes);
    const title = this.programme === 'secondary' ? 'sheet.title-secondary' : 'sheet.title';
    return html`${this.head(edition, text(title, { phase: name }))}
      <p>
        ${
          phase.name.value && phase.name.value !== name
            ? html`<strong>${phase.name.value}</strong>${notes.mark(phase.name.source)}.`
            : nothing
        }
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
        ${summary.value === null ? nothing : html`${summary.value}${notes.mark(summary.source)}`}
      </p>
      ${figures(context)}
      <div class="columns">
        ${section('who', context, joining(context))} ${section('involved', context)}
        ${section('outcomes', context)} ${section('expectations', context)} ${section('funding', context)}
        ${section('leads', context)}
        <section part="section">
          ${heading(level + 1, text('sheet.next'))} ${afterwards(context)}
          ${
            apply.length === 0
              ? nothing
              : html`<p class="label">${text('sheet.apply')}</p>
                  ${apply}`
          }
          ${contact === nothing ? nothing : html`<p>${text('sheet.contact')} ${contact}</p>`}
        </section>
      </div>
      <div class="foot">
        ${heading(level + 1, text('sheet.sources'))} ${notes.list()}
        <p class="muted">${text('sheet.made', { year: edition.schoolYear, version: edition.version })}</p>
      </div>
      <p class="actions no-print">
        <button type="button" @click=${() => printOnly(this)}>${text('sheet.print')}</button>
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-information-sheet': InformationSheet;
  }
}
