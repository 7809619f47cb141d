/**
 * How long a person waits for an answer to a press or a key (INP; good is 200 ms or less), in Chromium at a quarter of the processor: real
 * presses through the checker to its verdict, through every step of the form, the finder, the journey map and the calculator of the
 * example page. Printed for each: presses and keys, the middle one and the slowest, with what was pressed.
 *
 *   npm run bench -- press
 */
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../../scripts/lib/browsers.mjs';
import { serveExamples } from '../../../scripts/lib/serve.mjs';

const ANSWERS = {
  schoolName: 'Hill Top Primary School',
  urn: '100001',
  postcode: 'LE1 1AA',
  name: 'A Teacher',
  email: 'a.teacher@school.example',
  telephone: '0116 496 0000',
};

const WALKS = {
  async 'journey map, every phase opened and closed'(page) {
    const phases = page.locator('mh-journey-map [id^=phase-]');
    await page.waitForFunction(
      () => !document.querySelector('mh-journey-map').shadowRoot.querySelector('.panel .loading'),
    );
    for (let turn = 0; turn < 2; turn += 1)
      for (const phase of await phases.all()) {
        await phase.click();
        await settled(page);
      }
  },
  async 'checker, from the first question to the verdict'(page) {
    const checker = page.locator('mh-eligibility-checker');
    // Without a list of schools every question is asked.
    await page.evaluate(() => document.querySelector('mh-settings').removeAttribute('school-index'));
    for (let asked = 0; asked < 30 && !(await checker.locator('#result').isVisible()); asked += 1) {
      await checker.locator('#question, #result').first().waitFor();
      const choices = checker.locator('.choices button, form button[type=submit]');
      const labels = await choices.allTextContents();
      const at = labels.findIndex((label) =>
        /Infant, junior|No, never|^\s*Yes|None of these|Continue/.test(label),
      );
      await choices.nth(Math.max(0, at)).click();
      await settled(page);
    }
  },
  async 'form, every step'(page) {
    const form = page.locator('mh-apply-form');
    for (let step = 0; step < 12; step += 1) {
      const button = form.locator('form button:not([type=button])').first();
      if (!(await button.isVisible())) break;
      for (const field of await form.locator('input:visible, textarea:visible').all()) {
        const [name, type] = await field.evaluate((each) => [each.name, each.type]);
        if (type === 'radio' || type === 'checkbox') {
          if (!(await field.isChecked())) await field.click({ force: true });
        } else if (ANSWERS[name] && (await field.inputValue()) === '') {
          await field.click();
          await page.keyboard.type(ANSWERS[name]);
        }
        await settled(page);
      }
      await button.click();
      await settled(page);
    }
  },
  async 'finder, a town typed and searched'(page) {
    const field = page.locator('mh-find-a-hub input').first();
    await field.click();
    await page.keyboard.type('Leicester', { delay: 60 });
    await page.keyboard.press('Enter');
    await page.locator('mh-find-a-hub #result-title').waitFor();
    await settled(page);
  },
  async 'calculator, its choices and figures'(page) {
    const calculator = page.locator('mh-funding-calculator');
    for (const field of await calculator.locator('input:visible').all()) {
      await field.click();
      if ((await field.getAttribute('type')) !== 'radio') await page.keyboard.type('250');
      await settled(page);
    }
  },
};

/** What was pressed has been answered and painted. */
const settled = (page) =>
  page.evaluate(() => new Promise((next) => requestAnimationFrame(() => setTimeout(next, 50))));

/** Runs in the page: the time from each press or key to the paint that follows, as the browser itself counts it. */
function watch() {
  window.presses = new Map();
  const keep = (list) => {
    for (const { interactionId, duration, target, name } of list.getEntries()) {
      if (!interactionId || duration <= (window.presses.get(interactionId)?.duration ?? -1)) continue;
      const what =
        target && (target.id || target.name || target.textContent.trim().slice(0, 30) || target.localName);
      window.presses.set(interactionId, { duration, what: `${name} ${what ?? ''}` });
    }
  };
  new PerformanceObserver(keep).observe({ type: 'event', durationThreshold: 16, buffered: true });
}

const site = await serveExamples();
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });
try {
  console.log(`${'a quarter of the processor, phone'.padEnd(50)}  over 16 ms  middle  slowest`);
  for (const [name, walk] of Object.entries(WALKS)) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.route(
      (url) => url.origin !== site.address,
      (route) => route.abort(),
    );
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await page.addInitScript(watch);
    await page.goto(site.address);
    // As a reader comes by: every widget is drawn before the processor is slowed.
    for (const widget of await page
      .locator('mh-journey-map, mh-eligibility-checker, mh-funding-calculator, mh-apply-form, mh-find-a-hub')
      .all())
      await widget.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await walk(page);
    await page.waitForTimeout(500);
    const presses = await page.evaluate(() => [...window.presses.values()]);
    presses.sort((a, b) => a.duration - b.duration);
    const middle = presses[Math.floor(presses.length / 2)];
    const slowest = presses.at(-1);
    console.log(
      `${name.padEnd(50)}  ${String(presses.length).padStart(10)}  ${String(middle?.duration ?? '–').padStart(6)}  ${String(slowest?.duration ?? '–').padStart(7)} ms  ${slowest?.what.replace(/\s+/g, ' ') ?? ''}`,
    );
    await context.close();
  }
} finally {
  await browser.close();
  await site.close();
}
