import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../scripts/lib/browsers.mjs';
import { startExampleIntake } from '../../scripts/lib/intake.mjs';
import { served } from './served.js';

/*
 * The way of a school as browsers break it: Back and Forward, a page left and come back to, loaded again, swapped by
 * Turbo, in a frame, off line, filled in by a password manager, pasted into.
 */

// A person's browser keeps pages; the one that tests drive has nowhere to.
const site = served(
  { executablePath: await chromiumPath(), ignoreDefaultArgs: ['--disable-back-forward-cache'] },
  { intakeUrl: () => service?.intake.url },
);

const turbo = readFileSync(
  fileURLToPath(new URL('dist/turbo.es2017-umd.js', import.meta.resolve('@hotwired/turbo/package.json'))),
  'utf8',
);
const folder = mkdtempSync(join(tmpdir(), 'maths-hubs-way-'));
const open: BrowserContext[] = [];
let service: Awaited<ReturnType<typeof startExampleIntake>> | undefined;

beforeAll(async () => {
  service = await startExampleIntake({ origins: [site.address], folder, log: () => undefined });
});

afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});

afterAll(async () => {
  await service?.intake.close();
  rmSync(folder, { recursive: true, force: true });
});

async function phone(pages: Readonly<Record<string, string>> = {}): Promise<Page> {
  const context = await site.browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  open.push(context);
  for (const [path, body] of Object.entries(pages))
    await context.route(`${site.address}${path}`, (route) =>
      route.fulfill({ contentType: path.endsWith('.js') ? 'text/javascript' : 'text/html', body }),
    );
  return context.newPage();
}

const checkerOf = (page: Page | FrameLocator) => page.locator('mh-eligibility-checker');
const formOf = (page: Page | FrameLocator) => page.locator('mh-apply-form');
const questionOf = (page: Page | FrameLocator) => checkerOf(page).locator('#question');

/** Answers as a school that is not in the index, up to the question after the last answer. */
async function answer(page: Page | FrameLocator, answers: readonly string[]): Promise<void> {
  for (const words of answers)
    await checkerOf(page).getByRole('button', { name: words, exact: true }).click();
}

const UNLISTED = 'My school is not listed';
const KIND = 'Infant, junior, first or primary school';

/** The form once it is in the place of the plain one, whose fields have the same names: what is typed between the two is nobody's. */
async function drawnForm(page: Page): Promise<Locator> {
  const form = formOf(page);
  await form.scrollIntoViewIfNeeded();
  await form.locator('.mh-apply-form form').waitFor();
  return form;
}

/** The first step of the form, filled in. */
async function fillSchool(page: Page): Promise<void> {
  const form = await drawnForm(page);
  await form.getByLabel('School name').fill('Hill Top Primary');
  await form.getByLabel('School postcode').fill('LE1 1AA');
  await form.getByRole('radio', { name: 'Development', exact: true }).check();
  await form.getByRole('button', { name: 'Continue' }).click();
  await form.getByLabel('Your full name').waitFor();
}

/** The steps after the first, up to the last page. */
async function fillRest(page: Page): Promise<void> {
  const form = formOf(page);
  const go = form.getByRole('button', { name: 'Continue' });
  await form.getByLabel('Your full name').fill('A Teacher');
  await form.getByLabel('Your work e-mail').fill('a.teacher@school.example');
  await go.click();
  await form.getByLabel(/^The headteacher agrees/).check();
  await go.click();
  await form.getByRole('heading', { name: 'Check your answers' }).waitFor();
  // The service takes an application that was written in less than two seconds for a machine's.
  await page.waitForTimeout(2_000);
}

const received = (page: Page) => formOf(page).getByRole('heading', { name: 'Application received' });
const referenceOn = async (page: Page): Promise<string> =>
  (await formOf(page).locator('.reference').textContent()) ?? '';

describe('what one widget was told, the next does not ask', () => {
  it('a school picked in the finder is confirmed in the checker and named in the form', async () => {
    const page = await phone();
    await page.goto(`${site.address}/#find`);
    const finder = page.locator('mh-find-a-hub');
    await finder.getByRole('combobox').fill('Brookside Infant');
    await finder.getByRole('option', { name: /Brookside Infant School/ }).click();
    await finder.locator('#result-title').waitFor();
    const checker = checkerOf(page);
    await checker.scrollIntoViewIfNeeded();
    await checker.getByText('State-funded infant school').waitFor();
    expect(await checker.locator('.us').textContent()).toContain('Brookside Infant School');
    expect(await questionOf(page).textContent()).toContain('taken part');
    await answer(page, ['No, never', 'Yes', 'None of these']);
    await checker.getByRole('link', { name: 'Apply for a place' }).click();
    const form = formOf(page);
    await form.locator('.picked').getByText('Brookside Infant School').waitFor();
    expect(await form.getByLabel('School name').count()).toBe(0);
    expect(await form.getByLabel('School postcode').count()).toBe(0);
  });
});

describe('Back goes back', () => {
  it('through the checker, and Forward on again; the address never tells an answer', async () => {
    const page = await phone();
    await page.goto(`${site.address}/#check`);
    await answer(page, [UNLISTED, KIND, 'No, never']);
    await expect.poll(() => questionOf(page).textContent()).toContain('two teachers');
    await page.goBack();
    await expect.poll(() => questionOf(page).textContent()).toContain('taken part');
    await page.goBack();
    await expect.poll(() => questionOf(page).textContent()).toContain('What kind');
    await page.goForward();
    await page.goForward();
    await expect.poll(() => questionOf(page).textContent()).toContain('two teachers');
    expect(page.url()).toBe(`${site.address}/#check`);
  });

  it('through two widgets of a page, the last step first', async () => {
    const page = await phone();
    await page.goto(`${site.address}/#apply`);
    await fillSchool(page);
    const name = formOf(page).getByLabel('Your full name');
    await checkerOf(page).scrollIntoViewIfNeeded();
    await answer(page, [UNLISTED, KIND]);
    await expect.poll(() => questionOf(page).textContent()).toContain('taken part');
    await page.goBack();
    await expect.poll(() => questionOf(page).textContent()).toContain('What kind');
    expect(await name.isVisible()).toBe(true);
    await page.goBack();
    await expect.poll(() => questionOf(page).textContent()).not.toContain('What kind');
    expect(await name.isVisible()).toBe(true);
    await page.goBack();
    await expect.poll(() => formOf(page).getByLabel('School name').inputValue()).toBe('Hill Top Primary');
  });

  it('through the form, and Forward on again, with every answer', async () => {
    const page = await phone();
    await page.goto(`${site.address}/#apply`);
    await fillSchool(page);
    await formOf(page).getByLabel('Your full name').fill('A Teacher');
    await page.goBack();
    await expect.poll(() => formOf(page).getByLabel('School name').inputValue()).toBe('Hill Top Primary');
    expect(await formOf(page).getByRole('radio', { name: 'Development', exact: true }).isChecked()).toBe(
      true,
    );
    await page.goForward();
    await expect.poll(() => formOf(page).getByLabel('Your full name').inputValue()).toBe('A Teacher');
    expect(page.url()).toBe(`${site.address}/#apply`);
  });
});

describe('a page that is left and come back to', () => {
  it('out of the back/forward cache stands as it was left', async () => {
    const page = await phone();
    await page.goto(`${site.address}/#check`);
    await answer(page, [UNLISTED, KIND, 'No, never']);
    await expect.poll(() => questionOf(page).textContent()).toContain('two teachers');
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
    });
    await page.goto(`${site.address}/schools/manifest.json`);
    await page.evaluate(() => history.back());
    await expect.poll(() => questionOf(page).textContent()).toContain('two teachers');
    // The cache was used: a page that opts out of it, by a listener say, would be reloaded.
    expect(await page.evaluate(() => (window as { persisted?: boolean }).persisted)).toBe(true);
    await answer(page, ['Yes']);
    await expect
      .poll(() => checkerOf(page).locator('#question, #result').first().textContent())
      .toContain('Are any');
    await page.evaluate(() => history.back());
    await expect.poll(() => questionOf(page).textContent()).toContain('two teachers');
  });

  it('or loaded again keeps the place and the answers of the check', async () => {
    const page = await phone();
    await page.goto(`${site.address}/#check`);
    await answer(page, [UNLISTED, KIND, 'No, never', 'Yes', 'None of these']);
    const result = checkerOf(page).locator('#result');
    await result.waitFor();
    const said = await result.textContent();
    await page.reload();
    await expect.poll(() => result.textContent()).toBe(said);
  });
});

/** A page of a site that Turbo changes by script; its two pages differ in their bodies. */
const turboPages = (more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => {
  const page = (body: string): string => `<!doctype html><html lang="en"><head><title>A hub</title>
    <script src="/turbo.js"></script><script type="module" src="/embed/embed.js"></script></head><body>${body}</body></html>`;
  return {
    '/turbo.js': turbo,
    '/turbo-check.html': page(
      '<a href="/turbo-other.html">Elsewhere</a><mh-eligibility-checker edition="2024/25"></mh-eligibility-checker>',
    ),
    '/turbo-other.html': page(
      '<h1>Another page</h1><a href="/turbo-check.html">Check</a> <a href="/turbo-apply.html">Apply</a>',
    ),
    ...Object.fromEntries(Object.entries(more).map(([path, body]) => [path, page(body)])),
  };
};

describe('under Turbo', () => {
  const start = async (): Promise<Page> => {
    const page = await phone(turboPages());
    await page.goto(`${site.address}/turbo-check.html`);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    return page;
  };
  const stays = (page: Page): Promise<boolean> =>
    page.evaluate(() => (window as { sameDocument?: boolean }).sameDocument === true);

  it('Back goes a step back, and the page is not put anew', async () => {
    const page = await start();
    await answer(page, [KIND, 'No, never']);
    await expect.poll(() => questionOf(page).textContent()).toContain('two teachers');
    await page.evaluate(() => history.back());
    await expect.poll(() => questionOf(page).textContent()).toContain('taken part');
    await page.evaluate(() => history.forward());
    await expect.poll(() => questionOf(page).textContent()).toContain('two teachers');
    expect(await stays(page)).toBe(true);
  });

  it('another page of the site and back: the check is where it was left', async () => {
    const page = await start();
    await answer(page, [KIND, 'No, never']);
    await expect.poll(() => questionOf(page).textContent()).toContain('two teachers');
    await page.getByRole('link', { name: 'Elsewhere' }).click();
    await page.getByRole('heading', { name: 'Another page' }).waitFor();
    expect(await stays(page)).toBe(true);
    await page.evaluate(() => history.back());
    await expect.poll(() => questionOf(page).textContent()).toContain('two teachers');
    expect(await stays(page)).toBe(true);
    await answer(page, ['Yes', 'None of these']);
    await checkerOf(page).locator('#result').waitFor();
  });

  it('a page come to by a link draws its widget afresh', async () => {
    const page = await start();
    await answer(page, [KIND]);
    await page.getByRole('link', { name: 'Elsewhere' }).click();
    await page.getByRole('link', { name: 'Check' }).click();
    await expect.poll(() => questionOf(page).textContent()).toContain('What kind');
    expect(await stays(page)).toBe(true);
  });
});

describe('a form under Turbo', () => {
  const config = JSON.stringify({
    name: 'Wold Valley Maths Hub',
    notice: {
      version: 'example-1',
      controller: 'the Department for Education',
      processor: 'the school that leads the hub',
      lawfulBasis: 'public task',
      text: 'An example.',
    },
  });
  const body = `<a href="/turbo-other.html">Elsewhere</a><mh-settings src="/terms.json" today="2026-11-25" hub="wold-valley"></mh-settings>
    <mh-apply-form hub="wold-valley" action="/intake/applications"><script type="application/json">${config}</script></mh-apply-form>`;
  const start = async (): Promise<{ page: Page; sent: () => number }> => {
    const page = await phone(turboPages({ '/turbo-apply.html': body }));
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST') sent += 1;
    });
    await page.goto(`${site.address}/turbo-apply.html`);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    return { page, sent: () => sent };
  };
  const leave = async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: 'Elsewhere' }).click();
    await page.getByRole('heading', { name: 'Another page' }).waitFor();
    expect(await formOf(page).count()).toBe(0);
  };
  const comeBack = {
    'by Back': (page: Page) => page.evaluate(() => history.back()),
    'by a link': (page: Page) => page.getByRole('link', { name: 'Apply' }).click(),
  };

  for (const [way, back] of Object.entries(comeBack))
    it(`left half filled in, and come back to ${way}, has every answer, and is sent once`, async () => {
      const { page, sent } = await start();
      await fillSchool(page);
      await formOf(page).getByLabel('Your full name').fill('B Teacher');
      await leave(page);
      await back(page);
      await expect.poll(() => formOf(page).getByLabel('Your full name').inputValue()).toBe('B Teacher');
      // Turbo shows its copy of the page first, and then the page itself.
      await expect.poll(() => page.locator('html[data-turbo-preview]').count()).toBe(0);
      await expect.poll(() => formOf(page).locator('form').count()).toBe(1);
      await fillRest(page);
      expect(await formOf(page).locator('.answers').first().textContent()).toContain('Hill Top Primary');
      await formOf(page).getByRole('button', { name: 'Send application' }).click();
      await received(page).waitFor();
      expect(sent()).toBe(1);
      expect(await page.evaluate(() => (window as { sameDocument?: boolean }).sameDocument)).toBe(true);
    });

  it('left while it is being sent is sent once, and tells its reference to who comes back', async () => {
    const { page, sent } = await start();
    await fillSchool(page);
    await fillRest(page);
    let letGo = (): void => undefined;
    const held = new Promise<void>((go) => (letGo = go));
    await page.route('**/intake/applications', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest((request) => request.method() === 'POST');
    await formOf(page).getByRole('button', { name: 'Send application' }).click();
    await asked;
    await leave(page);
    letGo();
    await page.getByRole('link', { name: 'Apply' }).click();
    await received(page).waitFor();
    expect(await referenceOn(page)).toMatch(/^MH-/);
    expect(sent()).toBe(1);
    // Who has seen the reference, and comes again, may apply for another school.
    await leave(page);
    await page.getByRole('link', { name: 'Apply' }).click();
    await expect.poll(() => formOf(page).getByLabel('School name').inputValue()).toBe('');
  });
});

describe('in a frame', () => {
  for (const [kind, sandbox] of [
    ['as a site gives it', ''],
    ['in a sandbox of its own origin', 'sandbox="allow-scripts allow-same-origin allow-forms"'],
    ['in a sandbox of no origin', 'sandbox="allow-scripts"'],
  ] as const)
    it(`${kind}, a check comes to its result and goes back`, async () => {
      const page = await phone({
        '/framed.html': `<!doctype html><title>A hub</title><iframe ${sandbox} width="390" height="1400" title="Check" src="/embed/embed.html?widget=eligibility-checker&edition=2024%2F25"></iframe>`,
      });
      await page.goto(`${site.address}/framed.html`);
      const inside = page.frameLocator('iframe');
      await answer(inside, [KIND, 'No, never']);
      await expect.poll(() => questionOf(inside).textContent()).toContain('two teachers');
      await checkerOf(inside).getByRole('button', { name: 'Back' }).click();
      await expect.poll(() => questionOf(inside).textContent()).toContain('taken part');
      await answer(inside, ['No, never', 'Yes', 'None of these']);
      await checkerOf(inside).locator('#result').waitFor();
      // The page around it has not moved: its own address, its own frame.
      expect(page.url()).toBe(`${site.address}/framed.html`);
    });
});

describe('the form, as browsers and people fill it in', () => {
  it('loaded again in the middle begins with the first step, and asks before what is typed is lost', async () => {
    const page = await phone();
    await page.goto(`${site.address}/#apply`);
    await fillSchool(page);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    await formOf(page).getByLabel('School name').waitFor();
    expect(asked).toEqual(['beforeunload']);
    expect(await formOf(page).getByLabel('Your full name').count()).toBe(0);
  });

  it('off line at the moment of sending keeps every answer, says so, and is sent once afterwards', async () => {
    const page = await phone();
    await page.goto(`${site.address}/#apply`);
    await fillSchool(page);
    await fillRest(page);
    await page.context().setOffline(true);
    await formOf(page).getByRole('button', { name: 'Send application' }).click();
    await formOf(page).getByRole('heading', { name: 'Not sent yet' }).waitFor();
    expect(await formOf(page).locator('#error-summary').textContent()).toContain('online');
    await page.context().setOffline(false);
    await formOf(page).getByRole('button', { name: 'Try again' }).click();
    await received(page).waitFor();
    expect(await referenceOn(page)).toMatch(/^MH-/);
  });

  it('with the spam trap filled by a password manager is sent by the person’s own retry', async () => {
    const page = await phone();
    await page.goto(`${site.address}/#apply`);
    await fillSchool(page);
    await fillRest(page);
    // A password manager writes the value and tells the page so, seen or unseen.
    const filled = await formOf(page).evaluate((form) => {
      const trap = form.querySelector<HTMLInputElement>('[name=leaveEmpty]');
      if (!trap) return false;
      trap.value = 'https://school.example';
      for (const type of ['input', 'change']) trap.dispatchEvent(new Event(type, { bubbles: true }));
      return true;
    });
    expect(filled).toBe(true);
    await formOf(page).getByRole('button', { name: 'Send application' }).click();
    await formOf(page).locator('#error-summary').waitFor();
    expect(await formOf(page).locator('#error-summary').textContent()).toContain(
      'Your browser filled in a field',
    );
    await formOf(page).getByRole('button', { name: 'Try again' }).click();
    await received(page).waitFor();
  });

  it('takes what a browser fills in without a word, from the tokens that it knows', async () => {
    const page = await phone();
    await page.goto(`${site.address}/#apply`);
    await fillSchool(page);
    const tokens = await formOf(page)
      .locator('input[autocomplete]')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('autocomplete')));
    expect(tokens).toEqual(expect.arrayContaining(['name', 'email']));
    // Some browsers set the value alone and send no event.
    await formOf(page).evaluate((form) => {
      const values: Record<string, string> = { name: 'A Teacher', email: 'a.teacher@school.example' };
      for (const [token, value] of Object.entries(values)) {
        const field = form.querySelector<HTMLInputElement>(`input[autocomplete="${token}"]`);
        if (field) field.value = value;
      }
    });
    await formOf(page).getByRole('button', { name: 'Continue' }).click();
    await formOf(page)
      .getByLabel(/^The headteacher agrees/)
      .waitFor();
  });

  it('takes what people paste, straightened, and stores it so', async () => {
    const page = await phone();
    await page.goto(`${site.address}/#apply`);
    const form = await drawnForm(page);
    const paste = async (label: string, text: string): Promise<void> => {
      await form.getByLabel(label).focus();
      await page.keyboard.insertText(text);
    };
    await paste('School name', '\u201cO\u2019Hare\u00a0Primary\u201d');
    await paste('School postcode', '\u202ale1  1aa.\u202c');
    await paste('URN', 'URN 119 989');
    await form.getByRole('radio', { name: 'Development', exact: true }).check();
    await form.getByRole('button', { name: 'Continue' }).click();
    await paste('Your full name', 'A\u00adnn Teacher');
    await paste('Your work e-mail', 'Ann B <ann.b@school.example>');
    await form.getByRole('button', { name: 'Continue' }).click();
    await form.getByLabel(/^The headteacher agrees/).check();
    await form.getByRole('button', { name: 'Continue' }).click();
    await form.getByRole('heading', { name: 'Check your answers' }).waitFor();
    const said = (await form.locator('.answers').allTextContents()).join(' ');
    for (const words of ['LE1 1AA', '119989', 'ann.b@school.example']) expect(said).toContain(words);
    await page.waitForTimeout(2_000);
    await form.getByRole('button', { name: 'Send application' }).click();
    await received(page).waitFor();
  });
});
