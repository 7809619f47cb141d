/**
 * A hub's web editor at the editor's page, from its start to a copied snippet, with every press and key counted. A list is two presses: one opens it, one
 * chooses. What is typed is counted in characters.
 */

/** A person at the page: every press and every key is counted. */
async function sitDown(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const counted = { clicks: 0, keys: 0 };
  context.setDefaultTimeout(280_000);
  await page.goto(`${address}/editor/`);
  await page.getByLabel('Your hub', { exact: true }).locator('option').nth(5).waitFor({ state: 'attached' });
  return {
    browser,
    address,
    page,
    counted,
    async press(target) {
      counted.clicks += 1;
      await target.click();
    },
    async button(name) {
      counted.clicks += 1;
      await page.getByRole('button', { name }).first().click();
    },
    async tick(label) {
      counted.clicks += 1;
      await page.getByLabel(label).first().check();
    },
    async choose(label, option) {
      counted.clicks += 2;
      await page.getByLabel(label, { exact: true }).selectOption(option);
    },
    /** One press into the field, then the keys. */
    async type(target, text) {
      counted.clicks += 1;
      counted.keys += text.length;
      await target.fill(text);
    },
  };
}

/** Chooses the widgets of a school's way, an e-mail for applications, and copies for WordPress. */
async function toSnippet({ page, press, button, tick, type }) {
  await button('Next: your widgets');
  await tick('Eligibility checker');
  await tick('Apply form');
  await tick('By e-mail');
  if (!(await page.locator('#mh-apply-form-mailto').inputValue()))
    await type(page.locator('#mh-apply-form-mailto'), 'office@hub.example');
  await button('Next: your snippet');
  await press(page.getByRole('tab', { name: 'WordPress' }));
  await button('Copy Snippet for a Custom HTML block');
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of ['<mh-journey-map', '<mh-eligibility-checker', '<mh-apply-form'])
    if (!snippet.includes(part)) throw new Error(`The snippet has no ${part}>.`);
  return snippet;
}

const kinds = {
  'four phases': async (hand) => {
    const { page, press, button, tick, choose, type } = hand;
    await choose('Your hub', { label: 'West Yorkshire Maths Hub' });
    await button('Begin');
    await page.getByRole('heading', { name: 'How schools reach you' }).waitFor();
    // One term of public evidence does not hold for this hub; the others do.
    await press(page.locator('#review-development, #review summary').first());
    await press(page.locator('#review input[type=checkbox]').first());
    await press(page.locator('#take-over'));
    await button('Use this: it is right');
    await press(page.locator('#phases-1 > summary'));
    await tick('Schools may start with Development');
    await type(page.getByLabel('Which schools start here'), 'Schools in our nine areas.');
    await tick('The school teaches primary years.');
    // A number of our own in each of the four phases, on its sheet.
    await type(page.locator('#phases-0-terms-meetings-value'), '3');
    await type(page.locator('#phases-1-terms-meetings-value'), '6');
    for (const index of [2, 3]) {
      await press(page.locator(`#phases-${index} > summary`));
      await type(page.locator(`#phases-${index}-terms-meetings-value`), '5');
    }
    await press(page.locator('#part-recruitment > summary'));
    await button('Add a recruitment window');
    await type(page.getByLabel('Opens'), '2026-09-01');
    await type(page.getByLabel('Last day to apply'), '2027-05-28');
    await toSnippet(hand);
  },
  'two strands': async (hand) => {
    const { page, button, tick, choose, type } = hand;
    await choose('Your hub', 'other');
    await type(page.getByLabel('Name of your hub'), 'Wold Valley Maths Hub');
    await tick('The two strands, empty');
    await button('Begin');
    await type(page.getByLabel('Email').first(), 'hub@example.org');
    await type(page.getByLabel('Teachers taking part: Number'), '2');
    await type(page.getByLabel('Work Group meetings: Number'), '6');
    await tick(/^Schools may start with/);
    await toSnippet(hand);
  },
  'last year’s file': async (hand) => {
    const { page, press, button } = hand;
    // Last year's file, made by somebody else's hands: it is not counted.
    const before = await sitDown(hand.browser, hand.address);
    await before.choose('Your hub', { label: 'West Yorkshire Maths Hub' });
    await before.choose('School year of your terms', '2026/27');
    await before.button('Begin');
    await before.press(before.page.locator('#take-over'));
    await before.button('Use this: it is right');
    await before.press(before.page.locator('#part-recruitment > summary'));
    await before.button('Add a recruitment window');
    await before.type(before.page.getByLabel('Opens'), '2026-09-01');
    await before.button('Next: your widgets');
    await before.button('Your terms');
    const saved = before.page.waitForEvent('download');
    await before.button('Save to a file');
    const file = await (await saved).path();
    hand.counted.clicks += 2;
    await page.getByLabel('Saved file').setInputFiles(file);
    await press(page.locator('#roll-on'));
    await press(page.locator('#take-over'));
    await button(/right now$/);
    await toSnippet(hand);
    await before.page.context().close();
  },
};

/** Kinds of hub. */
export const KINDS = Object.keys(kinds);

/**
 * Walks the whole way of one kind of hub.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address  of the served examples
 * @param {string} kind
 * @returns {Promise<{ clicks: number, keys: number }>}
 */
export async function walk(browser, address, kind) {
  const hand = await sitDown(browser, address);
  await kinds[kind](hand);
  await hand.page.context().close();
  return hand.counted;
}
