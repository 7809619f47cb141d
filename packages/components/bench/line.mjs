/** A page opened on a line and a processor of a given speed, and what a reader has to wait for and put up with there. */

export const LINES = {
  fast: null,
  slow: { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000, offline: false },
};
export const VIEWS = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

/** Runs in the page, before anything else. `drawn` is a selector of what stands there once the page's widget is drawn. */
function watch(drawn) {
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
  const ours = '.head, h2, h3, form.mh-form, .finder, .status, [part]';
  const isDrawn = () =>
    drawn
      ? document.querySelector(drawn)
      : [...document.querySelectorAll('*')].some(
          ({ localName, shadowRoot }) =>
            localName.startsWith('mh-') && localName !== 'mh-settings' && shadowRoot?.querySelector(ours),
        );
  const look = () => {
    if (isDrawn()) seen.drawn ??= performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Opens a page, waits until nothing comes any more, and tells what it took.
 * @param browser  Chromium
 * @param {{ address: string, line: object | null, viewport: { width: number, height: number }, drawn?: string }} asked
 *   `drawn`: a selector, where it is no widget of ours that is waited for
 * @returns times in milliseconds from the start of the page's own request, and every file with its part of them
 */
export async function measure(browser, { address, line, viewport, drawn }) {
  const context = await browser.newContext({ viewport });
  // What another's script asks of its own service is not there.
  await context.route(
    (url) => url.origin !== new URL(address).origin && url.protocol !== 'data:',
    (route) => route.abort(),
  );
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (line) {
    await session.send('Network.emulateNetworkConditions', line);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  const files = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request: { url }, timestamp }) => {
    if (url.startsWith(new URL(address).origin)) files.set(requestId, { url, asked: timestamp });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    Object.assign(files.get(requestId) ?? {}, { there: timestamp, kb: encodedDataLength / 1024 });
  });
  await page.addInitScript(watch, drawn);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(line ? 2500 : 1200);
  const seen = await page.evaluate(() => ({
    ...window.seen,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
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
  const start = Math.min(...[...files.values()].map(({ asked }) => asked));
  const after = (time) => (time - start) * 1000;
  return {
    ...seen,
    files: [...files.values()]
      .filter(({ there }) => there !== undefined)
      .map(({ url, asked, there, kb }) => ({
        name: url.replace(/[?#].*/, '').replace(/.*\/(?=.)/, '') || 'the page',
        isPage: url === address.replace(/#.*/, ''),
        isLoader: url.endsWith('/embed.js'),
        isOurs: url.includes('/embed/') && !url.endsWith('/embed.js'),
        asked: after(asked),
        there: after(there),
        kb,
      })),
  };
}

/** A file a line: when it was asked for and when all of it was there, and between them what was painted and drawn. A bar's step is 50 ms. */
export function waterfall({ files, painted, drawn }) {
  const column = (time) => Math.round(time / 50);
  const ms = (time) => String(Math.round(time)).padStart(6);
  const events = [
    ['painted', painted],
    ['drawn', drawn],
  ].filter(([, time]) => time !== undefined);
  const lines = [
    ...files.map(({ name, isPage, asked, there, kb }) => ({
      at: asked,
      text: `${ms(asked)} ${ms(there)}  ${kb.toFixed(1).padStart(5)} KB  ${(isPage ? 'the page' : name).padEnd(24)}${' '.repeat(column(asked))}${'█'.repeat(Math.max(1, column(there) - column(asked)))}`,
    })),
    ...events.map(([word, at]) => ({
      at,
      text: `${ms(at)}${' '.repeat(19)}${word.padEnd(24)}${' '.repeat(column(at))}▲`,
    })),
  ];
  return [' asked  there', ...lines.sort((a, b) => a.at - b.at).map(({ text }) => text)].join('\n');
}
