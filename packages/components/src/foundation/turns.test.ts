import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { textOf } from '../../../../test/support/elements.js';
import { MhElement } from './element.js';
import { pageSettings } from './settings-store.js';

/** Shows which hub the page is about, and can say so to the others. */
class Teller extends MhElement {
  drawings = 0;

  override render(): TemplateResult {
    this.drawings += 1;
    return html`<p>${this.settings.value.foundHub ?? 'none'}</p>`;
  }

  tell(foundHub: string): void {
    this.settings.update({ foundHub });
  }

  get shown(): string {
    return textOf(this.shadowRoot as unknown as Element);
  }
}
customElements.define('test-teller', Teller);

describe('what one widget tells the others', () => {
  let tellers: Teller[] = [];

  beforeEach(async () => {
    tellers = [0, 1, 2].map(() => document.body.appendChild(document.createElement('test-teller') as Teller));
    await Promise.all(tellers.map(({ updateComplete }) => updateComplete));
  });
  afterEach(() => {
    tellers.forEach((each) => each.remove());
    pageSettings().update({ foundHub: undefined });
  });

  it('is drawn by the one that tells first, and by each other in a turn of its own', async () => {
    const [first, second, third] = tellers as [Teller, Teller, Teller];
    second.tell('enigma');
    await second.updateComplete;
    expect(tellers.map(({ shown }) => shown)).to.deep.equal(['none', 'enigma', 'none']);
    await first.updateComplete;
    expect(tellers.map(({ shown }) => shown)).to.deep.equal(['enigma', 'enigma', 'none']);
    await third.updateComplete;
    expect(tellers.map(({ shown }) => shown)).to.deep.equal(['enigma', 'enigma', 'enigma']);
  });

  it('is drawn once, however often it was told meanwhile', async () => {
    const [first, second] = tellers as [Teller, Teller, Teller];
    const before = second.drawings;
    for (const hub of ['one', 'two', 'three']) first.tell(hub);
    await second.updateComplete;
    expect(second.shown).to.equal('three');
    expect(second.drawings).to.equal(before + 1);
  });

  it('waits for nobody where the page itself tells', async () => {
    pageSettings().update({ foundHub: 'page' });
    await tellers[0]?.updateComplete;
    expect(tellers.map(({ shown }) => shown)).to.deep.equal(['page', 'page', 'page']);
  });

  it('reaches a widget that is taken out and put back before its turn', async () => {
    const [first, second] = tellers as [Teller, Teller, Teller];
    first.tell('moved');
    document.body.append(second);
    await second.updateComplete;
    expect(second.shown).to.equal('moved');
  });
});
