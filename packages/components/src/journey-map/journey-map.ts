import { undatedEvidence, type Edition, type Phase, type UndatedFacts } from '@maths-hubs/sdk/programme';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles } from '../foundation/controls.styles.js';
import { EditionController } from '../foundation/edition/edition-controller.js';
import { editionProblem, pastYearNotice } from '../foundation/edition/edition-notices.js';
import { MhElement } from '../foundation/element.js';
import { heading } from '../foundation/heading.js';
import { noteStyles } from '../foundation/notes.styles.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import { shortPhaseName, termText, type TermWords } from '../foundation/edition/term-text.js';
import { wordingOf } from '../foundation/wording.js';
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
 * @cssproperty [--mh-radius=0.5rem] - Rounding of corners.
 */
export class JourneyMap extends MhElement {
  static override styles = [MhElement.styles, controlStyles, noteStyles, journeyStyles];

  /** School year whose terms are shown: `2024/25`. */
  @property() edition = '';
  /** Address of a hub's own edition (JSON). */
  @property() src = '';
  /** Phase that the school is in: shown as "You are here". */
  @property() phase = '';
  /** Phases that are open at first, by id, separated by spaces; `all` for every one. */
  @property() open = '';
  /** An edition in hand; wins over `edition` and `src`. */
  @property({ attribute: false }) data: Edition | undefined;

  @state() private opened: ReadonlySet<string> = new Set();
  @state() private undated: UndatedFacts | 'missing' | undefined;

  private readonly source = new EditionController(this, this.settings);

  /** The edition that is drawn; undefined until one is. */
  get shown(): Edition | undefined {
    return this.source.state.status === 'ready' ? this.source.state.edition : undefined;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open')) this.opened = new Set(this.open.split(/\s+/).filter(Boolean));
  }

  override render(): TemplateResult {
    const text = wordingOf(STRINGS, this.settings.value.wording);
    const { state } = this.source;
    switch (state.status) {
      case 'loading':
        return html`<p class="loading" role="status">${text('journey.loading')}</p>`;
      case 'failed':
        return editionProblem(state, {
          title: text(state.cause === 'unknown-year' ? 'journey.unknown-year' : 'journey.unreadable'),
          forEditors: text('journey.editor'),
        });
      case 'ready':
        return this.renderJourney(state.edition, text);
    }
  }

  private renderJourney(edition: Edition, text: DetailsContext['text']): TemplateResult {
    const notes = new SourceNotes(edition.sources);
    const context: DetailsContext = { edition, notes, level: this.headingLevel, text, words: wordsOf(text) };
    const { schoolYear, phases } = edition;
    return html`<div class="head">
        ${heading(this.headingLevel, text('journey.title'))}
        <p class="muted">
          ${
            edition.hub
              ? text('journey.hub-terms', { year: schoolYear, hub: edition.contact?.name ?? edition.hub })
              : text('journey.year', { year: schoolYear })
          }
        </p>
      </div>
      ${pastYearNotice(edition, this.currentDay, text('journey.past', { year: schoolYear }), {
        find: text('journey.find'),
        findHref: this.settings.value.links?.find,
      })}
      ${
        phases.length === 0
          ? html`<p class="notice">${text('journey.no-phases', { year: schoolYear })}</p>`
          : this.renderPath(edition, context)
      }
      ${edition.note ? html`<p class="muted">${edition.note}</p>` : nothing}
      ${this.renderMore(edition, context)}
      ${
        notes.count === 0
          ? nothing
          : html`<details class="where">
                <summary>${text('journey.sources')}</summary>
                ${notes.list()}
              </details>
              <div class="print-only">
                <p><strong>${text('journey.sources')}</strong></p>
                ${notes.list()}
              </div>`
      }`;
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
      const label = id === 'meetingFrequency' ? 'Meets ' : '';
      return html`<li>${label}${termText(edition, id, value, words, notes.mark(source))}</li>`;
    })}
  </ul>`;
}

function wordsOf(text: DetailsContext['text']): TermWords {
  return {
    free: text('journey.free'),
    charged: text('journey.charged'),
    invitation: text('journey.invitation'),
    notStated: text('journey.not-stated'),
    upTo: (amount) => text('journey.up-to', { amount }),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-journey-map': JourneyMap;
  }
}
