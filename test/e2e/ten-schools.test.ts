import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExampleIntake } from '../../scripts/lib/intake.mjs';
import { served } from './served.js';

const site = served({}, { intakeUrl: () => service?.intake.url });

/** What a new school answers on the example page, whichever of it is asked. */
const NEW = ['No, never', 'Yes', 'None of these'];

interface School {
  readonly name: string;
  /** What it answers, in the order of preference where several are offered. */
  readonly answers: readonly string[];
  /** The verdict; without `phase` the school is offered no form. */
  readonly verdict: RegExp;
  readonly phase?: string;
  readonly tick?: string;
}

const SCHOOLS: readonly School[] = [
  {
    name: 'Brookside Infant School',
    answers: NEW,
    verdict: /can apply to join Development/,
    phase: 'Development',
  },
  {
    name: 'Brookside Junior School',
    answers: NEW,
    tick: 'An inspection or other outside pressure makes it hard to try something new',
    verdict: /can apply to join Development/,
    phase: 'Development',
  },
  {
    name: 'Hill Top Primary School',
    answers: ['We finished Development', 'Yes'],
    verdict: /can apply to join Embedding/,
    phase: 'Embedding',
  },
  {
    name: "St Hild's CE Primary School",
    answers: ['Not sure', 'None of these'],
    verdict: /depends on whether your school has taken part/,
    phase: 'Development',
  },
  {
    name: 'Long Barrow First School',
    answers: NEW,
    verdict: /can apply to join Development/,
    phase: 'Development',
  },
  {
    name: 'Ferry Lane Special School',
    answers: NEW,
    verdict: /decide|can apply to join Development/,
    phase: 'Development',
  },
  {
    name: 'Wold Valley All-through Academy',
    answers: NEW,
    verdict: /decide|can apply to join Development/,
    phase: 'Development',
  },
  { name: 'Wold Market Secondary School', answers: [], verdict: /separate programme for secondary/ },
  { name: 'Little Acorns Nursery School', answers: [], verdict: /for primary, infant, junior and first/ },
  { name: 'Hill House Prep', answers: [], verdict: /for state-funded schools/ },
];

const folder = mkdtempSync(join(tmpdir(), 'maths-hubs-ten-'));
let service: Awaited<ReturnType<typeof startExampleIntake>> | undefined;

beforeAll(async () => {
  service = await startExampleIntake({ origins: [site.address], folder, log: () => undefined });
});

afterAll(async () => {
  await service?.intake.close();
  rmSync(folder, { recursive: true, force: true });
});

async function check(page: Page, { name, answers, tick, verdict }: School): Promise<void> {
  const checker = page.locator('mh-eligibility-checker');
  await checker.scrollIntoViewIfNeeded();
  await checker.getByRole('searchbox').fill(name);
  await checker.getByRole('button', { name }).tap();
  await checker.locator('#school').waitFor({ state: 'detached' });
  const result = checker.locator('#result');
  for (let asked = 0; !(await result.isVisible()); asked += 1) {
    expect(asked, name).toBeLessThan(8);
    await checker.locator('#result, #question').first().waitFor();
    if (await result.isVisible()) break;
    const question = (await checker.locator('#question').textContent()) ?? '';
    if (tick && (await checker.getByLabel(tick).count()) > 0) await checker.getByLabel(tick).tap();
    const buttons = checker.locator('.choices button, form button[type=submit]');
    const labels = (await buttons.allTextContents()).map((label) => label.trim());
    const wanted = answers.map((answer) => labels.findIndex((label) => label.startsWith(answer)));
    const at =
      wanted.find((index) => index >= 0) ?? labels.findIndex((label) => label.startsWith('Continue'));
    expect(at, `${name}: ${question}: ${labels.join(' | ')}`).toBeGreaterThanOrEqual(0);
    await buttons.nth(at).tap();
    await page.waitForFunction((before) => {
      const root = document.querySelector('mh-eligibility-checker')?.shadowRoot;
      return root?.querySelector('#result') ?? root?.querySelector('#question')?.textContent !== before;
    }, question);
  }
  expect(await result.textContent(), name).toMatch(verdict);
}

async function apply(page: Page, { name, phase = '' }: School): Promise<string> {
  const form = page.locator('mh-apply-form');
  await page.locator('mh-eligibility-checker').getByRole('link', { name: 'Apply for a place' }).tap();
  await form.locator('.picked').getByText(name).waitFor();
  expect(await form.getByLabel('School name').count()).toBe(0);
  await form.getByRole('radio', { name: phase, exact: true }).check();
  const go = form.getByRole('button', { name: 'Continue' });
  await go.tap();
  await form.getByLabel('Your full name').fill('A Teacher');
  await form.getByLabel('Your work e-mail address').fill('a.teacher@school.example');
  await go.tap();
  await form.getByLabel(/headteacher agrees/).check();
  await go.tap();
  // The service takes an application that was written in less than two seconds for a machine's.
  await page.waitForTimeout(2_000);
  await form.getByRole('button', { name: 'Send application' }).tap();
  return (await form.locator('.reference').textContent()) ?? '';
}

describe('from a school’s name to its verdict, and to a stored application, on a phone', () => {
  for (const school of SCHOOLS)
    it(
      school.name,
      async () => {
        const context = await site.browser.newContext({
          viewport: { width: 390, height: 844 },
          hasTouch: true,
        });
        await context.route(
          (url) => url.origin !== site.address,
          (route) => route.abort(),
        );
        const page = await context.newPage();
        try {
          await page.goto(site.address);
          await check(page, school);
          if (school.phase === undefined) return;
          expect(await apply(page, school)).toMatch(/^MH-/);
        } finally {
          await context.close();
        }
      },
      60_000,
    );
});
