import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newContext, signIn, untilEditable, untilSaved } from './people.js';
import { startWordPress, type WordPress } from './wordpress.js';
import { launchChromium } from '../../../test/support/chromium.js';

const zip = fileURLToPath(new URL('../dist/maths-hubs.zip', import.meta.url));
/** `SCREENSHOTS=1` writes what each step looks like, for the plugin's page; they are of this walk and of nothing else. */
const pictures = process.env['SCREENSHOTS'] ? fileURLToPath(new URL('../screenshots/', import.meta.url)) : '';

let wp: WordPress;
let browser: Browser;

beforeAll(async () => {
  wp = await startWordPress({ plugin: false });
  browser = await launchChromium();
  if (pictures) mkdirSync(pictures, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await wp?.close();
});

async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}${name}.png` });
}

describe('somebody with the zip and its readme', () => {
  it('installs, states terms, puts the form on a page, is told of applications, and finds one in the inbox', async () => {
    // 1. Plugins, Add New, Upload Plugin.
    const { page, context } = await signIn(browser, wp, 'admin');
    await page.goto(`${wp.url}/wp-admin/plugin-install.php?tab=upload`);
    await page.setInputFiles('#pluginzip', zip);
    await page.click('#install-plugin-submit');
    await page.click('a.button-primary:has-text("Activate Plugin")');
    await page.waitForSelector('text=Plugin activated');

    // 2. Maths Hub, Terms.
    await page.goto(`${wp.url}/wp-admin/admin.php?page=maths-hubs-terms`);
    const hub = page.getByLabel('Your hub', { exact: true });
    await hub.locator('option').nth(5).waitFor({ state: 'attached' });
    await hub.selectOption({ label: 'West Yorkshire Maths Hub' });
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.locator('#take-over').click();
    await page.getByText(/terms were taken over/).waitFor();
    await picture(page, '1-terms');
    await page.getByRole('button', { name: 'Next: your widgets' }).click();
    await page.getByRole('group', { name: 'Which widgets' }).getByLabel('Apply form').check();
    await page.getByLabel('In our WordPress, with the Maths Hubs plugin').check();
    for (const [label, text] of Object.entries({
      'Notice: version': '2026-09',
      'Notice: what schools read':
        'We keep your answers for two years, to choose schools and to write to you.',
      'Notice: who decides what happens with the data': 'West Yorkshire Maths Hub',
      'Notice: who handles the data': 'West Yorkshire Maths Hub',
      'Notice: lawful basis': 'public task',
    }))
      await page.getByLabel(label).fill(text);
    await picture(page, '2-widgets');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved. Every widget on this site shows these terms now.').first().waitFor();

    // 3. A page with two blocks.
    await page.goto(`${wp.url}/wp-admin/post-new.php?post_type=page`);
    await untilEditable(page);
    await page.evaluate(`(async () => {
      wp.data.dispatch('core/edit-post').toggleFeature('welcomeGuide');
      wp.data.dispatch('core/editor').editPost({ title: 'Teaching for Mastery', status: 'publish' });
      wp.data.dispatch('core/block-editor').insertBlocks(['journey-map', 'apply-form'].map((name) => wp.blocks.createBlock('maths-hubs/' + name)));
      await wp.data.dispatch('core/editor').savePost();
    })()`);
    const address = await untilSaved(page);
    await page.waitForFunction(() =>
      document.querySelector('.editor-styles-wrapper mh-journey-map')?.shadowRoot?.querySelector('h2, h3'),
    );
    await picture(page, '3-blocks');

    // 4. Maths Hub, Settings.
    await page.goto(`${wp.url}/wp-admin/admin.php?page=maths-hubs-settings`);
    await page.getByLabel('Tell this address of new applications').fill('office@hub.example');
    await page.getByRole('button', { name: 'Save Changes' }).click();
    await page.waitForURL(/settings-updated/, { waitUntil: 'commit' });
    expect(await page.getByLabel('Tell this address of new applications').inputValue()).toBe(
      'office@hub.example',
    );
    await picture(page, '4-settings');

    // 5. An application, as a school sends it from a phone.
    const phone = await newContext(browser, { viewport: { width: 390, height: 844 } });
    const form = await phone.newPage();
    await form.goto(address);
    await form.locator('mh-journey-map ol.path').waitFor();
    await picture(form, '5-visitor');
    await form.getByLabel('School name').fill('St Example’s Primary');
    const drawn = await form.evaluate(() => Date.now());
    await form.getByLabel('School postcode').fill('LS1 1AA');
    await form.locator('input[name=phase][value=development]').check();
    await form.getByRole('button', { name: 'Continue' }).click();
    await form.getByLabel('Your full name').fill('A Teacher');
    await form.getByLabel('Your work e-mail').fill('a.teacher@school.example');
    await form.getByRole('button', { name: 'Continue' }).click();
    await form.getByLabel(/^The headteacher agrees/).check();
    await form.getByRole('button', { name: 'Continue' }).click();
    await form.getByRole('heading', { name: 'Check your answers' }).waitFor();
    await form.waitForFunction((since) => Date.now() - since > 2100, drawn);
    await form.getByRole('button', { name: 'Send application' }).click();
    await form.getByRole('heading', { name: 'Application received' }).waitFor();
    expect(await form.locator('.receipt').textContent()).toContain('West Yorkshire Maths Hub will reply to');
    await picture(form, '6-received');
    await phone.close();

    await page.goto(`${wp.url}/wp-admin/admin.php?page=maths-hubs-applications`);
    await page.getByRole('cell', { name: 'Development', exact: true }).waitFor();
    await picture(page, '7-inbox');
    await page.getByRole('link', { name: 'St Example’s Primary' }).click();
    await page.getByText('a.teacher@school.example').waitFor();
    await picture(page, '8-application');
    await context.close();
    expect(wp.faults()).toEqual([]);
  });
});
