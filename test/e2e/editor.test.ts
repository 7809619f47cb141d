import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { served } from './served.js';

const editor = served();

/** A hub's own page on another address than the editor's: what was pasted, and nothing else. */
class HubPage {
  body = '';
  /** A second page of the site, at `/apply`. */
  second = '';
  private server: ServerType | undefined;

  async start(): Promise<string> {
    const page = (body: string): string =>
      `<!doctype html><html lang="en-GB"><head><title>Our hub</title></head><body><main><h1>Our hub</h1>${body}</main></body></html>`;
    const app = new Hono()
      .get('/', (context) => context.html(page(this.body)))
      .get('/apply', (context) => context.html(page(this.second)));
    await new Promise<void>((ready) => {
      this.server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => ready());
    });
    const address = this.server?.address();
    if (typeof address !== 'object' || address === null) throw new Error('The hub’s page is not served.');
    return `http://127.0.0.1:${address.port}/`;
  }

  stop(): void {
    this.server?.close();
  }
}

const hub = new HubPage();
let hubAddress: string;
let axe: string;

beforeAll(async () => {
  hubAddress = await hub.start();
  axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
});

afterAll(async () => {
  hub.stop();
});

/** Opens the editor; an error on the page, or anything kept unasked, fails the test. */
async function openEditor(width = 1280): Promise<Page> {
  const context = await editor.browser.newContext({
    viewport: { width, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${editor.address}/editor/`);
  await page.getByLabel('Your hub', { exact: true }).locator('option').nth(5).waitFor({ state: 'attached' });
  return page;
}

async function begin(page: Page, hubName: string, start: string, year = '2026/27'): Promise<void> {
  await page.getByLabel('Your hub', { exact: true }).selectOption({ label: hubName });
  await page.getByLabel('School year of your terms').selectOption(year);
  await page.getByLabel(start).check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { name: 'How schools reach you' }).waitFor();
}

async function toSnippet(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Next: your widgets' }).click();
  await page.getByRole('heading', { name: 'Your widgets' }).waitFor();
  await page.getByRole('button', { name: 'Next: your snippet' }).click();
  await page.getByRole('button', { name: 'Copy Snippet', exact: true }).click();
  await page.getByRole('button', { name: 'Copied Snippet' }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The page with the snippet, once its journey map is drawn whole: the insides of its phases come after its path. */
async function pasted(page: Page, snippet: string): Promise<Page> {
  hub.body = snippet;
  const fresh = await page.context().newPage();
  await fresh.goto(hubAddress);
  await fresh.waitForFunction(() => {
    const drawn = document.querySelector('mh-journey-map')?.shadowRoot;
    return drawn?.querySelector('ol.path') && !drawn.querySelector('.panel .loading');
  });
  return fresh;
}

/** Everything that the map of a published page says. */
function shown(fresh: Page): Promise<string> {
  return fresh.locator('mh-journey-map').evaluate((map) => map.shadowRoot?.textContent ?? '');
}

/** What an open phase says, once its insides have come. */
async function opened(map: Locator, phase: string): Promise<string> {
  const panel = map.locator(`#panel-${phase}`);
  await panel.getByText(/\S/).first().waitFor();
  await panel.locator('.loading').waitFor({ state: 'detached' });
  return panel.innerText();
}

/** Whether this element, in the editor's shadow, has the focus. */
function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((each) => (each.getRootNode() as ShadowRoot).activeElement === each);
}

/** The words by which the control with the focus is known. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const root = document.querySelector('mh-editor')?.shadowRoot;
    const focused = root?.activeElement;
    const label = focused?.id ? root?.querySelector(`label[for="${focused.id}"]`) : null;
    return (label ?? focused)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  });
}

/** Opens whatever can be opened, and what that brings. */
async function openEverything(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const all = [...(document.querySelector('mh-editor')?.shadowRoot?.querySelectorAll('details') ?? [])];
    for (const each of all) each.open = true;
    // What is inside comes with the next drawing.
    return all.every((each) => each.open && each.children.length > 1);
  });
}

/** Names of buttons that more than one has. */
function repeatedNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('mh-editor')?.shadowRoot;
    const names = [...(root?.querySelectorAll('button') ?? [])].map((button) =>
      button.textContent.replace(/\s+/g, ' ').trim(),
    );
    return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  });
}

async function expectNoViolations(page: Page): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await run.run({ iframes: false, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
  expect(found).toEqual([]);
}

/** Prints how long it took: how fast the machine is proves nothing. */
async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  console.log(`${what}: from an empty start to a working page in ${seconds.toFixed(1)} s by machine`);
}

describe('from an empty start to a working page', () => {
  it('a hub of the four phases states terms, a way in, a rule and a window', () =>
    timed('four phases', async () => {
      const page = await openEditor();
      await begin(page, 'West Yorkshire Maths Hub', 'The four phases, empty');
      await expectNoViolations(page);
      await page.getByLabel('Website').fill('https://www.wymathshub.co.uk/');
      await page.locator('#phases-1 > summary').click();
      const development = page.locator('#phases-1');
      await development.getByLabel('Schools may start with Development').check();
      await development
        .getByLabel('Which schools start here')
        .fill('Schools in our nine areas that are ready.');
      await development
        .getByRole('button', { name: /^Use this ?: Teachers taking part, Development$/ })
        .click();
      await development.getByLabel('Work Group meetings: Number').fill('6');
      await development.locator('#phases-1-terms-charge').getByLabel('No', { exact: true }).check();
      await development.getByLabel('The school teaches primary years.').check();
      await page.locator('#part-recruitment > summary').click();
      await page.getByRole('button', { name: 'Add a recruitment window' }).click();
      await page.getByLabel('Opens').fill('2026-09-01');
      await page.getByLabel('Last day to apply').fill('2027-05-28');
      await page.getByRole('button', { name: 'Check my terms' }).click();
      await page.getByText(/Your requirements hold together|What your requirements come to/).waitFor();
      expect(
        await page.getByText(/^Look at this: (?!The whole programme)/).allTextContents(),
        'one door alone leaves schools without a way in, and nothing else is wrong',
      ).toEqual([]);
      await development.getByRole('checkbox', { name: /^The school has done Development\b/ }).check();
      await development.getByLabel('The school has not been in the programme before.').check();
      await page.getByRole('button', { name: 'Check my terms' }).click();
      await page.getByText('No school can meet all of these requirements together.').waitFor();
      await expectNoViolations(page);
      await development.getByRole('checkbox', { name: /^The school has done Development\b/ }).uncheck();
      const fresh = await pasted(page, await toSnippet(page));
      const map = fresh.locator('mh-journey-map');
      await map.getByRole('button', { name: 'Development' }).click();
      const text = await opened(map, 'development');
      expect(text).toContain('6 meetings');
      expect(text).toMatch(/2 teachers/);
      expect(await shown(fresh)).toContain('Schools in our nine areas that are ready.');
      expect(await shown(fresh)).toContain('2026/27');
      await page.context().close();
    }));

  it('a hub of the two strands that is not in the directory', () =>
    timed('two strands', async () => {
      const page = await openEditor();
      await page.getByLabel('Your hub', { exact: true }).selectOption('other');
      await page.getByLabel('Name of your hub').fill('Wold Valley Maths Hub');
      await page.getByLabel('The two strands, empty').check();
      await page.getByRole('button', { name: 'Begin' }).click();
      await page.getByLabel('Email').fill('hub@example.org');
      await page.getByLabel(/^What you call/).fill('Introductory year');
      await page.getByLabel('Teachers taking part: Number').fill('2');
      const fresh = await pasted(page, await toSnippet(page));
      const map = fresh.locator('mh-journey-map');
      await map.getByRole('button', { name: 'Introductory year' }).click();
      expect(await opened(map, 'introductory')).toContain('2 teachers');
      expect(await shown(fresh)).toContain('Wold Valley Maths Hub');
      await page.context().close();
    }));

  it('a hub that knows only its contact: every term sends the school to it', () =>
    timed('only a contact', async () => {
      const page = await openEditor(320);
      await begin(page, 'South Yorkshire Maths Hub', 'The four phases, empty');
      await page.getByRole('button', { name: 'Use this: it is right' }).click();
      const fresh = await pasted(page, await toSnippet(page));
      const text = await shown(fresh);
      expect(text).toContain('South Yorkshire Maths Hub');
      expect(text).toMatch(/ask (us|your hub)/i);
      await page.context().close();
    }));
});

describe('the editor’s page', () => {
  it('holds a person back with faults in place, each led to from the summary', async () => {
    const page = await openEditor();
    await begin(page, 'West Yorkshire Maths Hub', 'The four phases, empty');
    await page.getByLabel('Website').fill('ftp://plain.example');
    await page.getByRole('button', { name: 'Next: your widgets' }).click();
    const summary = page.locator('#error-summary');
    await summary.waitFor();
    await expect.poll(() => hasFocus(summary)).toBe(true);
    await summary.getByRole('link').first().click();
    await expect.poll(() => hasFocus(page.getByLabel('Website'))).toBe(true);
    expect(await page.getByLabel('Website').getAttribute('aria-invalid')).toBe('true');
    await expectNoViolations(page);
    await page.getByLabel('Website').fill('https://plain.example');
    await summary.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('keeps nothing on the device unless asked; then opens where it was left', async () => {
    const page = await openEditor();
    await begin(page, 'West Yorkshire Maths Hub', 'The two strands, empty');
    await page.getByLabel('Website').fill('https://first.example/');
    const kept = () => page.evaluate(() => localStorage.length);
    expect(await kept()).toBe(0);
    await page.getByLabel('Keep a draft on this device').check();
    await expect.poll(kept).toBeGreaterThan(0);
    await page.reload();
    await page.getByLabel('Website').waitFor();
    expect(await page.getByLabel('Website').inputValue()).toBe('https://first.example/');
    await page.getByLabel('Keep a draft on this device').uncheck();
    await expect.poll(kept).toBe(0);
    await page.context().close();
  });

  it('saves one file, and opens it again as it was', async () => {
    const page = await openEditor();
    await begin(page, 'West Yorkshire Maths Hub', 'The two strands, empty');
    await page.getByLabel('Teachers taking part: Number').fill('2');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to a file' }).click();
    const file = await (await download).path();
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByLabel('Saved file').setInputFiles(file);
    await page.getByRole('heading', { name: 'How schools reach you' }).waitFor();
    expect(await page.locator('#phases-0-terms-teachers .term-value').innerText()).toContain('2 teachers');
    await page.context().close();
  });

  it('puts the journey and the checker on one page, the form on another, and lets each lead to the other', async () => {
    const page = await openEditor();
    await begin(page, 'West Yorkshire Maths Hub', 'The four phases, empty');
    await page.locator('#take-over').click();
    await page.getByLabel('Email').fill('hub@example.org');
    await page.getByRole('button', { name: 'Next: your widgets' }).click();
    await page.getByRole('group', { name: 'Which widgets' }).getByLabel('Eligibility checker').check();
    await page.getByRole('group', { name: 'Which widgets' }).getByLabel('Apply form').check();
    await page.getByLabel('By e-mail').check();
    await page.getByLabel('Page of the apply form').selectOption('A page of its own');
    await page.getByText('Give each page its address').waitFor();
    await page.getByLabel('Address of page 1: Journey map, Eligibility checker').fill(hubAddress);
    await page.getByLabel('Address of page 2: Apply form').fill(`${hubAddress}apply`);
    await page.getByText('Each page has a snippet of its own').waitFor();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Next: your snippet' }).click();
    const copy = async (title: string): Promise<string> => {
      await page.getByRole('button', { name: `Copy ${title}`, exact: true }).click();
      await page.getByRole('button', { name: `Copied ${title}`, exact: true }).waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const first = await copy('Snippet, page 1: Journey map, Eligibility checker');
    hub.second = await copy('Snippet, page 2: Apply form');
    expect(first).not.toContain('<mh-apply-form');
    expect(hub.second).not.toContain('<mh-journey-map');
    const fresh = await pasted(page, first);
    await fresh.locator('mh-eligibility-checker').getByRole('button').first().waitFor();
    const leads = (name: string) => fresh.locator('mh-settings').getAttribute(name);
    expect([await leads('apply-href'), await leads('check-href')]).toEqual([`${hubAddress}apply`, null]);
    await fresh.goto(`${hubAddress}apply`);
    await fresh.locator('mh-apply-form').getByLabel('School name').waitFor();
    expect([await leads('check-href'), await leads('journey-href')]).toEqual([hubAddress, hubAddress]);
    expect(await leads('apply-href')).toBeNull();
    // The check knows what each page should have.
    await page.getByRole('button', { name: 'Check your page' }).click();
    await page.getByLabel('Your page’s HTML, or your snippet').fill(hub.second);
    await page.getByRole('button', { name: 'Check this page' }).click();
    await page.getByText('On the page', { exact: true }).waitFor();
    expect(await page.locator('#lint-findings').innerText()).not.toContain('journey-map');
    await page.context().close();
  });

  it('starts from another hub’s file: nothing of it is ours until we say so', async () => {
    const page = await openEditor();
    await begin(page, 'West Yorkshire Maths Hub', 'The two strands, empty');
    await page.locator('#phases-0-terms-teachers-value').fill('3');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to a file' }).click();
    const file = await (await download).path();
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByLabel('Your hub', { exact: true }).selectOption({ label: 'South Yorkshire Maths Hub' });
    await page.getByLabel('Another hub’s file').check();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.locator('#error-summary').getByText('Choose the other hub’s file.').waitFor();
    const picture = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('%PDF-1.7') };
    await page.getByLabel('The other hub’s file').setInputFiles(picture);
    await page.getByText('Chosen: x.json').waitFor();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.locator('#error-summary').getByText('This is a PDF.').waitFor();
    await page.getByLabel('The other hub’s file').setInputFiles(file);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('West Yorkshire Maths Hub says for 2026/27: does it hold for you?').waitFor();
    const teachers = page.locator('#phases-0-terms-teachers .term-value');
    expect(await teachers.innerText()).toBe('Not decided');
    await page.locator('#take-over').click();
    await page.getByText('3 teachers').first().waitFor();
    expect(await teachers.innerText()).toBe('3 teachers');
    expect(await page.getByLabel('Name of the hub').inputValue()).toBe('South Yorkshire Maths Hub');
    await page.context().close();
  });

  it('joins the files of two people term by term, and takes it back', async () => {
    const page = await openEditor();
    const state = async (terms: Readonly<Record<string, string>>): Promise<void> => {
      await begin(page, 'West Yorkshire Maths Hub', 'The two strands, empty');
      for (const [id, text] of Object.entries(terms)) {
        await page.locator(`#phases-0-terms-${id}-value`).fill(text);
      }
    };
    await state({ teachers: '3', meetings: '6' });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to a file' }).click();
    const colleagues = await (await download).path();
    await page.getByRole('button', { name: 'Start again' }).click();
    await state({ teachers: '2' });
    await page.locator('#part-compare > summary').click();
    const file = {
      name: 'ours-by-sam.json',
      mimeType: 'application/json',
      buffer: await readFile(colleagues),
    };
    await page.getByLabel('Your colleague’s file').setInputFiles(file);
    await page.getByText('2 differences with “ours-by-sam.json”').waitFor();
    await expectNoViolations(page);
    const boxes = page.locator('#compared input[type=checkbox]');
    expect(await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked))).toEqual([
      false,
      true,
    ]);
    expect(await page.locator('#compared label').first().innerText()).toMatch(
      /yours, 2 teachers; theirs, 3 teachers/,
    );
    await page.getByRole('button', { name: 'Take the one that is ticked' }).click();
    const value = (id: string) => page.locator(`#phases-0-terms-${id} .term-value`).innerText();
    await page.getByText('One thing was taken from “ours-by-sam.json”.').waitFor();
    expect([await value('teachers'), await value('meetings')]).toEqual(['2 teachers', '6 meetings']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 differences with').waitFor();
    expect(await value('meetings')).toBe('Not decided');
    await page
      .getByLabel('Your colleague’s file')
      .setInputFiles({ ...file, buffer: Buffer.from('%PDF-1.7') });
    await page.getByText('This is a PDF.').waitFor();
    const older = JSON.stringify({
      ...JSON.parse(file.buffer.toString('utf8')).edition,
      schoolYear: '2025/26',
    });
    await page.getByLabel('Your colleague’s file').setInputFiles({ ...file, buffer: Buffer.from(older) });
    await page.getByText('It has the terms of 2025/26, and yours are of 2026/27.').waitFor();
    await page.context().close();
  });

  it('is accessible and fits 320 px in every step', async () => {
    const page = await openEditor(320);
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= 320);
    await expectNoViolations(page);
    expect(await fits()).toBe(true);
    await begin(page, 'West Yorkshire Maths Hub', 'A year that we have', '2024/25');
    await page.locator('#part-calendar > summary').click();
    await page.locator('#part-wording > summary').click();
    await expectNoViolations(page);
    expect(await fits()).toBe(true);
    await page.getByRole('button', { name: 'Next: your widgets' }).click();
    await page.getByLabel('Our own colour').check();
    await page.getByText('Journey map: options').click();
    await expectNoViolations(page);
    expect(await fits()).toBe(true);
    await page.getByRole('button', { name: 'Next: your snippet' }).click();
    await page.getByRole('tab', { name: 'Plain HTML' }).press('ArrowRight');
    await page.getByRole('tab', { name: 'WordPress', selected: true }).waitFor();
    await expectNoViolations(page);
    expect(await fits()).toBe(true);
    await page.getByRole('button', { name: 'Check your page' }).click();
    await page.getByLabel('Your page’s HTML, or your snippet').fill('<mh-journey-map></mh-journey-map>');
    await page.getByRole('button', { name: 'Check this page' }).click();
    await page.getByText('2 things to look at').waitFor();
    await expectNoViolations(page);
    expect(await fits()).toBe(true);
    await page.context().close();
  });

  it('is accessible with every term, part, option and the statement open, and no two buttons sound the same', async () => {
    const page = await openEditor();
    await begin(page, 'West Yorkshire Maths Hub', 'The four phases, empty');
    await openEverything(page);
    expect(await page.locator('.term').count()).toBeGreaterThan(100);
    expect(await repeatedNames(page)).toEqual([]);
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Next: your widgets' }).click();
    const choices = page.getByRole('group', { name: 'Which widgets' });
    await choices.waitFor();
    const boxes = await choices.getByRole('checkbox').all();
    expect(boxes.length).toBeGreaterThan(8);
    for (const box of boxes) await box.check();
    await page.getByLabel('At a service that somebody runs for us').check();
    await openEverything(page);
    expect(await repeatedNames(page)).toEqual([]);
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Next: your snippet' }).click();
    await page.getByRole('tablist').waitFor();
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await openEverything(page);
      expect(await repeatedNames(page)).toEqual([]);
      await expectNoViolations(page);
    }
    expect(await page.locator('#statement[open]').count()).toBe(1);
    await page.context().close();
  });

  it('is gone through with the keyboard alone, from the start to a copied snippet', async () => {
    const page = await openEditor();
    const { keyboard } = page;
    /** Presses Tab until the control with this name has the focus. */
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 150; presses += 1) {
        await keyboard.press('Tab');
        if (name.test(await focusedName(page))) return;
      }
      throw new Error(`No press of Tab leads to ${String(name)}.`);
    };
    await tabTo(/^Your hub/);
    await keyboard.type('West Yorkshire');
    await tabTo(/^The four phases, empty/);
    await keyboard.press('Space');
    await keyboard.press('ArrowDown');
    await tabTo(/^Begin/);
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'How schools reach you' }).waitFor();
    await expect.poll(() => focusedName(page)).toBe('Your terms');
    await tabTo(/^Email/);
    await keyboard.type('hub@example.org');
    await tabTo(/^Length: Number/);
    await keyboard.type('1');
    await tabTo(/^Next: your widgets/);
    await keyboard.press('Enter');
    await page.locator('#widgets').waitFor();
    await expect.poll(() => focusedName(page)).toBe('Your widgets');
    await tabTo(/^Next: your snippet/);
    await keyboard.press('Enter');
    await page.getByRole('tablist').waitFor();
    await tabTo(/^Plain HTML/);
    await keyboard.press('ArrowRight');
    await expect.poll(() => focusedName(page)).toBe('WordPress');
    await tabTo(/^Copy Snippet/);
    await keyboard.press('Enter');
    await page.getByRole('button', { name: 'Copied Snippet' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('"duration":{"value":{"min":1,"max":1,"unit":"year"}');
    expect(copied).toContain('"introductory"');
    await page.context().close();
  });

  it('asks before a page with unsaved work is left, and not before a saved one', async () => {
    const page = await openEditor();
    await begin(page, 'West Yorkshire Maths Hub', 'The two strands, empty');
    await page.getByLabel('Email').fill('hub@example.org');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await page.getByLabel('Keep a draft on this device').check();
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
    await page.context().close();
  });

  it('keeps the evidence of the hub’s own year, cited, and carries none into another', async () => {
    const page = await openEditor();
    await begin(page, 'West Yorkshire Maths Hub', 'A year that we have', '2024/25');
    expect(await page.locator('#phases-0 > summary').innerText()).toMatch(/[1-9]\d* of \d+ terms/);
    await page.getByRole('button', { name: 'Start again' }).click();
    await begin(page, 'West Yorkshire Maths Hub', 'A year that we have', '2026/27');
    expect(await page.locator('#phases-0 > summary').innerText()).toMatch(/^\D*0 of/);
    await page.context().close();
  });
});
