import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { served } from './served.js';

const editor = served();

async function openEditor(): Promise<Page> {
  const context = await editor.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${editor.address}/editor/`);
  return page;
}

async function begin(page: Page, hub: string): Promise<void> {
  await page.getByLabel('Your hub', { exact: true }).selectOption({ label: hub });
  await page.getByLabel('The two strands, empty').check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { name: 'How schools reach you' }).waitFor();
}

describe('nothing that a person did is lost', () => {
  it('a draft with a slip opens as it was left; an address that begins with www. is completed', async () => {
    const page = await openEditor();
    await begin(page, 'Solent Maths Hub');
    await page.getByLabel('Keep a draft on this device').check();
    await page.getByLabel('Email').fill('hub@solent.example');
    await page.getByLabel('Website').fill('www.solent.example');
    await page.reload();
    expect(await page.getByLabel('Website').inputValue()).toBe('https://www.solent.example');
    await page.getByLabel('Website').fill('ftp://solent.example');
    await page.reload();
    expect(await page.getByLabel('Email').inputValue()).toBe('hub@solent.example');
    expect(await page.getByLabel('Website').inputValue()).toBe('ftp://solent.example');
    await page.context().close();
  });

  it('a saved file with a slip opens, and the slip is told where it is', async () => {
    const page = await openEditor();
    await begin(page, 'Solent Maths Hub');
    await page.getByLabel('Email').fill('hub@solent.example');
    await page.getByLabel('Website').fill('ftp://solent.example');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to a file' }).click();
    const file = await (await saved).path();
    await page
      .locator('#saved-where')
      .getByText(/^Saved to a file at \d\d:\d\d\. Not kept on this device\.$/)
      .waitFor();
    await page.reload();
    await page.getByLabel('Saved file').setInputFiles(file);
    expect(await page.getByLabel('Email').inputValue()).toBe('hub@solent.example');
    await page.getByRole('button', { name: 'Next: your widgets' }).click();
    await page
      .locator('#error-summary')
      .getByText(/^Contact: /)
      .waitFor();
    // A part that nothing can read is shown, and kept in the file until somebody has dealt with it.
    const broken = JSON.parse(await readFile(file, 'utf8')) as { edition: Record<string, unknown> };
    broken.edition['recruitment'] = 'from September';
    await writeFile(file, JSON.stringify(broken));
    await page.reload();
    await page.getByLabel('Saved file').setInputFiles(file);
    await page
      .locator('#unread')
      .getByText('“from September”')
      .or(page.locator('#unread code'))
      .first()
      .waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe('hub@solent.example');
    await page.context().close();
  });

  it('“Start again” and what is taken away come back with one press, which says what it brings back', async () => {
    const page = await openEditor();
    await begin(page, 'Solent Maths Hub');
    await page.getByLabel('Email').fill('hub@solent.example');
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByLabel('Your hub', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Undo ?: You have started again\.$/ }).click();
    expect(await page.getByLabel('Email').inputValue()).toBe('hub@solent.example');
    await page
      .getByRole('button', { name: /take this phase away$/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Undo ?: Introductory: taken away\.$/ }).click();
    await page.getByText('Undone: Introductory: taken away.').waitFor({ state: 'attached' });
    expect(await page.locator('.phase').count()).toBe(2);
    await page.context().close();
  });

  it.each(['{"half', '[]', 'null', '{"A hub, 2026/27": 5}'])(
    'opens where the device holds %s for its drafts',
    async (kept) => {
      const page = await openEditor();
      await page.evaluate((text) => localStorage.setItem('maths-hubs-editor-others', text), kept);
      await page.reload();
      await page.getByLabel('Your hub', { exact: true }).waitFor();
      expect(await page.locator('#drafts').count()).toBe(0);
      await page.context().close();
    },
  );

  it('two hubs that share this page keep a draft each, and so do two years of one hub', async () => {
    const page = await openEditor();
    const kept = () => page.locator('#drafts li p').allInnerTexts();
    await begin(page, 'Solent Maths Hub');
    await page.getByLabel('Keep a draft on this device').check();
    await page.getByLabel('Email').fill('hub@solent.example');
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect.poll(kept).toHaveLength(1);
    await begin(page, 'West Yorkshire Maths Hub');
    await page.getByLabel('Email').fill('hub@west.example');
    await page.locator('#roll-on').click();
    await page
      .getByText(/^\s*These are your terms for/)
      .first()
      .waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'How schools reach you' }).waitFor();
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect.poll(kept).toHaveLength(3);
    expect((await kept()).map((each) => /^(.*?), 20\d\d\/\d\d/.exec(each)?.[1]).sort()).toEqual([
      'Solent Maths Hub',
      'West Yorkshire Maths Hub',
      'West Yorkshire Maths Hub',
    ]);
    await page.getByRole('button', { name: /^Go on ?with Solent/ }).click();
    expect(await page.getByLabel('Email').inputValue()).toBe('hub@solent.example');
    await page.getByRole('button', { name: 'Start again' }).click();
    for (let left = 3; left > 0; left -= 1) {
      await expect.poll(async () => (await kept()).length).toBe(left);
      await page
        .getByRole('button', { name: /^Delete/ })
        .first()
        .click();
    }
    await page.locator('#drafts').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });
});
