import { expect } from '@open-wc/testing';
import { forgetSteps, mount, part, textOf, unmountAll, until } from '../../../../test/support/elements.js';
import '../eligibility-checker/define.js';

type Widget = HTMLElement & { readonly updateComplete: Promise<unknown> };

const CHECK = '<mh-eligibility-checker edition="2024/25"></mh-eligibility-checker>';

/** Safari lets a page write a hundred entries in half a minute, and a frame may forbid any. */
function refuseEntries(): () => void {
  const { pushState, replaceState } = history;
  const refuse = (): never => {
    throw new DOMException('Attempt to use history.pushState() more than 100 times', 'SecurityError');
  };
  history.pushState = refuse;
  history.replaceState = refuse;
  return () => Object.assign(history, { pushState, replaceState });
}

async function drawn(widget: Widget): Promise<void> {
  await until(async () => {
    await widget.updateComplete;
    return !widget.shadowRoot?.querySelector('.loading');
  });
}

async function press(widget: Widget, words: string): Promise<void> {
  const buttons = [...(widget.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = buttons.find((each) => textOf(each).startsWith(words));
  expect(found, `${words}: ${buttons.map(textOf).join(' | ')}`).to.exist;
  found?.click();
  await drawn(widget);
}

const question = (widget: Widget): string => textOf(part(widget, '#question'));

describe('steps in the browser’s history', () => {
  let allow = (): void => undefined;
  afterEach(async () => {
    allow();
    allow = () => undefined;
    unmountAll();
    await forgetSteps();
  });

  it('go on where the browser takes no entry, and the widget’s own Back still leads back', async () => {
    const root = await mount({ html: CHECK });
    const widget = root.querySelector<Widget>('mh-eligibility-checker')!;
    const first = question(widget);
    await press(widget, 'Infant, junior');
    const second = question(widget);

    allow = refuseEntries();
    await press(widget, 'No, never');
    const third = question(widget);
    await press(widget, 'Yes');
    expect(new Set([first, second, third, question(widget)]).size).to.equal(4);
    await press(widget, 'Back');
    expect(question(widget)).to.equal(third);
    await press(widget, 'Back');
    expect(question(widget)).to.equal(second);

    // From here on the browser's own entries lead back again.
    allow();
    await press(widget, 'Back');
    await until(() => question(widget) === first);
  });

  it('go back in the browser to the last entry that it took', async () => {
    const root = await mount({ html: CHECK });
    const widget = root.querySelector<Widget>('mh-eligibility-checker')!;
    const first = question(widget);
    await press(widget, 'Infant, junior');
    allow = refuseEntries();
    await press(widget, 'No, never');
    allow();
    history.back();
    await until(() => question(widget) === first);
    await press(widget, 'Infant, junior');
    expect(question(widget)).not.to.equal(first);
  });

  it('are restored to a page that the browser kept whole, and left alone by another’s entries', async () => {
    const root = await mount({ html: CHECK });
    const widget = root.querySelector<Widget>('mh-eligibility-checker')!;
    await press(widget, 'Infant, junior');
    const second = question(widget);
    // A page kept for Back and Forward is frozen and shown again: its steps stand where they stood.
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await drawn(widget);
    expect(question(widget)).to.equal(second);
    // Another script of the page, as Turbo, writes entries of its own: nothing of them is the widget's.
    const seen: unknown[] = [];
    const listen = (): number => seen.push(1);
    addEventListener('popstate', listen);
    const turbo = { turbo: { restorationIdentifier: 'a' } };
    dispatchEvent(new PopStateEvent('popstate', { state: turbo }));
    removeEventListener('popstate', listen);
    expect(seen).to.have.length(1);
    expect(question(widget)).to.equal(second);
  });

  it('keep what another script of the page had put into its entry', async () => {
    history.replaceState({ turbo: { restorationIdentifier: 'a' } }, '');
    const root = await mount({ html: CHECK });
    await press(root.querySelector<Widget>('mh-eligibility-checker')!, 'Infant, junior');
    expect(history.state).to.have.nested.property('turbo.restorationIdentifier', 'a');
    expect(location.search + location.hash).not.to.match(/infant|primary/i);
  });

  const given = { ask: 'kind', answer: 'primary', facts: { teachesPrimary: true } };
  for (const [name, steps] of [
    ['a text', 'elsewhere'],
    ['no steps', { 'mh-eligibility-checker-0': 'elsewhere' }],
    ['a step without answers', { 'mh-eligibility-checker-0': { at: 0 } }],
    [
      'an answer without facts',
      { 'mh-eligibility-checker-0': { given: [{ ...given, facts: null }], at: 0 } },
    ],
    ['a place beyond its answers', { 'mh-eligibility-checker-0': { given: [given], at: 7 } }],
    ['a place that is none', { 'mh-eligibility-checker-0': { given: [given], at: 'elsewhere' } }],
  ] as const)
    it(`begin at the first where another version, or another script, has kept ${name}`, async () => {
      const root = await mount({ html: CHECK });
      const first = question(root.querySelector<Widget>('mh-eligibility-checker')!);
      unmountAll();
      history.replaceState({ 'mh-steps': { steps } }, '');
      const again = (await mount({ html: CHECK })).querySelector<Widget>('mh-eligibility-checker')!;
      await drawn(again);
      expect(question(again)).to.equal(first);
      await press(again, 'Infant, junior');
      expect(question(again)).not.to.equal(first);
    });

  it('leave out of a kept answer what no school can be', async () => {
    const foreign = { ...given, facts: { teachesPrimary: 'perhaps', unheardOf: true } };
    history.replaceState(
      { 'mh-steps': { steps: { 'mh-eligibility-checker-0': { given: [foreign], at: 1 } } } },
      '',
    );
    const widget = (await mount({ html: CHECK })).querySelector<Widget>('mh-eligibility-checker')!;
    await drawn(widget);
    expect(question(widget)).not.to.equal('');
  });
});
