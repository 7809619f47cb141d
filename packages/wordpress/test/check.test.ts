import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  applicationForm,
  applicationFromEntries,
  checkApplication,
  FIELDS,
  type ApplicationForm,
  type SentApplication,
} from '@maths-hubs/sdk/applications';
import { loadEdition } from '@maths-hubs/sdk/programme';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('check-cli.php', import.meta.url));

interface Verdict {
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly answers: unknown;
  readonly readiness: unknown;
}

function askPhp(cases: readonly (readonly unknown[])[]): Verdict[] {
  const input = cases.map((each) => JSON.stringify(each)).join('\n');
  const output = execFileSync('php', ['-d', 'display_errors=stderr', program], {
    input: `${input}\n`,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Verdict);
}

const edition = await loadEdition('2020/21');
const form: ApplicationForm = applicationForm(edition, {
  hub: 'a-hub',
  notice: { version: 'n1', controller: 'C', processor: 'P', lawfulBasis: 'task', text: 'We keep it.' },
  fields: {
    phone: { purpose: 'To ring.' },
    trn: { purpose: 'To know.' },
    teacher1Email: { purpose: 'To write.' },
  },
  readiness: {
    development: [
      { id: 'lead', question: 'Who leads?', why: '', required: true, options: [{ value: 'a', label: 'A' }] },
    ],
  },
});

/** What people write, right and wrong, beside what machines write. */
const typed = fc.oneof(
  fc.constantFrom(
    'Hill Top Primary',
    '  a  TEACHER ',
    '',
    ' ',
    'O’Hara',
    'ශ්‍රී',
    'x'.repeat(200),
    'x'.repeat(201),
    '𝒜'.repeat(101),
    'a@school.example',
    'a@school',
    'a b@school.example',
    "o'brien@school.example",
    'a@school.example\n',
    '0113 496 0000',
    '+44 113 496 0000',
    '123',
    '١٢٣٤٥٦٧',
    '1234567',
    '123456',
    '12345',
    '123 456',
    'LE1 1AA',
    'le11aa',
    'LE1  1AA',
    'LE1\u00a01AA',
    'LE11',
    'development',
    'nothing',
    'a',
    'ß',
    'é',
    'e\u0301',
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 30 }),
  nearPostcode(),
);

/** What looks like a postcode, right or wrong by a letter, a digit or a space. */
function nearPostcode() {
  const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const digit = fc.constantFrom(...'0123456789');
  const space = fc.constantFrom('', ' ', '  ');
  return fc
    .tuple(
      fc.array(letter, { minLength: 1, maxLength: 2 }),
      fc.array(digit, { minLength: 1, maxLength: 2 }),
      fc.option(letter, { nil: '' }),
      space,
      digit,
      space,
      fc.array(letter, { minLength: 1, maxLength: 3 }),
    )
    .map((parts) => parts.flat().join(''));
}
const answers = fc.record(
  Object.fromEntries(
    FIELDS.map(({ id, kind }) => [
      id,
      kind === 'phases'
        ? fc.oneof(fc.array(fc.constantFrom('development', 'embedding', 'nothing', '')), typed)
        : fc.oneof(typed, fc.constantFrom(5, null, ['a'])),
    ]),
  ),
  { requiredKeys: [] },
);
const right = {
  schoolName: 'Hill Top',
  postcode: 'LE1 1AA',
  phase: 'development',
  name: 'A Teacher',
  email: 'a@school.example',
};
const commitments = form.phases.find(({ id }) => id === 'development')?.commitments ?? [];
const application = fc
  .record({
    kind: fc.constantFrom('application', 'interest'),
    hub: fc.constantFrom('a-hub', 'a-hub', 'a-hub', 'other'),
    edition: fc.constantFrom(form.edition, form.edition, { schoolYear: '2000/01', version: 'x' }),
    answers: fc.oneof(
      answers,
      answers.map((some) => ({ ...right, ...some })),
      fc.constant(right),
    ),
    readiness: fc.constantFrom({}, { lead: 'a' }, { lead: 'z' }),
    agreement: fc.constantFrom(null, { declared: true, commitments }, { declared: true, commitments: [] }),
    notice: fc.constantFrom({ version: 'n1', shownAt: null }, { version: 'n0', shownAt: null }),
  })
  .map((parts) => ({ format: 'maths-hubs-application/1', ...parts }) as unknown as SentApplication);

/** Each application with what the SDK and the plugin say of it. */
function compare(sent: readonly SentApplication[]) {
  const said = askPhp(sent.map((each) => [each, form]));
  return sent.map((each, index) => {
    const { errors, application } = checkApplication(each, form);
    // Undefined and absent are one in JSON.
    const own = JSON.parse(
      JSON.stringify({ errors, answers: application.answers, readiness: application.readiness }),
    ) as Verdict;
    return { sent: each, own, php: said[index] as Verdict, kept: application };
  });
}

it('says the same in the same words of an application as the form on the page sends it', () => {
  const kept = compare(fc.sample(application, 4000)).map((each) => each.kept as SentApplication);
  const compared = compare(kept);
  for (const { sent, own, php } of compared) expect(php, JSON.stringify(sent)).toEqual(own);
  expect(compared.filter(({ own }) => own.errors.length === 0).length).toBeGreaterThan(50);
});

it('takes nothing that the SDK refuses, and is stricter only about numbers and addresses out of a longer text', () => {
  const loose = new Set(['tel', 'urn', 'trn', 'email', 'postcode']);
  const kinds = new Map<string, string>(FIELDS.map(({ id, kind }) => [id, kind]));
  for (const { sent, own, php } of compare(fc.sample(application, 4000))) {
    const named = (verdict: Verdict, all: boolean) =>
      verdict.errors
        .filter(({ field }) => all || !loose.has(kinds.get(field) ?? ''))
        .map(({ field, code }) => `${field} ${code}`);
    expect(named(php, false), JSON.stringify(sent)).toEqual(named(own, false));
    expect(named(php, true), JSON.stringify(sent)).toEqual(expect.arrayContaining(named(own, true)));
  }
});

it.each(['oy{@school.example', 'bob}@school.example'])('refuses %s, of which half may be lost', (email) => {
  const sent = { ...fc.sample(application, 1)[0], kind: 'application', answers: { ...right, email } };
  const [compared] = compare([sent as SentApplication]);
  const refused = expect.objectContaining({ field: 'email', code: 'invalid' }) as unknown;
  expect([compared?.own.errors, compared?.php.errors]).toEqual([
    expect.arrayContaining([refused]),
    expect.arrayContaining([refused]),
  ]);
});

it('reads a plain form as the SDK does', () => {
  const body = new URLSearchParams([
    ...Object.entries(right),
    ['pastPhases', 'readiness'],
    ['pastPhases', 'development'],
    ['readiness.lead', 'a'],
    ['hub', 'a-hub'],
    ['schoolYear', form.edition.schoolYear],
    ['editionVersion', form.edition.version],
    ['noticeVersion', 'n1'],
    ['agreement', 'yes'],
  ]);
  const own = checkApplication(applicationFromEntries(body, form) as SentApplication, form);
  expect(own.errors).toEqual([]);
  expect(askPhp([[null, form, body.toString()]])[0]).toEqual({
    errors: [],
    answers: own.application.answers,
    readiness: own.application.readiness,
  });
});
