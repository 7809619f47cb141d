import type { CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from './define.js';
import { holdTarget, keepTarget } from './hold-target.js';
import { SettingsController } from './settings-context.js';
import { settingsToCome } from './settings-wait.js';
import { baseStyles } from './base.styles.js';
import { TakingOver } from './taking-over.js';
import { stateLanguage, takeTextBack } from './translated.js';
import { textOf, type Text } from './strings.js';
import { PageLook } from './page-look.js';
import { VERSION } from './version.js';
import type { Strings } from './wording.js';

/**
 * What every widget shares: its heading level, the page's settings, guarded registration.
 *
 * @cssproperty [--mh-accent] - Buttons, links, lines and marks; teal by default. Darker or lighter where it is text, as far as the page needs.
 * @cssproperty [--mh-error] - Errors and what is not met; red by default, with the same care.
 * @cssproperty [--mh-page] - Ground that the widget is on, where it is a picture; else it is read from the page.
 * @cssproperty [--mh-heading-font] - Font of headings; that of the page's own headings by default.
 * @cssproperty [--mh-surface] - Ground of cards; a breath of the page's text colour.
 * @cssproperty [--mh-line] - Borders and rules.
 * @cssproperty [--mh-radius=0.5em] - Rounding of corners.
 * @cssproperty [--mh-space=1em] - The middle step of the spacing scale; the others are a quarter of it to twice it.
 * @cssproperty [--mh-measure=40em] - Widest line of running text and forms.
 */
export abstract class MhElement extends TakingOver {
  static readonly version: string = VERSION;
  static override styles: CSSResultGroup = baseStyles;

  /** Registers this class; a name of your own avoids a clash. */
  static define(tag: string, registry?: CustomElementRegistry): void {
    define(tag, this as unknown as CustomElementConstructor & { version: string }, registry);
  }

  /**
   * Level of the widget's first heading, 1 to 6, so that it fits the page's outline.
   * @label Size of its heading in the page’s outline
   * @help 2 under the page’s title, 3 under a section. Ask whoever built your page if you are not sure.
   */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  protected readonly settings = new SettingsController(this);
  /** Colours that hold on any page. */
  protected look: PageLook | undefined;

  constructor() {
    super();
    this.addController({
      hostUpdate: () => this.renderRoot && takeTextBack(this.renderRoot),
      hostUpdated: () => this.drawn(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    holdTarget();
    this.look ??= new PageLook(this, () => this.styled);
  }

  /**
   * Settings first: till they are known nothing is drawn, nothing is asked for, and the plain content stays in sight. What another widget
   * hands over waits for its turn.
   */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const wait = settingsToCome(this) ?? this.settings.turn;
    return wait ? this.updateAfter(wait) : super.scheduleUpdate();
  }

  private async updateAfter(wait: Promise<unknown>): Promise<void> {
    const plain = this.shadowRoot?.firstChild === null ? document.createElement('slot') : undefined;
    if (plain) this.shadowRoot?.append(plain);
    await wait;
    plain?.remove();
    await this.scheduleUpdate();
  }

  private drawn(): void {
    if (!this.renderRoot.querySelector('.loading')) {
      stateLanguage(this);
      this.giveRoomBack();
    }
    keepTarget();
  }

  /** The loader keeps room for a widget till it is drawn. */
  private giveRoomBack(): void {
    if (!this.style.minHeight) return;
    this.style.removeProperty('min-height');
    this.style.removeProperty('display');
  }

  /** What carries the tokens of `base.styles.ts`; another element where the widget draws in the page's own tree. */
  protected get styled(): HTMLElement {
    return this;
  }

  /** Reads the widget's own texts and the shared ones; a hub's wording wins. */
  protected wordingOf<T extends Strings>(own: T): Text<T> {
    return textOf(own, this.settings.value.wording);
  }

  /** Today as an ISO date: the page's own, else the device's clock. */
  protected get currentDay(): string {
    return this.settings.value.today ?? localDate(new Date());
  }
}

function localDate(date: Date): string {
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
