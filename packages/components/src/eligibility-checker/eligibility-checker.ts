import { PhaseNotFoundError, type Edition, type PhaseId } from '@maths-hubs/sdk/programme';
import type { FactValue } from '@maths-hubs/sdk/rules';
import type { GiasRow, SchoolFacts } from '@maths-hubs/sdk/schools';
import type { IndexedSchool } from '@maths-hubs/sdk/schools/index-files';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controlStyles } from '../foundation/controls.styles.js';
import { EditionWidget } from '../foundation/edition/edition-widget.js';
import { printOnly } from '../foundation/edition/print.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import { submitByButton } from '../foundation/frame-forms.js';
import { heading } from '../foundation/heading.js';
import { LatePart } from '../foundation/late-part.js';
import { addStyles } from '../foundation/late-styles.js';
import { backButton, notYet, schoolLine } from './around.js';
import { askView } from './ask-view.js';
import { Course } from './course.js';
import type { Check } from './deciding.js';
import { checkerStyles } from './eligibility-checker.styles.js';
import { EligibilityDecidedEvent } from './events.js';
import type { Standing } from './flow.js';
import type { Registered } from './gias.js';
import { Handover } from './handover.js';
import type { Ask } from './kinds.js';
import { entriesOf } from './link.js';
import { ANSWER_ID, QUESTION_ID, RESULT_ID } from './question.js';
import { Register } from './register.js';
import { SchoolPick } from './school-pick.js';
import { Sharing } from './sharing.js';
import { STRINGS } from './strings.js';
import { answered, START, type Trail } from './trail.js';
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

  /** A check that the page's address carries. */
  private fragment = '';
  /** Where the check is, worked out once for each time it is drawn. */
  private scene: Scene | PhaseNotFoundError | undefined;

  /** What works out the next question; loaded once the first is drawn, and before it where something is known of the school. */
  private readonly deciding = new LatePart(this, () => import('./deciding.js'));
  /** What draws the result; loaded when the person begins. */
  private readonly drawing = new LatePart(
    this,
    () => import('./result-part.js'),
    ({ resultStyles }) => addStyles(this, resultStyles),
  );
  private readonly register = new Register(this);
  private readonly sharing = new Sharing(this);
  private readonly handover = new Handover(this.settings);
  private readonly course = this.newCourse();
  private readonly pick = new SchoolPick(
    this,
    (school) => void this.take(school),
    () => this.course.go(answered(this.course.trail, { ask: 'school', answer: '', facts: {} })),
  );

  constructor() {
    super();
    submitByButton(this, () => this.renderRoot);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const entries = entriesOf(location.hash);
    if (!entries) return;
    this.fragment = location.hash;
    this.course.chosen = entries.get('phase') || this.course.chosen;
  }

  override willUpdate(changes: PropertyValues<this>): void {
    super.willUpdate(changes);
    if (changes.has('school')) this.register.put(this.school);
    const { row } = this.settings.value.schoolIdentity ?? {};
    if (row !== undefined && row !== this.register.row && this.school === undefined) this.takeShared(row);
    if (this.deciding.part) this.register.read(this.deciding.part.registeredOf);
    this.scene = this.nextScene();
  }

  protected override renderEdition(edition: Edition): TemplateResult {
    const { scene } = this;
    const text = this.wordingOf(STRINGS);
    if (scene === undefined)
      return this.isStuck
        ? html`${heading(this.headingLevel, text('check.title'))} ${notYet(true, this.retry, text)}`
        : this.renderLoading();
    if (scene instanceof PhaseNotFoundError)
      return this.renderFault(text('check.unknown-phase', { year: edition.schoolYear }), scene);
    return this.renderCheck(scene, edition);
  }

  /** Where the check is; undefined until the terms, the school and what it takes to go on have been read. */
  private nextScene(): Scene | PhaseNotFoundError | undefined {
    const { shown: edition } = this;
    const { trail, reopened } = this.course;
    const { part: deciding } = this.deciding;
    const check = this.checkOf(edition);
    if (!edition) return undefined;
    if (!deciding || !check) {
      const ask = this.firstAsk(edition);
      if (ask === undefined) this.deciding.want();
      return ask === undefined ? undefined : { ask, count: undefined };
    }
    try {
      const ask = reopened ?? trail.given[trail.at]?.ask ?? deciding.askAt(check, trail);
      if (ask !== undefined) return { ask, count: deciding.countAt(check, trail) };
      const { part: drawing } = this.drawing;
      if (drawing)
        return { standing: drawing.standingOf(edition, this.wanted, deciding.factsAt(check, trail)) };
    } catch (error) {
      if (!(error instanceof PhaseNotFoundError)) throw error;
      return error;
    }
    this.drawing.want();
    return undefined;
  }

  /** The question that every check of an unknown school begins with: nothing has to be worked out for it. */
  private firstAsk({ phases }: Edition): Ask | undefined {
    const { wanted, course, register } = this;
    const isBegun = course.trail.given.length > 0 || course.reopened !== undefined;
    const isKnown = this.fragment || register.row || Object.keys(this.handover.known ?? {}).length > 0;
    if (isBegun || isKnown || !phases.some(({ id }) => !wanted || id === wanted)) return undefined;
    return this.index ? 'school' : 'kind';
  }

  /** What the check rests on; undefined until that has been read. */
  private checkOf(edition: Edition | undefined): Check | undefined {
    const { part: deciding } = this.deciding;
    const { said } = this.register;
    if (!edition || !deciding || !said) return undefined;
    return {
      edition,
      wanted: this.wanted,
      known: deciding.knownFacts(this.handover.known, said.facts, this.fragment),
      isNamed: said.identity !== undefined,
      hasIndex: Boolean(this.index),
    };
  }

  override updated(): void {
    const { course } = this;
    if (course.focus !== undefined) {
      const find = (ids: string) => this.renderRoot.querySelector<HTMLElement>(ids);
      const target = find(`#${course.focus}`) ?? find(`#${QUESTION_ID}, #${ANSWER_ID}, #${RESULT_ID}`);
      if (target) course.focus = undefined;
      target?.focus();
    }
    if (this.scene) this.deciding.want();
    void this.tell();
  }

  private renderCheck(scene: Scene, edition: Edition): TemplateResult {
    const view = this.viewOf(edition);
    const { text, level } = view;
    const isFirst = scene.ask !== undefined && this.course.trail.at === 0;
    return html`<div class="head">
        ${heading(level, text('check.title'))}
        ${isFirst ? html`<p class="intro">${introOf(scene, text)}</p>` : nothing}
      </div>
      ${this.pastYear(edition)}
      ${scene.standing ? this.renderResult(scene.standing, view) : this.renderAsk(scene, view)}`;
  }

  private renderAsk({ ask, count }: AskScene, view: View): TemplateResult {
    const { course, index } = this;
    const { part: deciding } = this.deciding;
    const check = this.checkOf(view.edition);
    return askView(
      {
        ask,
        count,
        course,
        school: this.schoolSaid,
        wrongSchool: this.wrongSchool,
        pick: () => (index ? this.pick.view(index, view) : undefined),
        later:
          deciding && check
            ? { deciding, check, words: deciding.askViewOf(view, this.settings.value.wording) }
            : undefined,
        drawing: this.drawing.part,
        wait: () => {
          this.drawing.want();
          return notYet(this.isStuck, this.retry, view.text);
        },
        takeTicks: this.takeTicks,
      },
      view,
    );
  }

  private renderResult(standing: Standing, view: View): TemplateResult {
    const { course, sharing } = this;
    const { trail } = course;
    const { wording, links } = this.settings.value;
    const shown = this.drawing.part?.resultPart(
      standing,
      {
        wanted: this.wanted,
        given: trail.given.slice(0, trail.at),
        links,
        wording,
        wordingOf: (own) => this.wordingOf(own),
        sources: (notes) => this.sources(notes),
        tools: {
          print: () => printOnly(this),
          share: () => this.share(),
          restart: () => this.restart(),
          link: sharing.link,
          copied: sharing.copied,
        },
        asking: { copy: (list) => void sharing.copyAsks(list), outcome: sharing.outcome },
        change: (ask) => course.change(ask),
        choosePhase: (phase) => course.choosePhase(phase),
      },
      view,
    );
    return html`${
      trail.at > 0 ? html`<div class="bar no-print">${backButton(course.back, view.text)}</div>` : nothing
    }
    ${schoolLine(this.schoolSaid, false, this.wrongSchool, view)} ${shown}`;
  }

  private viewOf(edition: Edition): View {
    const text = this.wordingOf(STRINGS);
    return {
      edition,
      text,
      notes: new SourceNotes(edition.sources, text),
      level: this.headingLevel,
      today: this.currentDay,
      ours: edition.contact !== undefined,
    };
  }

  private get wanted(): PhaseId {
    const { shown } = this;
    const { chosen } = this.course;
    // Anybody can write a link: a phase in it that these terms do not have is left aside.
    const isNonsense = chosen && shown && !shown.phases.some(({ id }) => id === chosen);
    return isNonsense ? this.phase : (chosen ?? this.phase);
  }

  private get index(): string | undefined {
    return this.schoolIndex || this.settings.value.schoolIndex;
  }

  /** The school that was picked, else the one that the page tells of. */
  private get schoolSaid(): Partial<Registered> {
    const { given, at } = this.course.trail;
    const picked = given.slice(0, at).find(({ ask }) => ask === 'school');
    return (picked ? picked.school : this.register.said) ?? {};
  }

  /** A school that was picked elsewhere on the page; the answers of another one do not hold for it. */
  private takeShared(row: object): void {
    const before = this.schoolSaid.identity?.urn;
    this.register.put(row);
    if (before !== undefined && before !== (row as { urn?: unknown }).urn) this.course.reset();
  }

  /** The person picked a school: what the register says of it is not asked. */
  private async take(school: IndexedSchool): Promise<void> {
    const { readRow } = await import('./gias.js');
    const { facts, identity, line } = readRow(school);
    const { course } = this;
    course.go(
      answered(course.trail, { ask: 'school', answer: school.urn, facts, school: { identity, line } }),
    );
  }

  private readonly wrongSchool = (): void => {
    this.register.put(undefined);
    this.settings.update({ schoolIdentity: undefined });
    this.pick.query = '';
    this.course.go(START);
  };

  private readonly takeTicks = (event: Event): void => {
    event.preventDefault();
    const { part: deciding } = this.deciding;
    const { ticked } = this.course;
    if (deciding)
      this.course.accept({ ask: 'ticks', answer: ticked.join(' '), facts: deciding.tickFacts(ticked) });
  };

  private restart(): void {
    this.course.chosen = undefined;
    this.fragment = '';
    this.pick.query = '';
    this.handover.takeBack();
    this.course.go(START);
  }

  private newCourse(): Course {
    const next = () => {
      const { part: deciding } = this.deciding;
      const check = this.checkOf(this.shown);
      return deciding && check && ((trail: Trail) => deciding.askAt(check, trail));
    };
    return new Course(this, {
      get next() {
        return next();
      },
      decider: async () => {
        await this.deciding.load();
        return next();
      },
      moves: () => {
        this.drawing.want();
        this.sharing.forget();
      },
    });
  }

  /** What the check waits for could not be had. */
  private get isStuck(): boolean {
    return this.deciding.isMissing || this.drawing.isMissing;
  }

  private readonly retry = (): void => {
    for (const late of [this.deciding, this.drawing]) if (late.isMissing) void late.load();
  };

  private share(): void {
    const { scene } = this;
    const phase = (scene instanceof PhaseNotFoundError ? null : scene?.standing?.phase) ?? '';
    const check = this.checkOf(this.shown);
    const facts = check && this.deciding.part?.factsAt(check, this.course.trail);
    const fragment = facts && this.drawing.part?.toFragment(phase, facts);
    if (fragment) void this.sharing.share(fragment);
  }

  /** Hands the result on, once: to the page's settings for the widgets beside this one, and as an event. */
  private async tell(): Promise<void> {
    const { scene, shown: edition } = this;
    const { part: deciding } = this.deciding;
    const { part: drawing } = this.drawing;
    const check = this.checkOf(edition);
    if (scene instanceof PhaseNotFoundError || !scene?.standing || !check || !deciding || !drawing) return;
    const { standing } = scene;
    await this.updateComplete;
    const known = Object.entries(deciding.withTheObvious(deciding.factsAt(check, this.course.trail)));
    const facts = Object.fromEntries(known.filter(([, value]) => value !== undefined)) as Told;
    const mark = drawing.phaseToMark(standing);
    if (this.handover.give(standing, mark, check.edition, facts, this.schoolSaid.identity))
      this.dispatchEvent(new EligibilityDecidedEvent(standing.decision, standing.recommendation));
  }
}

function introOf({ ask, count }: AskScene, text: View['text']): string {
  if (count === undefined) return text(ask === 'school' ? 'check.intro-school-first' : 'check.intro-first');
  return ask === 'school' ? text('check.intro-school', { count: count - 1 }) : text('check.intro', { count });
}

type Told = Readonly<Record<string, FactValue | null>>;

/** The question in sight; the count comes when it has been worked out. */
interface AskScene {
  readonly ask: Ask;
  readonly count: number | undefined;
  readonly standing?: undefined;
}

/** The question in sight, or the result. */
type Scene = AskScene | { readonly standing: Standing; readonly ask?: undefined; readonly count?: undefined };

declare global {
  interface HTMLElementTagNameMap {
    'mh-eligibility-checker': EligibilityChecker;
  }
}
