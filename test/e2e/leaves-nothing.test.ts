/** What a widget never does to a page, its visitor's browser or another host. CONTRACT.md in packages/components names these tests. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { TAGS } from '../../packages/components/src/embed/tags.js';
import { served } from './served.js';

const site = served();

let page: Page;
const others: string[] = [];
const ATTRIBUTES: Readonly<Record<string, string>> = {
  'mh-apply-form': 'hub="east-midlands-south" mailto="office@example.org"',
};
/** One widget draws the links between its tags. */
const LINK = '<a href="https://example.org/">Ask your hub</a>';

/** What was there before the first script of ours, and what changes outside the tags. Runs in the page. */
function watch(): void {
  const kept = { names: new Set<PropertyKey>(), changes: [] as string[] };
  (window as unknown as { kept: typeof kept }).kept = kept;
  for (const key of Reflect.ownKeys(window)) kept.names.add(key);
  addEventListener('DOMContentLoaded', () =>
    new MutationObserver((changes) => {
      for (const { target, type, attributeName } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        if (element && ![...ancestors(element)].some(({ localName }) => localName.startsWith('mh-')))
          kept.changes.push(`${type} ${element.localName} ${attributeName ?? ''}`);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true }),
  );
  function* ancestors(from: Element): Generator<Element> {
    for (let each: Element | null = from; each; each = each.parentElement) yield each;
  }
}

beforeAll(async () => {
  page = await (await site.browser.newContext()).newPage();
  const body = Object.keys(TAGS)
    .filter((tag) => tag !== 'mh-settings')
    .map((tag) => `<${tag} ${ATTRIBUTES[tag] ?? ''} edition="2024/25"><p>${LINK}</p></${tag}>`)
    .join('');
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url.endsWith('/page.html'))
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en-GB"><title>Page</title><script type="module" src="/embed/embed.js"></script><body><h1>A page</h1>${body}</body></html>`,
      });
    if (url.startsWith(site.address)) return route.continue();
    others.push(url);
    return route.abort();
  });
  await page.addInitScript(watch);
  await page.goto(`${site.address}/page.html`);
  for (const tag of Object.keys(TAGS).filter((name) => name !== 'mh-settings')) {
    await page.locator(tag).scrollIntoViewIfNeeded();
    await page.waitForFunction((name) => {
      const widget = document.querySelector(name);
      const root = widget?.shadowRoot ?? widget?.querySelector('.mh-apply-form');
      return root && root.textContent?.trim() && !root.querySelector('.loading');
    }, tag);
  }
  // A person looks about: opens a phase, answers a question, fills in a field of the form.
  await page.locator('mh-journey-map #phase-development').click();
  await page.locator('mh-eligibility-checker .choices button').first().click();
  await page.locator('mh-apply-form [name=schoolName]').fill('Hill Top Primary');
  await page.locator('mh-find-a-hub input').first().fill('Leic');
  await page.locator('mh-find-a-hub [role=option]').first().waitFor();
});
describe('a page with every widget, looked at and tried', () => {
  it('has no cookie and nothing stored', async () => {
    expect(await page.context().cookies()).toEqual([]);
    expect(
      await page.evaluate(async () => [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(await indexedDB.databases()).map(({ name }) => name),
        ...(await caches.keys()),
        ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      ]),
    ).toEqual([]);
  });

  it('has asked no other host', () => {
    expect(others).toEqual([]);
  });

  it('has no global names but our symbols and the four that Lit keeps its versions under', async () => {
    const names = await page.evaluate(() => {
      const before = (window as unknown as { kept: { names: Set<PropertyKey> } }).kept.names;
      return Reflect.ownKeys(window)
        .filter((key) => !before.has(key))
        .map(String);
    });
    expect(names).toContain('Symbol(@maths-hubs/embed)');
    expect(names.filter((name) => !name.startsWith('Symbol(@maths-hubs/')).sort()).toEqual([
      'litElementVersions',
      'litHtmlVersions',
      'litPropertyMetadata',
      'reactiveElementVersions',
    ]);
  });

  it('is changed nowhere outside the tags', async () => {
    expect(
      await page.evaluate(() => (window as unknown as { kept: { changes: string[] } }).kept.changes),
    ).toEqual([]);
  });
});
