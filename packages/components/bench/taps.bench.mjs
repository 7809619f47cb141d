/**
 * From a school to its verdict: how many questions ten kinds of school meet in the eligibility checker of the example
 * page, and how many taps they make. A tap is a press of a button or a box; typing a name is none.
 */
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../../scripts/lib/browsers.mjs';
import { serveExamples } from '../../../scripts/lib/serve.mjs';

const NEW = ['No, never', 'Yes', 'None of these'];

/** What each school answers, in whatever order it is asked. `tick` is ticked before going on. */
const SCHOOLS = [
  { name: 'ready infant, picked by name', pick: 'Brookside Infant School', answers: NEW, most: 5 },
  {
    name: 'ready infant, without a list',
    answers: ['Infant, junior, first or primary school', ...NEW],
    most: 8,
  },
  { name: 'prep school', pick: 'Hill House Prep', answers: [], most: 2 },
  { name: 'prep school, without a list', answers: ['Independent (fee-paying) school'], most: 2 },
  { name: 'nursery', pick: 'Little Acorns Nursery School', answers: [], most: 2 },
  { name: 'nursery, without a list', answers: ['Nursery school'], most: 2 },
  { name: 'special school', pick: 'Ferry Lane Special School', answers: NEW, most: 6 },
  { name: 'special school, without a list', answers: ['Special school', ...NEW], most: 6 },
  { name: 'all-through school', pick: 'Wold Valley All-through Academy', answers: NEW, most: 6 },
  {
    name: 'junior under inspection (RI)',
    pick: 'Brookside Junior School',
    answers: NEW,
    ticks: ['An inspection or other outside pressure', 'Staff turnover is high'],
    most: 7,
  },
  {
    name: 'did Development in 2019',
    pick: 'Hill Top Primary School',
    answers: ['Yes', 'We finished Development', '2019/20'],
    then: { 'Has the headteacher': 'No' },
    most: 5,
  },
  {
    name: 'did Development in 2019, without a list',
    answers: ['Infant, junior, first or primary school', 'We finished Development', 'Yes', '2019/20'],
    then: { 'Has the headteacher': 'No' },
    most: 5,
  },
  { name: 'secondary', pick: 'Wold Market Secondary School', answers: [], most: 2 },
  { name: 'secondary, without a list', answers: ['Secondary school, sixth form or college'], most: 2 },
  { name: 'middle school', pick: 'Long Barrow Middle School', answers: NEW, most: 8 },
  {
    name: 'a new head who is not sure',
    pick: "St Hild's CE Primary School",
    answers: ['Not sure', 'None of these'],
    most: 6,
  },
];

const site = await serveExamples();
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });
const rows = [];
try {
  for (const school of SCHOOLS) rows.push({ ...school, ...(await walk(school)) });
} finally {
  await browser.close();
  await site.close();
}

const width = Math.max(...rows.map(({ name }) => name.length));
console.log(`${'school'.padEnd(width)}  questions  taps  limit  height  verdict`);
for (const { name, questions, taps, most, height, verdict } of rows)
  console.log(
    `${name.padEnd(width)}  ${String(questions).padStart(9)}  ${String(taps).padStart(4)}  ${String(most).padStart(5)}  ` +
      `${String(height).padStart(6)}  ${verdict}${taps > most ? '  OVER' : ''}`,
  );

/** Goes through the check as a person on a phone would. */
async function walk({ name, pick, answers, then = {}, ticks = [] }) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await context.route(
    (url) => url.origin !== site.address,
    (route) => route.abort(),
  );
  const page = await context.newPage();
  await page.goto(site.address);
  const checker = page.locator('mh-eligibility-checker');
  await checker.scrollIntoViewIfNeeded();
  const verdict = checker.locator('#result');
  let taps = 0;
  let questions = 0;
  const tap = async (target) => {
    await target.tap();
    taps += 1;
  };
  const field = checker.getByRole('searchbox');
  await field.or(verdict).first().waitFor();
  if (pick) {
    questions += 1;
    await field.fill(pick);
    await tap(checker.getByRole('button', { name: pick }).first());
  } else {
    // Without a list there is no field: the page's own setting is taken away.
    await page.evaluate(() => document.querySelector('mh-settings').removeAttribute('school-index'));
  }
  await checker.locator('#school').waitFor({ state: 'detached' });
  while (!(await verdict.isVisible())) {
    if ((questions += 1) > 30) throw new Error(`${name}: thirty questions and no verdict.`);
    await checker.locator('#result, #question').first().waitFor();
    if (await verdict.isVisible()) {
      questions -= 1;
      break;
    }
    const question = await checker.locator('#question').textContent();
    for (const words of ticks) {
      const box = checker.getByLabel(words);
      if ((await box.count()) > 0) await tap(box);
    }
    const buttons = checker.locator('.choices button, form button[type=submit]');
    const labels = (await buttons.allTextContents()).map((label) => label.replace(/\s+/g, ' ').trim());
    const own = Object.entries(then).find(([start]) => question.trim().startsWith(start))?.[1];
    const at = labels.findIndex((label) =>
      (own ? [own] : answers).some(
        (answer) => label === answer || (answer.length > 3 && label.startsWith(answer)),
      ),
    );
    const go = at >= 0 ? at : labels.findIndex((label) => label.startsWith('Continue'));
    if (go < 0) throw new Error(`${name} has no answer to "${question}": ${labels.join(' | ')}`);
    await tap(buttons.nth(go));
    await page.waitForFunction((before) => {
      const root = document.querySelector('mh-eligibility-checker').shadowRoot;
      return root.querySelector('#result') || root.querySelector('#question')?.textContent !== before;
    }, question);
  }
  const height = await checker.evaluate((element) => Math.round(element.getBoundingClientRect().height));
  const said = (await verdict.textContent()).replace(/\s+/g, ' ').trim();
  if (process.env.PICTURES)
    await checker.screenshot({ path: `${process.env.PICTURES}/${name.replace(/\W+/g, '-')}.png` });
  await context.close();
  return { questions, taps, height, verdict: said };
}
