import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { headlessChromiumPath } from '../../scripts/lib/browsers.mjs';
import { DRIVING } from './patience.js';

/** Starts the Chromium that tests drive. Its pages wait for what will come as long as a test does: a busy machine is no fault. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: await headlessChromiumPath(),
    args: ['--no-sandbox'],
    ...options,
  });
  browser.on('context', (context) => context.setDefaultTimeout(DRIVING));
  return browser;
}
