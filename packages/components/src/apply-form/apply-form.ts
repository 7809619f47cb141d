import { applyingOn, type Applying, type Edition } from '@maths-hubs/sdk/programme';
import { html, isServer, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { Announcer } from '../foundation/announcer.js';
import { errorSummary } from '../foundation/controls.js';
import { EditionWidget } from '../foundation/edition/edition-widget.js';
import { submitByButton } from '../foundation/frame-forms.js';
import { heading } from '../foundation/heading.js';
import { safeHref } from '../foundation/links.js';
import { dayText } from '../foundation/edition/day-text.js';
import { printOnly } from '../foundation/edition/print.js';
import { StepHistory } from '../foundation/step-history.js';
import { formOf, readConfig, type ApplyConfig, type FormState } from './config.js';
import { destinationOf, fieldsIn, type Destination } from './destination.js';
import { ApplyFailedEvent, ApplyStepEvent, ApplySubmittedEvent } from './events.js';
import { Flow } from './flow.js';
import { adoptInto } from './light-styles.js';
import { draftView, questionsPage, receivedPage, type PageContext } from './pages.js';
import { PlainContent } from './plain-content.js';
import { LeaveGuard } from './leave-guard.js';
import { knownAnswers, settledFields, type KnownSchool } from './prefill.js';
import type { Remark } from './progress.js';
import { failedView } from './result-view.js';
import { SchoolSearch } from './school-search.js';
import { readStep, type StepId } from './steps.js';
import { STRINGS, type ApplyText } from './strings.js';

export { ApplyFailedEvent, ApplyStepEvent, ApplySubmittedEvent } from './events.js';

let forms = 0;

/**
 * An application in steps, checked on leaving each, sent once. It is in the page's own tree, not in a shadow root,
 * so that browsers and password managers fill it in.
 *
 * @tag mh-apply-form
 * @summary A form that applies to a hub and loses nothing.
 * @slot - A plain `<form method="post">` to the same address, used until, or unless, the widget is drawn; and the hub's notice and questions as `<script type="application/json">`.
 * @fires {ApplyStepEvent} mh-apply-step - The person came to another step.
 * @fires {ApplySubmittedEvent} mh-apply-submitted - The application was received, or handed on.
 * @fires {ApplyFailedEvent} mh-apply-failed - The application was not taken; the answers are still there.
 * @cssproperty [--mh-accent] - Buttons, links and progress.
 * @cssproperty [--mh-error] - Errors.
 * @cssproperty [--mh-surface] - Background of the commitments.
 * @cssproperty [--mh-line] - Borders.
 * @cssproperty [--mh-radius=0.5em] - Rounding of corners.
 */
export class ApplyForm extends EditionWidget {
  static override styles: CSSResultGroup = [];

  /** Id of the hub that receives the application. */
  @property() hub = '';
  /**
   * Phase that is chosen at first.
   * @label Which phase is chosen at first
   * @help Leave it for none.
   */
  @property() phase = '';
  /** Address of the intake: `https://intake.example/applications`. */
  @property() action = '';
  /**
   * Address of the hub's own form elsewhere; `{urn}`, `{schoolName}` and the like stand for answers.
   * @label Instead: address of a form that you have elsewhere
   * @help The answers are handed on to it.
   */
  @property() href = '';
  /** E-mail address that a letter with the answers is written to. */
  @property() mailto = '';
  /**
   * Address of the folder of a school index, to pick the school by name.
   * @label Folder with the list of schools
   * @help If your network gave you one: people then pick their school by name.
   */
  @property({ attribute: 'school-index' }) schoolIndex = '';
  /** The school's name, where the page knows it. */
  @property({ attribute: 'school-name' }) schoolName = '';
  /** The school's URN, where the page knows it. */
  @property() urn = '';
  /** The school's postcode, where the page knows it. */
  @property() postcode = '';
  /**
   * Takes names only: the hub is not taking applications. A hub's own edition says so by itself.
   * @label Schools can only register interest
   * @help For a year that has not opened yet.
   */
  @property({ type: Boolean, attribute: 'register-interest' }) registerInterest = false;
  /** The school as a GIAS row tells it. */
  @property({ attribute: false }) school: KnownSchool | undefined;
  /** The hub's notice and questions; wins over the JSON between the tags. */
  @property({ attribute: false }) config: ApplyConfig | undefined;

  private readonly announcer = new Announcer(this);
  private readonly plain = new PlainContent(this);
  private readonly ids = `mh-apply-${(forms += 1)}-`;
  private ready: FormState = { faults: [] };
  private madeOf: readonly unknown[] = [];
  private stoodAt = '';

  private readonly flow = new Flow(this, {
    moved: (to, field) => void this.move(to, field),
    ended: (result) => {
      this.announcer.say('');
      this.dispatchEvent(
        result.outcome === 'received'
          ? new ApplySubmittedEvent('intake', this.flow.application.kind, result.reference)
          : new ApplyFailedEvent(result),
      );
    },
    passedOn: () => {
      const via = this.destination?.via ?? 'link';
      this.dispatchEvent(new ApplySubmittedEvent(via, this.flow.application.kind, null));
    },
  });

  private readonly history = new StepHistory<StepId>(this, 'school', readStep, (step) =>
    this.flow.show(step),
  );
  private readonly guard = new LeaveGuard(this);

  private readonly search = new SchoolSearch(this, (row) => {
    const { name, urn, postcode } = row;
    const known = { name, urn, ...(postcode !== null && { postcode }) };
    this.flow.take({ schoolName: name, urn, ...(postcode !== null && { postcode }) });
    this.settings.update({ schoolIdentity: { ...known, row } });
    void this.focusOn('step');
  });

  constructor() {
    super();
    submitByButton(this, () => this.renderRoot);
  }

  protected override createRenderRoot(): HTMLElement {
    // A page that clones a drawn form clones what it drew.
    this.querySelector(':scope > .mh-apply-form')?.remove();
    const box = document.createElement('div');
    box.className = 'mh-apply-form';
    this.prepend(box);
    return box;
  }

  protected override get styled(): HTMLElement {
    return this.renderRoot as HTMLElement;
  }

  override connectedCallback(): void {
    this.stoodAt = location.pathname;
    // Colours are read from a box that is styled.
    adoptInto(this.getRootNode());
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // By then the address is that of the page which takes this one's place.
    if (location.pathname !== this.stoodAt) this.flow.leave();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (isServer) return;
    super.willUpdate(changed);
    this.plain.takeScript();
    const { state } = this.source;
    if (state.status === 'loading') return;
    if (state.status === 'ready') this.prepare(state.edition);
    if (state.status !== 'ready' || !this.ready.form) this.plain.show();
  }

  override updated(): void {
    const isDrawn = this.ready.form !== undefined;
    if (isDrawn && this.source.state.status === 'ready') this.plain.hide(this.styled);
    this.guard.set(isDrawn && this.flow.unsaved);
  }

  override render(): TemplateResult {
    if (isServer) return html`<slot></slot>`;
    return super.render();
  }

  /** Only spoken: the plain form is in the page until this one is ready. */
  protected override renderLoading(): TemplateResult {
    return html`<p class="loading visually-hidden" role="status">${this.text('apply.loading')}</p>`;
  }

  protected override renderEdition(edition: Edition): TemplateResult {
    if (edition.phases.length === 0) return this.noPhases(edition);
    if (!this.ready.form)
      return this.renderFault(this.text('apply.not-set-up'), { faults: this.ready.faults });
    return html`${this.renderForm(edition)}${this.announcer.region()}`;
  }

  /** Step on which the form is; undefined until it is drawn. */
  get at(): StepId | undefined {
    return this.ready.form && this.flow.step;
  }

  private get text(): ApplyText {
    return this.wordingOf(STRINGS);
  }

  private get destination(): Destination | null {
    return destinationOf(this.action, this.href, this.mailto, this.settings.value.action);
  }

  private get stated(): ApplyConfig {
    return this.config ?? readConfig(this.plain.json);
  }

  /** Makes the form anew when what it is made of has changed, and fills in what the page knows. */
  private prepare(edition: Edition): void {
    const { destination, settings } = this;
    const hub = this.hub || settings.value.hub || edition.hub || settings.value.foundHub || '';
    const link = destination?.via === 'link' ? destination.template : undefined;
    const madeOf = [edition, hub, this.config, destination?.via, link];
    if (madeOf.some((part, index) => part !== this.madeOf[index])) {
      this.madeOf = madeOf;
      this.ready = this.makeForm(edition, hub, destination, link);
    }
    const { form } = this.ready;
    if (!form) return;
    const kind = this.takesNamesOnly(edition) ? 'interest' : 'application';
    const { schoolName: name, urn, postcode, school, phase } = this;
    const set = { phase, urn, schoolName: name, postcode };
    this.flow.prepare({ form, kind, only: link !== undefined, set }, () => this.plain.written());
    const sources = [settings.value.schoolIdentity, { name, urn, postcode }, school];
    const known = knownAnswers(form, settings.value, sources, phase);
    this.flow.fill(known);
    this.flow.settle(settledFields(known, settings.value), known);
  }

  private makeForm(
    edition: Edition,
    hub: string,
    destination: Destination | null,
    link: string | undefined,
  ): FormState {
    if (edition.phases.length === 0) return { faults: [] };
    if (destination === null) return { faults: [this.text('apply.nowhere')] };
    try {
      const asked = link === undefined ? undefined : fieldsIn(link);
      return formOf(edition, hub, this.stated, asked, destination.via === 'intake');
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return { faults: [this.text('apply.not-json', { why: error.message })] };
    }
  }

  /** What a school can do today; the status line and the checker say the same. */
  private applying(edition: Edition): Applying {
    const phase = this.flow.chosenPhase;
    return applyingOn(edition, { on: this.currentDay, ...(phase && { phase }) });
  }

  private takesNamesOnly(edition: Edition): boolean {
    return this.registerInterest || this.applying(edition).kind === 'interest';
  }

  private readonly idOf = (field: string): string => `${this.ids}${field.replaceAll('.', '-')}`;

  private async move(to: 'step' | 'errors' | 'receipt', field?: string): Promise<void> {
    const { step, steps } = this.flow;
    if (to === 'step') {
      this.history.push(step);
      this.dispatchEvent(new ApplyStepEvent(step, steps));
    }
    await this.focusOn(to === 'errors' ? undefined : (field ?? 'step'));
  }

  /** Focus on a control, the step's heading, or the error summary. */
  private async focusOn(field: string | undefined): Promise<void> {
    await this.updateComplete;
    const id = field === undefined ? 'error-summary' : this.idOf(field);
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
    if (field === undefined) return;
    // Where one is now: the focus stood in what has gone, so a reader that had to look for another place for itself is on the
    // new heading before it has the focus, and says nothing (Orca).
    const place = this.renderRoot.querySelectorAll(`.progress > :first-child, #${this.idOf('step')}`);
    this.announcer.say([...place].map((each) => each.textContent).join(': '));
  }

  private renderForm(edition: Edition): TemplateResult {
    const { text, flow, idOf, headingLevel: level, destination, keeping } = this;
    const { progress, steps, step } = flow;
    const hub = this.stated.name ?? edition.contact?.name ?? text('apply.your-hub');
    const interest = this.takesNamesOnly(edition);
    const contact = this.stated.contact ?? edition.contact;
    const back = (): void => {
      if (!this.history.back()) flow.back();
    };
    const page: PageContext = {
      flow,
      text,
      level,
      idOf,
      hub,
      interest,
      destination,
      keeping,
      contact,
      back,
    };
    if (progress.at === 'received') return receivedPage(page, progress);
    const index = this.schoolIndex || this.settings.value.schoolIndex;
    const search = index ? this.search.view(index, idOf('search'), text) : nothing;
    const place = steps.indexOf(step);
    return html`${heading(level, this.titleOf(interest, hub))} ${this.renderNotices(edition, hub)}
      <form
        method="post"
        action=${safeHref(this.endpoint) ?? nothing}
        novalidate
        @submit=${this.onSubmit}
        @input=${this.onInput}
        @change=${this.onInput}
      >
        ${
          progress.at === 'failed'
            ? failedView(progress.result, progress.offline, level + 1, text, {
                trapped: flow.trapped,
                contact,
              })
            : errorSummary(
                flow.errors.map(({ field, message }) => ({ id: this.controlOf(field), message })),
                level + 1,
                text('shared.problem'),
              )
        }
        <div class="progress">
          <span>${text('apply.progress', { step: place + 1, all: steps.length })}</span>
          <span class="bar" aria-hidden="true"
            >${steps.map((_, at) => html`<span class=${at <= place ? 'done' : ''}></span>`)}</span
          >
        </div>
        ${keyed(step, questionsPage(page, search))}
        <div class="not-for-people" hidden aria-hidden="true">
          <label for=${idOf('leaveEmpty')}>${text('apply.leave-empty')}</label>
          <input id=${idOf('leaveEmpty')} name="leaveEmpty" tabindex="-1" autocomplete="off" />
        </div>
      </form>
      ${draftView(page, this.onForget)}`;
  }

  private titleOf(interest: boolean, hub: string): string {
    const { text } = this;
    const { nextYear: year } = this.stated;
    if (!interest) return text('apply.title', { hub });
    return year ? text('apply.interest-year', { hub, year }) : text('apply.interest-title', { hub });
  }

  private renderNotices(edition: Edition, hub: string): TemplateResult {
    const { text, flow } = this;
    const { because, opens } = this.applying(edition);
    const { foundHub } = this.settings.value;
    const why =
      because === 'year-over' ? 'apply.over' : because === 'fully-booked' ? 'apply.full' : 'apply.interest';
    const said = [
      this.takesNamesOnly(edition) ? text(why, { year: edition.schoolYear }) : '',
      opens ? text('apply.opens', { day: dayText(opens) }) : '',
      foundHub && this.ready.form?.hub !== foundHub ? text('apply.other-hub', { hub }) : '',
      flow.remark ? this.remarkText(flow.remark) : '',
    ].filter(Boolean);
    const where = edition.recruitment.flatMap((window) => window.where ?? []);
    return html`<p class="muted">
        ${text('year.terms', { year: edition.schoolYear })}${where.length > 0 ? `. ${text('apply.where', { where: where.join('; ') })}` : nothing}
      </p>
      ${said.length > 0 ? html`<div class="notice">${said.map((each) => html`<p>${each}</p>`)}</div>` : nothing}`;
  }

  private remarkText(remark: Remark): string {
    const { text, flow } = this;
    if (remark === 'prefilled' || remark === 'keep-failed') return text(`apply.${remark}`);
    const found = text('apply.draft-found', { day: dayText(flow.savedAt.slice(0, 10)) });
    return remark === 'draft' ? found : `${found} ${text('apply.draft-changed')}`;
  }

  private readonly keeping = {
    save: (): void => {
      const { flow, text } = this;
      const title = text('apply.title', { hub: this.stated.name ?? text('apply.your-hub') });
      void import('./save-copy.js').then(({ copyOf, download }) =>
        download(text('apply.file'), copyOf(title, flow.lines, flow.promises, flow.application)),
      );
    },
    print: (): void => printOnly(this),
  };

  /** Faults that belong to no control lead to the step's heading. */
  private controlOf(field: string): string {
    const id = this.idOf(field);
    return this.renderRoot.querySelector(`#${id}`) ? id : this.idOf('step');
  }

  private get endpoint(): string | undefined {
    const { destination } = this;
    return destination?.via === 'intake' ? safeHref(destination.endpoint) : undefined;
  }

  private readonly onInput = (event: Event): void => {
    const { name } = event.target as HTMLInputElement;
    if (name) this.flow.read(event.currentTarget as HTMLFormElement, name);
    this.guard.set(this.flow.unsaved);
  };

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const { flow, endpoint } = this;
    if (flow.step !== 'check') {
      flow.read(element);
      flow.goOn();
    } else if (endpoint) {
      const trap = element.elements.namedItem('leaveEmpty');
      // A password manager fills in whatever it finds. Who presses "Try again" is a person.
      if (flow.progress.at === 'failed' && trap instanceof HTMLInputElement) trap.value = '';
      this.announcer.say(this.text('apply.sending'));
      void flow.send(endpoint, String(new FormData(element).get('leaveEmpty') ?? ''));
    }
  };

  private readonly onForget = (): void => {
    this.flow.forget();
    this.announcer.say(this.text('apply.draft-deleted'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-apply-form': ApplyForm;
  }
}
