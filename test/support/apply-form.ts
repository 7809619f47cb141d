import type { Application, Draft } from '@maths-hubs/sdk/applications';
import type { ApplyForm } from '../../packages/components/src/apply-form/apply-form.js';
import { intakeForm } from '../../packages/components/src/apply-form/examples.js';
import { pageSettings } from '../../packages/components/src/foundation/settings-store.js';
import { forgetSteps, mount, textOf, unmountAll, until } from './elements.js';

export interface Sent {
  readonly application: Application & { readonly guard?: { readonly leaveEmpty?: string } };
  readonly key: string;
}

const realFetch = globalThis.fetch;
export const DRAFT = 'mh-apply:example-hub:2024/25';
/** As drafts were kept when a hub had one form. */
export const OLD_DRAFT = 'mh-apply:example-hub';
export const RECEIVED = { reference: 'MH-11111-22222', receivedAt: '2026-11-22T10:00:00.000Z' };

/** Answers in place of the service, in turn; the last answer stays. */
export function serve(...answers: readonly (() => Response)[]): Sent[] {
  const sent: Sent[] = [];
  globalThis.fetch = async (_, init) => {
    const headers = new Headers(init?.headers);
    sent.push({ application: JSON.parse(String(init?.body)), key: headers.get('idempotency-key') ?? '' });
    const answer = answers[sent.length - 1] ?? answers.at(-1);
    if (!answer) throw new Error('The test gives the service no answer');
    return answer();
  };
  return sent;
}

export const received = (): Response => Response.json(RECEIVED, { status: 201 });
export const lost = (): Response => {
  throw new TypeError('Failed to fetch');
};

export const ANSWERS: Readonly<Record<string, string>> = {
  schoolName: 'Hill Top Primary',
  postcode: 'le11aa',
  phase: 'development',
  name: 'A Teacher',
  email: 'a.teacher@school.example',
  agreement: 'yes',
  'readiness.leaders': 'partly',
};

/** The form is drawn in the page itself, so `part`, which looks into a shadow root, does not find it. */
function first<Found extends Element>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}
export const formOf = (root: ParentNode): ApplyForm => first(root, 'mh-apply-form');
export const box = (widget: ApplyForm): HTMLFormElement => first(widget, '.mh-apply-form form');
export const named = (widget: ApplyForm, name: string): HTMLInputElement =>
  first(box(widget), `input[name="${name}"]`);
export const press = (widget: ApplyForm, label: string): void => {
  const button = [...widget.querySelectorAll('button')].find((each) => textOf(each) === label);
  if (!button) throw new Error(`No button ${label}`);
  button.click();
};

export function type(widget: ApplyForm, name: string, value: string): void {
  const input = named(widget, name);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

export function fill(widget: ApplyForm, answers: Readonly<Record<string, string>>): void {
  for (const control of box(widget).querySelectorAll('input')) {
    const answer = answers[control.name];
    if (answer === undefined) continue;
    if (control.type === 'radio' || control.type === 'checkbox') {
      if (control.value === answer && !control.checked) control.click();
    } else type(widget, control.name, answer);
  }
}

/** Fills in each step and leaves it, until the form is on this one. */
export async function walkTo(widget: ApplyForm, step: string, answers = ANSWERS): Promise<void> {
  for (let turn = 0; widget.at !== step; turn += 1) {
    if (turn > 8) throw new Error(`Never came to ${step}; is on ${widget.at}: ${textOf(widget)}`);
    const before = widget.at;
    fill(widget, answers);
    press(widget, 'Continue');
    await until(() => widget.at !== before).catch(() => {
      throw new Error(`Stays on ${before}: ${textOf(widget.querySelector('#error-summary'))}`);
    });
    await widget.updateComplete;
  }
}

export async function leave(widget: ApplyForm): Promise<void> {
  press(widget, 'Continue');
  await until(() => widget.querySelector('#error-summary'));
}

export async function mounted(html = intakeForm): Promise<ApplyForm> {
  const widget = formOf(await mount({ html }));
  await until(() => widget.at);
  await widget.updateComplete;
  return widget;
}

export const draft = (): Draft | null => JSON.parse(localStorage.getItem(DRAFT) ?? 'null') as Draft | null;

/** Before and after each test of the form: a day in the year of the example's terms, and nothing left of the test before. */
export function withForm(): void {
  beforeEach(() => pageSettings().update({ today: '2025-01-15' }));

  afterEach(async () => {
    unmountAll();
    await forgetSteps();
    localStorage.clear();
    globalThis.fetch = realFetch;
    pageSettings().update({
      schoolIdentity: undefined,
      school: undefined,
      phase: undefined,
      today: undefined,
      foundHub: undefined,
      wording: undefined,
    });
  });
}
