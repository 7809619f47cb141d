import { describeFault, InvalidDataError, messageOf, type Fault } from '@maths-hubs/sdk/evidence';
import { allDrafts, forgetDraft, keepDraft, readDraft } from './draft.js';
import { download } from './download.js';
import type { EditorHost } from './host.js';
import type { Difference } from './project/compare.js';
import { changeInWords } from './project/lost.js';
import { newProject, type Project } from './project/project.js';
import type { OwnHub } from './project/own-hub.js';
import { faultsOf, proofOf } from './terms/check.js';
import type { TermFinding } from './terms/findings.js';

/** The page that shows the work: notified of each change, and of what a status message should say. */
export interface WorkPage {
  /** Folder of the embed beside this page. */
  readonly base: string;
  /** Today as an ISO day. */
  readonly today: string;
  requestUpdate(): void;
  say(message: string): void;
}

/** A colleague's file beside this work. */
export interface Comparison {
  /** The file's own. */
  readonly name: string;
  /** When it was last changed, in words. */
  readonly changed: string;
  /** What the person has ticked or unticked, by key. */
  readonly choices: ReadonlyMap<string, boolean>;
  readonly differences: () => readonly Difference[];
  readonly join: (taken: readonly Difference[]) => void;
}

/** What a person has done, what is wrong with it, where it is kept, and what it was before the last press: everything that outlives a view of it. */
export class Work {
  project: Project | undefined;
  /** Faults of the terms, once the person has asked or tried to go on. */
  faults: readonly Fault[] = [];
  /** What the proof found; undefined until it was asked for, and again once the terms have changed. */
  findings: readonly TermFinding[] | undefined;
  /** Why a file could not be opened. */
  fileProblem: readonly string[] = [];
  /** What was, before the last press that took something away or put much in. */
  undoable: { readonly project: Project; readonly what: string } | undefined;
  /** When the work was last saved to a file, and whether this device keeps it: two things. */
  savedAt = '';
  keepsDraft = false;
  hostSaid = '';
  /** Whether something would be lost if the page were left. */
  unsaved = false;
  comparison: Comparison | undefined;
  /** Why a colleague's file cannot be held beside this work. */
  compareProblem: readonly string[] = [];
  private showsFaults = false;

  constructor(
    private readonly page: WorkPage,
    readonly host: EditorHost | undefined,
  ) {}

  /** Opens what the system around this page keeps, or the draft on this device. A draft that cannot be opened is not written over. */
  async openKept(): Promise<void> {
    if (this.host) return this.openFromHost(this.host);
    const draft = readDraft();
    if (draft === null) return;
    await this.open(draft);
    this.keepsDraft = this.project !== undefined;
    this.page.requestUpdate();
  }

  /** A fault of the system around this page is said where a file's would be. */
  private async openFromHost(host: EditorHost): Promise<void> {
    try {
      const text = await host.open();
      if (text) await this.open(text);
    } catch (error) {
      this.fileProblem = [messageOf(error)];
    }
    this.page.requestUpdate();
  }

  async open(text: string): Promise<void> {
    const { openProject } = await import('./project/open.js');
    try {
      this.use(openProject(text, this.page.base));
      this.page.say('The file is open.');
    } catch (error) {
      if (!(error instanceof InvalidDataError)) throw error;
      this.fileProblem = error.faults.map(describeFault);
    }
    this.page.requestUpdate();
  }

  use(project: Project): void {
    this.project = project;
    this.fileProblem = [];
    this.faults = [];
    this.findings = undefined;
    this.comparison = undefined;
    this.compareProblem = [];
    this.showsFaults = false;
    if (this.keepsDraft) keepDraft(project);
    this.page.requestUpdate();
  }

  /** @param what  the change in words, for undo; without it, only large changes can be undone */
  change(change: (project: Project) => Project, what?: string): void {
    const before = this.project;
    if (before === undefined) return;
    const next = change(before);
    const isEdited = next.edition !== before.edition;
    const said = what ?? changeInWords(before, next);
    if (said !== undefined) this.undoable = { project: before, what: said };
    else if (isEdited) this.undoable = undefined;
    this.project = isEdited ? { ...next, edition: { ...next.edition, version: this.page.today } } : next;
    if (isEdited) this.findings = undefined;
    this.unsaved = !(this.keepsDraft && keepDraft(this.project));
    if (isEdited && this.showsFaults) void this.findFaults();
    this.page.requestUpdate();
  }

  undo(): void {
    if (this.undoable === undefined) return;
    const { project, what } = this.undoable;
    this.project = project;
    this.undoable = undefined;
    this.unsaved = !(this.keepsDraft && keepDraft(this.project));
    this.page.say(`Undone: ${what}`);
    if (this.showsFaults) void this.findFaults();
    this.page.requestUpdate();
  }

  startAgain(): void {
    if (this.project) this.undoable = { project: this.project, what: 'You have started again.' };
    this.project = undefined;
    this.page.requestUpdate();
  }

  /** Starts from another hub's file. @returns why it cannot be read; undefined where it was */
  async startFrom(text: string, hub: OwnHub, schoolYear: string): Promise<string | undefined> {
    const [{ openProject }, { startFrom }] = await Promise.all([
      import('./project/open.js'),
      import('./project/roll-on.js'),
    ]);
    try {
      const { edition: earlier } = openProject(text, this.page.base);
      const edition = startFrom(earlier, hub, schoolYear, this.page.today);
      this.use({ ...newProject(edition, this.page.base), earlier });
      return undefined;
    } catch (error) {
      if (!(error instanceof InvalidDataError)) throw error;
      return error.faults.map(describeFault).join(' ');
    }
  }

  /** Whose work this device keeps, where the system around this page keeps none. */
  get drafts(): readonly string[] {
    return this.host ? [] : Object.keys(allDrafts());
  }

  async openDraft(whose: string): Promise<void> {
    await this.open(allDrafts()[whose] ?? '');
    this.keepsDraft = this.project !== undefined;
    if (this.project) this.unsaved = !keepDraft(this.project);
    this.page.requestUpdate();
  }

  forget(whose: string): void {
    forgetDraft(whose);
    this.page.say(`No longer kept on this device: ${whose}.`);
    this.page.requestUpdate();
  }

  async rollOn(): Promise<void> {
    const { project } = this;
    if (project === undefined) return;
    const { rollOn } = await import('./project/roll-on.js');
    const { edition, from, unconfirmed } = rollOn(project.edition, this.page.today);
    this.use({ ...project, edition, earlier: from, unconfirmed, refused: [], unread: [] });
    this.undoable = { project, what: `These are your terms for ${edition.schoolYear} now.` };
    this.unsaved = true;
  }

  /** Holds a colleague's file beside this work. @param name  the file's own */
  async compare(text: string, name: string): Promise<void> {
    const [{ openProject }, { differences, join }] = await Promise.all([
      import('./project/open.js'),
      import('./project/compare.js'),
    ]);
    this.comparison = undefined;
    this.compareProblem = [];
    try {
      const theirs = openProject(text, this.page.base);
      const [year, own] = [theirs.edition.schoolYear, this.project?.edition.schoolYear];
      if (year !== own)
        this.compareProblem = [
          `It has the terms of ${year}, and yours are of ${own}. Open the older one, roll it on, save it, and compare again.`,
        ];
      else
        this.comparison = {
          name,
          changed: dayInWords(theirs.edition.version),
          choices: new Map(),
          differences: () => (this.project ? differences(this.project, theirs) : []),
          join: (taken) =>
            this.change(
              (old) => join(old, theirs, taken),
              `${taken.length === 1 ? 'One thing was' : `${taken.length} things were`} taken from “${name}”.`,
            ),
        };
    } catch (error) {
      if (!(error instanceof InvalidDataError)) throw error;
      this.compareProblem = error.faults.map(describeFault);
    }
    this.page.requestUpdate();
  }

  chooseTheirs(key: string, taken: boolean): void {
    if (this.comparison === undefined) return;
    this.comparison = { ...this.comparison, choices: new Map(this.comparison.choices).set(key, taken) };
    this.page.requestUpdate();
  }

  /** Reads the terms as a widget would; whether they have no fault. */
  async findFaults(): Promise<boolean> {
    if (this.project === undefined) return true;
    this.showsFaults = true;
    this.faults = await faultsOf(this.project.edition);
    this.page.requestUpdate();
    return this.faults.length === 0;
  }

  /** Faults first; where there are none, what can be proved. @returns whether there are no faults */
  async check(): Promise<boolean> {
    if (!(await this.findFaults())) return false;
    if (this.project) this.findings = await proofOf(this.project.edition);
    this.page.requestUpdate();
    return true;
  }

  async saveToFile(): Promise<void> {
    const { project } = this;
    if (project === undefined) return;
    const { saveText } = await import('./project/open.js');
    const { hub, schoolYear } = project.edition;
    download(`${hub ?? 'maths-hub'}-${schoolYear.replace('/', '-')}.json`, saveText(project));
    this.unsaved = false;
    this.savedAt = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    this.page.say(`Saved to a file at ${this.savedAt}.`);
    this.page.requestUpdate();
  }

  /** Saves to the system around this page. @returns false where faults hold it back */
  async saveToHost(): Promise<boolean> {
    const { host, project } = this;
    if (host === undefined || project === undefined) return true;
    if (!(await this.findFaults())) return false;
    try {
      const { hostedWork } = await import('./project/hosted.js');
      this.hostSaid = await host.save(hostedWork(project));
      this.unsaved = false;
    } catch (error) {
      this.hostSaid = messageOf(error);
    }
    this.page.say(this.hostSaid);
    this.page.requestUpdate();
    return true;
  }

  toggleDraft(): void {
    this.keepsDraft = !this.keepsDraft;
    if (this.keepsDraft && this.project) this.unsaved = !keepDraft(this.project);
    else forgetDraft();
    this.page.requestUpdate();
  }
}

/** `3 November 2026`; anything but a day is unchanged. */
function dayInWords(version: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(version)
    ? new Date(`${version}T12:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
    : version;
}
