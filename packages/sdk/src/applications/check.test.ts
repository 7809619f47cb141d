import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { application, edition, form, terms } from '../../test/application-form.js';
import { applicationForm, checkApplication, FIELDS } from './index.js';
import type { Application, ApplicationForm, FieldKind } from './index.js';
import { applicationSchema, parseApplication } from './schema.js';

const everyField = applicationForm(edition, {
  ...terms,
  fields: Object.fromEntries(FIELDS.map(({ id }) => [id, { purpose: 'To test it.', required: true }])),
});

const RIGHT: Readonly<Record<FieldKind, unknown>> = {
  text: 'Hill Top Primary',
  email: 'A.Teacher@School.example',
  tel: '0113 496 0000',
  postcode: 'le11aa',
  urn: '123456',
  trn: '1234567',
  phase: 'first',
  phases: ['second'],
};

const RIGHT_ANSWERS = Object.fromEntries(FIELDS.map(({ id, kind }) => [id, RIGHT[kind]]));

const phase = fc.constantFrom('first', 'second', 'third', 'not a phase');
const anAnswer = fc.oneof(
  fc.constantFrom(
    undefined,
    '',
    ' \u200b',
    null,
    7,
    'x'.repeat(201),
    '1'.repeat(201),
    'a@b',
    '12',
    '-',
    [],
    {},
  ),
  fc.string({ unit: 'grapheme', maxLength: 250 }),
  fc.stringMatching(/^[\w .@()+-]{0,40}$/),
  fc.stringMatching(/^\d{5,16}$/),
  fc.emailAddress(),
  phase,
  fc.array(fc.oneof(phase, fc.integer()), { maxLength: 25 }),
);

/** Right answers, of which a few are put by others. */
const answers = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...FIELDS.map(({ id }) => id)), anAnswer), {
    selector: ([id]) => id,
    maxLength: 5,
  })
  .map((others): Record<string, unknown> => ({ ...RIGHT_ANSWERS, ...Object.fromEntries(others) }));

const commitments = fc.constantFrom(...everyField.phases.map(({ commitments }) => commitments));
const sent = fc.record({
  format: fc.constant('maths-hubs-application/1' as const),
  kind: fc.constantFrom('application' as const, 'interest' as const),
  hub: fc.constantFrom('test-hub', 'test-hub', 'another-hub'),
  edition: fc.constantFrom(application.edition, { schoolYear: '2099/00', version: 'v0' }),
  answers,
  readiness: fc.record({ support: fc.constantFrom<unknown>(undefined, 'yes', ' partly ', 'never', '', 3) }),
  agreement: fc.option(commitments.map((commitments) => ({ declared: true as const, commitments }))),
  notice: fc.constantFrom(application.notice, { version: 'n0', shownAt: null }),
});

const forms = fc.constantFrom<ApplicationForm>(form, everyField);

describe('checkApplication', () => {
  it('finds faults exactly where the service does, and keeps what the service keeps', () => {
    let right = 0;
    fc.assert(
      fc.property(sent, forms, (sent, form) => {
        const checked = checkApplication(sent, form);
        const parsed = parseApplication(sent, form);
        expect(parsed.ok ? [] : parsed.errors).toEqual(checked.errors);
        if (!parsed.ok) return;
        right += 1;
        expect(parsed.application).toEqual(checked.application);
      }),
      { numRuns: 2000 },
    );
    expect(right).toBeGreaterThan(0);
  });

  it('calls an answer malformed exactly where the published schema refuses it', () => {
    fc.assert(
      fc.property(answers, (answers) => {
        const sent = { ...application, answers };
        const malformed = checkApplication(sent, everyField)
          .errors.filter(({ code }) => code === 'invalid' || code === 'too-long')
          .map(({ field }) => field);
        const { error } = z.safeParse(applicationSchema, sent);
        const refused = (error?.issues ?? []).map(({ path }) => String(path[1]));
        expect(new Set(malformed)).toEqual(new Set(refused));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes out one answer, and finds that fault and no other', () => {
    const whole: Application = {
      ...application,
      answers: RIGHT_ANSWERS,
    };
    expect(checkApplication(whole, everyField).errors).toEqual([]);
    for (const { id, missing } of everyField.fields) {
      const { [id]: _, ...rest } = whole.answers;
      expect(checkApplication({ ...whole, answers: rest }, everyField).errors).toEqual([
        { field: id, code: 'required', message: missing },
      ]);
    }
  });
});

describe('answers as people have them', () => {
  const phone = '0113 496 0000';
  it.each([
    ['phone', '0113 496 0000 x12', `${phone} ext 12`],
    ['phone', '0113.496.0000', phone],
    ['phone', '0113\u2011496\u20110000', phone],
    ['phone', '0113 \u2013 496 0000', phone],
    ['trn', 'RP12/34567', '1234567'],
    ['urn', 'URN 123 456', '123456'],
    ['email', 'Ann B <a@school.example>', 'a@school.example'],
    ['email', 'o’brien@school.example', "o'brien@school.example"],
    ['postcode', '“le2 5tf”, UK', 'LE2 5TF'],
    ['name', 'ශ්\u200dරී', 'ශ්\u200dරී'],
  ])('%s %s is kept as %s', (id, typed, kept) => {
    const { errors, application: checked } = checkApplication(
      { ...application, answers: { ...RIGHT_ANSWERS, [id]: typed } },
      everyField,
    );
    expect(errors.filter(({ field }) => field === id)).toEqual([]);
    expect(checked.answers).toMatchObject({ [id]: kept });
  });

  it.each([
    [
      'urn',
      '330/2093',
      '330/2093 is a DfE number (also called LAESTAB). A URN has five or six digits, like 123456',
    ],
    ['trn', '234567', '234567 has only 6 digits. A teacher reference number has seven: it may start with 0'],
    [
      'email',
      'josé@school.example',
      'An e-mail address cannot have “é” in it. Type it again, like name@school.example',
    ],
    ['urn', 'none', 'Enter a URN of five or six digits, like 123456'],
  ])('%s %s is told what is wrong with it', (id, typed, message) => {
    const { errors } = checkApplication(
      { ...application, answers: { ...RIGHT_ANSWERS, [id]: typed } },
      everyField,
    );
    expect(errors).toContainEqual({ field: id, code: 'invalid', message });
  });
});
