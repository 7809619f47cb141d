import type { Browser, LaunchOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serveExamples, type ServedExamples } from '../../scripts/lib/serve.mjs';
import { launchChromium } from '../support/chromium.js';

/** What `npm start` serves, and a browser to look at it with. Neither is there before the tests of the file begin. */
export interface Served {
  readonly address: string;
  readonly browser: Browser;
}

/** Serves the examples and the editor to the tests of one file: from before its own `beforeAll` until after its own `afterAll`. */
export function served(
  launch: LaunchOptions = {},
  options: Parameters<typeof serveExamples>[0] = {},
): Served {
  let site: ServedExamples | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    site = await serveExamples(options);
    browser = await launchChromium(launch);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  const begun = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The tests of this file have not begun.');
    return value;
  };
  return {
    get address() {
      return begun(site).address;
    },
    get browser() {
      return begun(browser);
    },
  };
}
