import {
  shortPhaseName,
  undatedEvidence,
  type Edition,
  type Phase,
  type UndatedFacts,
} from '@maths-hubs/sdk/programme';
import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { EditionWidget } from '../foundation/edition/edition-widget.js';
import { heading } from '../foundation/heading.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import { icon } from '../foundation/icons.js';
import { safeHref } from '../foundation/links.js';
import { ticks } from '../foundation/ticks.js';
import { PhaseToggleEvent } from './events.js';
import { journeyStyles } from './journey-map.styles.js';
import type { DetailsContext } from './phase-details.js';
import { road } from './road.js';
import { headlines, numbers, pictureOf, whenOf, type PathContext } from './station.js';
import { STRINGS } from './strings.js';

export { PhaseToggleEvent } from './events.js';

type Inside = typeof import('./inside.js');

/**
 * The programme as a path of phases, each opening to its terms, each term with its source.
 *
 * @tag mh-journey-map
 * @summary A school's journey through Teaching for Mastery.
 * @slot - Plain HTML shown until, or unless, the widget is drawn: a list of the phases.
 * @slot phase-{id} - A hub's own words under one phase.
 * @fires {PhaseToggleEvent} mh-phase-toggle - A phase was opened or closed.
 * @csspart phase - One phase on the path.
 * @csspart panel - The terms of one phase.
 * @csspart heading - Every heading.
 * @cssproperty [--mh-accent] - Lines, links and the current phase; mixed from teal and the page's text colour.
 * @cssproperty [--mh-surface] - Background of a phase.
 * @cssproperty [--mh-line] - Borders.
 * @cssproperty [--mh-radius=0.5em] - Rounding of corners.
 */
export class JourneyMap extends EditionWidget {
  static override styles = [EditionWidget.styles, journeyStyles];

  /**
   * `secondary` for the journey of secondary schools, as far as public sources tell of it; that of primary schools otherwise.
   * @label Which programme
   * @help Primary, unless you choose the other.
   */
  @property() programme: 'primary' | 'secondary' = 'primary';
  /**
   * Phase that the school is in: shown as "You are here".
   * @label Where the school is now
   * @help Marks a phase with “You are here”.
   */
  @property() phase = '';
  /**
   * Phases that are open at first, by id, separated by spaces; `all` for every one.
   * @label What is open at first
   * @help Every phase, or one of them. Leave it for none.
   */
  @property() open = '';

  @state() private opened: ReadonlySet<string> = new Set();
  /** Whether the reader takes the optional first phase; undefined until they say so. */
  @state() private groundwork: boolean | undefined;
  @state() private undated: UndatedFacts | 'missing' | undefined;
  /** What draws the inside of a phase; loaded once the path is drawn, and before it where a phase is open at first. */
  @state() private inside: Inside | 'missing' | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('programme')) this.undated = undefined;
    if (changed.has('open')) this.opened = new Set(this.open.split(/\s+/).filter(Boolean));
    if (this.opened.size > 0 && this.inside === undefined) void this.loadInside();
  }

  override updated(): void {
    if (this.shown && this.inside === undefined) void this.loadInside();
  }

  protected override renderEdition(edition: Edition): TemplateResult {
    // Drawn once, with its open phases; on a server, and where the terms are in hand, what is known is drawn first.
    if (this.opened.size > 0 && this.inside === undefined && this.data === undefined)
      return this.renderLoading();
    const text = this.wordingOf(STRINGS);
    const notes = new SourceNotes(edition.sources, text);
    const context: PathContext = { edition, notes, level: this.headingLevel, text };
    return html`<div class="head">
        ${heading(this.headingLevel, text(this.isSecondary ? 'journey.title-secondary' : 'journey.title'))}
        <p class="muted">${this.yearLine(edition)}</p>
      </div>
      ${this.pastYear(edition)}
      ${edition.phases.length === 0 ? this.noPhases(edition) : this.renderPath(edition, context)}
      <div class="after">${this.renderCheck(context)} ${this.renderMore(context)}</div>`;
  }

  private renderCheck({ text }: PathContext): TemplateResult | typeof nothing {
    // The check is for schools with primary years.
    const check = safeHref(this.isSecondary ? undefined : this.settings.value.links?.check);
    return check ? html`<a class="button" href=${check}>${text('journey.check')}</a>` : nothing;
  }

  /** What few ask for, behind one word. */
  private renderMore(context: PathContext): TemplateResult {
    const { text, notes } = context;
    const inside = this.inside === 'missing' ? undefined : this.inside;
    return html`<details class="where more">
      <summary>${text('journey.more')}</summary>
      ${inside?.more(this.detailsOf(context, inside), this.undated, this.loadUndated) ?? this.renderNotYet(text)}
      ${this.sources(notes)}
    </details>`;
  }

  private detailsOf(
    context: PathContext,
    { INSIDE_STRINGS, TERM_STRINGS, termWords }: Inside,
  ): DetailsContext {
    const text = this.wordingOf({ ...STRINGS, ...TERM_STRINGS, ...INSIDE_STRINGS });
    return { ...context, text, words: termWords(text) };
  }

  /** In the place of what is not loaded. */
  private renderNotYet(text: PathContext['text']): TemplateResult {
    return this.inside === 'missing'
      ? html`<p role="alert">${text('journey.undated-missing')}</p>`
      : html`<p class="loading" role="status">${text('year.loading')}</p>`;
  }

  private async loadInside(): Promise<void> {
    this.inside = await (loading ??= import('./inside.js')).catch(() => {
      loading = undefined;
      return 'missing' as const;
    });
    if (this.inside !== 'missing') this.inside.dress(this);
  }

  private readonly loadUndated = async (event: Event): Promise<void> => {
    if (!(event.target as HTMLDetailsElement).open || typeof this.undated === 'object') return;
    const undated = this.isSecondary
      ? import('../foundation/edition/secondary-year.js').then((year) => year.secondaryUndated())
      : undatedEvidence();
    this.undated = await undated.catch(() => 'missing' as const);
  };

  private renderPath(edition: Edition, context: PathContext): TemplateResult {
    const { text } = context;
    const { phases } = edition;
    const isForked = hasFork(edition);
    const groundwork = isForked && (this.groundwork ?? this.here === phases[0]?.id);
    return html`<div
      class="journey phases-${Math.min(phases.length, 6)}${isForked ? ' forked' : ''}${groundwork ? ' groundwork' : ''}"
    >
      ${road(phases.length, isForked)} ${isForked ? this.renderFork(groundwork, text) : nothing}
      <ol class="path" role="list" aria-label=${text('journey.path')}>
        ${phases.map((phase, index) => this.renderPhase(phase, index, { ...context, isForked, groundwork }))}
      </ol>
    </div>`;
  }

  /** The two ways in, as the question that parts them. */
  private renderFork(groundwork: boolean, text: PathContext['text']): TemplateResult {
    const way = (value: boolean, words: string): TemplateResult =>
      html`<label class="way">
        <input
          class="visually-hidden"
          type="radio"
          name="way"
          ?checked=${isServer && groundwork === value}
          .checked=${ticks(groundwork === value)}
          @change=${() => (this.groundwork = value)}
        />
        <span>${words}</span>
      </label>`;
    return html`<fieldset class="fork">
      <legend>${text('journey.fork')}</legend>
      ${way(false, text('journey.fork-no'))} ${way(true, text('journey.fork-yes'))}
    </fieldset>`;
  }

  private renderPhase(
    phase: Phase,
    index: number,
    context: PathContext & { readonly isForked: boolean; readonly groundwork: boolean },
  ): TemplateResult {
    const { edition, text, level, isForked } = context;
    const open = this.isOpen(phase.id);
    const here = this.here === phase.id;
    const optional = phase.terms.optional.value === true;
    const name = shortPhaseName(edition, phase.id);
    const when = whenOf(edition, index, context);
    const summary = phase.terms.summary.value;
    return html`<li
      part="phase"
      class="phase${optional ? ' optional' : ''}${here ? ' here' : ''}"
      aria-current=${here ? 'step' : nothing}
    >
      <div class="stop">
        <span class="marker" aria-hidden="true">${pictureOf(phase, index)}</span>
        ${here ? html`<p class="flag">${icon('pin')}${text('journey.here')}</p>` : nothing}
        ${when ? html`<p class="when">${when}</p>` : nothing}
        ${heading(level + 1, html`<span class="name">${name}</span>`)}
        ${optional && !isForked ? html`<p class="when">${text('journey.optional')}</p>` : nothing}
        ${summary === null ? nothing : html`<p class="purpose">${summary}</p>`}
        ${numbers(headlines(phase, context))}
        <button
          type="button"
          class="toggle"
          id="phase-${phase.id}"
          aria-expanded=${open ? 'true' : 'false'}
          aria-controls="panel-${phase.id}"
          @click=${() => this.toggle(phase.id)}
        >
          <span>${text('journey.toggle')}</span><span class="visually-hidden">: ${name}</span>
        </button>
      </div>
      <div
        part="panel"
        class="panel"
        id="panel-${phase.id}"
        hidden=${open ? nothing : 'until-found'}
        @beforematch=${() => this.toggle(phase.id)}
      >
        ${
          typeof this.inside === 'object'
            ? this.inside.phaseDetails(phase, this.detailsOf(context, this.inside))
            : this.renderNotYet(text)
        }
      </div>
    </li>`;
  }

  private get isSecondary(): boolean {
    return this.programme === 'secondary';
  }

  private get here(): string | undefined {
    // The phase of the page's settings is one of the primary programme.
    if (this.isSecondary) return this.phase;
    return this.phase || this.settings.value.phase;
  }

  private isOpen(id: string): boolean {
    return this.opened.has(id) || this.opened.has('all');
  }

  private toggle(id: string): void {
    if (this.inside === undefined) return void this.loadInside().then(() => this.toggle(id));
    if (this.inside === 'missing') void this.loadInside();
    const next = new Set(this.opened);
    if (next.delete('all')) this.shown?.phases.forEach((phase) => next.add(phase.id));
    if (!next.delete(id)) next.add(id);
    this.opened = next;
    this.dispatchEvent(new PhaseToggleEvent(id, next.has(id)));
  }
}

/** Asked for once by all maps of a page; again after a fault. */
let loading: Promise<Inside> | undefined;

/** Two ways in, the first of them by a phase that is optional. */
function hasFork({ phases, entryPoints }: Edition): boolean {
  return phases.length > 1 && phases[0]?.terms.optional.value === true && entryPoints.length > 1;
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-journey-map': JourneyMap;
  }
}
