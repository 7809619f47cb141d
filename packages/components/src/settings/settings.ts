import { ContextProvider } from '@lit/context';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { inlineJson } from '../foundation/inline-json.js';
import { MhElement } from '../foundation/element.js';
import { settingsContext } from '../foundation/settings-context.js';
import {
  pageSettings,
  PlainSettingsStore,
  type Links,
  type SettingsPatch,
} from '../foundation/settings-store.js';
import { soundWording, type Strings } from '../foundation/wording.js';

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

/**
 * Says once what every widget below it shares: the hub, the edition, the site's own wording and services.
 * Without children it speaks for the whole page.
 *
 * @tag mh-settings
 * @summary Settings for the widgets of a page.
 * @slot - The widgets that these settings are for; none, for the whole page.
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
  /** Texts that replace the widgets' own, by key. Also as inline `<script type="application/json">{"wording":{…}}</script>`. */
  @property({ attribute: false }) wording: Readonly<Record<string, string>> | undefined;

  private readonly scoped = new PlainSettingsStore();
  private shared = '';
  /** Keys of the wording that are no texts, as they were last said. */
  private refused = '';
  private provider: ContextProvider<typeof settingsContext> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.share();
    if (this.hasWidgets && this.provider === undefined) {
      this.provider = new ContextProvider(this, { context: settingsContext, initialValue: this.scoped });
    }
  }

  override willUpdate(): void {
    this.share();
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  private get hasWidgets(): boolean {
    return [...(this.children ?? [])].some((child) => child.localName !== 'script');
  }

  /** Shares what has changed since it was last shared, and only that: every update makes widgets draw again. */
  private share(): void {
    const settings = this.read();
    const mark = JSON.stringify(settings);
    if (mark === this.shared) return;
    this.shared = mark;
    (this.hasWidgets ? this.scoped : pageSettings()).update(settings);
  }

  /** Every setting of this element's own; what is not set takes itself away. */
  private read(): SettingsPatch {
    const texts = Object.fromEntries(TEXT_ATTRIBUTES.map((name) => [name, this[name] || undefined]));
    const links: Links = Object.fromEntries(
      Object.entries({
        journey: this.journeyHref,
        find: this.findHref,
        check: this.checkHref,
        apply: this.applyHref,
      }).filter(([, href]) => href),
    );
    return {
      ...texts,
      links: Object.keys(links).length > 0 ? links : undefined,
      wording: this.sound(this.wording ?? this.inlineWording()),
    };
  }

  /** The texts of a wording. What is no text is left out, and said to whoever looks after the page. */
  private sound(wording: Strings | undefined): Strings | undefined {
    if (wording === undefined) return undefined;
    const { texts, refused } = soundWording(wording);
    const said = refused.join(', ');
    if (said && said !== this.refused)
      console.warn(
        `<${this.localName}>: wording has to be texts by key. Left out: ${said}. Write {"wording": {"journey.title": "Our journey"}}.`,
      );
    this.refused = said;
    return texts;
  }

  private inlineWording(): Strings | undefined {
    const text = inlineJson(this);
    if (text === undefined) return undefined;
    try {
      const settings: unknown = JSON.parse(text);
      return (settings as { readonly wording?: Strings } | null)?.wording;
    } catch (error) {
      console.warn(`<${this.localName}>: the inline JSON between its tags cannot be read: ${String(error)}`);
      return undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-settings': Settings;
  }
}
