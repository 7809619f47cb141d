/** What a page, a slow network and a frame may do to a widget. CONTRACT.md in packages/components names these tests. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { served } from './served.js';

const site = served();

// A page that is left open goes on drawing, and fifty of them make every other test late.
afterEach(async () => {
  for (const context of site.browser.contexts()) await context.close();
});

const SCRIPT = '<script type="module" src="/embed/embed.js"></script>';

interface Opened {
  readonly page: Page;
  /** Every address that was asked for. */
  readonly asked: string[];
  /** Every year whose terms were shown while it loaded. */
  readonly seen: () => Promise<readonly string[]>;
}

/** Late enough that all else is there before. */
const later = (): Promise<unknown> => new Promise((next) => setTimeout(next, 700));

/** A page of the given body, served from the site; `slow` and `blocked` are parts of files' names. */
async function open(body: string, { slow = '', blocked = '', until = later } = {}): Promise<Opened> {
  const page = await (await site.browser.newContext()).newPage();
  const asked: string[] = [];
  const met: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url.endsWith('/contract.html'))
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en-GB"><title>Page</title><head>${SCRIPT}</head><body>${body}</body></html>`,
      });
    if (!url.startsWith(site.address)) return route.abort();
    if (blocked && url.includes(blocked)) {
      met.push(url);
      return route.abort();
    }
    if (slow && url.includes(slow)) {
      met.push(url);
      await until();
    }
    return route.continue();
  });
  await page.addInitScript(() => {
    const seen = new Set<string>();
    (window as unknown as { seen: Set<string> }).seen = seen;
    const look = (): void => {
      for (const widget of document.querySelectorAll('mh-journey-map, mh-recruitment-status'))
        for (const [, year = ''] of (widget.shadowRoot?.textContent ?? '').matchAll(
          /Terms for (20\d\d\/\d\d)/g,
        ))
          seen.add(year);
      requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(`${site.address}/contract.html`);
  // A name that no file has any more would hold nothing.
  if (slow || blocked) await expect.poll(() => met.length).toBeGreaterThan(0);
  const seen = () => page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  return { page, asked, seen };
}

const JOURNEY =
  '<mh-settings edition="2020/21" resolver="none"><mh-journey-map><p id="plain">Plain words</p></mh-journey-map></mh-settings>';
const yearLine = 'mh-journey-map .head p';

describe('settings first', () => {
  for (const slow of ['/settings.js', '/shared.js', '/edition.js', '/journey-map.js', '2020-21'])
    it(`never shows another year, with ${slow} late`, async () => {
      const { page, asked, seen } = await open(JOURNEY, { slow });
      await page.locator(yearLine).filter({ hasText: 'Terms for 2020/21' }).waitFor();
      expect(await seen()).not.toContain('2024/25');
      expect(
        asked.filter((url) => /20\d\d-\d\d\.js/.test(url)).map((url) => url.replace(/.*\//, '')),
      ).toEqual(['2020-21.js']);
    });

  for (const blocked of ['embed.js', '/settings.js', '/shared.js', '/edition.js', '/journey-map.js'])
    it(`keeps the plain content, with ${blocked} blocked`, async () => {
      const { page, seen } = await open(JOURNEY, { blocked });
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(800);
      expect(await page.locator('#plain').isVisible()).toBe(true);
      expect(await seen()).toEqual([]);
    });

  it('speaks for the page wherever it is in it', async () => {
    const { page, seen } = await open(
      '<mh-journey-map><p>Plain</p></mh-journey-map><mh-settings edition="2020/21"></mh-settings>',
      { slow: '/settings.js' },
    );
    await page.locator(yearLine).filter({ hasText: 'Terms for 2020/21' }).waitFor();
    expect(await seen()).not.toContain('2024/25');
  });

  it('asks for no figures before the settings are known', async () => {
    const reach =
      '<mh-settings hub="wold-valley"></mh-settings><mh-programme-reach><p id="plain">Plain words</p></mh-programme-reach>';
    const figures = (asked: readonly string[]) => asked.filter((url) => url.endsWith('/statistics.js'));
    const dead = await open(reach, { blocked: '/settings.js' });
    await dead.page.waitForTimeout(1200);
    expect(await dead.page.locator('#plain').isVisible()).toBe(true);
    expect(figures(dead.asked)).toEqual([]);
    const late = await open(reach, { slow: '/settings.js' });
    await late.page.locator('mh-programme-reach h2').first().waitFor();
    expect(figures(late.asked)).toHaveLength(1);
  });

  it('sends no postcode to a service that is switched off, with the settings blocked or late', async () => {
    const finder =
      '<mh-settings resolver="none"><mh-find-a-hub><p id="plain">Plain words</p></mh-find-a-hub></mh-settings>';
    const dead = await open(finder, { blocked: '/settings.js' });
    await dead.page.waitForTimeout(1200);
    expect(await dead.page.locator('#plain').isVisible()).toBe(true);
    expect(await dead.page.locator('mh-find-a-hub input').count()).toBe(0);
    const late = await open(finder, { slow: '/settings.js' });
    await late.page.locator('mh-find-a-hub input').first().fill('LE18 1AA');
    await late.page.keyboard.press('Enter');
    await late.page.waitForTimeout(1000);
    for (const { asked } of [dead, late])
      expect(asked.filter((url) => !url.startsWith(site.address))).toEqual([]);
  });
});

describe('a frame without allow-forms', () => {
  const frame = (widget: string) =>
    `<iframe sandbox="allow-scripts" width="800" height="1200" title="Widget" src="/embed/embed.html?widget=${widget}"></iframe>`;

  it('answers the finder’s button', async () => {
    const { page } = await open(frame('find-a-hub'));
    const inside = page.frameLocator('iframe');
    await inside.locator('mh-find-a-hub button[type=submit]').first().click();
    await inside.locator('mh-find-a-hub .error').first().waitFor();
  });

  it('answers Enter in the finder’s field', async () => {
    const { page } = await open(frame('find-a-hub'));
    const field = page.frameLocator('iframe').locator('mh-find-a-hub input').first();
    await field.fill('Leicester');
    await field.press('Enter');
    await page
      .frameLocator('iframe')
      .locator('mh-find-a-hub .result h2, mh-find-a-hub .result h3')
      .first()
      .waitFor();
  });

  it('goes on from question to question in the checker', async () => {
    const { page } = await open(frame('eligibility-checker'));
    const checker = page.frameLocator('iframe').locator('mh-eligibility-checker');
    const question = checker.locator('#question');
    const first = await question.innerText();
    await checker.getByRole('button', { name: /^Infant, junior, first or primary school/ }).click();
    await expect.poll(() => question.innerText()).not.toBe(first);
  });
});

const PAYLOADS = [
  'javascript:window.ran=1',
  ' jAvA\tscript:window.ran=1',
  '"><img src=x onerror=window.ran=1>',
  '<svg onload=window.ran=1>',
  'data:text/html,<script>parent.ran=1</script>',
  '{"wording":{"journey.title":"<img src=x onerror=window.ran=1>"}}',
  'vbscript:window.ran=1',
];

describe('no text of a page or a hub runs', () => {
  for (const payload of PAYLOADS)
    it(`in any attribute: ${payload}`, async () => {
      const { page } = await open('');
      const attributes = payload.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
      await page.evaluate(() => {
        addEventListener('click', (event) => {
          const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
          if (link && /^https?:/.test(link.protocol)) event.preventDefault();
        });
        addEventListener('submit', (event) => event.preventDefault());
      });
      const tags = await page.evaluate(async (value) => {
        const names = ['settings', 'journey-map', 'find-a-hub', 'eligibility-checker', 'recruitment-status']
          .concat(
            'funding-calculator',
            'information-sheet',
            'commitment-planner',
            'stories',
            'mastery-guide',
            'specialist-path',
            'programme-reach',
          )
          .concat('apply-form')
          .map((name) => `mh-${name}`);
        // Each by itself at the top: what is far below is loaded when the reader comes near.
        for (const tag of names) {
          document.body.innerHTML = `<${tag}></${tag}>`;
          await customElements.whenDefined(tag);
        }
        const all = names.map((tag) => {
          const known = (customElements.get(tag) as unknown as { observedAttributes: string[] })
            .observedAttributes;
          return `<${tag} ${known.map((name) => `${name}="${value}"`).join(' ')}><p>${value}</p></${tag}>`;
        });
        // Once with everything wrong, once with the settings' faults and sound widgets.
        document.body.innerHTML =
          all.join('') +
          names
            .slice(1)
            .map((tag) => `<${tag}></${tag}>`)
            .join('');
        return names;
      }, attributes);
      await page.waitForTimeout(900);
      await page.evaluate((names) => {
        for (const tag of names)
          for (const widget of document.querySelectorAll(tag))
            for (const link of (widget.shadowRoot ?? widget).querySelectorAll<HTMLElement>('a[href]'))
              link.click();
      }, tags);
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
    });
});

describe('a hostile page', () => {
  const form = `<div id="content"><mh-apply-form edition="2024/25" hub="east-midlands-south" mailto="office@example.org"><p>Write to us.</p></mh-apply-form></div>`;

  it('cannot hide the form’s choices, shrink its targets or show its trap', async () => {
    const { page } = await open(
      `<style>html{font-size:62.5%}body{font-size:16px}#content input[type=radio],#content input[type=checkbox]{opacity:0!important;position:absolute!important;width:1px!important}
      #content label{font-size:10px!important;text-transform:uppercase!important}#content button{display:none!important}</style>${form}`,
    );
    const box = page.locator('.mh-apply-form');
    await box.locator('form').waitFor();
    const faults = await box.evaluate((root) =>
      [...root.querySelectorAll<HTMLElement>('input, label, button')]
        .filter((each) => !each.closest('[hidden]'))
        .flatMap((each) => {
          const { opacity, fontSize, display, textTransform } = getComputedStyle(each);
          const isWrong =
            opacity === '0' ||
            parseFloat(fontSize) < 13 ||
            display === 'none' ||
            textTransform === 'uppercase';
          return isWrong ? [each.outerHTML.slice(0, 120)] : [];
        }),
    );
    expect(faults).toEqual([]);
    expect(await page.locator('[name=leaveEmpty]').isVisible()).toBe(false);
  });

  it('wins by a layer with !important that came before ours, over the form alone: its trap stays hidden', async () => {
    const { page } = await open(
      `<style>@layer base{button,input{display:block!important;opacity:1!important}h2{display:none!important}}</style>
      ${form}<mh-journey-map><p>The journey</p></mh-journey-map>`,
    );
    await page.locator('.mh-apply-form form').waitFor();
    await page.locator('mh-journey-map h2').first().waitFor();
    expect(await page.locator('.mh-apply-form h2').first().isVisible()).toBe(false);
    expect(await page.locator('[name=leaveEmpty]').isVisible()).toBe(false);
  });

  const names = "<script>Object.prototype.title = 'odd'; Object.prototype.extend = function () {};</script>";

  it('may put names on Object.prototype: widgets draw', async () => {
    const { page } = await open(`${names}<mh-journey-map edition="2020/21"></mh-journey-map>`);
    await page.locator(yearLine).filter({ hasText: 'Terms for 2020/21' }).waitFor();
  });

  it('is told what its names on Object.prototype stop: a hub’s own terms stay plain', async () => {
    const { page } = await open(
      `${names}<mh-journey-map src="/examples/hub-site/terms.json"><p id="plain">Plain words</p></mh-journey-map>`,
    );
    await page
      .locator('mh-journey-map')
      .getByText('Take “title” off Object.prototype.')
      .waitFor({ state: 'attached' });
    expect(await page.locator('#plain').isVisible()).toBe(true);
  });

  it('may replace Document (MooTools): the form keeps its styles', async () => {
    const { page } = await open(`<script>window.Document = function () {};</script>${form}`);
    await page.locator('.mh-apply-form form').waitFor();
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBeGreaterThan(0);
    expect(await page.locator('[name=leaveEmpty]').isVisible()).toBe(false);
  });
});

describe('still pages', () => {
  it('keep plain content until the data is there, and then change once', async () => {
    let letCome = (): void => undefined;
    const held = new Promise<void>((come) => (letCome = come));
    const { page } = await open(
      '<mh-journey-map edition="2020/21"><p id="plain">Plain words</p></mh-journey-map>',
      { slow: '2020-21', until: () => held },
    );
    await page.waitForFunction(() => document.querySelector('mh-journey-map')?.shadowRoot);
    expect(await page.locator('#plain').isVisible()).toBe(true);
    letCome();
    await page.locator(yearLine).waitFor();
    expect(await page.locator('#plain').isVisible()).toBe(false);
  });

  it('reach what an address leads to, and hold it until the person scrolls', async () => {
    const page = await (await site.browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await page.goto(`${site.address}/#apply`);
    await page.locator('#apply form').first().waitFor();
    await page.waitForLoadState('networkidle');
    const top = () => page.locator('#apply').evaluate((each) => each.getBoundingClientRect().top);
    await expect.poll(async () => Math.abs(await top())).toBeLessThan(60);
    await page.mouse.wheel(0, -2000);
    await expect.poll(top).toBeGreaterThan(800);
  });

  for (const [width, height] of [
    [390, 844],
    [1280, 800],
  ] as const)
    for (const address of [
      '/',
      '/#apply',
      '/#cost',
      '/examples/bench/one.html',
      '/examples/bench/finder.html',
    ])
      it(`do not jump: ${address} at ${width} px`, async () => {
        const page = await (await site.browser.newContext({ viewport: { width, height } })).newPage();
        await page.addInitScript(() => {
          const seen = ((window as unknown as { jumps: string[] }).jumps = [] as string[]);
          new PerformanceObserver((list) => {
            for (const each of list.getEntries() as (PerformanceEntry & {
              value: number;
              sources: { node?: Element }[];
            })[])
              seen.push(`${each.value} ${each.sources.map(({ node }) => node?.localName).join(' ')}`);
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(site.address + address);
        await page.waitForLoadState('networkidle');
        await page.waitForFunction(() =>
          [...document.querySelectorAll('*')]
            .filter((each) => each.localName.startsWith('mh-') && each.shadowRoot)
            .every((each) => !each.shadowRoot?.querySelector('.loading')),
        );
        const jumps = await page.evaluate(() => (window as unknown as { jumps: string[] }).jumps);
        const sum = jumps.reduce((all, each) => all + Number.parseFloat(each), 0);
        expect(sum, jumps.join('; ')).toBeLessThanOrEqual(0.05);
        await page.context().close();
      });

  it('draw one widget with four files of ours; the insides of its phases follow', async () => {
    const later = '/inside.js';
    const { page, asked } = await open('<mh-journey-map><p>Plain</p></mh-journey-map>', { blocked: later });
    await page.locator(yearLine).waitFor();
    await page.waitForLoadState('networkidle');
    const files = asked.filter((url) => /\/embed\/./.test(url) && !url.endsWith('embed.js'));
    expect(files.filter((url) => !url.endsWith(later))).toHaveLength(4);
    expect(files.filter((url) => url.endsWith(later))).toHaveLength(1);
  });
});

describe('the loader', () => {
  /** Names of the files that were asked for while our own code was held back; then lets it come. */
  async function askedAtOnce(body: string, last: string): Promise<Opened & { readonly letCome: () => void }> {
    let letCome = (): void => undefined;
    const held = new Promise<void>((come) => (letCome = come));
    const opened = await open(body, { slow: '/shared.js', until: () => held });
    await expect.poll(() => opened.asked.some((url) => url.endsWith(last))).toBe(true);
    return { ...opened, letCome };
  }

  it('asks for the terms of the page’s year before any code is there', async () => {
    const { page, asked, letCome } = await askedAtOnce(
      '<mh-journey-map edition="2019/20"><p>Plain</p></mh-journey-map>',
      '2019-20.js',
    );
    letCome();
    await page.locator(yearLine).filter({ hasText: 'Terms for 2019/20' }).waitFor();
    expect(asked.filter((url) => /20\d\d-\d\d\.js$/.test(url))).toHaveLength(1);
  });

  it('asks for the list of hubs before any code is there', async () => {
    const { page, letCome } = await askedAtOnce(
      '<mh-find-a-hub resolver="none"><p>Plain</p></mh-find-a-hub>',
      'hubs.js',
    );
    letCome();
    await page.locator('mh-find-a-hub input').first().waitFor();
  });

  it('asks for a hub’s own terms, and for what checks them, before any code is there; once for all widgets', async () => {
    const { page, asked, letCome } = await askedAtOnce(
      '<mh-settings src="/terms.json"></mh-settings><mh-journey-map></mh-journey-map><mh-recruitment-status></mh-recruitment-status>',
      '/schema.js',
    );
    expect(asked.filter((url) => /terms\.json$|own-edition\.js$/.test(url))).toHaveLength(2);
    letCome();
    await page.locator('mh-journey-map .head').waitFor();
    await page.locator('mh-recruitment-status [part]').first().waitFor();
    expect(asked.filter((url) => url.endsWith('terms.json'))).toHaveLength(1);
    expect(asked.filter((url) => /20\d\d-\d\d\.js$/.test(url))).toEqual([]);
  });

  it('takes no file’s name from a page', async () => {
    const { page, asked } = await open(
      '<mh-journey-map edition="../../../evil"><p>Plain</p></mh-journey-map>',
    );
    await page.locator('mh-journey-map .problem').waitFor();
    expect(asked.filter((url) => url.includes('evil'))).toEqual([]);
  });
});

describe('the example server', () => {
  it('compresses with Brotli where a browser takes it', async () => {
    const { page } = await open('');
    const way = await page.evaluate(async () =>
      (await fetch('/embed/embed.js')).headers.get('content-encoding'),
    );
    expect(way).toBe('br');
  });

  it('compresses, and lets files that are named after what is in them stay for ever', async () => {
    const loader = await fetch(`${site.address}/embed/embed.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(loader.headers.get('content-encoding')).toBe('gzip');
    expect(loader.headers.get('cache-control')).toBe('no-cache');
    const folder = /\.\/([0-9a-f]{8})\//.exec(await loader.text())?.[1];
    const shared = await fetch(`${site.address}/embed/${folder}/shared.js`);
    expect(shared.headers.get('cache-control')).toContain('immutable');
    expect(shared.headers.get('content-encoding')).toBe('gzip');
  });
});
