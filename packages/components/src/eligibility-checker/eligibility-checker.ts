import { PhaseNotFoundError, type Edition, type PhaseId } from '@maths-hubs/sdk/programme';
import { labelOf, type FactDefinition, type Facts, type FactValue } from '@maths-hubs/sdk/rules';
import type { GiasRow, SchoolFacts } from '@maths-hubs/sdk/schools';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { errorSummary } from '../foundation/controls.js';
import { controlStyles } from '../foundation/controls.styles.js';
import { EditionController } from '../foundation/edition-controller.js';
import { editionProblem, pastYearNotice } from '../foundation/edition-notices.js';
import { MhElement } from '../foundation/element.js';
import { heading } from '../foundation/heading.js';
import { noteStyles } from '../foundation/notes.styles.js';
import type { Settings } from '../foundation/settings-store.js';
import { SourceNotes } from '../foundation/source-notes.js';
import { shortPhaseName } from '../foundation/term-text.js';
import { wordingOf } from '../foundation/wording.js';
import { answersList } from './answers.js';
import { checkerStyles } from './eligibility-checker.styles.js';
import { EligibilityDecidedEvent } from './events.js';
import { answerOf, answerText, definitionOf, fromFragment, soundFacts, toFragment } from './facts.js';
import { factsUsed, phaseToMark, stepOf, type Step } from './flow.js';
import { ANSWER_ID, QUESTION_ID, questionField, whyAsked } from './question.js';
import { result, RESULT_ID } from './result.js';
import { STRINGS } from './strings.js';
import type { View } from './view.js';

/**
 * Whether a school may join, and at which door: one question at a time, then every reason with its source.
 *
 * @tag mh-eligibility-checker
 * @summary Can our school join, and if not yet, what would it take?
 * @slot - Plain HTML shown until, or unless, the widget is drawn: who can join, and how to ask.
 * @fires {EligibilityDecidedEvent} mh-eligibility-decided - A check came to its result.
 * @csspart heading - Every heading.
 * @csspart notice - A notice: a past year, or terms that could not be read.
 * @csspart verdict - The result in one sentence.
 * @csspart door - Where the school would best start.
 * @csspart reasons - Every requirement with what it found.
 * @csspart changes - What would change the result.
 * @csspart next - What to do next.
 * @csspart answers - The answers given, each with a way to change it.
 * @cssproperty [--mh-accent] - Buttons, links and the result; mixed from teal and the page's text colour.
 * @cssproperty [--mh-surface] - Background of asides.
 * @cssproperty [--mh-line] - Borders.
 * @cssproperty [--mh-radius=0.5rem] - Rounding of corners.
 */
export class EligibilityChecker extends MhElement {
  static override styles = [MhElement.styles, controlStyles, noteStyles, checkerStyles];

  /** School year whose terms decide: `2024/25`. */
  @property() edition = '';
  /** Address of a hub's own edition (JSON). */
  @property() src = '';
  /** Phase to check: `development`. Without it the check first finds where the school would best start. */
  @property() phase = '';
  /** An edition in hand; wins over `edition` and `src`. */
  @property({ attribute: false }) data: Edition | undefined;
  /** What is known of the school: facts by id, or its row of the GIAS register. They are not asked. */
  @property({ attribute: false }) school:
    SchoolFacts | GiasRow | Readonly<Record<string, string | number | null>> | undefined;

  /** What the person answered, in the order asked; `null` for "not sure". */
  @state() private answers: Facts = {};
  /** An answered question that is shown again. */
  @state() private reopened: string | undefined;
  /** Phase that the person chose; empty for the way in; undefined for what the page asks. */
  @state() private chosen: PhaseId | undefined;
  @state() private unanswered = false;
  @state() private link = '';
  @state() private copied = false;
  /** Facts of the `school` property, once read. */
  @state() private registered: Facts | undefined = {};

  private draft: string | undefined;
  /** Whether the person is going back through the questions, rather than changing one answer. */
  private walking = false;
  private focusNext: string | undefined;
  /** The result in sight, and the last one handed on. */
  private decided: { readonly step: Step; readonly edition: Edition } | undefined;
  private decidedOn = '';
  /** The facts that this check put into the page's settings, and those that it found there. */
  private written: Facts | undefined;
  private untouched: Facts | undefined;

  private readonly source = new EditionController(this, this.settings);

  override connectedCallback(): void {
    super.connectedCallback();
    const shared = fromFragment(location.hash);
    if (!shared) return;
    this.answers = shared.facts;
    if (shared.phase) this.chosen = shared.phase;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('school')) this.readSchool();
  }

  override render(): TemplateResult {
    const text = wordingOf(STRINGS, this.settings.value.wording);
    const { state } = this.source;
    if (state.status === 'failed')
      return editionProblem(state, {
        title: text(state.cause === 'unknown-year' ? 'check.unknown-year' : 'check.unreadable'),
        forEditors: text('check.editor'),
      });
    if (state.status === 'loading' || this.registered === undefined)
      return html`<p class="loading" role="status">${text('check.loading')}</p>`;
    const { edition } = state;
    try {
      return this.renderCheck(this.stepIn(edition), this.viewOf(edition, text));
    } catch (error) {
      if (!(error instanceof PhaseNotFoundError)) throw error;
      return editionProblem(
        { status: 'failed', cause: 'unreadable', message: error.message, faults: [] },
        {
          title: text('check.unknown-phase', { year: edition.schoolYear }),
          forEditors: text('check.editor'),
        },
      );
    }
  }

  override updated(): void {
    if (this.focusNext !== undefined) {
      const target =
        this.renderRoot.querySelector<HTMLElement>(`#${this.focusNext}`) ??
        this.renderRoot.querySelector<HTMLElement>(`#${QUESTION_ID}, #${ANSWER_ID}, #${RESULT_ID}`);
      this.focusNext = undefined;
      target?.focus();
    }
    if (this.decided) this.tell(this.decided);
  }

  private renderCheck(step: Step, view: View): TemplateResult {
    const { text, edition, level } = view;
    const asked = this.reopened === undefined ? step.question : definitionOf(this.reopened);
    this.decided = asked ? undefined : { step, edition };
    return html`<div class="head">
        ${heading(level, text('check.title'))}
        <p class="muted">
          ${
            edition.hub
              ? text('check.hub-terms', {
                  year: edition.schoolYear,
                  hub: edition.contact?.name ?? edition.hub,
                })
              : text('check.year', { year: edition.schoolYear })
          }
        </p>
      </div>
      ${pastYearNotice(edition, this.currentDay, text('check.past', { year: edition.schoolYear }), {
        find: text('check.find'),
        findHref: this.settings.value.links?.find,
      })}
      ${asked ? this.renderQuestion(asked, step, view) : this.renderResult(step, view)}`;
  }

  private renderQuestion(fact: FactDefinition, step: Step, view: View): TemplateResult {
    const { text, edition } = view;
    const path = Object.keys(this.answers);
    const at = path.indexOf(fact.id);
    const before = path.at(at < 0 ? -1 : at - 1);
    const error = this.unanswered ? text('check.no-answer') : undefined;
    const first = at === 0 || path.length === 0;
    return html`${
        first || before === undefined
          ? nothing
          : html`<button type="button" class="plain back no-print" @click=${() => this.back(before)}>
              ${text('check.back')}
            </button>`
      }
      ${errorSummary(error ? [{ id: ANSWER_ID, message: error }] : [], view.level + 1, text('check.problem'))}
      <p class="stage muted">
        ${text('check.question', { number: (at < 0 ? path.length : at) + 1 })} ·
        ${
          step.phase === null
            ? text('check.stage-door')
            : text('check.stage-phase', { phase: shortPhaseName(edition, step.phase) })
        }
      </p>
      <form novalidate @submit=${(event: Event) => this.proceed(event, fact)}>
        ${keyed(
          fact.id,
          questionField(
            {
              fact,
              hint: this.settings.value.wording?.[`fact.${fact.id}.hint`] ?? fact.hint,
              value: this.draft === undefined ? this.known()[fact.id] : answerOf(fact, this.draft),
              error,
              onChange: (value) => (this.draft = value),
            },
            view,
          ),
        )}
        <div class="actions">
          <button type="submit">${text('check.continue')}</button>
        </div>
      </form>
      ${whyAsked(fact, step, view)}
      ${step.phase === null ? this.renderPhases(text('check.other-phase'), null, view) : nothing}
      <p class="muted">${text('check.privacy')}</p>`;
  }

  private renderResult(step: Step, view: View): TemplateResult {
    const { text, notes, edition } = view;
    const used = factsUsed(edition, step);
    const known = Object.entries(this.known()).filter(([id]) => used.has(id) || id in this.answers);
    return html`${result(step, this.settings.value.links, view)}
      ${answersList(Object.fromEntries(known), this.answers, view, (fact) => this.reopen(fact))}
      ${
        notes.count === 0
          ? nothing
          : html`<details class="where" open>
              <summary>${text('check.sources')}</summary>
              ${notes.list()}
            </details>`
      }
      <div class="actions no-print">
        <button type="button" class="secondary" @click=${() => print()}>${text('check.print')}</button>
        <button type="button" class="secondary" @click=${() => this.share(step)}>
          ${text('check.copy')}
        </button>
        <button type="button" class="plain" @click=${() => this.restart()}>${text('check.restart')}</button>
      </div>
      <div role="status" class="no-print">
        ${this.link === '' ? nothing : text(this.copied ? 'check.copied' : 'check.copy-self')}
      </div>
      ${
        this.link === ''
          ? nothing
          : html`<div class="field no-print">
              <label for="link">${text('check.link')}</label>
              <input id="link" type="text" readonly .value=${this.link} />
            </div>`
      }
      ${this.renderPhases(text('check.another'), step, view)}
      <p class="muted no-print">${text('check.privacy')}</p>`;
  }

  /** Other phases to check by themselves, and the way in where it is not settled. */
  private renderPhases(title: string, step: Step | null, view: View): TemplateResult | typeof nothing {
    const { text, edition } = view;
    const others = edition.phases.filter(({ id }) => id !== step?.phase);
    const openDoor = step !== null && step.recommendation.pending === 'school';
    if (others.length === 0 && !openDoor) return nothing;
    return html`<details class="where no-print">
      <summary>${title}</summary>
      <div class="actions">
        ${others.map(
          ({ id }) =>
            html`<button type="button" class="secondary" @click=${() => this.choose(id)}>
              ${shortPhaseName(edition, id)}
            </button>`,
        )}
        ${
          openDoor
            ? html`<button type="button" class="secondary" @click=${() => this.choose('')}>
                ${text('check.find-door')}
              </button>`
            : nothing
        }
      </div>
    </details>`;
  }

  private viewOf(edition: Edition, text: View['text']): View {
    const { wording } = this.settings.value;
    return {
      edition,
      text,
      notes: new SourceNotes(edition.sources),
      level: this.headingLevel,
      ask: (fact) => wording?.[`fact.${fact.id}`] ?? fact.question,
      say: (fact, value) => (value === null ? text('check.not-sure') : labelOf(fact.domain, value)),
    };
  }

  private stepIn(edition: Edition): Step {
    return stepOf(edition, this.chosen ?? this.phase, this.known());
  }

  /** Everything known of the school; what the person answered wins. */
  private known(): Readonly<Record<string, FactValue | null>> {
    const shared = this.settings.value.school;
    const page = shared === this.written ? this.untouched : shared;
    return { ...soundFacts(page), ...this.registered, ...this.answers } as Record<string, FactValue | null>;
  }

  private readSchool(): void {
    const { school } = this;
    const facts = soundFacts(school);
    const isRow =
      school !== undefined && ['urn', 'URN', 'statusCode', 'phaseCode'].some((key) => key in school);
    this.registered = isRow ? undefined : facts;
    if (!isRow) return;
    void import('./gias.js').then(({ factsOfRow }) => {
      if (school === this.school) this.registered = { ...factsOfRow(school), ...facts };
    });
  }

  private proceed(event: Event, fact: FactDefinition): void {
    event.preventDefault();
    const before = this.known()[fact.id];
    const answer = this.draft === undefined ? before : answerOf(fact, this.draft);
    if (answer === undefined) {
      this.unanswered = true;
      this.show('error-summary');
      return;
    }
    const path = Object.keys(this.answers);
    const next = path[path.indexOf(fact.id) + 1];
    const same = before !== undefined && answerText(before) === answerText(answer);
    this.answers = { ...this.answers, [fact.id]: answer };
    this.open(this.walking && same && this.reopened !== undefined ? next : undefined);
  }

  private back(to: string): void {
    this.walking = true;
    this.open(to);
  }

  private reopen(fact: string): void {
    this.walking = false;
    this.open(fact);
  }

  private choose(phase: PhaseId): void {
    this.chosen = phase;
    this.open(undefined);
  }

  private restart(): void {
    this.answers = {};
    this.chosen = undefined;
    this.decidedOn = '';
    if (this.written !== undefined)
      this.settings.update({
        school: this.untouched as Settings['school'],
        decision: undefined,
        phase: undefined,
      });
    this.written = undefined;
    this.open(undefined);
  }

  /** Shows an answered question again, or what comes next, and takes the focus there. */
  private open(fact: string | undefined): void {
    this.reopened = fact;
    this.draft = undefined;
    this.unanswered = false;
    this.link = '';
    this.show(QUESTION_ID);
  }

  private show(id: string): void {
    this.focusNext = id;
    this.requestUpdate();
  }

  private async share(step: Step): Promise<void> {
    const address = location.href.replace(/#.*$/, '');
    this.link = address + toFragment(step.phase ?? '', this.known());
    this.copied = await navigator.clipboard?.writeText(this.link).then(
      () => true,
      () => false,
    );
  }

  /** Hands the result on, once for each result: an event, and the page's settings for the widgets beside this one. */
  private tell({ step, edition }: { readonly step: Step; readonly edition: Edition }): void {
    const facts = this.known();
    const key = JSON.stringify([edition.schoolYear, edition.version, step.phase, facts]);
    if (key === this.decidedOn) return;
    this.decidedOn = key;
    void this.updateComplete.then(() => {
      if (this.settings.value.school !== this.written) this.untouched = this.settings.value.school;
      this.written = facts;
      this.settings.update({
        school: facts,
        decision: step.decision ?? undefined,
        phase: phaseToMark(step),
      });
      this.dispatchEvent(new EligibilityDecidedEvent(step.decision, step.recommendation));
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-eligibility-checker': EligibilityChecker;
  }
}
