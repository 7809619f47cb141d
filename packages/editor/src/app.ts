import { baseStyles } from '@maths-hubs/components/foundation/base.styles';
import { controlStyles } from '@maths-hubs/components/foundation/controls.styles';
import { noteStyles } from '@maths-hubs/components/foundation/notes.styles';
import type { ControlError } from '@maths-hubs/components/foundation/controls';
import { addSchoolYears } from '@maths-hubs/sdk/programme';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { editorStyles } from './app.styles.js';
import { download } from './download.js';
import type { Editor, WidgetTexts } from './editor.js';
import { focusNearest } from './focus.js';
import { editorHost } from './host.js';
import { lintStep } from './lint/lint-step.js';
import { fileOf } from './project/file.js';
import { newProject } from './project/project.js';
import { Network, offlineNotice } from './offline.js';
import { Reference } from './reference.js';
import { saveBar } from './save-bar.js';
import type { Hold } from './snippet/holds.js';
import type { Output } from './snippet/outputs.js';
import { sitePages } from './snippet/pages.js';
import { snippetStep } from './snippet/snippet-step.js';
import { STEP_TITLES, stepsNav, type EditorStep } from './steps.js';
import { freshStart, startErrors, startForm, startOf, type StartChoice } from './terms/start-step.js';
import { findingsList, termsForm } from './terms/terms-step.js';
import { unconfirmedDates } from './terms/unconfirmed.js';
import { undoNotice } from './undo-notice.js';
import type { Widget } from './widgets/manifest.js';
import { previewPage } from './widgets/preview-page.js';
import { preview, type PreviewState } from './widgets/preview.js';
import { widgetsForm } from './widgets/widgets-step.js';
import { Work } from './work.js';

/** The editor's page: state this year's terms, choose the widgets, copy what the site accepts. What has been done is in its store; here is how it is looked at. */
export class MhEditor extends LitElement {
  static override styles = [baseStyles, controlStyles, noteStyles, editorStyles];

  @property({ attribute: false }) widgets: readonly Widget[] = [];
  @property({ attribute: false }) version = '';
  /** Folder of the embed beside this page. */
  @property({ attribute: false }) base = '';
  @property({ attribute: false }) loadTexts: () => Promise<WidgetTexts> = () => Promise.resolve({});
  /** Today as an ISO day. */
  @property({ attribute: false }) today = new Date().toISOString().slice(0, 10);

  private readonly work = new Work(this, editorHost());
  private readonly reference = new Reference(this);

  @state() private step: EditorStep = 'terms';
  @state() private choice: StartChoice = freshStart(this.today);
  @state() private startFaults: readonly ControlError[] = [];
  @state() private openParts: ReadonlySet<string> = new Set();
  @state() private message = '';
  @state() private copied = '';
  @state() private tab: Output['id'] = 'html';
  @state() private previewState: PreviewState = { width: 'phone', dark: false };
  @state() private pasted = '';

  private readonly network = new Network(this);

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
    if (this.work.unsaved) event.preventDefault();
  };

  private async load(): Promise<void> {
    await this.work.openKept();
    if (this.work.project) this.openParts = new Set(['phases-0']);
    await this.reference.load(this.base, this.loadTexts);
  }

  override render(): TemplateResult {
    return html`${stepsNav(this.step, (step) => void this.go(step))}
      <p class="visually-hidden" role="status">${this.message}</p>
      ${offlineNotice(this.network, this.work)} ${undoNotice(this.work)}
      <h2 id="step-title" tabindex="-1">${STEP_TITLES[this.step]}</h2>
      ${this.renderStep()}`;
  }

  private renderStep(): TemplateResult {
    if (this.step === 'check')
      return lintStep({
        text: this.pasted,
        widgets: this.widgets,
        today: this.today,
        loader: this.loader,
        expected: this.expected,
        onText: (text) => (this.pasted = text),
      });
    const editor = this.editor;
    if (editor === undefined) return this.renderStart();
    if (this.step === 'terms') return this.renderTerms(editor);
    if (this.step === 'widgets') return this.renderWidgets(editor);
    return html`${this.renderSnippet(editor)}${this.renderSave(undefined)}`;
  }

  /** What a page should have, if there is only one: on several, the mark of each snippet says. */
  private get expected(): readonly string[] {
    const { project } = this.work;
    return project && sitePages(project).length === 1 ? project.widgets.map(({ tag }) => tag) : [];
  }

  private get loader(): { version: string; integrity: string } | undefined {
    const integrity = this.reference.integrity?.['embed.js'];
    return integrity === undefined ? undefined : { version: this.version, integrity };
  }

  private renderStart(): TemplateResult {
    return startForm({
      choice: this.choice,
      hubs: this.reference.hubs,
      errors: this.startFaults,
      fileProblem: this.work.fileProblem,
      today: this.today,
      drafts: this.work.drafts,
      onDraft: (whose) => void this.openDraft(whose),
      onForget: (whose) => this.work.forget(whose),
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
      ${unconfirmedDates(editor)} ${termsForm(editor, this.work, (id) => void this.focusOn(id))}
      <p class="actions">
        <button type="button" class="secondary" @click=${() => void this.check()}>Check my terms</button>
      </p>
      <div aria-live="polite">${findingsList(this.work.findings)}</div>
      ${this.renderSave({ step: 'widgets', label: 'Next: your widgets' })}`;
  }

  private renderWidgets(editor: Editor): TemplateResult {
    const { plain } = editor;
    return html`<div class="beside">
        <div>${widgetsForm(editor, (id) => void this.focusOn(id))}</div>
        ${
          plain
            ? preview({
                page: previewPage({ ...editor, plain }, this.base, this.previewState.dark),
                state: this.previewState,
                onChange: (next) => (this.previewState = next),
              })
            : nothing
        }
      </div>
      ${this.renderSave({ step: 'snippet', label: 'Next: your snippet' })}`;
  }

  private renderSnippet(editor: Editor): TemplateResult {
    const { plain } = editor;
    if (plain === undefined) return html`<p>One moment …</p>`;
    return snippetStep({
      editor: { ...editor, plain },
      tab: this.tab,
      copied: this.copied,
      today: this.today,
      onTab: (tab) => {
        this.tab = tab;
        this.copied = '';
      },
      onCopy: (title, text, shown) => void this.copy(title, text, shown),
      onTermsFile: () =>
        download('terms.txt', `${JSON.stringify(fileOf(editor.project.edition), null, 2)}\n`),
      onHold: (hold) => void this.showHold(hold),
    });
  }

  private renderSave(next: { step: EditorStep; label: string } | undefined): TemplateResult {
    return saveBar({
      work: this.work,
      next: next && { label: next.label, go: () => void this.go(next.step) },
      onSaveToHost: () => void this.saveToHost(),
    });
  }

  private get editor(): Editor | undefined {
    const { project, faults } = this.work;
    if (project === undefined) return undefined;
    const { widgets, version } = this;
    const { integrity, evidence, hubs, texts, plain } = this.reference;
    const change: Editor['change'] = (what, said) => this.work.change(what, said);
    return {
      project,
      widgets,
      version,
      integrity,
      evidence,
      hubs,
      texts,
      plain,
      faults,
      change,
      edit: (what) => change((old) => ({ ...old, edition: what(old.edition) })),
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

  private async begin(): Promise<void> {
    this.startFaults = startErrors(this.choice);
    if (this.startFaults.length > 0) return this.focusOn('error-summary');
    const { hub, start } = startOf(this.choice, this.reference.hubs);
    const { schoolYear, file } = this.choice;
    this.openParts = new Set(['phases-0']);
    if (this.choice.start === 'file' && file) {
      const problem = await this.work.startFrom(file.text, hub, schoolYear);
      if (problem) {
        this.startFaults = [{ id: 'start-file', message: problem }];
        return this.focusOn('error-summary');
      }
    } else {
      const { startEdition } = await import('./project/start.js');
      this.work.use(newProject(await startEdition(hub, schoolYear, start, this.today), this.base));
    }
    await this.focusOn('step-title');
  }

  private async open(text: string): Promise<void> {
    this.openParts = new Set(['phases-0']);
    await this.work.open(text);
  }

  private async openDraft(whose: string): Promise<void> {
    this.openParts = new Set(['phases-0']);
    await this.work.openDraft(whose);
    await this.focusOn('step-title');
  }

  private startAgain(): void {
    this.work.startAgain();
    this.startFaults = [];
  }

  private async rollOn(): Promise<void> {
    this.openParts = new Set(['phases-0']);
    await this.work.rollOn();
    await this.focusOn('step-title');
  }

  /** Leaving the terms with faults is held back: widgets could not read them. */
  private async go(step: EditorStep): Promise<void> {
    const { project } = this.work;
    const leaves = this.step === 'terms' && (step === 'widgets' || step === 'snippet');
    if (project && leaves && !(await this.work.findFaults())) return this.focusOn('error-summary');
    this.step = project === undefined && step !== 'check' ? 'terms' : step;
    await this.focusOn('step-title');
  }

  private async check(): Promise<void> {
    if (!(await this.work.check())) await this.focusOn('error-summary');
  }

  private async saveToHost(): Promise<void> {
    if (await this.work.saveToHost()) return;
    this.step = 'terms';
    await this.focusOn('error-summary');
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

  say(message: string): void {
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
}
