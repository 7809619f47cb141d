/**
 * In Chromium, on the built files: how long a journey map takes to mount against the same DOM set by `innerHTML`,
 * and what 1,000 mounts and unmounts leave behind. Ratios, not seconds: machines differ.
 */
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../../scripts/lib/browsers.mjs';
import { serveExamples } from '../../../scripts/lib/serve.mjs';

const ROUNDS = 60;
const MOUNTS = 1000;

const site = await serveExamples();
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: ['--no-sandbox', '--js-flags=--expose-gc'],
});
const page = await browser.newPage();
await page.goto(`${site.address}/examples/bench/mount.html`);
await page.waitForFunction(() =>
  document.querySelector('mh-journey-map')?.shadowRoot?.querySelector('#phase-development'),
);

const times = await page.evaluate(async (rounds) => {
  const first = document.querySelector('mh-journey-map');
  const edition = first.shown;
  const markup = first.shadowRoot.innerHTML;
  const sheets = first.shadowRoot.adoptedStyleSheets;
  const host = document.body.appendChild(document.createElement('div'));
  const layout = () => void host.getBoundingClientRect().height;

  const timed = async (mount) => {
    const started = performance.now();
    await mount();
    layout();
    const took = performance.now() - started;
    host.replaceChildren();
    return took;
  };
  const component = () =>
    timed(async () => {
      const map = document.createElement('mh-journey-map');
      map.data = edition;
      host.append(map);
      await map.updateComplete;
    });
  const plain = () =>
    timed(() => {
      const element = host.appendChild(document.createElement('div'));
      const root = element.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = sheets;
      root.innerHTML = markup;
    });
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) pairs.push([await component(), await plain()]);
  return pairs.slice(10);
}, ROUNDS);

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const component = median(times.map(([own]) => own));
const plain = median(times.map(([, html]) => html));
console.log(
  `mount, component ÷ innerHTML: ${(component / plain).toFixed(2)} (aim ≤ 2; ${component.toFixed(1)} ms and ${plain.toFixed(1)} ms here)`,
);

const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable');
const counts = async () => {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
};
const cycle = (times) =>
  page.evaluate(async (count) => {
    for (let index = 0; index < count; index += 1) {
      const map = document.createElement('mh-journey-map');
      map.edition = '2024/25';
      document.body.append(map);
      await map.updateComplete;
      map.remove();
    }
  }, times);
await cycle(50);
const before = await counts();
await cycle(MOUNTS);
const after = await counts();
for (const what of ['Nodes', 'JSEventListeners'])
  console.log(`${what} after ${MOUNTS} mounts and unmounts: ${after[what] - before[what]} more than before`);

await browser.close();
await site.close();
