import { inlineJson } from '../foundation/inline-json.js';

/**
 * What the editor wrote between the tags. It stays until the form can take its place, then leaves the page, so that
 * no field is there twice; it comes back when the form cannot be drawn.
 */
export class PlainContent {
  /** The hub's notice and questions, as text. */
  json: string | undefined;
  private taken = false;
  private readonly hidden: Node[] = [];

  constructor(private readonly host: Element) {}

  /** Takes the inline JSON out: it is the form's own, not an edition. */
  takeScript(): void {
    if (this.taken) return;
    this.taken = true;
    this.json = inlineJson(this.host);
    this.host.querySelector(':scope > script[type="application/json"]')?.remove();
  }

  /** The plain form, in which a person may have begun to write. */
  get form(): HTMLFormElement | null {
    return this.host.querySelector<HTMLFormElement>(':scope > form');
  }

  hide(box: Node): void {
    for (const node of [...this.host.childNodes]) {
      if (node === box) continue;
      node.remove();
      this.hidden.push(node);
    }
  }

  show(): void {
    this.host.append(...this.hidden.splice(0));
  }
}
