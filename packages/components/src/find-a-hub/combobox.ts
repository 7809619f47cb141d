import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';

/** One suggestion of a list. */
export interface Option {
  readonly label: string;
  /** What kind of thing it is, beside its name. */
  readonly hint: string;
}

export interface ComboboxWords {
  readonly label: string;
  readonly hint: unknown;
  /** Name of the list of suggestions. */
  readonly list: string;
  readonly error?: string | undefined;
}

/**
 * An editable combobox with list autocomplete, to the pattern of the ARIA Authoring Practices: focus stays in the
 * field; Down and Up move in the list, Enter takes the active suggestion or searches, Escape closes, then clears.
 */
export class Combobox<T extends Option> implements ReactiveController {
  text = '';
  private options: readonly T[] = [];
  private open = false;
  private active = -1;

  constructor(
    private readonly host: ReactiveElement,
    private readonly id: string,
    private readonly handlers: {
      readonly typed: (text: string) => void;
      readonly chosen: (option: T) => void;
    },
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get expanded(): boolean {
    return this.open && this.options.length > 0;
  }

  /** Shows these suggestions; the active one is kept only while it is among them. */
  suggest(options: readonly T[]): void {
    const was = this.options[this.active]?.label;
    this.options = options;
    this.active = was === undefined ? -1 : options.findIndex(({ label }) => label === was);
    this.open = options.length > 0;
    this.host.requestUpdate();
  }

  close(): void {
    this.open = false;
    this.active = -1;
    this.host.requestUpdate();
  }

  setText(text: string): void {
    this.text = text;
    this.options = [];
    this.close();
  }

  render({ label, hint, list, error }: ComboboxWords): TemplateResult {
    const { id, expanded } = this;
    return html`<div
      class="field combobox${error ? ' invalid' : ''}"
      @click=${this.clicked}
      @keydown=${this.pressed}
    >
      <label id="${id}-label" for=${id}>${label}</label>
      <div class="hint" id="${id}-hint">${hint}</div>
      ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
      <input
        id=${id}
        part="field"
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
        maxlength="120"
        aria-labelledby="${id}-label"
        aria-autocomplete="list"
        aria-expanded=${expanded ? 'true' : 'false'}
        aria-controls="${id}-list"
        aria-activedescendant=${expanded && this.active >= 0 ? `${id}-option-${this.active}` : nothing}
        aria-describedby="${id}-hint${error ? ` ${id}-error` : ''}"
        aria-invalid=${error ? 'true' : nothing}
        .value=${this.text}
        @input=${this.typed}
        @blur=${() => this.close()}
      />
      <ul
        id="${id}-list"
        class="options"
        part="suggestions"
        role="listbox"
        aria-label=${list}
        ?hidden=${!expanded}
        @mousedown=${(event: Event) => event.preventDefault()}
      >
        ${this.options.map(
          (option, index) =>
            html`<li
              id="${id}-option-${index}"
              role="option"
              aria-selected=${index === this.active ? 'true' : 'false'}
            >
              <span>${option.label}</span> <span class="kind">${option.hint}</span>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private readonly typed = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.active = -1;
    this.handlers.typed(this.text);
    this.host.requestUpdate();
  };

  private readonly clicked = (event: Event): void => {
    const item = (event.target as Element).closest('[role="option"]');
    const index = [...(item?.parentElement?.querySelectorAll('[role="option"]') ?? [])].findIndex(
      (each) => each === item,
    );
    const option = this.options[index];
    if (option !== undefined) this.choose(option);
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    // An input method's own Enter says so, or has 229 for its key where the word has just ended.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return;
    if (this.handle(event.key, event.altKey)) event.preventDefault();
  };

  /** @returns whether the key was ours */
  private handle(key: string, alt: boolean): boolean {
    const { expanded, active } = this;
    const option = expanded ? this.options[active] : undefined;
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (this.options.length === 0) return false;
        if (alt) this.open = key === 'ArrowDown';
        else this.move(key === 'ArrowDown' ? 1 : -1);
        if (!this.open) this.active = -1;
        break;
      case 'Home':
      case 'End':
      case 'ArrowLeft':
      case 'ArrowRight':
        this.active = -1;
        this.host.requestUpdate();
        return false;
      case 'Enter':
        if (option === undefined) return false;
        this.choose(option);
        break;
      case 'Escape':
        if (!expanded && this.text === '') return false;
        if (expanded) this.close();
        else {
          this.setText('');
          this.handlers.typed('');
        }
        break;
      default:
        return false;
    }
    this.host.requestUpdate();
    return true;
  }

  /** Past either end, the list starts again from the other. */
  private move(step: 1 | -1): void {
    const count = this.options.length;
    this.active = !this.expanded || this.active < 0 ? (step > 0 ? 0 : count - 1) : this.active + step;
    this.active = (this.active + count) % count;
    this.open = true;
    void this.host.updateComplete.then(() =>
      this.host.renderRoot
        ?.querySelector(`#${this.id}-option-${this.active}`)
        ?.scrollIntoView({ block: 'nearest' }),
    );
  }

  private choose(option: T): void {
    this.setText(option.label);
    this.handlers.chosen(option);
  }
}
