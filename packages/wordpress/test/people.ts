import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { WordPress } from './wordpress.js';

/** A person's browser, which asks no other site for anything. */
export async function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  // WordPress asks other sites for pictures of people; nothing here waits for them.
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  return context;
}

/** A member of staff, or a visitor, with a browser of their own. */
export async function signIn(
  browser: Browser,
  wp: WordPress,
  name: string,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await newContext(browser, { viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  // Not by typing: WordPress's own page moves the focus to the name a moment after it has loaded, and what is typed then lands in the wrong field.
  await context.request.get(`${wp.url}/wp-login.php`);
  await context.request.post(`${wp.url}/wp-login.php`, {
    form: { log: name, pwd: `${name}-password`, testcookie: '1' },
  });
  await page.goto(`${wp.url}/wp-admin/profile.php`);
  expect(new URL(page.url()).pathname, `${name} is signed in`).toBe('/wp-admin/profile.php');
  return { page, context };
}

/** The block editor has its post, and every block that a test puts in. */
export async function untilEditable(page: Page): Promise<void> {
  await page.waitForFunction(
    `globalThis.wp?.data?.select('core/editor')?.getCurrentPostId?.() > 0 &&
      wp.data.select('core/editor').__unstableIsEditorReady() &&
      ['core/paragraph', 'core/shortcode', 'maths-hubs/journey-map'].every((name) => wp.blocks.getBlockType(name))`,
  );
}

/** The post is stored and published, nothing of it is left to save; its address. */
export async function untilSaved(page: Page): Promise<string> {
  await page.waitForFunction(
    `wp.data.select('core/editor').didPostSaveRequestSucceed() &&
      !wp.data.select('core/editor').isSavingPost() && !wp.data.select('core/editor').isEditedPostDirty() &&
      wp.data.select('core/editor').getCurrentPostAttribute('status') === 'publish'`,
  );
  return page.evaluate<string>(`wp.data.select('core/editor').getPermalink()`);
}
