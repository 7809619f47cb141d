/** What a person presses and types in each widget of a page, as the bench of presses does it. */

const ANSWERS = {
  schoolName: 'Hill Top Primary School',
  urn: '100001',
  postcode: 'LE1 1AA',
  name: 'A Teacher',
  email: 'a.teacher@school.example',
  telephone: '0116 496 0000',
};

/** A quick typist; keys that come faster than they can be answered measure each other. */
const TYPING = { delay: 60 };

/** What was pressed has been answered and painted. */
const settled = (page) =>
  page.evaluate(() => new Promise((next) => requestAnimationFrame(() => setTimeout(next, 50))));

const CONTROLS = 'button, summary, select, input, [role=link][tabindex]';

/** Every control that can be seen, and those that come with a press, each once. */
async function pressAll(page, tag, most = 40) {
  const seen = new Set();
  const widget = page.locator(tag).first();
  for (let presses = 0; presses < most; presses += 1) {
    await settled(page);
    const names = await widget
      .locator(CONTROLS)
      .evaluateAll((all) =>
        all.map((each) =>
          each.checkVisibility() && !each.disabled
            ? `${each.localName} ${each.name ?? ''} ${each.value ?? ''} ${each.id} ${each.textContent.replace(/\s+/g, ' ')}`
            : '',
        ),
      );
    const at = names.findIndex((name) => name !== '' && !seen.has(name));
    if (at < 0) return;
    seen.add(names[at]);
    const control = widget.locator(CONTROLS).nth(at);
    if (names[at].startsWith('select')) {
      await control.focus();
      await page.keyboard.press('ArrowUp');
    } else await control.click();
  }
}

export const WALKS = {
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
    await settled(page);
    await page.waitForTimeout(500);
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
          await page.keyboard.type(ANSWERS[name], TYPING);
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
    await page.keyboard.type('Leicester', TYPING);
    await page.keyboard.press('Enter');
    // Not by a locator, which searches every widget again and again while the answer is on its way.
    await page.waitForFunction(() =>
      document.querySelector('mh-find-a-hub').shadowRoot.querySelector('#result-title'),
    );
    await settled(page);
  },
  async 'calculator, its choices and figures'(page) {
    const calculator = page.locator('mh-funding-calculator');
    for (const field of await calculator.locator('input:visible').all()) {
      await field.click();
      if ((await field.getAttribute('type')) !== 'radio') await page.keyboard.type('250', TYPING);
      await settled(page);
    }
  },
  'planner, every control': (page) => pressAll(page, 'mh-commitment-planner'),
  'information sheet, every control': (page) => pressAll(page, 'mh-information-sheet'),
  'stories, every control': (page) => pressAll(page, 'mh-stories'),
  'figures, every control': (page) => pressAll(page, 'mh-programme-reach'),
  'recruitment status, every control': (page) => pressAll(page, 'mh-recruitment-status'),
  async 'specialist’s path, every control'(page) {
    await putIn(page, 'mh-specialist-path');
    await pressAll(page, 'mh-specialist-path');
  },
  async 'guide, every control'(page) {
    await putIn(page, 'mh-mastery-guide');
    await pressAll(page, 'mh-mastery-guide');
  },
};

/** A widget that the example page does without. */
async function putIn(page, tag) {
  await page.evaluate((name) => {
    const widget = document.createElement(name);
    document.querySelector('#journey').append(widget);
    // Loaded only where it is near.
    widget.scrollIntoView({ behavior: 'instant' });
  }, tag);
  await page.locator(`${tag} h2`).first().waitFor();
  await settled(page);
}
