import { LitElement, nothing, render, type PropertyValues } from 'lit';

/**
 * An element that a server may have drawn already. A server knows less than the page: not its address, its settings or the reader's
 * day. Lit gives up where the structure differs, and never compares the words: where either differs the element is drawn anew. The
 * embed's files leave this out, for they take nothing over.
 */
export class TakingOver extends LitElement {
  protected override update(changed: PropertyValues): void {
    const { renderRoot: root } = this;
    if (this.hasUpdated || !root.hasChildNodes()) return super.update(changed);
    const fromServer = [...root.childNodes].filter(({ nodeName }) => nodeName !== 'STYLE');
    const fresh = document.createElement('div');
    render(this.render(), fresh);
    const isSame = fresh.textContent === fromServer.map(wordsOf).join('');
    render(nothing, fresh);
    try {
      super.update(changed);
      if (isSame) return;
      render(nothing, root);
    } catch {
      for (const node of fromServer) node.remove();
    }
    super.update(changed);
  }
}

const wordsOf = (node: Node): string => (node instanceof Comment ? '' : (node.textContent ?? ''));
