import { LitElement, nothing, render, type PropertyValues } from 'lit';
import { entriesIn } from './entries.js';

/**
 * An element that a server may have drawn already. A server knows less than the page: not its address, its settings or the reader's
 * day. Lit gives up where the structure differs, and never compares words or attributes: where the structure or the words differ the
 * element is drawn anew, and attributes are set as the page would have them. What a person typed meanwhile is kept. The embed's files
 * leave this out, for they take nothing over.
 */
export class TakingOver extends LitElement {
  protected override update(changed: PropertyValues): void {
    const { renderRoot: root } = this;
    if (this.hasUpdated || !root.hasChildNodes()) return super.update(changed);
    const putBack = entriesIn(root as ShadowRoot);
    this.takeOver(changed, root);
    // Widgets answer what is entered by drawing once more.
    if (putBack) void this.updateComplete.then(putBack);
  }

  private takeOver(changed: PropertyValues, root: ParentNode & Node): void {
    const fromServer = [...root.childNodes].filter(({ nodeName }) => nodeName !== 'STYLE');
    const fresh = document.createElement('div');
    render(this.render(), fresh);
    const isSame = fresh.textContent === fromServer.map(wordsOf).join('');
    fillEmptyParts(root);
    try {
      super.update(changed);
      if (isSame && takeAttributes(elementsIn(fromServer), elementsIn(fresh.childNodes))) return;
      render(nothing, root as ShadowRoot);
    } catch {
      for (const node of fromServer) node.remove();
    } finally {
      render(nothing, fresh);
    }
    super.update(changed);
  }
}

const wordsOf = (node: Node): string => (node instanceof Comment ? '' : (node.textContent ?? ''));

const elementsIn = (nodes: Iterable<Node>): Element[] =>
  [...nodes].flatMap((node) => (node instanceof Element ? [node, ...node.querySelectorAll('*')] : []));

/**
 * Parsing leaves no text node where a server wrote an empty text, and Lit would write what is to be there later, as what a live region
 * says, into the comment that closes the place (lit/lit#4937).
 */
function fillEmptyParts(root: Node): void {
  const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode()) {
    const { currentNode: opening } = comments;
    const { nextSibling: closing } = opening;
    if (opening.nodeValue === 'lit-part' && closing instanceof Comment && closing.data === '/lit-part')
      closing.before('');
  }
}

/** What a reader has changed is theirs: a list that they opened stays open, and what they entered is put back. */
const THEIRS = new Set(['open', 'value', 'checked', 'selected']);

/** @returns false where the elements are not the same */
function takeAttributes(ours: readonly Element[], wanted: readonly Element[]): boolean {
  if (ours.length !== wanted.length) return false;
  for (const [at, element] of ours.entries()) {
    const from = wanted[at];
    if (from?.nodeName !== element.nodeName) return false;
    for (const name of element.getAttributeNames())
      if (!from.hasAttribute(name) && !THEIRS.has(name)) element.removeAttribute(name);
    for (const { name, value } of from.attributes)
      if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  return true;
}
