import { PhaseNotFoundError, type Edition, type PhaseId } from '@maths-hubs/sdk/programme';
import { labelOf, type FactDefinition, type Facts, type FactValue } from '@maths-hubs/sdk/rules';
import type { GiasRow, SchoolFacts } from '@maths-hubs/sdk/schools';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { errorSummary } from '../foundation/controls.js';
import { controlStyles } from '../foundation/controls.styles.js';
import { EditionWidget } from '../foundation/edition/edition-widget.js';
import { heading } from '../foundation/heading.js';
import type { SharedSettings } from '../foundation/settings-store.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import { shortPhaseName } from '../foundation/edition/term-text.js';
import { printOnly } from '../foundation/edition/print.js';
import { answersList } from './answers.js';
import { checkerStyles } from './eligibility-checker.styles.js';
import { EligibilityDecidedEvent } from './events.js';
import { answerOf, definitionOf, fromFragment, soundFacts, toFragment } from './facts.js';
import { factsUsed, stepOf, type Step } from './flow.js';
import { Handover } from './handover.js';
import { answered, before, numberOf, START, type Path } from './path.js';
import { ANSWER_ID, QUESTION_ID, questionField, whyAsked } from './question.js';
import { result, RESULT_ID } from './result.js';
import { STRINGS } from './strings.js';
import { otherPhases, resultTools } from './tools.js';
import type { View } from './view.js';

export { EligibilityDecidedEvent } from './events.js';

/**
 * Whether a school may join, and at which door: one question at a time, then every reason with its source.
 *
 * @tag mh-eligibility-checker
 * @summary Can our school join, and if not yet, what would it take?
 * @slot - Plain HTML shown until, or unless, the widget is drawn: who can join, and how to ask.
 * @fires {EligibilityDecidedEvent} mh-eligibility-decided - A check came to its result.
 * @fires {PrintEvent} mh-print - The person asked for paper; prevented, the page prints in its own way.
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
 * @cssproperty [--mh-radius=0.5em] - Rounding of corners.
 */
export class EligibilityChecker extends EditionWidget {
  static override styles = [EditionWidget.styles, controlStyles, checkerStyles];

  /** Phase to check: `development`. Without it the check first finds where the school would best start. */
  @property() phase = '';
  /** What is known of the school: facts by id, or its row of the GIAS register. They are not asked. */
  @property({ attribute: false }) school:
    SchoolFacts | GiasRow | Readonly<Record<string, string | number | null>> | undefined;

  @state() private path: Path = START;
  /** Phase that the person chose; empty for the way in; undefined for what the page asks. */
  @state() private chosen: PhaseId | undefined;
  @state() private unanswered = false;
  @state() private link = '';
  @state() private copied = false;
  /** What the `school` property says; undefined while that is being read. */
  @state() private given: { facts: Facts; identity?: SharedSettings['schoolIdentity'] } | undefined = {
    facts: {},
  };

  private draft: string | undefined;
  private focusNext: string | undefined;
  /** Where the check is, worked out once for each time it is drawn. */
  private step: Step | PhaseNotFoundError | undefined;

  private readonly handover = new Handover(this.settings);

  override connectedCallback(): void {
    super.connectedCallback();
    const shared = fromFragment(location.hash);
    if (!shared) return;
    this.path = { ...START, answers: shared.facts };
    if (shared.phase) this.chosen = shared.phase;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('school')) this.readSchool();
    this.step = this.nextStep();
  }

  protected override renderEdition(edition: Edition): TemplateResult {
    const { step } = this;
    const text = this.wordingOf(STRINGS);
    if (step === undefined) return this.renderLoading();
    if (step instanceof PhaseNotFoundError)
      return this.renderFault(text('check.unknown-phase', { year: edition.schoolYear }), step);
    return this.renderCheck(step, this.viewOf(edition, text));
  }

  override updated(): void {
    if (this.focusNext !== undefined) {
      const find = (ids: string) => this.renderRoot.querySelector<HTMLElement>(ids);
      const target = find(`#${this.focusNext}`) ?? find(`#${QUESTION_ID}, #${ANSWER_ID}, #${RESULT_ID}`);
      this.focusNext = undefined;
      target?.focus();
    }
    void this.tell();
  }

  /** Where the check is; undefined until the terms and the school have been read. */
  private nextStep(): Step | PhaseNotFoundError | undefined {
    const { shown: edition } = this;
    if (!edition || !this.given) return undefined;
    try {
      return stepOf(edition, this.chosen ?? this.phase, this.known());
    } catch (error) {
      if (!(error instanceof PhaseNotFoundError)) throw error;
      return error;
    }
  }

  private renderCheck(step: Step, view: View): TemplateResult {
    const { text, edition, level } = view;
    const asked = this.questionIn(step);
    const name = this.given?.identity?.name ?? this.settings.value.schoolIdentity?.name;
    return html`<div class="head">
        ${heading(level, text('check.title'))}
        <p class="muted">${name ? html`${name} · ` : nothing}${this.yearLine(edition)}</p>
      </div>
      ${this.pastYear(edition)} ${this.renderBack(asked?.id, text)}
      ${asked ? this.renderQuestion(asked, step, view) : this.renderResult(step, view)}
      <p class="muted no-print">${text('check.privacy')}</p>`;
  }

  /** The question in sight; undefined where the result is. */
  private questionIn(step: Step): FactDefinition | undefined {
    const { reopened } = this.path;
    return reopened === undefined ? step.question : definitionOf(reopened);
  }

  private renderBack(fact: string | undefined, text: View['text']): TemplateResult | typeof nothing {
    const to = before(this.path, fact);
    if (to === undefined) return nothing;
    return html`<button
      type="button"
      class="plain back no-print"
      @click=${() => this.go({ ...this.path, reopened: to, walking: true })}
    >
      ${text('shared.back')}
    </button>`;
  }

  private renderQuestion(fact: FactDefinition, step: Step, view: View): TemplateResult {
    const { text, edition } = view;
    const error = this.unanswered ? text('check.no-answer') : undefined;
    return html`${errorSummary(error ? [{ id: ANSWER_ID, message: error }] : [], view.level + 1, text('shared.problem'))}
      <p class="stage muted">
        ${text('check.question', { number: numberOf(this.path, fact.id) })} ·
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
              value: this.answerTo(fact),
              error,
              onChange: (value) => (this.draft = value),
            },
            view,
          ),
        )}
        <div class="actions">
          <button type="submit">${text('shared.continue')}</button>
        </div>
      </form>
      ${whyAsked(fact, step, view)}
      ${step.phase === null ? otherPhases(text('check.other-phase'), step, view, (phase) => this.choose(phase)) : nothing}`;
  }

  private renderResult(step: Step, view: View): TemplateResult {
    const { text, notes, edition } = view;
    const { answers } = this.path;
    const used = factsUsed(edition, step);
    const known = Object.entries(this.known()).filter(([id]) => used.has(id) || id in answers);
    return html`${result(step, this.settings.value.links, view)}
    ${answersList(Object.fromEntries(known), answers, view, (fact) =>
      this.go({ answers, reopened: fact, walking: false }),
    )}
    ${this.sources(notes)}
    ${resultTools(
      {
        print: () => printOnly(this),
        share: () => void this.share(step),
        restart: () => this.restart(),
        link: this.link,
        copied: this.copied,
      },
      view,
    )}
    ${otherPhases(text('check.another'), step, view, (phase) => this.choose(phase))}`;
  }

  private viewOf(edition: Edition, text: View['text']): View {
    const { wording } = this.settings.value;
    return {
      edition,
      text,
      notes: new SourceNotes(edition.sources, text),
      level: this.headingLevel,
      ask: (fact) => wording?.[`fact.${fact.id}`] ?? fact.question,
      say: (fact, value) => (value === null ? text('shared.not-sure') : labelOf(fact.domain, value)),
    };
  }

  /** Everything known of the school; what the person answered wins. */
  private known(): Readonly<Record<string, FactValue | null>> {
    const known = { ...soundFacts(this.handover.known), ...this.given?.facts, ...this.path.answers };
    return known as Record<string, FactValue | null>;
  }

  /** The answer in sight: the one chosen last, else the one known. */
  private answerTo(fact: FactDefinition): FactValue | null | undefined {
    return this.draft === undefined ? this.known()[fact.id] : answerOf(fact, this.draft);
  }

  private readSchool(): void {
    const { school } = this;
    const facts = soundFacts(school);
    this.given = { facts };
    if (school === undefined || Object.keys(school).every((key) => definitionOf(key))) return;
    this.given = undefined;
    void import('./gias.js')
      .then(({ readRow }) => readRow(school))
      .catch((error: unknown) => {
        console.warn(
          `<${this.localName}>: the school's row could not be read, so everything is asked.`,
          error,
        );
        return { facts: {}, identity: undefined };
      })
      .then((row) => {
        if (school === this.school) this.given = { ...row, facts: { ...row.facts, ...facts } };
      });
  }

  private proceed(event: Event, fact: FactDefinition): void {
    event.preventDefault();
    const answer = this.answerTo(fact);
    if (answer !== undefined) return this.go(answered(this.path, fact.id, answer, this.known()[fact.id]));
    this.unanswered = true;
    this.focusNext = 'error-summary';
    this.requestUpdate();
  }

  private choose(phase: PhaseId): void {
    this.chosen = phase;
    this.go({ ...this.path, reopened: undefined });
  }

  private restart(): void {
    this.chosen = undefined;
    this.handover.takeBack();
    this.go(START);
  }

  /** Goes to an answered question, or to what comes next, and takes the focus there. */
  private go(path: Path): void {
    this.path = path;
    this.draft = undefined;
    this.unanswered = false;
    this.link = '';
    this.focusNext = QUESTION_ID;
  }

  private async share(step: Step): Promise<void> {
    this.link = location.href.replace(/#.*$/, '') + toFragment(step.phase ?? '', this.known());
    this.copied = await navigator.clipboard?.writeText(this.link).then(
      () => true,
      () => false,
    );
  }

  /** Hands the result on, once: to the page's settings for the widgets beside this one, and as an event. */
  private async tell(): Promise<void> {
    const { step, shown: edition } = this;
    if (!edition || !step || step instanceof PhaseNotFoundError || this.questionIn(step)) return;
    await this.updateComplete;
    if (this.handover.give(step, edition, this.known(), this.given?.identity))
      this.dispatchEvent(new EligibilityDecidedEvent(step.decision, step.recommendation));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-eligibility-checker': EligibilityChecker;
  }
}
