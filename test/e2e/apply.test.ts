import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningIntake } from '../../packages/intake/src/index.js';
import { createDatabase, programs, startCluster, type Cluster } from '../../packages/intake/test/postgres.js';
import { startExampleIntake } from '../../scripts/lib/intake.mjs';
import { serveExamples, type ServedExamples } from '../../scripts/lib/serve.mjs';
import { launchChromium } from '../support/chromium.js';

const program = fileURLToPath(new URL('../../packages/intake/bin/maths-hubs-intake.js', import.meta.url));

/** The example hub's page with its intake, on a store of its own. */
class Hub {
  private readonly folder = mkdtempSync(join(tmpdir(), 'maths-hubs-e2e-'));
  private config = '';
  private databaseUrl: string | undefined;
  private site!: ServedExamples;
  private intake: RunningIntake | undefined;

  async open(databaseUrl?: string): Promise<this> {
    this.databaseUrl = databaseUrl;
    this.site = await serveExamples({ intakeUrl: () => this.intake?.url });
    await this.startService();
    return this;
  }

  async startService(): Promise<void> {
    const { databaseUrl, folder } = this;
    ({ intake: this.intake, config: this.config } = await startExampleIntake({
      origins: [this.address],
      folder,
      ...(databaseUrl && { store: { databaseUrl } }),
      log: () => undefined,
    }));
  }

  async stopService(): Promise<void> {
    await this.intake?.close();
    this.intake = undefined;
  }

  get address(): string {
    return this.site.address;
  }

  /** What the hub's own command prints, asked while the service runs. */
  async command(...args: string[]): Promise<string> {
    const { DATABASE_URL: _, ...outer } = process.env;
    const { stdout } = await promisify(execFile)(process.execPath, [program, '-c', this.config, ...args], {
      env: { ...outer, ...(this.databaseUrl && { DATABASE_URL: this.databaseUrl }) },
    });
    return stdout;
  }

  /** Rows of the export, without its heading. A cell in quotation marks may go over lines. */
  async rows(): Promise<readonly string[]> {
    const csv = await this.command('export', '--format', 'csv');
    return (csv.match(/(?:[^"\r\n]|"(?:[^"]|"")*")+/g) ?? []).slice(1);
  }

  async close(): Promise<void> {
    await this.stopService();
    await this.site.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a mainstream primary that is new to the programme answers. */
const ANSWERS = ['Infant, junior, first or primary school', 'No, never', 'Yes', 'None of these'];
const GUARD_SECONDS = 2;

async function newPage(browser: Browser, hub: Hub, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 800 } });
  // Nothing leaves the machine.
  await context.route(
    (url) => url.origin !== hub.address,
    (route) => route.abort(),
  );
  const page = await context.newPage();
  await page.goto(hub.address);
  return page;
}

async function findHub(page: Page): Promise<void> {
  const finder = page.locator('mh-find-a-hub');
  await finder.scrollIntoViewIfNeeded();
  await finder.getByRole('combobox').fill('Leicester');
  await finder.getByRole('combobox').press('Enter');
  await finder.getByText('East Midlands South').first().waitFor();
}

async function checkSchool(page: Page): Promise<void> {
  const checker = page.locator('mh-eligibility-checker');
  await checker.scrollIntoViewIfNeeded();
  await checker.getByRole('button', { name: 'My school is not listed' }).click();
  for (const answer of ANSWERS) await checker.getByRole('button', { name: answer, exact: true }).click();
  await checker.getByRole('link', { name: /Apply for a place|Register your interest/ }).click();
}

async function fillIn(page: Page): Promise<void> {
  const form = page.locator('mh-apply-form');
  const go = form.getByRole('button', { name: 'Continue' });
  // The plain form, whose fields have the same names, is gone by then.
  await form.locator('.mh-apply-form form').waitFor();
  await form.getByLabel('School name').fill('Hill Top, "Primary"');
  await form.getByLabel('School postcode').fill('le1 1aa');
  await form.getByRole('radio', { name: 'Development', exact: true }).check();
  await go.click();
  await form.getByLabel('Your full name').fill('=HYPERLINK("x")');
  await form.getByLabel('Your work e-mail').fill('a.teacher@school.example');
  await form.getByLabel('Role of the first teacher').fill('Maths lead');
  await form.getByLabel('Your work e-mail').press('Enter');
  await form.getByLabel(/^The headteacher agrees/).check();
  await go.click();
  await form.getByRole('heading', { name: 'Check your answers' }).waitFor();
  await page.waitForTimeout(GUARD_SECONDS * 1000);
}

const referenceOn = async (page: Page): Promise<string> =>
  (await page.locator('mh-apply-form .reference').textContent())?.trim() ?? '';

let browser: Browser;
let cluster: Cluster | undefined;

beforeAll(async () => {
  browser = await launchChromium();
  if (programs !== null) cluster = await startCluster();
});

afterAll(async () => {
  await browser.close();
  cluster?.remove();
});

const stores = ['PGlite', ...(programs === null ? [] : ['PostgreSQL'])];

describe.each(stores)('a school applies, and %s keeps it', (store) => {
  let hub: Hub;

  beforeAll(async () => {
    hub = await new Hub().open(store === 'PostgreSQL' ? await createDatabase(cluster!.url) : undefined);
  });
  afterAll(() => hub.close());

  it('finds its hub, checks, applies through a broken service, and is once in the export', async () => {
    const page = await newPage(browser, hub);
    await findHub(page);
    await checkSchool(page);
    await fillIn(page);

    await hub.stopService();
    const send = page.getByRole('button', { name: /^(Send application|Try again)$/ });
    await send.dblclick();
    await page.getByRole('heading', { name: 'Not sent yet' }).waitFor();
    await hub.startService();
    await page.getByRole('button', { name: 'Try again' }).dblclick();
    await page.getByRole('heading', { name: 'Application received' }).waitFor();

    const reference = await referenceOn(page);
    expect(reference).toMatch(/^MH-/);
    const rows = await hub.rows();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(reference);
    expect(rows[0]).toContain('"Hill Top, ""Primary"""');
    expect(rows[0]).toContain(`'=HYPERLINK`);
    expect(await hub.command('list')).toContain(reference);
    await page.context().close();
  });

  it('takes the same form from a browser without script', async () => {
    const before = (await hub.rows()).length;
    const page = await newPage(browser, hub, false);
    const form = page.locator('mh-apply-form form');
    await form.getByLabel('School name').fill('No Script Primary');
    await form.getByLabel('School postcode').fill('LE1 1AA');
    await form.getByLabel('Your name').fill('A Head');
    await form.getByLabel('Your e-mail address').fill('head@school.example');
    await form.getByLabel('The headteacher agrees').check();
    await form.getByRole('button').click();
    await page.getByRole('heading', { name: 'Application received' }).waitFor();
    expect(await page.locator('strong').first().textContent()).toMatch(/^MH-/);
    expect(await hub.rows()).toHaveLength(before + 1);
    await page.context().close();
  });

  it('takes it from a plain HTTP client, once, and tells what is missing', async () => {
    const before = (await hub.rows()).length;
    const { origin } = new URL(hub.address);
    const html = await (await fetch(hub.address)).text();
    const hidden = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value] as [string, string],
    );
    const send = (fields: Record<string, string>): Promise<Response> =>
      fetch(`${hub.address}/intake/applications`, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams([...hidden, ...Object.entries(fields)]),
      });
    const fields = {
      schoolName: 'Plain Primary',
      postcode: 'LE1 1AA',
      phase: 'development',
      name: 'A Head',
      email: 'plain@school.example',
      agreement: 'yes',
    };
    const wanting = await send({ ...fields, email: '' });
    expect(wanting.status).toBe(422);
    expect(await wanting.text()).toContain('e-mail address');
    const answers = [await send(fields), await send(fields)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const references = await Promise.all(
      answers.map(async (each) => /MH-[\w-]+/.exec(await each.text())?.[0]),
    );
    expect(references[0]).toBeDefined();
    expect(references[1]).toBe(references[0]);
    expect(await hub.rows()).toHaveLength(before + 1);
  });
});
