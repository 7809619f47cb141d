/**
 * What a page with widgets costs a reader, in Chromium, on the built files as the example server sends them (compressed): requests and
 * bytes after the page itself, first paint, the first widget drawn, jumps of the layout (CLS; good is 0.05 or less) and blocking time,
 * on this machine's own line and on a slow one (400 kbit/s, 400 ms, a quarter of the processor). The plain page is the measure.
 *
 *   npm run bench -- page           all of it; `node packages/components/bench/page.bench.mjs one slow` only rows with those words
 */
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../../scripts/lib/browsers.mjs';
import { serveExamples } from '../../../scripts/lib/serve.mjs';

const LINES = {
  fast: null,
  slow: { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000, offline: false },
};
const PAGES = {
  'plain page, no script': '/examples/bench/plain.html',
  'one journey map': '/examples/bench/one.html',
  'one journey map, at #after': '/examples/bench/one.html#after',
  'one finder': '/examples/bench/finder.html',
  'one checker': '/examples/bench/checker.html',
  'example page': '/',
  'example page, at #apply': '/#apply',
  'example page, at #cost': '/#cost',
};
const VIEWS = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

const wanted = process.argv.slice(2);
const site = await serveExamples();
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });

/** Runs in the page, before anything else. */
function watch() {
  const seen = (window.seen = { cls: 0, blocked: 0, drawn: undefined, shifts: [] });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!entry.hadRecentInput) {
        seen.cls += entry.value;
        seen.shifts.push([
          Math.round(entry.startTime),
          +entry.value.toFixed(3),
          entry.sources
            .map(({ node }) => node?.id || node?.className || node?.localName || node?.nodeName)
            .join(' '),
        ]);
      }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blocked += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const isDrawn = [...document.querySelectorAll('*')].some(
      (element) =>
        element.localName.startsWith('mh-') &&
        element.localName !== 'mh-settings' &&
        (element.shadowRoot ?? element).querySelector(
          '.head, h2, h3, form.mh-form, .finder, .status, [part]',
        ) &&
        element.shadowRoot,
    );
    if (isDrawn) seen.drawn ??= performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function measure(address, line, viewport) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (line) {
    await session.send('Network.emulateNetworkConditions', line);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  const received = new Map();
  const files = [];
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith('data:')) received.set(requestId, { url: request.url, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = received.get(requestId);
    if (file) files.push({ ...file, bytes: encodedDataLength });
  });
  await page.addInitScript(watch);
  await page.goto(site.address + address, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(line ? 2500 : 1200);
  const seen = await page.evaluate(() => ({
    ...window.seen,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    // From its place, or from as near to it as the page can be scrolled.
    off: location.hash
      ? Math.round(
          Math.min(
            document.getElementById(location.hash.slice(1)).getBoundingClientRect().top,
            document.documentElement.scrollHeight - innerHeight - scrollY,
          ),
        )
      : null,
  }));
  await context.close();
  const own = files.filter(({ url }) => url.includes('/embed/') && !url.endsWith('/embed.js'));
  return {
    ...seen,
    requests: own.length,
    kb: own.reduce((sum, { bytes }) => sum + bytes, 0) / 1024,
    names: own.map(({ url }) => url.replace(/.*\//, '')),
  };
}

const cells = (values, widths) =>
  values.map((value, index) => String(value ?? '–').padStart(widths[index])).join('  ');
const WIDTHS = [5, 5, 9, 8, 9, 9, 7, 8, 8];
console.log(
  `${''.padEnd(28)}${cells(['line', 'view', 'requests', 'KB', 'painted', 'drawn', 'CLS', 'blocked', 'off by'], WIDTHS)}`,
);
for (const [name, address] of Object.entries(PAGES))
  for (const [speed, line] of Object.entries(LINES))
    for (const [view, size] of Object.entries(VIEWS)) {
      if (!wanted.every((word) => `${name} ${speed} ${view}`.includes(word))) continue;
      const { requests, kb, paint, drawn, cls, blocked, off, names, shifts } = await measure(
        address,
        line,
        size,
      );
      const ms = (time) => time && `${Math.round(time)} ms`;
      console.log(
        `${name.padEnd(28)}${cells([speed, view, requests, kb.toFixed(1), ms(paint), ms(drawn), cls.toFixed(3), ms(blocked) ?? 0, off === null ? '' : `${off} px`], WIDTHS)}`,
      );
      if (process.env.DETAILS) console.log(names.join(' '), JSON.stringify(shifts));
    }
await browser.close();
await site.close();
