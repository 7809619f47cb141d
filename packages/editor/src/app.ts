import { baseStyles } from '@maths-hubs/components/foundation/base.styles';
import { controlStyles } from '@maths-hubs/components/foundation/controls.styles';
import { noteStyles } from '@maths-hubs/components/foundation/notes.styles';
import { describeFault, InvalidDataError, messageOf, type Fault } from '@maths-hubs/sdk/evidence';
import { loadHubs, type Hub } from '@maths-hubs/sdk/hubs';
import { addSchoolYears, type Edition } from '@maths-hubs/sdk/programme';
import type { FieldError } from '@maths-hubs/components/foundation/controls';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { editorStyles } from './app.styles.js';
import { download } from './download.js';
import { forgetDraft, keepDraft, readDraft } from './draft.js';
import type { Editor, WidgetTexts } from './editor.js';
import { focusNearest } from './focus.js';
import { editorHost, type EditorHost } from './host.js';
import { lintStep } from './lint/lint-step.js';
import { fileOf } from './project/file.js';
import { newProject, weightOf, type Project } from './project/project.js';
import { startEdition } from './project/start.js';
import { saveBar } from './save-bar.js';
import type { IntegrityList } from './snippet/config.js';
import type { Hold } from './snippet/holds.js';
import type { Output } from './snippet/outputs.js';
import { snippetStep } from './snippet/snippet-step.js';
import { STEP_TITLES, stepsNav, type Step } from './steps.js';
import { faultsOf, proofOf } from './terms/check.js';
import { loadEvidence } from './terms/evidence.js';
import type { Finding } from './terms/findings.js';
import { freshStart, startErrors, startForm, startOf, type StartChoice } from './terms/start-step.js';
import { findingsList, termsForm } from './terms/terms-step.js';
import type { Widget } from './widgets/manifest.js';
import { previewPage } from './widgets/preview-page.js';
import { preview, type PreviewState } from './widgets/preview.js';
import { widgetsForm } from './widgets/widgets-step.js';

/** The editor's page: state this year's terms, choose the widgets, copy what the site accepts. */
export class MhEditor extends LitElement {
  static override styles = [baseStyles, controlStyles, noteStyles, editorStyles];

  @property({ attribute: false }) widgets: readonly Widget[] = [];
  @property({ attribute: false }) version = '';
  /** Folder of the embed that stands beside this page. */
  @property({ attribute: false }) base = '';
  @property({ attribute: false }) loadTexts: () => Promise<WidgetTexts> = () => Promise.resolve({});
  /** Today as an ISO day. */
  @property({ attribute: false }) today = new Date().toISOString().slice(0, 10);

  @state() private project: Project | undefined;
  @state() private step: Step = 'terms';
  @state() private hubs: readonly Hub[] = [];
  @state() private evidence: readonly Edition[] = [];
  @state() private texts: WidgetTexts = {};
  @state() private integrity: IntegrityList | null = null;
  @state() private choice: StartChoice = freshStart(this.today);
  @state() private startFaults: readonly FieldError[] = [];
  @state() private fileProblem: readonly string[] = [];
  @state() private faults: readonly Fault[] = [];
  @state() private findings: readonly Finding[] | undefined;
  @state() private openParts: ReadonlySet<string> = new Set();
  @state() private message = '';
  @state() private copied = '';
  @state() private hostSaid = '';
  /** What was, before the last press that took something away or put much in. */
  @state() private undoable: { readonly project: Project; readonly what: string } | undefined;
  /** When the work was last saved to a file, and whether this device keeps it: two things. */
  @state() private savedAt = '';
  @state() private tab: Output['id'] = 'html';
  @state() private previewState: PreviewState = { width: 'phone', dark: false };
  @state() private drafting = false;
  @state() private pasted = '';
  private asked = false;
  private unsaved = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.leaving);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.leaving);
  }

  /** The browser asks before a page with work in it is left. */
  private readonly leaving = (event: BeforeUnloadEvent): void => {
    if (this.unsaved) event.preventDefault();
  };

  private readonly host = editorHost();

  /** What the system around this page keeps is opened; a fault of it is said where a file's would be. */
  private async openFromHost(host: EditorHost): Promise<null> {
    try {
      const text = await host.open();
      if (text) await this.open(text);
    } catch (error) {
      this.fileProblem = [messageOf(error)];
    }
    return null;
  }

  private async load(): Promise<void> {
    const draft = this.host ? await this.openFromHost(this.host) : readDraft();
    if (this.host === undefined && draft !== null) {
      await this.open(draft);
      // A draft that cannot be opened is not written over.
      this.drafting = this.project !== undefined;
    }
    this.hubs = (await loadHubs()).hubs.toSorted((a, b) => a.name.localeCompare(b.name));
    this.evidence = await loadEvidence();
    this.texts = await this.loadTexts();
    const list = await fetch(`${this.base}sri.json`).catch(() => null);
    this.integrity = list?.ok ? ((await list.json()) as IntegrityList) : null;
  }

  override render(): TemplateResult {
    return html`${stepsNav(this.step, (step) => void this.go(step))}
      <p class="visually-hidden" role="status">${this.message}</p>
      ${this.renderUndo()}
      <h2 id="step-title" tabindex="-1">${STEP_TITLES[this.step]}</h2>
      ${this.renderStep()}`;
  }

  private renderUndo(): TemplateResult | typeof nothing {
    if (this.undoable === undefined) return nothing;
    const { what } = this.undoable;
    return html`<div class="notice undo" role="status">
      <p>
        ${what} <button type="button" id="undo" class="secondary" @click=${() => this.undo()}>Undo</button>
      </p>
    </div>`;
  }

  private undo(): void {
    if (this.undoable === undefined) return;
    this.project = this.undoable.project;
    this.undoable = undefined;
    this.unsaved = true;
    if (this.drafting && keepDraft(this.project)) this.unsaved = false;
    this.say('As it was before.');
    void this.look();
  }

  private renderStep(): TemplateResult {
    if (this.step === 'check')
      return lintStep({
        text: this.pasted,
        widgets: this.widgets,
        today: this.today,
        expected: this.project?.widgets.map(({ tag }) => tag) ?? [],
        onText: (text) => (this.pasted = text),
      });
    const editor = this.editor;
    if (editor === undefined) return this.renderStart();
    if (this.step === 'terms') return this.renderTerms(editor);
    if (this.step === 'widgets') return this.renderWidgets(editor);
    return html`${snippetStep({
      editor,
      tab: this.tab,
      copied: this.copied,
      today: this.today,
      onTab: (tab) => {
        this.tab = tab;
        this.copied = '';
      },
      onCopy: (title, text, shown) => void this.copy(title, text, shown),
      onTermsFile: () =>
        download('terms.json', `${JSON.stringify(fileOf(editor.project.edition), null, 2)}\n`),
      onHold: (hold) => void this.showHold(hold),
    })}${this.renderSave(undefined)}`;
  }

  private renderStart(): TemplateResult {
    return startForm({
      choice: this.choice,
      hubs: this.hubs,
      errors: this.startFaults,
      fileProblem: this.fileProblem,
      today: this.today,
      onChange: (choice) => {
        this.choice = choice;
        if (this.startFaults.length > 0) this.startFaults = startErrors(choice);
      },
      onBegin: () => void this.begin(),
      onFile: (file) => void file.text().then((text) => this.open(text)),
    });
  }

  private renderTerms(editor: Editor): TemplateResult {
    const { edition } = editor.project;
    return html`<p class="lead">
        ${edition.sources['own']?.publisher ?? edition.contact?.name ?? edition.hub}, ${edition.schoolYear}.
        Fill in what you have decided; leave the rest.
        <button type="button" class="plain" @click=${() => this.startAgain()}>Start again</button>
        <button type="button" class="plain" id="roll-on" @click=${() => void this.rollOn()}>
          Roll on to ${addSchoolYears(edition.schoolYear, 1)}
        </button>
      </p>
      ${this.renderUnconfirmed()} ${termsForm(editor, (id) => void this.focusOn(id))}
      <p class="actions">
        <button type="button" class="secondary" @click=${() => void this.check()}>Check my terms</button>
      </p>
      <div aria-live="polite">${findingsList(this.findings)}</div>
      ${this.renderSave({ step: 'widgets', label: 'Next: your widgets' })}`;
  }

  /** Dates that were moved with the year: somebody has to look at them. */
  private renderUnconfirmed(): TemplateResult | typeof nothing {
    const count = this.project?.unconfirmed.length ?? 0;
    if (count === 0) return nothing;
    return html`<div class="notice" id="unconfirmed">
      <p>
        ${count === 1 ? 'One date was' : `${count} dates were`} moved by a year, to the same weekday. Look at
        them under “When schools may apply” and “Half-terms and dates”.
        <button
          type="button"
          class="secondary"
          @click=${() => this.change((old) => ({ ...old, unconfirmed: [] }))}
        >
          ${count === 1 ? 'It is right now' : 'They are right now'}
        </button>
      </p>
    </div>`;
  }

  private async rollOn(): Promise<void> {
    const { project } = this;
    if (project === undefined) return;
    const { rollOn } = await import('./project/roll-on.js');
    const { edition, from, unconfirmed } = rollOn(project.edition, this.today);
    this.use({ ...project, edition, earlier: from, unconfirmed, refused: [], unread: [] });
    this.undoable = { project, what: `These are your terms for ${edition.schoolYear} now.` };
    this.unsaved = true;
    await this.focusOn('step-title');
  }

  private renderWidgets(editor: Editor): TemplateResult {
    return html`<div class="beside">
        <div>${widgetsForm(editor, (id) => void this.focusOn(id))}</div>
        ${preview({
          page: previewPage(editor, this.base, this.previewState.dark),
          state: this.previewState,
          onChange: (next) => (this.previewState = next),
        })}
      </div>
      ${this.renderSave({ step: 'snippet', label: 'Next: your snippet' })}`;
  }

  private renderSave(next: { step: Step; label: string } | undefined): TemplateResult {
    return saveBar({
      next: next && { label: next.label, go: () => void this.go(next.step) },
      drafting: this.drafting,
      savedAt: this.savedAt,
      unsaved: this.unsaved,
      host: this.host && {
        label: this.host.saveLabel,
        said: this.hostSaid,
        save: () => void this.saveToHost(),
      },
      onSave: () => void this.save(),
      onDraft: () => this.toggleDraft(),
    });
  }

  private get editor(): Editor | undefined {
    const { project } = this;
    if (project === undefined) return undefined;
    return {
      project,
      widgets: this.widgets,
      version: this.version,
      integrity: this.integrity,
      evidence: this.evidence,
      hubs: this.hubs,
      texts: this.texts,
      faults: this.faults,
      change: (change) => this.change(change),
      edit: (change) => this.change((old) => ({ ...old, edition: change(old.edition) })),
      isOpen: (id) => this.openParts.has(id),
      setOpen: (id, open) => {
        if (this.openParts.has(id) === open) return;
        const next = new Set(this.openParts);
        if (open) next.add(id);
        else next.delete(id);
        this.openParts = next;
      },
    };
  }

  private change(change: (project: Project) => Project): void {
    if (this.project === undefined) return;
    const next = change(this.project);
    const edited = next.edition !== this.project.edition;
    const lost = weightOf(this.project) - weightOf(next);
    if (lost > 0) this.undoable = { project: this.project, what: 'That was taken away.' };
    else if (lost < -4) this.undoable = { project: this.project, what: `${-lost} terms were taken over.` };
    else if (edited) this.undoable = undefined;
    this.project = edited ? { ...next, edition: { ...next.edition, version: this.today } } : next;
    if (edited) this.findings = undefined;
    this.unsaved = !(this.drafting && keepDraft(this.project));
    if (edited && this.asked) void this.look();
  }

  private async begin(): Promise<void> {
    this.startFaults = startErrors(this.choice);
    if (this.startFaults.length > 0) return this.focusOn('error-summary');
    const { hub, start } = startOf(this.choice, this.hubs);
    const edition = await startEdition(hub, this.choice.schoolYear, start, this.today);
    this.use(newProject(edition, this.base));
    await this.focusOn('step-title');
  }

  private async open(text: string): Promise<void> {
    const { openProject } = await import('./project/open.js');
    try {
      this.use(openProject(text, this.base));
      this.say('The file is open.');
    } catch (error) {
      if (!(error instanceof InvalidDataError)) throw error;
      this.fileProblem = error.faults.map(describeFault);
    }
  }

  private use(project: Project): void {
    this.project = project;
    this.fileProblem = [];
    this.faults = [];
    this.findings = undefined;
    this.asked = false;
    this.openParts = new Set(['phases-0']);
    if (this.drafting) keepDraft(project);
  }

  private startAgain(): void {
    if (this.project) this.undoable = { project: this.project, what: 'You have started again.' };
    this.project = undefined;
    this.startFaults = [];
  }

  /** Leaving the terms with faults is held back: widgets could not read them. */
  private async go(step: Step): Promise<void> {
    if (this.project === undefined && step !== 'check') this.step = 'terms';
    else if (this.step === 'terms' && this.project && (step === 'widgets' || step === 'snippet')) {
      if (!(await this.look())) return this.focusOn('error-summary');
      this.step = step;
    } else this.step = step;
    await this.focusOn('step-title');
  }

  /** Reads the terms as a widget would; whether they have no fault. */
  private async look(): Promise<boolean> {
    if (this.project === undefined) return true;
    this.asked = true;
    this.faults = await faultsOf(this.project.edition);
    return this.faults.length === 0;
  }

  private async check(): Promise<void> {
    if (!(await this.look())) return this.focusOn('error-summary');
    if (this.project) this.findings = await proofOf(this.project.edition);
  }

  private async showHold({ step, field }: Hold): Promise<void> {
    this.step = step;
    if (step === 'widgets') this.editor?.setOpen('options-mh-apply-form', true);
    await this.focusOn(field);
  }

  private async focusOn(id: string): Promise<void> {
    await this.updateComplete;
    focusNearest(this.renderRoot, id);
  }

  private say(message: string): void {
    this.message = message;
  }

  private async copy(title: string, text: string, shown: Element): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // A browser may keep the clipboard from a page: then the text is selected, for the person to copy.
      getSelection()?.selectAllChildren(shown);
      this.say(`${title} is selected: press Ctrl+C, or Command+C, to copy it.`);
      return;
    }
    this.copied = title;
    this.say(`${title}: copied.`);
  }

  private async save(): Promise<void> {
    const { project } = this;
    if (project === undefined) return;
    const { saveText } = await import('./project/open.js');
    const { hub, schoolYear } = project.edition;
    download(`${hub ?? 'maths-hub'}-${schoolYear.replace('/', '-')}.json`, saveText(project));
    this.unsaved = false;
    this.savedAt = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    this.say(`Saved to a file at ${this.savedAt}.`);
  }

  private async saveToHost(): Promise<void> {
    const { host, project } = this;
    if (host === undefined || project === undefined) return;
    if (!(await this.look())) {
      this.step = 'terms';
      return this.focusOn('error-summary');
    }
    try {
      const { hostedWork } = await import('./project/hosted.js');
      this.hostSaid = await host.save(hostedWork(project));
      this.unsaved = false;
    } catch (error) {
      this.hostSaid = messageOf(error);
    }
    this.say(this.hostSaid);
  }

  private toggleDraft(): void {
    this.drafting = !this.drafting;
    if (this.drafting && this.project) {
      this.unsaved = !keepDraft(this.project);
    } else forgetDraft();
  }
}
