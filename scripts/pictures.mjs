/**
 * Draws every widget in every state, at four widths, light and dark, in forced colours and in print, into one page of thumbnails:
 *
 *   npm run pictures                      all of it, in .cache/pictures/index.html
 *   npm run pictures -- find-a-hub        one widget (or `find-a-hub/found`, one state)
 *   npm run pictures -- --width 320       one width; --look dark, one look
 *   npm run pictures -- --check           no pictures: exits 1 where something sticks out, is cut off or lies on text
 *
 * The packages must be built.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { headlessChromiumPath } from './lib/browsers.mjs';
import { root } from './lib/run.mjs';
import { layoutFaults } from './pictures/faults.mjs';
import { servePage } from './pictures/page.mjs';
import { sheetOf } from './pictures/sheet.mjs';
import { still } from './pictures/still.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    width: { type: 'string', multiple: true },
    look: { type: 'string', multiple: true },
  },
});
const WIDTHS = [320, 390, 768, 1280];
/** @type {any} */
const screen = { media: 'screen', colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' };
const LOOKS = {
  light: screen,
  dark: { ...screen, colorScheme: 'dark' },
  forced: { ...screen, forcedColors: 'active', colorScheme: 'dark' },
  print: { ...screen, media: 'print' },
};
/** An A4 page between its margins, at 96 px an inch. */
const PAPER = 680;

const columns = Object.entries(LOOKS)
  .flatMap(([look, media]) =>
    (look === 'print' ? [PAPER] : WIDTHS).map((width) => ({
      name: `${look} ${width}`,
      look,
      width,
      media,
    })),
  )
  .filter(
    ({ width, look }) =>
      (values.width?.includes(String(width)) ?? true) && (values.look?.includes(look) ?? true),
  );

const folder = `${root}.cache/pictures/`;
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const site = await servePage(`${folder}page`);
const browser = await chromium.launch({
  executablePath: await headlessChromiumPath(),
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
await page.goto(site.address);
const examples = (await page.evaluate(() => globalThis.examples)).filter(
  ({ widget, id }) =>
    positionals.length === 0 || positionals.some((each) => each === widget || each === `${widget}/${id}`),
);

const rows = [];
for (const example of examples) rows.push(await draw(example));
await browser.close();
site.close();

const faulty = rows.filter(({ faults }) => faults.length > 0);
for (const { widget, id, faults } of faulty) console.log(`✗ ${widget}/${id}\n  ${faults.join('\n  ')}`);
if (!values.check) {
  await writeFile(`${folder}index.html`, sheetOf(rows, columns));
  console.log(`${rows.length} states: ${folder}index.html`);
}
console.log(`${rows.length - faulty.length} passed, ${faulty.length} failed`);
process.exitCode = values.check && (faulty.length > 0 || rows.length === 0) ? 1 : 0;

async function draw(/** @type {any} */ example) {
  const files = {};
  const faults = [];
  const told = (error) => faults.push(`error: ${error.message}`);
  page.on('pageerror', told);
  // Else the ground of forced colours stays behind.
  await page.emulateMedia(screen);
  await page.goto(`${site.address}/${example.widget}/${example.id}`);
  await page
    .waitForFunction(drawn, undefined, { timeout: 90_000 })
    .catch(() => faults.push('It is not drawn within a minute and a half.'));
  for (const { name, look, width, media } of columns) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia(media);
    await page.evaluate(still);
    faults.push(...(await page.evaluate(layoutFaults)).map((fault) => `${name}: ${fault}`));
    if (values.check) continue;
    files[name] = `${example.widget}-${example.id}-${look}-${width}.png`;
    await page.screenshot({ path: folder + files[name], fullPage: true });
  }
  page.off('pageerror', told);
  return { ...example, files, faults };
}

/** Whether every widget in the page has drawn what it draws by itself. */
function drawn() {
  const all = [...document.querySelectorAll('main *')].filter(({ localName }) => localName.startsWith('mh-'));
  const roots = all.map((each) => each.shadowRoot ?? each);
  return (
    all.length > 0 &&
    all.every((each) => 'updateComplete' in each) &&
    roots.every((each) => !each.querySelector('.loading, .map-room'))
  );
}
