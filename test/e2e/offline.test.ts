import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { served } from './served.js';

const editor = served();

/** The editor's page with terms begun and a draft kept. */
async function begun(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${editor.address}/editor/`);
  await page.getByLabel('Your hub', { exact: true }).selectOption({ label: 'West Yorkshire Maths Hub' });
  await page.getByLabel('The two strands, empty').check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('Keep a draft on this device').check();
  return page;
}

describe('the editor’s page without a network', () => {
  it('opens again with the draft, and goes through every step; it says what waits', async () => {
    const context = await editor.browser.newContext();
    const page = await begun(context);
    // The worker has kept every part of the page.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    expect(await page.locator('#offline').innerText()).toBe('');
    await context.setOffline(true);
    await page.getByText('You are offline.').waitFor();
    expect(await page.locator('#offline').innerText()).toContain('What you do is kept on this device.');
    await page.locator('#phases-0-terms-teachers-value').fill('2');
    await page.reload();
    await page.getByText('You are offline.').waitFor();
    await page.locator('#phases-0-terms-teachers .term-value').waitFor();
    expect(await page.locator('#phases-0-terms-teachers .term-value').innerText()).toBe('2 teachers');
    // Parts that come when they are first needed: the proof, the next year, the file, the check of a page.
    await page.getByRole('button', { name: 'Check my terms' }).click();
    await page.getByText(/Your requirements hold together|What your requirements come to/).waitFor();
    await page.locator('#roll-on').click();
    await page.getByText('Undo: These are your terms for').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to a file' }).click();
    await saved;
    await page.getByRole('button', { name: 'Next: your widgets' }).click();
    await page.getByLabel('Apply form').check();
    await page.getByLabel('At a service that somebody runs for us').check();
    await page.getByLabel('Address of the service').fill('https://intake.example/applications');
    await page.getByLabel('Address of your page').fill('https://hub.example/');
    await page.getByRole('button', { name: 'Ask it whether it takes applications' }).click();
    await page.getByText('You are offline, so it cannot be asked.').waitFor();
    await page.getByRole('button', { name: 'Check your page' }).click();
    await page.getByLabel('Your page’s HTML, or your snippet').fill('<mh-journey-map></mh-journey-map>');
    await page.getByRole('button', { name: 'Check this page' }).click();
    await page.getByText(/things to look at/).waitFor();
    await context.setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'detached' });
    await context.close();
  });

  it('where the browser keeps no page: says that a part did not come, loses nothing, and does it once there is a network', async () => {
    const context = await editor.browser.newContext({ serviceWorkers: 'block' });
    const page = await begun(context);
    await page.locator('#phases-0-terms-teachers-value').fill('2');
    await context.setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await page.locator('#roll-on').click();
    await page.getByText('A part of this page could not be loaded').waitFor();
    expect(await page.locator('#phases-0-terms-teachers .term-value').innerText()).toBe('2 teachers');
    await context.setOffline(false);
    await page.getByText('A part of this page could not be loaded').waitFor({ state: 'detached' });
    await page.locator('#roll-on').click();
    await page.getByText('These are your terms for').first().waitFor();
    await context.close();
  });
});
