/**
 * What anybody may write into an address, this device's store, a hub's settings and terms, a list of schools or a
 * service's answer is shown as text, and never runs. Attributes are tried in `contract.test.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { FACTS } from '@maths-hubs/sdk/schools';
import { parseEdition } from '@maths-hubs/sdk/programme/schema';
import type { Page, Route } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { served } from './served.js';

const site = served();
const root = new URL('../../', import.meta.url);

/** The kinds of text that run somewhere: as a link, as markup, out of an attribute, out of a script or a style, as a template. */
const ADDRESSES = [
  'javascript:window.ran=1',
  ' jAvA\tscript:window.ran=1',
  '&#106;avascript:window.ran=1',
  'data:text/html,<script>opener.ran=parent.ran=1</script>',
  'vbscript:window.ran=1',
  '//evil.example/\\"onclick="window.ran=1',
];
const KINDS = [
  ...ADDRESSES,
  '<img src=x onerror=window.ran=1>',
  '<svg onload=window.ran=1>',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '"><script>window.ran=1</script>',
  `" autofocus onfocus="window.ran=1" x='`,
  "' onmouseover='window.ran=1",
  '</script><script>window.ran=1</script>',
  '</style></template></textarea></title><img src=x onerror=window.ran=1>',
  '<base href="javascript:window.ran=1//"><a href="">x</a>',
  '${window.ran=1}{{constructor.constructor("window.ran=1")()}}',
  '<mh-apply-form onclick=window.ran=1>',
];
const ALL = KINDS.join(' ');

let page: Page;
afterEach(() => page.context().close());

async function openPage(): Promise<Page> {
  page = await (await site.browser.newContext()).newPage();
  // Another host answers nothing, unless a test says what.
  await page.route(
    (url) => url.origin !== site.address,
    (route) => route.abort(),
  );
  return page;
}

/** Brings every widget near, waits until it stands, presses and touches all that can be, and tells what of it could run. */
async function faultsOf(at: Page | ReturnType<Page['frames']>[number]): Promise<readonly string[]> {
  await at.waitForFunction(() => {
    const widgets = [...document.querySelectorAll<HTMLElement>('*')].filter(
      ({ localName }) => localName.startsWith('mh-') && localName !== 'mh-settings',
    );
    const waiting = widgets.find((each) => {
      const drawn = each.shadowRoot ?? (each.querySelector('.mh-apply-form') ? each : null);
      return !drawn || drawn.querySelector('.loading');
    });
    waiting?.scrollIntoView();
    return !waiting;
  });
  return at.evaluate(async () => {
    const faults: string[] = [];
    addEventListener('click', (event) => {
      if (event.composedPath().some((node) => node instanceof HTMLAnchorElement)) event.preventDefault();
    });
    const roots: (Document | ShadowRoot)[] = [document];
    for (const tree of roots)
      for (const each of tree.querySelectorAll<HTMLElement>('*')) {
        if (each.shadowRoot) roots.push(each.shadowRoot);
        const isOurs = tree !== document || each.closest('.mh-apply-form');
        if (!isOurs) continue;
        if (each.matches('script:not([type="application/json"]), iframe, object, embed, base, meta'))
          faults.push(`an element: ${each.outerHTML.slice(0, 80)}`);
        for (const { name, value } of each.attributes) {
          if (name.startsWith('on')) faults.push(`${each.localName} ${name}="${value}"`);
          if (/^(href|src|action|formaction|xlink:href)$/.test(name)) {
            const { protocol } = new URL(value, document.baseURI);
            if (!/^(https?|mailto|tel|blob):$/.test(protocol))
              faults.push(`${each.localName} ${name}="${value}"`);
          }
        }
        each.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        if (each.matches('a, input, button, textarea, select, summary, [tabindex]')) each.focus();
        if (each.matches('a')) each.click();
      }
    // What a picture or a frame would do comes a task later.
    await new Promise((next) => setTimeout(next));
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    if ('ran' in window) faults.push('it ran');
    return faults;
  });
}

const poisoned = (
  value: unknown,
  text: string,
  isTaken: (path: string) => boolean = () => true,
  path = '',
): unknown => {
  if (typeof value === 'string') return isTaken(path) ? text : value;
  if (Array.isArray(value)) return value.map((each, at) => poisoned(each, text, isTaken, `${path}/${at}`));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, poisoned(each, text, isTaken, `${path}/${key}`)]),
    );
  return value;
};
const json = (route: Route, body: unknown, status = 200): Promise<void> =>
  route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) });
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

describe('nothing runs that is', () => {
  const ids = FACTS.map(({ id }) => id);
  for (const [name, fragment] of Object.entries({
    'in a shared check': `#mh-check?${new URLSearchParams([['phase', ALL], ...ids.map((id): [string, string] => [id, ALL])])}`,
    'in a shared check of a phase that there is': `#mh-check?${new URLSearchParams([['phase', 'development'], ...ids.map((id): [string, string] => [id, ALL])])}`,
    'in a fragment': `#${encodeURIComponent(ALL)}`,
    'in a mark’s fragment': `#mh-journey-map?edition=${encodeURIComponent(ALL)}&terms=${encodeURIComponent(ADDRESSES[0] as string)}`,
  }))
    it(name, async () => {
      await openPage();
      await page.goto(`${site.address}/?q=${encodeURIComponent(ALL)}${fragment}`);
      expect(await faultsOf(page)).toEqual([]);
    });

  it('in what the device keeps', async () => {
    await openPage();
    const answers = Object.fromEntries(
      [
        'schoolName',
        'urn',
        'postcode',
        'phase',
        'name',
        'role',
        'email',
        'phone',
        'teacher1Role',
        'teacher2Role',
      ].map((id) => [id, ALL]),
    );
    const draft = {
      format: 'maths-hubs-draft/1',
      hub: 'wold-valley',
      edition: { schoolYear: '2026/27', version: 'wold-valley-1' },
      answers,
      readiness: { [ALL]: ALL },
      agreed: true,
      savedAt: new Date().toISOString(),
      key: ALL,
    };
    await page.addInitScript(
      ([kept, text]) => {
        localStorage.setItem('mh-apply:wold-valley', kept as string);
        for (const name of ['mh-check', 'mh-steps', 'mh']) sessionStorage.setItem(name, text as string);
      },
      [JSON.stringify(draft), ALL],
    );
    await page.goto(site.address);
    await page.locator('mh-apply-form').scrollIntoViewIfNeeded();
    await page.locator('.mh-apply-form form').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const carryOn = page.locator('.mh-apply-form button').first();
    await carryOn.click();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('in the history of the tab', async () => {
    await openPage();
    await page.goto(site.address);
    const checker = page.locator('mh-eligibility-checker');
    await checker.scrollIntoViewIfNeeded();
    for (const name of ['My school is not listed', 'Infant, junior, first or primary school'])
      await checker.getByRole('button', { name, exact: true }).click();
    await page.waitForFunction(() => (history.state as object | null) && 'mh-steps' in history.state);
    const state: unknown = await page.evaluate(() => history.state as unknown);
    for (const bad of [
      poisoned(state, ALL),
      {
        'mh-steps': {
          by: ALL,
          steps: { 'mh-eligibility-checker-0': ALL, 'mh-apply-form-0': { [ALL]: ALL } },
        },
      },
    ]) {
      await page.evaluate((entry) => history.replaceState(entry, ''), bad);
      await page.reload();
      expect(await faultsOf(page)).toEqual([]);
    }
  });

  it('in the wording of a hub, text by text', async () => {
    const files = readdirSync(new URL('packages/components/dist', root), {
      recursive: true,
      encoding: 'utf8',
    });
    const modules = await Promise.all(
      files
        .filter((file) => /strings\.js$/.test(file))
        .map((file) => import(new URL(`packages/components/dist/${file}`, root).href) as Promise<object>),
    );
    const keys = modules.flatMap((each) =>
      Object.values(each).flatMap((texts: unknown) =>
        typeof texts === 'object' && texts ? Object.keys(texts) : [],
      ),
    );
    expect(keys.length).toBeGreaterThan(300);
    await openPage();
    await page.route(`${site.address}/`, async (route) => {
      const answer = await route.fetch();
      const wording = JSON.stringify({
        wording: Object.fromEntries(keys.map((key) => [key, ALL])),
      }).replaceAll('<', '\\u003c');
      const body = (await answer.text()).replace(
        '></mh-settings>',
        `><script type="application/json">${wording}</script></mh-settings>`,
      );
      await route.fulfill({ response: answer, body });
    });
    await page.goto(`${site.address}/`);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.locator('mh-journey-map .head').first().textContent()).toContain('<img src=x');
  });

  it('in the terms of a hub: every text that they may hold, then every text at all', async () => {
    const terms = read('examples/hub-site/terms.json');
    const paths: string[] = [];
    poisoned(terms, '', (path) => paths.push(path) > 0);
    const isSound = (taken: ReadonlySet<string>): boolean => {
      try {
        parseEdition(JSON.stringify(poisoned(terms, ALL, (path) => taken.has(path))));
        return true;
      } catch {
        return false;
      }
    };
    const free = new Set(paths.filter((path) => isSound(new Set([path]))));
    expect(free.size).toBeGreaterThan(30);
    expect(isSound(free)).toBe(true);
    for (const taken of [free, new Set(paths)]) {
      await openPage();
      await page.route('**/terms.json', (route) =>
        json(
          route,
          poisoned(terms, ALL, (path) => taken.has(path)),
        ),
      );
      await page.goto(site.address);
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    }
  });

  it('in a list of schools', async () => {
    await openPage();
    await page.route('**/schools/name-*.json', async (route) => {
      const rows = (await (await route.fetch()).json()) as unknown[][];
      await json(
        route,
        rows.map(([urn, name, ...others]) => [
          urn,
          `${String(name)} ${ALL}`,
          ...(poisoned(others, ALL) as unknown[]),
        ]),
      );
    });
    await page.goto(site.address);
    const checker = page.locator('mh-eligibility-checker');
    await checker.scrollIntoViewIfNeeded();
    await checker.getByRole('searchbox').fill('Hill');
    await page.waitForResponse(/name-hil\.json/);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('in the answer of a postcode service', async () => {
    await openPage();
    let asked = 0;
    await page.route('https://api.postcodes.io/**', (route) => {
      asked += 1;
      return json(route, {
        status: 200,
        result: {
          postcode: ALL,
          country: 'England',
          admin_district: ALL,
          admin_county: ALL,
          region: ALL,
          latitude: 52.6,
          longitude: -1.1,
          codes: { admin_district: ALL, admin_county: ALL },
        },
      });
    });
    await page.goto(`${site.address}/examples/bench/finder.html`);
    const field = page.locator('mh-find-a-hub input').first();
    await field.fill('LE1 1AA');
    await field.press('Enter');
    await expect.poll(() => asked).toBeGreaterThan(0);
    await page.locator('mh-find-a-hub').locator('#result-title, .error, [role=alert]').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('in whatever the intake answers: refusals, messages, references, links, receipts', async () => {
    await openPage();
    const when = '2026-11-25T10:00:00.000Z';
    const answers: readonly [status: number, body: unknown][] = [
      [400, { code: ALL, message: ALL, reference: ALL }],
      [403, { code: 'origin', message: ALL }],
      [409, { code: 'reused', message: ALL, reference: ALL, links: ADDRESSES }],
      [410, { code: ALL, message: ALL, href: ADDRESSES[0] }],
      [
        422,
        {
          message: ALL,
          errors: [
            ...['schoolName', 'email', 'leaveEmpty', ALL].map((field) => ({
              field,
              code: ALL,
              message: ALL,
            })),
          ],
        },
      ],
      [201, { reference: ALL, receivedAt: ALL, receipt: ALL }],
      [201, { reference: ALL, receivedAt: when, receipt: ADDRESSES[0], links: ADDRESSES, message: ALL }],
    ];
    let sent = 0;
    await page.route('**/intake/applications', async (route) => {
      if (route.request().method() !== 'POST') return route.fulfill({ status: 204 });
      const [status, body] = answers[Math.min(sent, answers.length - 1)] as [number, unknown];
      sent += 1;
      return json(route, body, status);
    });
    await page.goto(`${site.address}/#apply`);
    const box = page.locator('.mh-apply-form');
    await box.locator('form').first().waitFor();
    const filled = (): Promise<unknown> =>
      box.evaluate((each) => {
        const texts: Readonly<Record<string, string>> = {
          schoolName: 'Hill Top',
          postcode: 'LE1 1AA',
          name: 'A Teacher',
          email: 'a.teacher@school.example',
        };
        for (const control of each.querySelectorAll<HTMLInputElement>('input:not([name=leaveEmpty])')) {
          if (control.type === 'radio') control.checked ||= control.value === 'development';
          else if (control.name === 'agreement') control.checked = true;
          else control.value ||= texts[control.name] ?? '';
        }
        each.querySelector<HTMLButtonElement>('form button:not([type=button])')?.click();
      });
    for (const [number] of answers.entries()) {
      // From step to step till it is sent.
      await expect
        .poll(async () => {
          if (sent <= number) await filled();
          return sent;
        })
        .toBeGreaterThan(number);
      const after = number === answers.length - 1 ? '.receipt' : '#error-summary, .receipt';
      await box.locator(after).first().waitFor();
      expect(await faultsOf(page), `${JSON.stringify(answers[number]).slice(0, 40)}`).toEqual([]);
      await page.evaluate(
        () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
      );
    }
    expect(await box.locator('.receipt').textContent()).toContain('<img src=x');
  });

  it('in what a page tells its frame', async () => {
    await openPage();
    await page.route('**/frame-host.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Page</title><body></body>' }),
    );
    await page.goto(`${site.address}/frame-host.html`);
    const address = `/embed/embed.html?${new URLSearchParams({ widget: 'find-a-hub', hub: 'east-midlands-south', accent: 'teal' })}`;
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
    }, address);
    await expect.poll(() => page.frames().length).toBe(2);
    const frame = page.frames()[1] as ReturnType<Page['frames']>[number];
    await frame.locator('mh-find-a-hub input').first().waitFor();
    await page.evaluate((texts) => {
      for (const text of texts)
        document.querySelector('iframe')?.contentWindow?.postMessage(
          {
            'maths-hubs': 1,
            type: 'hello',
            links: { journey: text, find: text, check: text, apply: text },
            title: text,
            height: text,
            hub: text,
          },
          location.origin,
        );
    }, KINDS);
    expect(await faultsOf(frame)).toEqual([]);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });

  for (const name of ['widget', 'hub', 'edition', 'src', 'phase', 'accent', 'heading-level', 'action'])
    it(`in the address of a frame: ${name}`, async () => {
      await openPage();
      for (const text of [ALL, ADDRESSES[0] as string]) {
        const given = new URLSearchParams({ widget: 'journey-map', [name]: text });
        await page.goto(`${site.address}/embed/embed.html?${given}`);
        await page.locator('main > *').first().waitFor({ state: 'attached' });
        expect(
          await page.evaluate(
            () => 'ran' in window || document.querySelector('main script, main iframe, main img') !== null,
          ),
        ).toBe(false);
      }
    });
});
