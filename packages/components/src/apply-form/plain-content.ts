/** Type of the inline JSON once the form has it: a page that clones the form clones this too, and no edition is read from it. */
const TAKEN = 'application/json;form';

/**
 * What the editor wrote between the tags. It stays until the form can take its place, then leaves the page, so that
 * no field is there twice; it comes back when the form cannot be drawn.
 */
export class PlainContent {
  /** The hub's notice and questions, as text. */
  json: string | undefined;
  private script: HTMLScriptElement | null | undefined;
  private readonly hidden: Node[] = [];

  constructor(private readonly host: Element) {}

  /** Takes the inline JSON: it is the form's own, not an edition. */
  takeScript(): void {
    if (this.script !== undefined) return;
    this.script = this.host.querySelector(':scope > script[type^="application/json"]');
    this.json = this.script?.textContent ?? undefined;
    if (this.script) this.script.type = TAKEN;
  }

  /** What a person has already written into the plain form, by name; what it came with is no answer. */
  written(): Readonly<Record<string, string>> {
    const inputs = this.host.querySelectorAll<HTMLInputElement>(
      ':scope > form input:is([type=text], [type=email], [type=tel], :not([type]))',
    );
    return Object.fromEntries(
      [...inputs]
        .filter(({ value, defaultValue }) => value !== defaultValue)
        .map(({ name, value }) => [name, value]),
    );
  }

  /** @param box  what takes its place, drawn */
  hide(box: Element): void {
    const { activeElement } = document;
    for (const node of [...this.host.childNodes]) {
      if (node === box || node === this.script) continue;
      // Somebody is typing there: the next letter belongs to the same field.
      const typing = node.contains(activeElement);
      node.remove();
      this.hidden.push(node);
      const field =
        typing && box.querySelector('form')?.elements.namedItem((activeElement as HTMLInputElement).name);
      if (field instanceof HTMLElement) field.focus();
    }
  }

  show(): void {
    this.host.append(...this.hidden.splice(0));
  }
}
