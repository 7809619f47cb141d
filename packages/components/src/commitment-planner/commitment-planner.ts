import { planCommitments, type CommitmentPlan, type PlanYear } from '@maths-hubs/sdk/commitments';
import { messageOf } from '@maths-hubs/sdk/evidence';
import { editions, loadEdition, type Edition, type HalfTerm } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../foundation/announcer.js';
import { controlStyles } from '../foundation/controls.styles.js';
import { heading } from '../foundation/heading.js';
import { safeHref } from '../foundation/links.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import { shortPhaseName } from '../foundation/edition/term-text.js';
import { PhaseChangeEvent } from '../foundation/edition/phase-change-event.js';
import { phaseIn } from '../foundation/edition/phase-in.js';
import { phasePicker } from '../foundation/edition/phase-picker.js';
import { printOnly } from '../foundation/edition/print.js';
import type { YearText } from '../foundation/edition/strings.js';
import { EditionWidget } from '../foundation/edition/edition-widget.js';
import { plannerStyles } from './commitment-planner.styles.js';
import { CommitmentCalendarEvent } from './events.js';
import { fileView, subscription, type CalendarFile } from './calendar-file.js';
import { STRINGS } from './strings.js';
import { nextDay, strip } from './strip.js';
import { amount, table, totals, type PlannerContext } from './year-view.js';

export { CommitmentCalendarEvent } from './events.js';

/**
 * What a school gives and what it gets, year by year from the phase in which it starts: at a glance by half-term,
 * in full as a table, and as a calendar file. A later year is described only by that year's own terms.
 *
 * @tag mh-commitment-planner
 * @summary A plan of the school's time, for its calendar and for paper.
 * @slot - Plain HTML shown until, or unless, the widget is drawn.
 * @fires {PhaseChangeEvent} mh-phase-change - The person chose another phase.
 * @fires {CommitmentCalendarEvent} mh-commitment-calendar - A calendar file was made; prevent it to hand the file on yourself.
 * @fires {PrintEvent} mh-print - The person asked for paper; a page that prints in its own way prevents it.
 * @csspart heading - Every heading.
 * @csspart year - One year of the journey.
 * @csspart next - The next day that is set.
 * @csspart strip - The year from September to July.
 * @csspart table - The year in full.
 * @cssproperty [--mh-accent] - Lines and the chosen year.
 */
export class CommitmentPlanner extends EditionWidget {
  static override styles = [EditionWidget.styles, controlStyles, plannerStyles];

  /**
   * Phase in which the school starts.
   * @label Phase in which the school starts
   * @help Leave it for the school to choose.
   */
  @property() phase = '';
  /**
   * Address of the hub's calendar (.ics) to subscribe to; `{phase}` stands for the phase. The page's own when left out.
   * @label Address of your calendar
   * @help Schools subscribe to it; changed dates then reach them by themselves.
   */
  @property({ attribute: 'calendar-href' }) calendarHref = '';
  /** Half-term dates of the council or the school; else those of the hub's own edition. */
  @property({ attribute: false }) halfTerms: readonly HalfTerm[] = [];

  @state() private chosen = '';
  @state() private year = 0;
  @state() private later: Readonly<Record<string, Edition>> = {};
  @state() private fault = '';
  @state() private file: CalendarFile | undefined;

  private readonly announcer = new Announcer(this);
  private readonly asked = new Set<string>();

  protected override updated(): void {
    const plan = this.plan;
    const edition = this.shown;
    if (plan && edition?.hub === null) void this.readLater(plan);
  }

  protected override renderEdition(edition: Edition): TemplateResult {
    const text = this.wordingOf(STRINGS);
    const phase = this.phaseOf(edition);
    const plan = this.plan;
    if (!phase || !plan) return html`${this.head(edition, text('planner.title'))} ${this.noPhases(edition)}`;
    const notes = new SourceNotes(plan.sources, text);
    const year = plan.years[this.year] ?? plan.years[0];
    const subscribe = subscription(this.calendarHref || this.settings.value.calendar, phase);
    return html`${this.head(edition, text('planner.title'))}
      <div class="no-print">
        ${phasePicker(edition, {
          label: text('planner.phase'),
          phase,
          onChange: (id) => {
            this.chosen = id;
            this.year = 0;
            this.dispatchEvent(new PhaseChangeEvent(id));
          },
        })}
      </div>
      ${year && !year.missing ? nextDay(year, this.currentDay, { notes, text }) : nothing}
      ${heading(this.headingLevel + 1, text('planner.journey'))}
      <p class="muted no-print">${text('planner.journey-hint')}</p>
      <ol class="journey" role="list">
        ${plan.years.map((each, index) => this.renderStep(each, index, edition, text))}
      </ol>
      ${year ? this.renderChosen(year, edition, { notes, text }) : nothing}
      ${this.fault ? html`<p class="error" role="alert">${this.fault}</p>` : nothing}
      <p class="actions no-print">
        ${
          subscribe
            ? html`<a class="button" id="subscribe" href=${safeHref(subscribe.calendar)}
                >${text('planner.subscribe')}</a
              >`
            : nothing
        }
        <button
          type="button"
          class=${subscribe ? 'secondary' : nothing}
          id="calendar"
          @click=${() => void this.makeCalendar(plan)}
        >
          ${text('planner.calendar')}
        </button>
        <button type="button" class="secondary" id="print" @click=${() => printOnly(this)}>
          ${text('planner.print')}
        </button>
      </p>
      ${
        subscribe
          ? html`<p class="muted no-print">
              ${text('planner.subscribe-hint')} <a href=${safeHref(subscribe.web)}>${subscribe.web}</a>
            </p>`
          : nothing
      }
      ${fileView(this.file, text)} ${this.announcer.region()} ${this.sources(notes)}`;
  }

  private renderStep(
    step: PlanYear,
    index: number,
    edition: Edition,
    text: YearText<typeof STRINGS>,
  ): TemplateResult {
    const { teacherDays, meetings } = step.totals;
    return html`<li part="year">
      <button
        type="button"
        aria-pressed=${index === this.year ? 'true' : 'false'}
        @click=${() => {
          this.year = index;
        }}
      >
        <span class="muted">${step.schoolYear ?? text('planner.year-unknown')}</span>
        <strong>${shortPhaseName(edition, step.phase)}</strong>
        ${
          teacherDays.value || meetings.value
            ? html`<span>${text('planner.days', { days: amount(teacherDays, text) })}</span>
                <span
                  >${meetings.value ? amount(meetings, text) : text('planner.meetings', { count: text('year.ask') })}</span
                >`
            : html`<span>${text('planner.both', { ask: text('year.ask') })}</span>`
        }
      </button>
    </li>`;
  }

  private renderChosen(year: PlanYear, edition: Edition, context: PlannerContext): TemplateResult {
    const { text } = context;
    const phase = shortPhaseName(edition, year.phase);
    const title = year.schoolYear
      ? text('planner.year', { phase, year: year.schoolYear })
      : text('planner.phase-only', { phase });
    if (year.missing)
      return html`${heading(this.headingLevel + 1, title)}
        <p class="notice">${year.missing}</p>`;
    return html`${heading(this.headingLevel + 1, title)} ${totals(year, context)} ${strip(year, context)}
      <details class="where list">
        <summary>${text('planner.show-list')}</summary>
        ${table(year, text('planner.table', { phase, year: year.schoolYear ?? '' }), context)}
      </details>
      ${
        year.unknowns.length === 0
          ? nothing
          : html`<div class="ask unknown">
              <p>${text('planner.ask')}</p>
              <ul>
                ${year.unknowns.map(({ title: what }) => html`<li>${what}</li>`)}
              </ul>
            </div>`
      }`;
  }

  private phaseOf(edition: Edition): string | undefined {
    return phaseIn(edition, this.chosen || this.phase || this.settings.value.phase)?.id;
  }

  private get plan(): CommitmentPlan | undefined {
    const edition = this.shown;
    const phase = edition && this.phaseOf(edition);
    if (!phase) return undefined;
    return planCommitments(edition, phase, {
      editions: this.later,
      terms: this.halfTerms,
      ...(edition.contact ? { hub: edition.contact.name } : {}),
    });
  }

  /** The terms of later years stand in those years' own editions; a year that we hold is read when the plan comes to it. */
  private async readLater(plan: CommitmentPlan): Promise<void> {
    const held = editions().map(({ schoolYear }) => schoolYear);
    const years = plan.years.flatMap(({ schoolYear, missing }) =>
      missing && schoolYear ? [schoolYear] : [],
    );
    for (const year of years.filter((each) => held.includes(each) && !this.asked.has(each))) {
      this.asked.add(year);
      try {
        const edition = await loadEdition(year);
        this.later = { ...this.later, [year]: edition };
      } catch (error) {
        this.fault = this.wordingOf(STRINGS)('planner.year-failed', { year, reason: messageOf(error) });
      }
    }
  }

  private async makeCalendar(plan: CommitmentPlan): Promise<void> {
    const text = this.wordingOf(STRINGS);
    this.fault = '';
    this.forgetFile();
    try {
      const { calendarEvents, toICalendar } = await import('@maths-hubs/sdk/commitments/icalendar');
      const { today, schoolIdentity } = this.settings.value;
      const stamp = today ? `${today}T12:00:00Z` : new Date().toISOString();
      const school = schoolIdentity?.urn;
      const options = { stamp, from: this.currentDay, ...(school && { school }) };
      const entries = calendarEvents(plan, options).length;
      if (entries === 0) {
        this.fault = text('planner.no-dates');
        return;
      }
      const icalendar = toICalendar(plan, options);
      if (!this.dispatchEvent(new CommitmentCalendarEvent(icalendar))) return;
      const href = URL.createObjectURL(new Blob([icalendar], { type: 'text/calendar;charset=utf-8' }));
      this.file = { name: fileName(plan), text: icalendar, href, entries };
      this.announcer.say(text('planner.made', { count: entries }));
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#file')?.click();
    } catch (error) {
      this.fault = text('planner.failed', { reason: messageOf(error) });
    }
  }

  private forgetFile(): void {
    if (this.file) URL.revokeObjectURL(this.file.href);
    this.file = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forgetFile();
  }
}

function fileName({ years, entryPhase }: CommitmentPlan): string {
  return `${entryPhase}-${years[0]?.schoolYear?.replace('/', '-') ?? 'plan'}.ics`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-commitment-planner': CommitmentPlanner;
  }
}
