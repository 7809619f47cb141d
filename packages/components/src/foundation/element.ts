import { LitElement, type CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from './define.js';
import { SettingsController } from './settings-context.js';
import { baseStyles } from './base.styles.js';
import { textOf, type Text } from './strings.js';
import { VERSION } from './version.js';
import type { Strings } from './wording.js';

/**
 * What every widget shares: its heading level, the page's settings, guarded registration.
 *
 * @cssproperty [--mh-accent] - Links, buttons, lines and marks; teal, mixed with the page's text colour.
 * @cssproperty [--mh-on-accent] - Text on the accent; black or white, whichever shows.
 * @cssproperty [--mh-error] - Errors and what is not met; red, mixed with the page's text colour.
 * @cssproperty [--mh-surface] - Ground of cards; a breath of the page's text colour.
 * @cssproperty [--mh-line] - Borders and rules.
 * @cssproperty [--mh-focus] - Ring around what has the keyboard's focus; the accent.
 * @cssproperty [--mh-radius=0.5em] - Rounding of corners.
 * @cssproperty [--mh-space=1em] - The middle step of the spacing scale; the others are a quarter of it to twice it.
 * @cssproperty [--mh-measure=40em] - Widest line of running text and forms.
 */
export abstract class MhElement extends LitElement {
  static readonly version: string = VERSION;
  static override styles: CSSResultGroup = baseStyles;

  /** Registers this class; a name of your own avoids a clash. */
  static define(tag: string, registry?: CustomElementRegistry): void {
    define(tag, this as unknown as CustomElementConstructor & { version: string }, registry);
  }

  /** Level of the widget's first heading, 1 to 6, so that it fits the page's outline. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  protected readonly settings = new SettingsController(this);

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
