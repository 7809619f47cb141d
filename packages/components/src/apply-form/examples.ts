import type { Example } from '../foundation/example.js';
import type { ApplyForm } from './apply-form.js';
import type { StepId } from './steps.js';

/** What a hub states: its notice, and a question of its own for one phase. */
export const config = {
  name: 'Example Maths Hub',
  notice: {
    version: '2026-09',
    controller: 'the Department for Education',
    processor: 'Example School, which leads the hub',
    lawfulBasis: 'public task, UK GDPR Article 6(1)(e)',
    text: 'We use what you write here to run our Work Groups and to answer you. We keep it for two years.',
    url: 'https://example.org/privacy',
  },
  fields: { phone: { purpose: 'So that we can ring you when an e-mail does not arrive.' } },
  readiness: {
    readiness: [
      {
        id: 'leaders',
        question: 'Do your leaders support a change in how maths is taught?',
        why: 'It decides where the first visit starts.',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'partly', label: 'In part' },
          { value: 'no', label: 'Not yet' },
        ],
        required: true,
      },
    ],
  },
};

const json = `<script type="application/json">${JSON.stringify(config, null, 2)}</script>`;

/** The plain form that reaches the same intake without script. */
export const plainForm = `
  <form method="post" action="/intake/applications" accept-charset="utf-8">
    <h2>Apply</h2>
    <input type="hidden" name="hub" value="example-hub" />
    <input type="hidden" name="schoolYear" value="2024/25" />
    <input type="hidden" name="editionVersion" value="2026-11-22" />
    <input type="hidden" name="noticeVersion" value="2026-09" />
    <p><label>School name <input name="schoolName" autocomplete="organization" required /></label></p>
    <p><label>School postcode <input name="postcode" autocomplete="postal-code" required /></label></p>
    <p>
      <label>
        Phase
        <select name="phase">
          <option value="development">Development</option>
          <option value="embedding">Embedding</option>
        </select>
      </label>
    </p>
    <p><label>Your name <input name="name" autocomplete="name" required /></label></p>
    <p><label>Your e-mail <input name="email" type="email" autocomplete="email" required /></label></p>
    <p>
      <label><input type="checkbox" name="agreement" value="yes" required /> The headteacher agrees</label>
    </p>
    <button>Send</button>
  </form>
`;

const form = (attributes: string, inside = `${json}${plainForm}`): string =>
  `<mh-apply-form hub="example-hub" edition="2024/25" ${attributes}>${inside}</mh-apply-form>`;

export const intakeForm = form('action="/intake/applications"');

const known = 'school-name="Hill Top Primary" postcode="LE1 1AA" phase="development"';

/** Takes a form to a step, with the answers that come before it. */
function at(step: StepId, answers: Readonly<Record<string, string>> = {}): (root: HTMLElement) => void {
  return (root) => {
    const element = root.querySelector<ApplyForm>('mh-apply-form');
    if (element === null) return;
    const all: Record<string, string> = { name: 'A Teacher', email: 'a.teacher@school.example', ...answers };
    const walk = async (): Promise<void> => {
      await element.updateComplete;
      const plain = element.querySelector<HTMLFormElement>('.mh-apply-form form');
      if (plain === null) return next();
      if (element.at === step) return;
      for (const control of plain.querySelectorAll('input')) {
        const answer = all[control.name];
        if (control.type === 'checkbox' || control.type === 'radio')
          control.checked ||= answer === control.value || control.name === 'agreement';
        else if (answer !== undefined && control.value === '') control.value = answer;
      }
      plain.requestSubmit();
      next();
    };
    const next = (): void => void setTimeout(walk, 30);
    next();
  };
}

export const examples = {
  first: {
    name: 'First step',
    summary: 'The school, as far as the page does not know it yet.',
    html: intakeForm,
  },
  faults: {
    name: 'Faults on a step',
    summary: 'Told on leaving the step, in a summary and beside each field.',
    html: intakeForm,
    setup: (root) =>
      void setTimeout(() => root.querySelector<HTMLFormElement>('.mh-apply-form form')?.requestSubmit(), 400),
  },
  place: {
    name: 'Phase and past phases',
    summary: 'What the school applies for, filled in by the page.',
    html: form(`action="/intake/applications" ${known}`),
  },
  readiness: {
    name: 'Self-assessment',
    summary: "A hub's own question for a school that applies for Readiness.",
    html: form(
      'action="/intake/applications" school-name="Hill Top Primary" postcode="LE1 1AA" phase="readiness"',
    ),
    setup: at('agreement'),
  },
  agreement: {
    name: "The headteacher's agreement",
    summary: 'Each commitment that the edition holds, and by name those it does not.',
    html: form(`action="/intake/applications" ${known}`),
    setup: at('agreement'),
  },
  check: {
    name: 'Check your answers',
    summary: 'Every answer with a way back, and the data-protection notice.',
    html: form(`action="/intake/applications" ${known}`),
    setup: at('check'),
  },
  interest: {
    name: 'Register interest',
    summary: 'The hub takes no applications now: it takes names.',
    html: form('action="/intake/applications" register-interest'),
  },
  link: {
    name: "To the hub's own form",
    summary: 'What will be passed on to a form elsewhere is shown first.',
    html: form(
      `href="https://docs.google.com/forms/d/e/example/viewform?entry.1={schoolName}&entry.2={urn}&entry.3={phase}" ${known}`,
    ),
    setup: at('check'),
  },
  mail: {
    name: 'By e-mail',
    summary: 'A letter to the hub with every answer.',
    html: form(`mailto="hub@example.org" ${known}`),
    setup: at('check'),
  },
  notSetUp: {
    name: 'Not set up',
    summary: 'A page without a notice shows what to put right, and keeps the plain form.',
    html: form('action="/intake/applications"', plainForm),
  },
  unknownYear: {
    name: 'A year that is not there',
    summary: 'The plain form stays.',
    html: `<mh-apply-form hub="example-hub" edition="2031/32" action="/intake/applications">${json}${plainForm}</mh-apply-form>`,
  },
  noPhases: {
    name: 'A year without public terms',
    summary: 'No public source states the school phases of 2025/26; the plain form stays.',
    html: `<mh-apply-form hub="example-hub" edition="2025/26" action="/intake/applications">${json}${plainForm}</mh-apply-form>`,
  },
  dark: {
    name: 'Dark page',
    summary: 'Colours are mixed from the page.',
    html: `<div style="background: #10181b; color: #eef4f5; padding: 1rem">${intakeForm}</div>`,
  },
} as const satisfies Record<string, Example>;
