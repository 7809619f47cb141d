/**
 * What a page with widgets costs a reader, in Chromium, on the built files as the example server sends them (compressed): requests and
 * bytes after the page and the loader, first paint, the first widget drawn, jumps of the layout (CLS; good is 0.05 or less) and blocking
 * time (TBT; 200 ms or less), on this machine's own line and on a slow one (400 kbit/s, 400 ms, a quarter of the processor); beside it the
 * same content as plain HTML, and the scripts of Typeform and of Google's store locator, which ask their own service for the rest.
 * For the slow line on a phone the whole line is printed, file by file.
 *
 *   npm run bench -- page           all of it; `node packages/components/bench/page.bench.mjs one slow` only rows with those words
 */
import { relative } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../../scripts/lib/browsers.mjs';
import { root } from '../../../scripts/lib/run.mjs';
import { serveExamples } from '../../../scripts/lib/serve.mjs';
import { LINES, measure, VIEWS, waterfall } from './line.mjs';
import { otherPages } from './others.mjs';

const others = await otherPages();
const PAGES = {
  'a page without a script': { path: '/examples/bench/plain.html', drawn: '#after' },
  'one journey map': { path: '/examples/bench/one.html' },
  'one journey map, at #after': { path: '/examples/bench/one.html#after' },
  'one finder': { path: '/examples/bench/finder.html' },
  'one checker': { path: '/examples/bench/checker.html' },
  'example page': { path: '/' },
  'example page, at #apply': { path: '/#apply' },
  'example page, at #cost': { path: '/#cost' },
  ...Object.fromEntries(
    Object.entries(others.pages).map(([name, { path, drawn }]) => [name, { path: `/others/${path}`, drawn }]),
  ),
};

const wanted = process.argv.slice(2);
const site = await serveExamples({
  folders: { '/others/': relative(root, others.folder), '/': 'examples/hub-site' },
});
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });

const WIDTHS = [5, 5, 8, 6, 8, 9, 9, 7, 7, 7];
const row = (name, values) =>
  console.log(
    `${name.padEnd(31)}${values.map((value, index) => String(value ?? '–').padStart(WIDTHS[index])).join('  ')}`,
  );
const ms = (time) => time && `${Math.round(time)} ms`;
const lines = [];
try {
  row('', ['line', 'view', 'to draw', 'files', 'KB', 'painted', 'drawn', 'CLS', 'TBT', 'off by']);
  for (const [name, { path, drawn }] of Object.entries(PAGES))
    for (const [speed, line] of Object.entries(LINES))
      for (const [view, viewport] of Object.entries(VIEWS)) {
        if (!wanted.every((word) => `${name} ${speed} ${view}`.includes(word))) continue;
        const seen = await measure(browser, { address: site.address + path, line, viewport, drawn });
        const own = seen.files.filter(
          ({ name: file, isPage, isLoader }) => !isPage && !isLoader && file !== 'site.css',
        );
        row(name, [
          speed,
          view,
          own.filter(({ there }) => there <= (seen.drawn ?? Infinity)).length,
          own.length,
          own.reduce((sum, { kb }) => sum + kb, 0).toFixed(1),
          ms(seen.painted),
          ms(seen.drawn),
          seen.cls.toFixed(3),
          ms(seen.blocked) || '0 ms',
          seen.off === null ? '' : `${seen.off} px`,
        ]);
        if (process.env.DETAILS) console.log(JSON.stringify(seen.shifts));
        if (speed === 'slow' && view === 'phone' && !path.includes('#')) lines.push([name, waterfall(seen)]);
      }
  for (const [name, text] of lines) console.log(`\n${name}, slow line, phone\n${text}`);
} finally {
  await browser.close();
  await site.close();
  await others.remove();
}
