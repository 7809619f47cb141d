import { PhaseNotFoundError, schoolYearOf, type Edition, type PhaseId } from '@maths-hubs/sdk/programme';
import { labelOf, type Facts, type FactValue } from '@maths-hubs/sdk/rules';
import type { GiasRow, SchoolFacts } from '@maths-hubs/sdk/schools';
import type { IndexedSchool } from '@maths-hubs/sdk/schools/index-files';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { controlStyles } from '../foundation/controls.styles.js';
import { EditionWidget } from '../foundation/edition/edition-widget.js';
import { printOnly } from '../foundation/edition/print.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import { heading } from '../foundation/heading.js';
import { addStyles } from '../foundation/late-styles.js';
import { StepHistory } from '../foundation/step-history.js';
import { nextAsk, PROMISES, targetOf, tickFacts, withTheObvious, type Ask } from './asks.js';
import { checkerStyles } from './eligibility-checker.styles.js';
import { EligibilityDecidedEvent } from './events.js';
import { definitionOf, fromFragment, soundFacts } from './facts.js';
import type { Standing } from './flow.js';
import type { Registered } from './gias.js';
import { Handover } from './handover.js';
import { ANSWER_ID, isMenu, QUESTION_ID, questionView, RESULT_ID, whyAsked } from './question.js';
import type { ResultOptions } from './result-options.js';
import { SchoolPick } from './school-pick.js';
import { screenOf, type AnswerChoice, type Screen } from './screen.js';
import { STRINGS } from './strings.js';
import { again, answered, back, changed, factsOf, goTo, START, type Given, type Trail } from './trail.js';
import { typicalCount } from './typical.js';
import type { View } from './view.js';

export { EligibilityDecidedEvent } from './events.js';

/**
 * Whether a school may join, and where it would start: its name, a few questions of one tap each, then the answer in a
 * sentence, with every reason and source behind it.
 *
 * @tag mh-eligibility-checker
 * @summary Can our school join, and if not yet, what would it take?
 * @slot - Plain HTML shown until, or unless, the widget is drawn: who can join, and how to ask.
 * @fires {EligibilityDecidedEvent} mh-eligibility-decided - A check came to its result.
 * @fires {PrintEvent} mh-print - The person asked for paper; prevented, the page prints in its own way.
 * @csspart heading - Every heading.
 * @csspart notice - A notice: a past year, or terms that could not be read.
 * @csspart verdict - The result: one sentence, one button, three facts.
 * @csspart ask - What to ask the hub.
 * @csspart changes - What would change the result.
 * @csspart reasons - Every requirement with what it found.
 * @csspart answers - The answers given, each with a way to change it.
 * @cssproperty [--mh-accent] - Buttons, links and the result; mixed from teal and the page's text colour.
 * @cssproperty [--mh-surface] - Background of asides.
 * @cssproperty [--mh-line] - Borders.
 * @cssproperty [--mh-radius=0.5em] - Rounding of corners.
 */
export class EligibilityChecker extends EditionWidget {
  static override styles = [EditionWidget.styles, controlStyles, checkerStyles];

  /**
   * Phase to check: `development`. Without it the check first finds where the school would best start.
   * @label Which phase it checks
   * @help Leave it, and it first finds where the school would best start.
   */
  @property() phase = '';
  /**
   * Address of the folder of a school index, to pick the school by name; the page's own when left out.
   * @label Folder with the list of schools
   * @help If your network gave you one: people then pick their school by name.
   */
  @property({ attribute: 'school-index' }) schoolIndex = '';
  /** What is known of the school: facts by id, or its row of the GIAS register. They are not asked. */
  @property({ attribute: false }) school:
    SchoolFacts | GiasRow | Readonly<Record<string, string | number | null>> | undefined;

  @state() private trail: Trail = START;
  /** Phase that the person chose; empty for the way in; undefined for what the page asks. */
  @state() private chosen: PhaseId | undefined;
  /** A fact that is asked again though it was never asked here: the page, or a link, told it. */
  @state() private reopened: string | undefined;
  @state() private ticked: readonly string[] = [];
  @state() private unanswered = false;
  @state() private link = '';
  @state() private copied = false;
  @state() private told: ResultOptions['asking']['told'] = '';
  /** What draws the result; loaded when the person begins. */
  @state() private drawer: typeof import('./result-part.js') | undefined;
  /** What the register says of the school; undefined while that is being read. */
  @state() private registered: Partial<Registered> | undefined = {};

  private draft: string | undefined;
  private focusNext: string | undefined;
  /** Whether an answer is changed from the result, to which the check then goes back. */
  private changing = false;
  private rowRead: unknown;
  private shared: Facts = {};
  /** Where the check is, worked out once for each time it is drawn. */
  private scene: Scene | PhaseNotFoundError | undefined;

  private readonly handover = new Handover(this.settings);
  private readonly steps = new StepHistory<CheckStep>(this, { given: [], at: 0 }, (step) =>
    this.restore(step),
  );
  private readonly pick = new SchoolPick(
    this,
    (school) => void this.take(school),
    () => this.go(answered(this.trail, { ask: 'school', answer: '', facts: {} })),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    const shared = fromFragment(location.hash);
    if (!shared) return;
    this.shared = shared.facts;
    if (shared.phase) this.chosen = shared.phase;
  }

  override willUpdate(changes: PropertyValues<this>): void {
    super.willUpdate(changes);
    if (changes.has('school')) this.readSchool(this.school);
    const { row } = this.settings.value.schoolIdentity ?? {};
    if (row !== undefined && row !== this.rowRead && this.school === undefined) this.takeShared(row);
    this.scene = this.nextScene();
  }

  protected override renderEdition(edition: Edition): TemplateResult {
    const { scene } = this;
    const text = this.wordingOf(STRINGS);
    if (scene === undefined) return this.renderLoading();
    if (scene instanceof PhaseNotFoundError)
      return this.renderFault(text('check.unknown-phase', { year: edition.schoolYear }), scene);
    return this.renderCheck(scene, edition, this.viewOf(edition, text));
  }

  /** Where the check is; undefined until the terms, the school and, for a result, what draws it have been read. */
  private nextScene(): Scene | PhaseNotFoundError | undefined {
    const { shown: edition, trail, drawer } = this;
    if (!edition || !this.registered) return undefined;
    try {
      const ask = this.reopened ?? again(trail)?.ask ?? this.nextOf(edition, trail);
      if (ask !== undefined) return { ask, count: this.countOf(edition, trail) };
      if (drawer) return { standing: drawer.standingOf(edition, this.wanted, this.factsAt(trail)) };
    } catch (error) {
      if (!(error instanceof PhaseNotFoundError)) throw error;
      return error;
    }
    void this.loadResult();
    return undefined;
  }

  override updated(): void {
    if (this.focusNext !== undefined) {
      const find = (ids: string) => this.renderRoot.querySelector<HTMLElement>(ids);
      const target = find(`#${this.focusNext}`) ?? find(`#${QUESTION_ID}, #${ANSWER_ID}, #${RESULT_ID}`);
      if (target) this.focusNext = undefined;
      target?.focus();
    }
    void this.tell();
  }

  private renderCheck(scene: Scene, edition: Edition, view: View): TemplateResult {
    const { text, level } = view;
    const { ask, count } = scene;
    const isFirst = ask !== undefined && this.trail.at === 0;
    return html`<div class="head">
        ${heading(level, text('check.title'))}
        ${
          isFirst
            ? html`<p class="intro">
                ${ask === 'school' ? text('check.intro-school', { count: count - 1 }) : text('check.intro', { count })}
              </p>`
            : nothing
        }
      </div>
      ${this.pastYear(edition)}
      ${scene.standing ? this.renderResult(scene.standing, view) : this.renderAsk(scene.ask, scene.count, edition, view)}`;
  }

  private renderAsk(ask: Ask, count: number, edition: Edition, view: View): TemplateResult {
    const { text } = view;
    const { trail } = this;
    const progress = html`<div class="bar no-print">
      ${
        trail.at > 0 || this.reopened
          ? html`<button type="button" class="plain back" @click=${() => this.back()}>
              ${text('shared.back')}
            </button>`
          : nothing
      }
      <span class="progress"
        >${text('check.progress', { number: Math.min(trail.at + 1, count), count })}</span
      >
    </div>`;
    const privacy = html`<p class="muted no-print">${text('check.privacy')}</p>`;
    const index = this.index;
    if (ask === 'school' && index) return html`${progress} ${this.pick.view(index, view)} ${privacy}`;
    const facts = this.factsAt(trail);
    const phase = targetOf(edition, this.wanted, withTheObvious(facts));
    const chosen = again(trail)?.answer;
    const { drawer } = this;
    if (ask === 'ticks') {
      if (!drawer) return this.waitFor(progress, text);
      return html`${progress} ${this.renderSchool(view)}
        <form novalidate @submit=${this.takeTicks}>
          ${drawer.ticksView(this.ticked, (ticked) => (this.ticked = ticked), view)}
        </form>
        ${whyAsked([], null, view)} ${privacy}`;
    }
    const left = PROMISES.filter((id) => facts[id] === undefined);
    const hint = ask === 'releasesTwoTeachers' ? drawer?.releaseHint(phase, view) : undefined;
    const screen = { ...screenOf(ask, phase, left, view), ...(hint && { hint }) };
    const error = this.unanswered ? text('check.no-answer') : undefined;
    const menu = {
      chosen: this.draft ?? chosen,
      error,
      onChange: (id: string) => (this.draft = id),
      onSubmit: (event: Event) => this.takeMenu(event, screen),
    };
    const isLong = isMenu(screen);
    if (isLong && !drawer) return this.waitFor(progress, text);
    const body =
      isLong && drawer
        ? drawer.menuView(screen, menu, view)
        : questionView(screen, chosen, (choice) => this.choose(screen, choice), view);
    const why = ask === 'kind' || ask === 'past' || ask === 'reached' ? null : phase;
    return html`${progress} ${this.renderSchool(view)} ${keyed(ask, body)}
    ${whyAsked(screen.facts, why, view)} ${privacy}`;
  }

  /** A later screen, while its part is on the way. */
  private waitFor(progress: TemplateResult, text: View['text']): TemplateResult {
    void this.loadResult();
    return html`${progress}
      <p class="loading" role="status">${text('year.loading')}</p>`;
  }

  /** The school in a line, to be confirmed by going on. */
  private renderSchool({ text }: View, asks = true): TemplateResult | typeof nothing {
    const { line, identity } = this.schoolSaid();
    if (!identity?.name) return nothing;
    return html`<div class="us">
      <p><strong>${identity.name}</strong></p>
      ${line ? html`<p>${asks ? text('check.school-right', { facts: line }) : line}</p>` : nothing}
      <button type="button" class="plain no-print" @click=${this.wrongSchool}>
        ${text('check.school-wrong')}
      </button>
    </div>`;
  }

  private renderResult(standing: Standing, view: View): TemplateResult {
    const { drawer, trail } = this;
    const { links } = this.settings.value;
    const shown = drawer?.resultPart(
      standing,
      {
        wanted: this.wanted,
        given: trail.given.slice(0, trail.at),
        links,
        wordingOf: (own) => this.wordingOf(own),
        sources: (notes) => this.sources(notes),
        tools: {
          print: () => printOnly(this),
          share: () => void this.share(),
          restart: () => this.restart(),
          link: this.link,
          copied: this.copied,
        },
        asking: { copy: (list) => void this.copyAsks(list), told: this.told },
        change: (ask) => this.change(ask),
        choosePhase: (phase) => {
          this.chosen = phase;
          this.go({ ...trail, at: trail.given.length });
        },
      },
      view,
    );
    return html`${
      trail.at > 0
        ? html`<div class="bar no-print">
            <button type="button" class="plain back" @click=${() => this.back()}>
              ${view.text('shared.back')}
            </button>
          </div>`
        : nothing
    }
    ${this.renderSchool(view, false)} ${shown}`;
  }

  private viewOf(edition: Edition, text: View['text']): View {
    const { wording } = this.settings.value;
    return {
      edition,
      text,
      notes: new SourceNotes(edition.sources, text),
      level: this.headingLevel,
      today: this.currentDay,
      ours: edition.contact !== undefined,
      ask: (fact) => wording?.[`fact.${fact.id}`] ?? fact.question,
      say: (fact, value) =>
        value === null
          ? text('shared.not-sure')
          : typeof value === 'number' && fact.id === 'developmentYear'
            ? schoolYearOf(`${value}-09-01`)
            : labelOf(fact.domain, value),
    };
  }

  private get wanted(): PhaseId {
    const { chosen, shown } = this;
    // Anybody can write a link: a phase in it that these terms do not have is left aside.
    const isNonsense = chosen && shown && !shown.phases.some(({ id }) => id === chosen);
    return isNonsense ? this.phase : (chosen ?? this.phase);
  }

  private get index(): string | undefined {
    return this.schoolIndex || this.settings.value.schoolIndex;
  }

  /** Everything known of the school at a place of the check; what the person answered wins. */
  private factsAt(trail: Trail): Facts {
    return {
      ...soundFacts(this.handover.known),
      ...this.registered?.facts,
      ...this.shared,
      ...factsOf(trail),
    };
  }

  private nextOf(edition: Edition, trail: Trail): Ask | undefined {
    const facts = this.factsAt(trail);
    const asked = new Set(trail.given.slice(0, trail.at).map(({ ask }) => ask));
    const known = Boolean(this.schoolSaid(trail).identity) || Object.keys(facts).length > 0;
    if (this.index && !known && !asked.has('school') && edition.phases.length > 0) return 'school';
    return nextAsk(edition, this.wanted, facts, asked);
  }

  private countOf(edition: Edition, trail: Trail): number {
    return typicalCount({ ...trail, given: trail.given.slice(0, trail.at) }, (each) =>
      this.nextOf(edition, each),
    );
  }

  private schoolSaid(trail: Trail = this.trail): Partial<Registered> {
    const picked = trail.given.slice(0, trail.at).find(({ ask }) => ask === 'school');
    if (picked) return picked.school ?? {};
    return this.registered ?? {};
  }

  /** A school that was picked elsewhere on the page; the answers of another one do not hold for it. */
  private takeShared(row: object): void {
    const before = this.schoolSaid().identity?.urn;
    this.readSchool(row);
    if (before !== undefined && before !== (row as { urn?: unknown }).urn && this.trail.given.length > 0)
      this.trail = START;
  }

  private readSchool(school: object | undefined): void {
    this.rowRead = school;
    const facts = soundFacts(school);
    this.registered = { facts };
    if (school === undefined || Object.keys(school).every((key) => definitionOf(key))) return;
    this.registered = undefined;
    void import('./gias.js')
      .then(({ readRow }) => readRow(school))
      .catch((error: unknown): Partial<Registered> => {
        console.warn(
          `<${this.localName}>: the school's row could not be read, so everything is asked.`,
          error,
        );
        return {};
      })
      .then((row) => {
        if (school === this.rowRead) this.registered = { ...row, facts: { ...row.facts, ...facts } };
      });
  }

  /** The person picked a school: what the register says of it is not asked. */
  private async take(school: IndexedSchool): Promise<void> {
    const { readRow } = await import('./gias.js');
    const { facts, identity, line } = readRow(school);
    this.go(answered(this.trail, { ask: 'school', answer: school.urn, facts, school: { identity, line } }));
  }

  private readonly wrongSchool = (): void => {
    this.registered = {};
    this.rowRead = undefined;
    this.settings.update({ schoolIdentity: undefined });
    this.pick.query = '';
    this.go(START);
  };

  private choose(screen: Screen, { id, facts }: AnswerChoice): void {
    this.accept({ ask: screen.ask, answer: id, facts });
  }

  private readonly takeTicks = (event: Event): void => {
    event.preventDefault();
    this.accept({ ask: 'ticks', answer: this.ticked.join(' '), facts: tickFacts(this.ticked) });
  };

  private takeMenu(event: Event, screen: Screen): void {
    event.preventDefault();
    const wanted = this.draft ?? again(this.trail)?.answer;
    const choice = screen.choices.find(({ id }) => id === wanted);
    if (choice) return this.choose(screen, choice);
    this.unanswered = true;
    this.focusNext = 'error-summary';
    this.requestUpdate();
  }

  private accept(answer: Given): void {
    const { shown: edition } = this;
    if (!edition) return;
    if (this.reopened !== undefined)
      return this.go(answered({ ...this.trail, at: this.trail.given.length }, answer));
    const next = (trail: Trail) => this.nextOf(edition, trail);
    this.go(this.changing ? changed(this.trail, answer, next) : answered(this.trail, answer));
  }

  /** From the result to the question of one answer. */
  private change(ask: string): void {
    const trail = goTo(this.trail, ask);
    if (trail === this.trail) {
      this.reopened = ask;
      this.focusNext = QUESTION_ID;
      return;
    }
    this.go(trail);
    this.changing = true;
  }

  private back(): void {
    if (this.reopened !== undefined) {
      this.reopened = undefined;
      this.focusNext = RESULT_ID;
      return;
    }
    if (!this.steps.back()) this.go(back(this.trail));
  }

  private restart(): void {
    this.chosen = undefined;
    this.shared = {};
    this.pick.query = '';
    this.handover.takeBack();
    this.go(START);
  }

  private async loadResult(): Promise<void> {
    this.drawer ??= await import('./result-part.js');
    addStyles(this, this.drawer.resultStyles);
  }

  /** Goes to a place of the check and takes the focus there; the browser's Back leads to where it stood. */
  private go(trail: Trail): void {
    void this.loadResult();
    this.show(trail);
    this.steps.push({ ...trail, ...(this.chosen !== undefined && { chosen: this.chosen }) });
  }

  private restore({ given, at, chosen }: CheckStep): void {
    const { trail } = this;
    const same = given.every(({ ask, answer }, index) => {
      const now = trail.given[index];
      return now?.ask === ask && now.answer === answer;
    });
    this.chosen = chosen;
    this.show({ given: same ? trail.given : given, at });
    if (!this.hasUpdated) this.focusNext = undefined;
  }

  private show(trail: Trail): void {
    this.trail = trail;
    this.changing = false;
    this.reopened = undefined;
    this.draft = undefined;
    this.unanswered = false;
    this.link = '';
    this.told = '';
    const ticks = trail.given.find(({ ask }) => ask === 'ticks')?.answer;
    this.ticked = ticks ? ticks.split(' ') : [];
    this.focusNext = QUESTION_ID;
  }

  private async share(): Promise<void> {
    const phase = (this.scene instanceof PhaseNotFoundError ? null : this.scene?.standing?.phase) ?? '';
    this.link =
      location.href.replace(/#.*$/, '') + (this.drawer?.toFragment(phase, this.factsAt(this.trail)) ?? '');
    this.copied = await copy(this.link);
  }

  private async copyAsks(list: string): Promise<void> {
    this.told = (await copy(list)) ? 'check.ask-copied' : 'check.ask-not-copied';
  }

  /** Hands the result on, once: to the page's settings for the widgets beside this one, and as an event. */
  private async tell(): Promise<void> {
    const { scene, shown: edition, drawer } = this;
    if (scene instanceof PhaseNotFoundError || !scene?.standing || !edition || !drawer) return;
    const { standing } = scene;
    await this.updateComplete;
    const known = Object.entries(withTheObvious(this.factsAt(this.trail)));
    const facts = Object.fromEntries(known.filter(([, value]) => value !== undefined));
    if (
      this.handover.give(
        standing,
        drawer.phaseToMark(standing),
        edition,
        facts as Told,
        this.schoolSaid().identity,
      )
    )
      this.dispatchEvent(new EligibilityDecidedEvent(standing.decision, standing.recommendation));
  }
}

type Told = Readonly<Record<string, FactValue | null>>;

/** The question in sight, or the result. */
type Scene =
  | { readonly ask: Ask; readonly count: number; readonly standing?: undefined }
  | { readonly standing: Standing; readonly ask?: undefined; readonly count?: undefined };

/** A place of the check as the browser's history keeps it. */
interface CheckStep extends Trail {
  readonly chosen?: PhaseId;
}

async function copy(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    // A page without https, and a frame that may not, has no clipboard: the person copies by hand.
    return false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-eligibility-checker': EligibilityChecker;
  }
}
