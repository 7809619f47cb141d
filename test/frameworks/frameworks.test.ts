import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a tool in a process of its own, as a developer does: a test's environment is not a build's. */
const run = (tool: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
const tsc = (project: string) => run('typescript/bin/tsc', '-p', project);

describe.each(['react', 'vue', 'svelte'])('the example in %s', (framework) => {
  let browser: Browser;
  let outDir: string;
  let site: PreviewServer;

  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), `maths-hubs-${framework}-`));
    const folder = join(root, 'examples', framework);
    await run(
      'vite/bin/vite.js',
      'build',
      folder,
      '--outDir',
      outDir,
      '--emptyOutDir',
      '--logLevel',
      'error',
    );
    site = await preview({
      root: folder,
      logLevel: 'error',
      build: { outDir },
      preview: { host: '127.0.0.1', port: 0 },
    });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
    await rm(outDir, { recursive: true });
  });

  it('sets a property, and hears an event', async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    const address = site.resolvedUrls?.local[0];
    if (!address) throw new Error('The example is not served');
    await page.goto(address);
    await page.getByText('Terms for 2020/21').waitFor();
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toContain('journey');
    await page.getByRole('button', { name: /: Development$/ }).click();
    await page.getByText('development is open.').waitFor();
    await page.getByRole('button', { name: /: Development$/ }).click();
    await page.getByText('development is closed.').waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('a React page that a server rendered', () => {
  it('hears the first press, without drawing a second time', async () => {
    const outDir = await mkdtemp(join(tmpdir(), 'maths-hubs-hydration-'));
    const folder = join(root, 'test/frameworks/hydration');
    await run(
      'vite/bin/vite.js',
      'build',
      folder,
      '--outDir',
      outDir,
      '--emptyOutDir',
      '--logLevel',
      'error',
    );
    const site = await preview({
      root: folder,
      logLevel: 'error',
      build: { outDir },
      preview: { host: '127.0.0.1', port: 0 },
    });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text());
      });
      await page.goto(site.resolvedUrls?.local[0] ?? '');
      await page.getByText('Terms for 2020/21').waitFor();
      await page.getByRole('button', { name: /: Development$/ }).click();
      await page.waitForFunction(() => document.title === 'development is open.');
      await page.getByRole('button', { name: /: Development$/ }).click();
      await page.waitForFunction(() => document.title === 'development is closed.');
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
      await site.close();
      await rm(outDir, { recursive: true });
    }
  });
});

describe('the types', () => {
  it('fit the example in React', async () => {
    expect((await tsc('examples/react')).stdout).toBe('');
    expect((await tsc('test/frameworks/hydration')).stdout).toBe('');
  });

  it('take what each framework may set and refuse the rest', async () => {
    expect((await tsc('test/frameworks/types')).stdout).toBe('');
  });
});
