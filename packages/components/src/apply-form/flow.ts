import {
  answersInWords,
  checkApplication,
  migrateDraft,
  newDraft,
  submit,
  type AnswerLine,
  type Answers,
  type Application,
  type ApplicationForm,
  type Draft,
  type FieldError,
  type SectionId,
  type SubmitResult,
} from '@maths-hubs/sdk/applications';
import type { ReactiveControllerHost } from 'lit';
import { dropDraft, keepDraft, nameOf, newKey, readDraft, type Place } from './draft-store.js';
import type { Progress, Remark } from './progress.js';
import { readForm } from './read-form.js';
import { sectionsOf, stepOfField, stepsOf, type StepId } from './steps.js';

export interface FlowEvents {
  /** Another step, or faults on this one; focus follows. */
  readonly moved: (to: 'step' | 'errors' | 'receipt', field?: string) => void;
  readonly ended: (result: SubmitResult) => void;
  readonly passedOn: () => void;
}

/** What is asked, of whom, and how it is to end. */
export interface FormSetup extends Place {
  readonly kind: 'application' | 'interest';
  /** Whether the form asks just what it passes on to another form. */
  readonly only: boolean;
}

const now = (): string => new Date().toISOString();

/** Applications under way, by form, whose page was taken away by script (Turbo, a single-page application): in memory, with the tab. */
const left = new Map<string, Flow>();

/** An application on its way through the steps: its answers, the step that it is at, and what is wrong. */
export class Flow {
  step: StepId = 'school';
  progress: Progress = { at: 'filling', errors: [] };
  remark: Remark | undefined;
  /** Whether the person wants a draft kept on this device. */
  keepsDraft = false;
  savedAt = '';
  /** Fields that the page knows already, such as those of a school that was picked: in a line, and asked only when the person says so. */
  settled: ReadonlySet<string> = new Set();
  /** Whether what was sent last had the field filled in that people do not see. */
  trapped = false;
  private revealed = false;
  /** What the page filled in, and may fill in again. */
  private filled: Answers = {};
  private setup: FormSetup | undefined;
  private current: Draft | undefined;
  private readonly touched = new Set<string>();
  private readonly started = Date.now();
  private shownAt: string | null = null;
  private changing = false;
  private checked: Application | null = null;
  /** The form that goes on with this application, where its page was put back while it was being sent. */
  private heir: Flow | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly events: FlowEvents,
  ) {}

  /**
   * Fits the flow to a form; answers survive where the form still asks for them.
   * @param written  what the person wrote before the form was there
   */
  prepare(setup: FormSetup, written: () => Readonly<Record<string, string>>): void {
    const before = this.setup?.form;
    // A draft keeps its name, whatever the page says later.
    this.setup = { ...setup, set: this.setup?.set ?? setup.set };
    if (before === setup.form) return;
    if (!before) this.resume(left.get(nameOf(setup)));
    if (this.current) {
      const fitted = migrateDraft(this.current, setup.form, now());
      this.current = fitted.outcome === 'unusable' ? this.fresh() : fitted.draft;
    } else {
      const found = readDraft(this.setup, now());
      this.keepsDraft = found !== null && found.outcome !== 'unusable';
      this.current = found && found.outcome !== 'unusable' ? found.draft : this.fresh();
      this.savedAt = this.keepsDraft ? this.current.savedAt : '';
      if (found?.outcome === 'kept') this.remark = 'draft';
      if (found?.outcome === 'changed') this.remark = 'draft-changed';
      this.current = {
        ...this.current,
        answers: { ...this.current.answers, ...asAnswers(written(), setup.form) },
      };
    }
    if (!this.steps.includes(this.step)) this.step = this.steps[0] ?? 'check';
  }

  /** The page is taken away: who comes back to it finds the form as it was, and a receipt that nobody has seen yet. */
  leave(): void {
    if (!this.setup) return;
    const name = nameOf(this.setup);
    if (this.touched.size > 0 && this.progress.at !== 'received') left.set(name, this);
    else left.delete(name);
  }

  private resume(other: Flow | undefined): void {
    if (!other) return;
    const { host, events, setup } = this;
    Object.assign(this, other, { host, events, setup, heir: undefined });
    other.heir = this;
  }

  /** Fills in what the page knows, where the person has said nothing. */
  fill(known: Answers): void {
    const { draft } = this;
    const news = Object.entries(known).filter(([id, answer]) => {
      const present = draft.answers[id as keyof Answers];
      const open =
        present === undefined || present.length === 0 || same(present, this.filled[id as keyof Answers]);
      return answer !== undefined && !this.touched.has(id) && open && !same(present, answer);
    });
    if (news.length === 0) return;
    this.current = { ...draft, answers: { ...draft.answers, ...Object.fromEntries(news) } };
    this.filled = { ...this.filled, ...Object.fromEntries(news) };
    this.remark ??= 'prefilled';
  }

  /** Puts in what the person has picked, over what was there. */
  take(answers: Answers): void {
    this.revealed = false;
    this.filled = { ...this.filled, ...answers };
    this.current = { ...this.draft, answers: { ...this.draft.answers, ...answers } };
    this.save();
    this.host.requestUpdate();
  }

  /** Leaves out of the questions what the page knows already, where nothing else has been answered since. */
  settle(fields: readonly string[], known: Answers): void {
    const unchanged = fields.filter(
      (id) =>
        !this.touched.has(id) && same(this.draft.answers[id as keyof Answers], known[id as keyof Answers]),
    );
    this.settled = new Set(this.revealed ? [] : unchanged);
  }

  /** Asks after all what the page knew already. */
  reveal(field?: string): void {
    this.revealed = true;
    this.settled = new Set();
    this.host.requestUpdate();
    this.events.moved('step', field);
  }

  /** The person went back or on in the browser. */
  show(step: StepId): void {
    if (!this.setup || this.progress.at === 'sending' || this.progress.at === 'received') return;
    if (!this.steps.includes(step)) return;
    this.changing = false;
    this.go(step);
  }

  /** Whether there are answers that would be lost with the page. */
  get unsaved(): boolean {
    return this.touched.size > 0 && !this.keepsDraft && this.progress.at !== 'received';
  }

  get form(): ApplicationForm {
    return this.prepared.form;
  }

  get draft(): Draft {
    if (!this.current) throw new Error('No form has been prepared.');
    return this.current;
  }

  get chosenPhase(): string | undefined {
    return this.current?.answers.phase;
  }

  get sections(): readonly SectionId[] {
    return sectionsOf(this.form, this.draft, this.prepared.kind, this.prepared.only);
  }

  get steps(): readonly StepId[] {
    return stepsOf(this.sections);
  }

  get errors(): readonly FieldError[] {
    return this.progress.at === 'filling' ? this.progress.errors : [];
  }

  /** The application as it is now. */
  get application(): Application {
    const { form, kind, only } = this.prepared;
    const { answers, readiness, agreed } = this.draft;
    const commitments = form.phases.find(({ id }) => id === answers.phase)?.commitments ?? [];
    return {
      format: 'maths-hubs-application/1',
      kind: only ? 'interest' : kind,
      hub: form.hub,
      edition: form.edition,
      answers,
      readiness: kind === 'interest' || only ? {} : readiness,
      agreement: agreed && kind === 'application' && !only ? { declared: true, commitments } : null,
      notice: { version: form.notice.version, shownAt: this.shownAt },
    };
  }

  /** The answers in words, of the steps that this school is asked. */
  get lines(): readonly AnswerLine[] {
    const { sections } = this;
    return answersInWords(this.checked ?? this.application, this.form).filter(
      ({ section, field }) =>
        sections.includes(section) && (field !== 'agreement' || this.application.kind === 'application'),
    );
  }

  get promises(): readonly string[] {
    return this.application.agreement?.commitments.map(({ statement }) => statement) ?? [];
  }

  /** Reads the controls, after any of them has changed. */
  read(element: HTMLFormElement, field?: string): void {
    if (field) this.touched.add(field);
    const before = this.draft.answers.phase;
    this.current = readForm(element, this.form, this.draft);
    this.checked = null;
    this.save();
    if (before !== this.draft.answers.phase) this.host.requestUpdate();
  }

  /** Leaves a step for the next, or says what is to be put right on it. */
  goOn(): void {
    const errors = this.check();
    const wantingAt = (step: StepId): boolean => errors.some(({ field }) => this.stepOf(field) === step);
    if (wantingAt(this.step)) return this.fault(errors);
    const following = this.steps.slice(this.steps.indexOf(this.step) + 1);
    this.go((this.changing ? following.find(wantingAt) : following[0]) ?? 'check');
  }

  back(): void {
    const { steps } = this;
    this.changing = false;
    this.go(steps[Math.max(0, steps.indexOf(this.step) - 1)] ?? 'check');
  }

  /** Back from the last page to the question of one answer. */
  change(field: string): void {
    this.changing = true;
    if (this.settled.has(field)) this.revealed = true;
    this.go(this.stepOf(field), field);
  }

  /** Sends it once, however often the button is pressed. */
  async send(endpoint: string, leaveEmpty: string): Promise<void> {
    if (this.progress.at === 'sending' || this.progress.at === 'received') return;
    const errors = this.check();
    if (errors.length > 0) return this.fault(errors, true);
    this.progress = { at: 'sending' };
    this.trapped = leaveEmpty !== '';
    this.host.requestUpdate();
    const offline = navigator.onLine === false;
    const result = await submit(this.checked ?? this.application, {
      endpoint,
      key: this.draft.key,
      guard: { leaveEmpty, seconds: (Date.now() - this.started) / 1000 },
      attempts: offline ? 1 : 3,
    });
    this.end(result, offline);
  }

  /** The person went on with the answers to another form or a letter: a draft has done its work. */
  passedOn(): void {
    dropDraft(this.prepared);
    this.keepsDraft = false;
    this.host.requestUpdate();
    this.events.passedOn();
  }

  keep(on: boolean): void {
    this.keepsDraft = on;
    if (on) this.save();
    else dropDraft(this.prepared);
    this.host.requestUpdate();
  }

  /** Takes the draft from this device, and its answers from the form. */
  forget(): void {
    dropDraft(this.prepared);
    this.keepsDraft = false;
    this.remark = undefined;
    this.current = this.fresh();
    this.go(this.steps[0] ?? 'check');
  }

  private get prepared(): FormSetup {
    if (!this.setup) throw new Error('No form has been prepared.');
    return this.setup;
  }

  private fresh(): Draft {
    return newDraft(this.form, newKey(), now());
  }

  private stepOf(field: string): StepId {
    return stepOfField(field, this.form);
  }

  private go(step: StepId, field?: string): void {
    this.step = step;
    this.progress = { at: 'filling', errors: [] };
    if (step === 'check') {
      this.changing = false;
      this.shownAt ??= now();
    }
    if (this.remark === 'prefilled') this.remark = undefined;
    this.host.requestUpdate();
    this.events.moved('step', field);
  }

  /**
   * Those of this step: a link leads to each.
   * @param first  whether the form goes to the step of the first
   */
  private fault(errors: readonly FieldError[], first = false): void {
    if (first) this.step = this.stepOf(errors[0]?.field ?? 'form');
    const here = errors.filter(({ field }) => field === 'form' || this.stepOf(field) === this.step);
    if (here.some(({ field }) => this.settled.has(field))) this.revealed = true;
    this.progress = { at: 'filling', errors: here };
    this.host.requestUpdate();
    this.events.moved('errors');
  }

  private end(result: SubmitResult, offline: boolean): void {
    if (this.heir) return this.heir.end(result, offline);
    if (result.outcome === 'invalid' && result.errors.length > 0) {
      this.fault(result.errors, true);
    } else if (result.outcome === 'received') {
      dropDraft(this.prepared);
      this.keepsDraft = false;
      this.progress = { at: 'received', ...result };
      this.host.requestUpdate();
      this.events.moved('receipt');
    } else {
      this.progress = { at: 'failed', result, offline };
      this.host.requestUpdate();
      this.events.moved('errors');
    }
    this.events.ended(result);
  }

  private check(): readonly FieldError[] {
    const { errors, application } = checkApplication(this.application, this.form);
    this.checked = errors.length > 0 ? null : application;
    return errors;
  }

  private save(): void {
    if (!this.keepsDraft) return;
    this.current = { ...this.draft, savedAt: now() };
    if (keepDraft(this.prepared, this.current)) return;
    this.keepsDraft = false;
    this.remark = 'keep-failed';
    this.host.requestUpdate();
  }
}

function asAnswers(written: Readonly<Record<string, string>>, { fields }: ApplicationForm): Answers {
  return Object.fromEntries(Object.entries(written).filter(([name]) => fields.some(({ id }) => id === name)));
}

const same = (one: Answers[keyof Answers], other: Answers[keyof Answers]): boolean =>
  JSON.stringify(one ?? []) === JSON.stringify(other ?? []);
