import { expect } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import { FactsController } from './facts-controller.js';

let asked = 0;
let answer: () => Promise<string>;
let mayDraw: Promise<unknown> | undefined;

class FactsProbe extends LitElement {
  data: string | undefined;
  private readonly source = new FactsController(this, () => {
    asked += 1;
    return answer();
  });

  protected override async scheduleUpdate(): Promise<unknown> {
    await mayDraw;
    return super.scheduleUpdate();
  }

  override render(): TemplateResult {
    return html`${this.source.facts ?? (this.source.fault || 'nothing yet')}`;
  }
}
customElements.define('mh-facts-probe', FactsProbe);

async function drawn(probe: FactsProbe): Promise<string> {
  await new Promise((go) => setTimeout(go));
  await probe.updateComplete;
  return probe.shadowRoot?.textContent ?? '';
}

describe('facts of the programme', () => {
  let probe: FactsProbe;

  beforeEach(() => {
    asked = 0;
    mayDraw = undefined;
    answer = () => Promise.resolve('ours');
    probe = new FactsProbe();
  });
  afterEach(() => {
    probe.remove();
  });

  it('are asked for once, and not before the widget may draw', async () => {
    let allow = (): void => undefined;
    mayDraw = new Promise<void>((go) => (allow = go));
    document.body.append(probe);
    await new Promise((go) => setTimeout(go, 20));
    expect(asked).to.equal(0);
    allow();
    expect(await drawn(probe)).to.equal('ours');
    probe.requestUpdate();
    await drawn(probe);
    expect(asked).to.equal(1);
  });

  it('are not asked for where the page gives its own', async () => {
    probe.data = 'in hand';
    document.body.append(probe);
    expect(await drawn(probe)).to.equal('in hand');
    expect(asked).to.equal(0);
  });

  it('are tried again by a widget that is put back', async () => {
    answer = () => Promise.reject(new Error('no line'));
    document.body.append(probe);
    expect(await drawn(probe)).to.equal('no line');
    probe.requestUpdate();
    await drawn(probe);
    expect(asked).to.equal(1);
    answer = () => Promise.resolve('ours');
    probe.remove();
    document.body.append(probe);
    expect(await drawn(probe)).to.equal('ours');
    expect(asked).to.equal(2);
  });

  it('that the page gives after ours have failed are shown', async () => {
    answer = () => Promise.reject(new Error('no line'));
    document.body.append(probe);
    await drawn(probe);
    probe.data = 'in hand';
    probe.requestUpdate();
    expect(await drawn(probe)).to.equal('in hand');
  });
});
