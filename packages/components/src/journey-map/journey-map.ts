import { undatedEvidence, type Edition, type Phase, type UndatedFacts } from '@maths-hubs/sdk/programme';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles } from '../foundation/controls.styles.js';
import { EditionWidget, termWords } from '../foundation/edition/edition-widget.js';
import { heading } from '../foundation/heading.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import { shortPhaseName, termText } from '../foundation/edition/term-text.js';
import { PhaseToggleEvent } from './events.js';
import { journeyStyles } from './journey-map.styles.js';
import { phaseDetails, projectList, type DetailsContext } from './phase-details.js';
import { specialistRows } from './specialists.js';
import { STRINGS } from './strings.js';
import { undatedSection } from './undated.js';

export { PhaseToggleEvent } from './events.js';

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
  static override styles = [EditionWidget.styles, controlStyles, journeyStyles];

  /** Phase that the school is in: shown as "You are here". */
  @property() phase = '';
  /** Phases that are open at first, by id, separated by spaces; `all` for every one. */
  @property() open = '';

  @state() private opened: ReadonlySet<string> = new Set();
  @state() private undated: UndatedFacts | 'missing' | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('open')) this.opened = new Set(this.open.split(/\s+/).filter(Boolean));
  }

  protected override renderEdition(edition: Edition): TemplateResult {
    const text = this.wordingOf(STRINGS);
    const notes = new SourceNotes(edition.sources);
    const context: DetailsContext = {
      edition,
      notes,
      level: this.headingLevel,
      text,
      words: termWords(text),
    };
    return html`<div class="head">
        ${heading(this.headingLevel, text('journey.title'))}
        <p class="muted">${this.yearLine(edition)}</p>
      </div>
      ${this.pastYear(edition)}
      ${
        edition.phases.length === 0
          ? this.noPhases(edition)
          : html`${this.renderPath(edition, context)}
            ${edition.note ? html`<p class="muted">${edition.note}</p>` : nothing}`
      }
      ${this.renderMore(edition, context)} ${this.sources(notes)}`;
  }

  private renderMore(edition: Edition, context: DetailsContext): TemplateResult {
    const { text, notes } = context;
    const others = edition.linkedProjects.filter(({ requires }) => requires.length === 0);
    const year = edition.schoolYear;
    return html`${
      edition.specialists
        ? html`<details class="where">
            <summary>${text('journey.specialists', { year })}</summary>
            ${specialistRows(edition.specialists, notes)}
          </details>`
        : nothing
    }
    ${
      others.length > 0
        ? html`<details class="where">
            <summary>${text('journey.other-projects', { year })}</summary>
            ${projectList(others, notes)}
          </details>`
        : nothing
    }
    ${
      edition.hub === null
        ? html`<details class="where" @toggle=${this.loadUndated}>
            <summary>${text('journey.undated')}</summary>
            ${
              this.undated === 'missing'
                ? html`<p role="alert">${text('journey.undated-missing')}</p>`
                : this.undated && undatedSection(this.undated, context)
            }
          </details>`
        : nothing
    }`;
  }

  private readonly loadUndated = async (event: Event): Promise<void> => {
    if (!(event.target as HTMLDetailsElement).open || typeof this.undated === 'object') return;
    this.undated = await undatedEvidence().catch(() => 'missing' as const);
  };

  private renderPath(edition: Edition, context: DetailsContext): TemplateResult {
    const { text } = context;
    const all = edition.phases.every((phase) => this.isOpen(phase.id));
    return html`<div class="toolbar">
        <button type="button" class="plain" @click=${() => this.toggleAll(edition, !all)}>
          ${text(all ? 'journey.close-all' : 'journey.open-all')}
        </button>
      </div>
      <ol
        class="path phases-${Math.min(edition.phases.length, 6)}"
        role="list"
        aria-label=${text('journey.path')}
      >
        ${edition.phases.map((phase, index) => this.renderPhase(phase, index, context))}
      </ol>`;
  }

  private renderPhase(phase: Phase, index: number, context: DetailsContext): TemplateResult {
    const { edition, text, notes, level } = context;
    const open = this.isOpen(phase.id);
    const here = (this.phase || this.settings.value.phase) === phase.id;
    const optional = phase.terms.optional.value === true;
    const door = edition.entryPoints.find((entry) => entry.phase === phase.id);
    return html`<li
      part="phase"
      class="phase${optional ? ' optional' : ''}${here ? ' here' : ''}"
      aria-current=${here ? 'step' : nothing}
    >
      <div class="stop">
        <span class="marker" aria-hidden="true">${index + 1}</span>
        ${
          door
            ? html`<div class="door">
                <strong>${text('journey.door')}:</strong> ${door.forWhom}${notes.mark(door.source)}
              </div>`
            : html`<div class="no-door"></div>`
        }
        <div class="card">
          ${heading(
            level + 1,
            html`<button
              type="button"
              id="phase-${phase.id}"
              aria-expanded=${open ? 'true' : 'false'}
              aria-controls="panel-${phase.id}"
              @click=${() => this.toggle(phase.id)}
            >
              <span class="name">${shortPhaseName(edition, phase.id)}</span
              ><span class="chevron" aria-hidden="true"></span>
            </button>`,
          )}
          ${
            here || optional
              ? html`<p class="chips">
                  ${here ? html`<span class="chip here-chip">${text('journey.here')}</span>` : nothing}
                  ${optional ? html`<span class="chip">${text('journey.optional')}</span>` : nothing}
                </p>`
              : nothing
          }
          ${brief(phase, context)}
        </div>
      </div>
      <section
        part="panel"
        class="panel"
        id="panel-${phase.id}"
        aria-labelledby="phase-${phase.id}"
        hidden=${open ? nothing : 'until-found'}
        @beforematch=${() => this.toggle(phase.id)}
      >
        <p class="panel-name" aria-hidden="true">${shortPhaseName(edition, phase.id)}</p>
        ${phaseDetails(phase, context)}
      </section>
    </li>`;
  }

  private isOpen(id: string): boolean {
    return this.opened.has(id) || this.opened.has('all');
  }

  private toggle(id: string): void {
    const next = new Set(this.opened);
    if (next.delete('all')) this.shown?.phases.forEach((phase) => next.add(phase.id));
    if (!next.delete(id)) next.add(id);
    this.opened = next;
    this.dispatchEvent(new PhaseToggleEvent(id, next.has(id)));
  }

  private toggleAll(edition: Edition, open: boolean): void {
    for (const { id } of edition.phases) if (this.isOpen(id) !== open) this.toggle(id);
  }
}

/** The three facts a headteacher looks for first, as far as they are known. */
function brief(phase: Phase, { edition, notes, text, words }: DetailsContext): TemplateResult {
  const ids = ['teachers', 'meetingFrequency', 'funding'] as const;
  const known = ids.flatMap((id) => {
    const { value, source } = phase.terms[id];
    return value === null ? [] : [{ id, value, source }];
  });
  if (known.length === 0) return html`<p class="brief unknown">${text('journey.little')}</p>`;
  return html`<ul class="brief" role="list">
    ${known.map(({ id, value, source }) => {
      const label = id === 'meetingFrequency' ? text('journey.meets') : nothing;
      return html`<li>${label} ${termText(edition, id, value, words, notes.mark(source))}</li>`;
    })}
  </ul>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-journey-map': JourneyMap;
  }
}
