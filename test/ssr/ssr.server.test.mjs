import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { dataOf } from './data.mjs';
import { nameOf, partsOf, renderWidget, tags } from './render.mjs';

/** What a reader finds in a declarative shadow root, white space folded. */
function shadowText(html) {
  const [widget] = parseFragment(html).childNodes.filter(({ nodeName }) => nodeName.startsWith('mh-'));
  const template = widget.childNodes.find(({ nodeName }) => nodeName === 'template');
  if (!template) throw new Error('The widget has no declarative shadow root');
  const text = (node) =>
    node.nodeName === '#text'
      ? node.value
      : node.nodeName === 'style'
        ? ''
        : (node.childNodes ?? []).map(text).join(' ');
  return text(template.content).replace(/\s+/g, ' ').trim();
}

/** These show what is between their tags: settings always, the form until a script can send it. */
const SLOTS = new Set(['mh-settings', 'mh-apply-form']);

for (const tag of await tags())
  describe(`<${tag}> on a server`, async () => {
    const { examples } = await import(`../../packages/components/dist/${nameOf(tag)}/examples.js`);
    const parts = Object.values(examples).flatMap(({ name, html }) => {
      const found = partsOf(tag, html);
      return found ? [{ name, ...found }] : [];
    });

    it('has examples', () => {
      expect(parts.length).toBeGreaterThan(0);
    });

    it.each(parts)('renders the example “$name” without data in hand', async (example) => {
      const html = await renderWidget(example);
      expect(html).toContain('shadowroot="open"');
      expect(html).toContain(`</${tag}>`);
    });

    // A hub's own file is read by the browser: the server says that it is on its way.
    const inHand = parts.filter(({ attributes }) => !attributes.includes('hub-src'));
    it.each(inHand)('renders the example “$name” with data in hand', async (example) => {
      const html = await renderWidget({ ...example, data: await dataOf(tag) });
      const text = shadowText(html);
      // The widget itself is drawn; only the inside of a closed phase may still be on its way.
      expect(html).not.toContain('<slot><p class="loading');
      if (SLOTS.has(tag)) expect(html).toContain('<slot></slot>');
      else expect(text.length).toBeGreaterThan(20);
      expect(text).not.toMatch(/\[object|undefined|NaN/);
    });
  });

it('draws a calendar’s address, leaves a path to the browser, and outlives what is no address', async () => {
  const drawn = async (address) =>
    renderWidget({
      tag: 'mh-commitment-planner',
      attributes: `phase="development" calendar-href="${address}"`,
      data: await dataOf('mh-commitment-planner'),
    });
  expect(await drawn('https://hub.example/{phase}.ics')).toContain('webcal://hub.example/development.ics');
  for (const address of ['/{phase}.ics', 'https://'])
    expect(await drawn(address)).not.toContain('id="subscribe"');
});
