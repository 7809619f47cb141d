/** What a head hands out: on paper, in as many pages as one takes to a meeting. */
import { expect, it } from 'vitest';
import { served } from './served.js';

const site = served();

for (const [tag, most] of [
  ['mh-mastery-guide', 2],
  ['mh-specialist-path', 1],
] as const)
  it(`prints <${tag}> on ${most === 1 ? 'one page' : `${most} pages`} of A4`, async () => {
    const page = await site.browser.newPage();
    await page.route('**/handout.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en-GB"><head><title>Handout</title><style>body{font:16px/1.5 Arial,sans-serif}</style>
          <script type="module" src="/embed/embed.js"></script></head><body><${tag}></${tag}></body></html>`,
      }),
    );
    await page.goto(`${site.address}/handout.html`);
    await page.locator(`${tag} h2`).waitFor();
    await page.waitForLoadState('networkidle');
    const paper = await page.pdf({
      format: 'A4',
      margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' },
    });
    const pages = paper.toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(pages?.length).toBeGreaterThan(0);
    expect(pages?.length).toBeLessThanOrEqual(most);
    await page.close();
  });

for (const [name, view, most] of [
  ["a hub's whole sheet", '', 1],
  ['the page for governors', 'governors', 1],
] as const)
  it(`prints ${name} on one page of A4, and nothing else of its page`, async () => {
    const page = await site.browser.newPage();
    await page.addInitScript(() => {
      window.print = () => undefined;
    });
    await page.goto(`${site.address}/index.html`);
    const sheet = page.locator('mh-information-sheet');
    await sheet.scrollIntoViewIfNeeded();
    await sheet.locator('.sheet').waitFor();
    if (view) {
      await sheet.getByRole('button', { name: 'A page for governors' }).click();
      await sheet.locator('#daily').fill('220');
      await sheet.locator('.balance').waitFor();
    }
    await sheet.locator('.qr').waitFor({ state: 'attached' });
    await sheet.getByRole('button', { name: 'Print or save as PDF' }).click();
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(most);
    await page.close();
  });
