import { ContextProvider } from '@lit/context';
import { messageOf } from '@maths-hubs/sdk/evidence';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { inlineJson } from '../foundation/inline-json.js';
import { MhElement } from '../foundation/element.js';
import { settingsContext } from '../foundation/settings-context.js';
import { pageSettings, PlainSettingsStore, type SettingsStore } from '../foundation/settings-store.js';
import { checkSettings, type CheckedSettings } from './check-settings.js';

const TEXT_ATTRIBUTES = [
  'hub',
  'edition',
  'src',
  'resolver',
  'postcodeIndex',
  'schoolIndex',
  'calendar',
  'action',
  'today',
] as const;

/** What an event of `context-request` carries. */
interface Asking {
  readonly context: unknown;
  readonly callback: (store: SettingsStore) => void;
}

/**
 * Says once what every widget below it shares: the hub, the edition, the site's own wording and services.
 * Without children it speaks for the whole page; where one before it does and says something else, as in the snippet of another hub,
 * for the widgets that come after it.
 *
 * @tag mh-settings
 * @summary Settings for the widgets of a page.
 * @slot - The widgets that these settings are for; none, for the whole page. And `<script type="application/json">{"terms": {…}, "wording": {…}}</script>`: the hub's own terms, once for all of them.
 */
export class Settings extends MhElement {
  /** Id of this site's hub, as in the directory: `east-midlands-south`. */
  @property() hub = '';
  /** School year whose terms are shown: `2024/25`. */
  @property() edition = '';
  /** Address of the hub's own edition (JSON). */
  @property() src = '';
  /** Who looks a postcode up: `postcodes.io`, `index` or `none`. */
  @property() resolver = '';
  /** Address of a postcode index file of this site. */
  @property({ attribute: 'postcode-index' }) postcodeIndex = '';
  /** Address of the folder of a school index of this site. */
  @property({ attribute: 'school-index' }) schoolIndex = '';
  /** Address of the hub's calendar (.ics) to subscribe to; `{phase}` stands for the phase. */
  @property() calendar = '';
  /** Address of the intake that receives applications. */
  @property() action = '';
  /** Today as an ISO date; for pages that are made ahead of time. */
  @property() today = '';
  /** Page of this site that carries the journey map. */
  @property({ attribute: 'journey-href' }) journeyHref = '';
  /** Page of this site that carries find-a-hub. */
  @property({ attribute: 'find-href' }) findHref = '';
  /** Page of this site that carries the eligibility checker. */
  @property({ attribute: 'check-href' }) checkHref = '';
  /** Page of this site that carries the apply form. */
  @property({ attribute: 'apply-href' }) applyHref = '';
  /** Folder with the proofs of the rules, as `maths-hubs prove --html` writes them; linked where sources are named. */
  @property({ attribute: 'proofs-href' }) proofsHref = '';
  /** Texts that replace the widgets' own, by key. Also as inline `<script type="application/json">{"wording":{…}}</script>`. */
  @property({ attribute: false }) wording: Readonly<Record<string, string>> | undefined;

  private readonly scoped = new PlainSettingsStore();
  private shared = '';
  /** What of these settings makes no sense, for whoever looks after the page. */
  private faults: readonly string[] = [];
  private said = '';
  private provider: ContextProvider<typeof settingsContext> | undefined;
  /** Whether these settings are for what comes after them: others speak for the whole page. */
  private isForRest = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.share();
    if (this.hasWidgets && this.provider === undefined) {
      this.provider = new ContextProvider(this, { context: settingsContext, initialValue: this.scoped });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('context-request', this.answer);
    this.isForRest = false;
    this.shared = '';
  }

  override willUpdate(): void {
    this.share();
  }

  override render(): TemplateResult {
    return html`<slot></slot>${
        this.faults.length === 0
          ? nothing
          : html`<details class="no-print">
              <summary>${this.wordingOf({})('shared.editor')}</summary>
              <ul>
                ${this.faults.map((fault) => html`<li>${fault}</li>`)}
              </ul>
            </details>`
      }`;
  }

  private get hasWidgets(): boolean {
    return [...(this.children ?? [])].some((child) => child.localName !== 'script');
  }

  /** Shares what has changed since it was last shared, and only that: every update makes widgets draw again. */
  private share(): void {
    const { settings, faults } = this.read();
    this.faults = faults;
    this.sayFaults();
    const mark = JSON.stringify(settings);
    if (mark === this.shared) return;
    this.shared = mark;
    if (this.hasWidgets) return this.scoped.update(settings);
    if (!this.isForRest && this.differsFromFirst) this.speakForRest();
    (this.isForRest ? this.scoped : pageSettings()).update(settings);
  }

  private get differsFromFirst(): boolean {
    const all = [...(globalThis.document?.querySelectorAll(this.localName) ?? [])];
    const before = all.slice(0, Math.max(0, all.indexOf(this)));
    return before.some(
      (each) =>
        each instanceof Settings && !each.hasWidgets && each.shared !== '' && each.shared !== this.shared,
    );
  }

  /** Two snippets stand on one page: each hub's widgets come after its own settings. */
  private speakForRest(): void {
    this.isForRest = true;
    document.addEventListener('context-request', this.answer);
    document.dispatchEvent(Object.assign(new Event('context-provider'), { context: settingsContext }));
    console.warn(
      `<${this.localName}>: another stands before it and says something else, so this one is for the widgets after it. Put each hub’s widgets between its own tags.`,
    );
  }

  /** Of several that are for the rest, the last before a widget has the last word. */
  private readonly answer = (event: Event): void => {
    const { context, callback, target } = event as Event & Partial<Asking>;
    if (context !== settingsContext || !(target instanceof Node)) return;
    const follows = this.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (follows) callback?.(this.scoped);
  };

  /** Every setting of this element's own that makes sense; what is not set takes itself away. */
  private read(): CheckedSettings {
    const texts = Object.fromEntries(TEXT_ATTRIBUTES.map((name) => [name, this[name] || undefined]));
    const hrefs = {
      journey: this.journeyHref,
      find: this.findHref,
      check: this.checkHref,
      apply: this.applyHref,
      proofs: this.proofsHref,
    };
    const links = Object.fromEntries(Object.entries(hrefs).filter(([, href]) => href));
    const inline = this.inline();
    const checked = checkSettings(texts, links, this.wording ?? inline.wording);
    const { settings } = checked;
    return {
      settings: inline.terms && !this.src ? { ...settings, src: inline.terms } : settings,
      faults: [...inline.faults, ...checked.faults],
    };
  }

  private sayFaults(): void {
    const said = this.faults.join(' ');
    if (said && said !== this.said) console.warn(`<${this.localName}>: ${said}`);
    this.said = said;
  }

  private inline(): {
    readonly wording?: unknown;
    readonly terms?: string;
    readonly faults: readonly string[];
  } {
    const text = inlineJson(this);
    if (text === undefined) return { faults: [] };
    try {
      const given: unknown = JSON.parse(text);
      if (typeof given !== 'object' || given === null || Array.isArray(given))
        return { faults: ['the inline JSON between its tags has to be {"wording": {…}, "terms": {…}}.'] };
      const { wording, terms, ...others } = given as Readonly<Record<string, unknown>>;
      const unknown = Object.keys(others).map(
        (key) =>
          `the inline JSON between its tags says "${key.slice(0, 40)}": only "wording" and "terms" are read.`,
      );
      return {
        wording,
        faults: unknown,
        ...(terms && typeof terms === 'object' ? { terms: JSON.stringify(terms) } : {}),
      };
    } catch (error) {
      return { faults: [`the inline JSON between its tags cannot be read: ${messageOf(error)}`] };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-settings': Settings;
  }
}
