/** Prints presses and keystrokes from the editor's start to a copied snippet, a line a kind of hub. */
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../../scripts/lib/browsers.mjs';
import { serveExamples } from '../../../scripts/lib/serve.mjs';
import { KINDS, walk } from './walks.mjs';

const server = await serveExamples();
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });

for (const kind of KINDS) {
  const started = performance.now();
  const { clicks, keys } = await walk(browser, server.address, kind);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${kind}: ${clicks} clicks, ${keys} keystrokes (${seconds} s by machine)`);
}
await browser.close();
await server.close();
