/**
 * How long a person waits for an answer to a press or a key (INP; good is 200 ms or less), in Chromium at a quarter of the processor: real
 * presses through every widget of the example page, and through the two that it does without. Printed for each: presses and keys that
 * took more than 16 ms, the middle one and the slowest, with what was pressed, and where its time went: how long it waited to be taken
 * up, how long our code ran, and how long it took from there to the picture.
 *
 *   npm run bench -- press     all; `node packages/components/bench/press.bench.mjs form` only walks with those words; DETAILS=1 prints
 *                              every press over 100 ms and what ran in the frames that were as long
 */
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../../scripts/lib/browsers.mjs';
import { serveExamples } from '../../../scripts/lib/serve.mjs';
import { WALKS } from './walks.mjs';

const VIEW = { width: 390, height: 844 };

/**
 * Runs in the page: the time from each press or key to the paint that follows, as the browser itself counts it. Its entries do not name
 * what stands in a widget, so that is written down as it is pressed.
 */
function watch() {
  const seen = (window.seen = { presses: new Map(), frames: [] });
  const pressed = new Map();
  const nameOf = (node) => {
    const control = node.closest('button, summary, a, input, select, textarea, label') ?? node;
    const label =
      control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? control.textContent;
    return label.replace(/\s+/g, ' ').trim().slice(0, 40) || control.localName;
  };
  const note = (event) => {
    const [node] = event.composedPath();
    if (node instanceof Element) pressed.set(`${event.type} ${event.timeStamp}`, nameOf(node));
  };
  for (const type of ['pointerdown', 'pointerup', 'click', 'keydown', 'keyup'])
    addEventListener(type, note, { capture: true, passive: true });

  const keep = ({ interactionId, duration, name, startTime, processingStart, processingEnd }) => {
    if (!interactionId || duration <= (seen.presses.get(interactionId)?.duration ?? -1)) return;
    seen.presses.set(interactionId, {
      duration,
      what: `${name} ${pressed.get(`${name} ${startTime}`) ?? ''}`,
      waited: processingStart - startTime,
      ran: processingEnd - processingStart,
      drew: startTime + duration - processingEnd,
    });
  };
  new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({
    type: 'event',
    durationThreshold: 16,
    buffered: true,
  });
  new PerformanceObserver((list) => {
    for (const { duration, scripts, startTime, styleAndLayoutStart } of list.getEntries())
      seen.frames.push({
        duration,
        styles: styleAndLayoutStart && startTime + duration - styleAndLayoutStart,
        scripts: scripts.map(
          ({ invoker, sourceURL, duration: ran, forcedStyleAndLayoutDuration: layout }) =>
            `${invoker} ${sourceURL.replace(/.*\//, '')} ${Math.round(ran)} ms, ${Math.round(layout)} of it layout`,
        ),
      });
  }).observe({ type: 'long-animation-frame', buffered: true });
}

const ms = (time) => `${Math.round(time)}`;
const wanted = process.argv.slice(2);
const site = await serveExamples();
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });
try {
  console.log(
    `${'a quarter of the processor, phone'.padEnd(50)}  over 16 ms  middle  slowest     (waited + ran + drew)`,
  );
  for (const [name, walk] of Object.entries(WALKS)) {
    if (!wanted.every((word) => name.includes(word))) continue;
    const context = await browser.newContext({ viewport: VIEW });
    await context.route(
      (url) => url.origin !== site.address,
      (route) => route.abort(),
    );
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    // The window's own frame takes a part of its height: what is drawn below its end is never shown, and a key there never answered.
    const { windowId } = await session.send('Browser.getWindowForTarget');
    await session.send('Browser.setWindowBounds', {
      windowId,
      bounds: { width: VIEW.width + 200, height: VIEW.height + 300 },
    });
    await page.addInitScript(watch);
    await page.addInitScript(() => (window.print = () => undefined));
    await page.goto(site.address);
    // As a reader comes by: every widget is drawn before the processor is slowed.
    for (const tag of await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .map(({ localName }) => localName)
        .filter((each) => each.startsWith('mh-')),
    ))
      if (tag !== 'mh-settings') await page.locator(tag).scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await walk(page);
    await page.waitForTimeout(500);
    const { presses, frames } = await page.evaluate(() => ({
      presses: [...window.seen.presses.values()],
      frames: window.seen.frames,
    }));
    presses.sort((a, b) => a.duration - b.duration);
    const middle = presses[Math.floor(presses.length / 2)];
    const slowest = presses.at(-1);
    const parts = slowest && `(${[slowest.waited, slowest.ran, slowest.drew].map(ms).join(' + ')})`;
    console.log(
      `${name.padEnd(50)}  ${String(presses.length).padStart(10)}  ${String(middle?.duration ?? '–').padStart(6)}  ${String(slowest?.duration ?? '–').padStart(7)} ms  ${slowest ? `${parts.padEnd(17)}  ${slowest.what}` : ''}`,
    );
    if (process.env.DETAILS) {
      for (const each of presses.filter(({ duration }) => duration > 100))
        console.log(
          `    ${each.duration} ms = ${[each.waited, each.ran, each.drew].map(ms).join(' + ')}  ${each.what}`,
        );
      for (const { duration, styles, scripts } of frames.filter((each) => each.duration > 100))
        console.log(
          `    frame of ${ms(duration)} ms, ${ms(styles)} of it styles and picture: ${scripts.join('; ')}`,
        );
    }
    await context.close();
  }
} finally {
  await browser.close();
  await site.close();
}
