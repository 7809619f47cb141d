import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS, walk } from '../../packages/editor/bench/walks.mjs';
import { chromiumPath } from '../../scripts/lib/browsers.mjs';
import { serveExamples, type ServedExamples } from '../../scripts/lib/serve.mjs';

let editor: ServedExamples;
let browser: Browser;
beforeAll(async () => {
  editor = await serveExamples();
  browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser.close();
  await editor.close();
});

describe('from the start to a snippet', () => {
  it('is walked by three kinds of hub', () => {
    expect(KINDS).toEqual(['four phases', 'two strands', 'last year’s file']);
  });

  it.each(['four phases', 'two strands', 'last year’s file'])(
    'takes at most thirty clicks: %s',
    async (kind) => {
      const { clicks } = await walk(browser, editor.address, kind);
      expect(clicks).toBeLessThanOrEqual(30);
    },
  );
});
