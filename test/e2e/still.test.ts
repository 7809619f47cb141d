/** What a picture waits for: the picture book once took a widget midway between two colours. */
import { expect, it } from 'vitest';
import { still } from '../../scripts/pictures/still.mjs';
import { served } from './served.js';

const site = served();

it('a picture waits until a change of colour is over, in a widget too, and not for what turns for ever', async () => {
  const page = await (await site.browser.newContext()).newPage();
  await page.setContent('<main></main>');
  await page.evaluate(() => {
    const root = document.querySelector('main')?.attachShadow({ mode: 'open' });
    if (!root) return;
    root.innerHTML = `<style>
      @keyframes turn { to { rotate: 1turn; } }
      p { color: rgb(0, 0, 0); transition: color 0.6s; } p.on { color: rgb(200, 0, 0); } i { animation: turn 1s infinite; display: block; }
    </style><p>Open</p><i>Waits</i>`;
    root.querySelector('p')?.getBoundingClientRect();
    setTimeout(() => root.querySelector('p')?.classList.add('on'));
  });
  await page.evaluate(still);
  const colour = await page.locator('main p').evaluate((each) => getComputedStyle(each).color);
  await page.context().close();
  expect(colour).toBe('rgb(200, 0, 0)');
});
