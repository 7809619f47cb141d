import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { application, edition, form, terms } from '../../test/application-form.js';
import { applicationForm, applicationFromEntries, FIELDS } from './index.js';
import type { ApplicationForm, FieldId } from './index.js';
import { applicationSchema, parseApplication } from './schema.js';

const everyField = applicationForm(edition, {
  ...terms,
  fields: Object.fromEntries(FIELDS.map(({ id }) => [id, { purpose: 'To test it.' }])),
});

const answering = (answers: object) => ({ ...application, answers: { ...application.answers, ...answers } });
const errorsOf = (json: unknown, asked: ApplicationForm = form) => {
  const parsed = parseApplication(json, asked);
  return parsed.ok ? [] : parsed.errors.map(({ field, code }) => `${field} ${code}`);
};

describe('parseApplication', () => {
  it('takes a whole application and changes nothing that is right', () => {
    expect(parseApplication(application, form)).toEqual({ ok: true, application, guard: {} });
  });

  it('takes for an agreement what the published schema takes, and keeps nothing beside it', () => {
    const odd = fc.oneof(fc.anything(), fc.constantFrom('teachers', ''));
    const commitment = fc.oneof(
      fc.record({ id: odd, statement: odd, more: odd }, { requiredKeys: [] }),
      fc.record({ id: fc.constantFrom('teachers', 'a.b'), statement: fc.string(), more: odd }),
      fc.anything(),
    );
    const commitments = fc.oneof(
      fc.array(commitment, { maxLength: 3 }),
      fc
        .tuple(fc.constantFrom(1, 60, 61), fc.constantFrom(80, 81), fc.constantFrom(2000, 2001))
        .map(([count, id, statement]) =>
          Array.from({ length: count }, () => ({ id: 'a'.repeat(id), statement: 'b'.repeat(statement) })),
        ),
      fc.anything(),
    );
    fc.assert(
      fc.property(commitments, (given) => {
        const agreement = { declared: true, commitments: given };
        const read = z.safeParse(applicationSchema.shape.agreement, agreement).success;
        expect(errorsOf({ ...application, agreement }).includes('agreement invalid')).toBe(!read);
      }),
      { numRuns: 1000 },
    );
    const more = application.agreement?.commitments.map((each) => ({ ...each, more: 1 }));
    const parsed = parseApplication(
      { ...application, agreement: { declared: true, commitments: more } },
      form,
    );
    expect(parsed.ok && parsed.application).toEqual(application);
  });

  it('writes postcodes in one way and tidies text', () => {
    const parsed = parseApplication(
      answering({
        postcode: ' le11aa ',
        schoolName: '  Hill\u0000 \u202eTop\n Primary ',
        email: ' a@b.example ',
      }),
      form,
    );
    expect(parsed.ok && parsed.application.answers).toMatchObject({
      postcode: 'LE1 1AA',
      schoolName: 'Hill Top Primary',
      email: 'a@b.example',
    });
  });

  it('tells every fault at once, in the order in which the form asks', () => {
    const json = {
      ...answering({ schoolName: ' ', urn: '12', email: 'no', phase: 'third' }),
      agreement: null,
    };
    expect(errorsOf(json)).toEqual([
      'schoolName required',
      'urn invalid',
      'phase not-offered',
      'email invalid',
      'agreement required',
    ]);
  });

  it('lets a part that cannot be read hide no fault of another', () => {
    const json = { ...answering({ urn: '12', email: '' }), agreement: { declared: 'yes' }, notice: 7 };
    expect(errorsOf(json)).toEqual(['agreement invalid', 'notice invalid', 'urn invalid', 'email required']);
    const { kind: _, ...kindless } = {
      ...answering({ name: ' ' }),
      edition: { schoolYear: '2099', version: '' },
    };
    expect(errorsOf(kindless)).toEqual(['form invalid', 'edition invalid', 'name required']);
    expect(errorsOf([application])).toEqual(['form invalid']);
    expect(errorsOf({ ...application, answers: 'none', agreement: null })[0]).toBe('form invalid');
  });

  it('drops an answer to a question that the hub does not ask', () => {
    const parsed = parseApplication(
      answering({ trn: '1234567', phone: '0113 496 0000', shoeSize: '9' }),
      form,
    );
    expect(parsed.ok && Object.keys(parsed.application.answers)).toEqual(Object.keys(application.answers));
    const asked = parseApplication(answering({ trn: '1234567' }), everyField);
    expect(asked.ok && asked.application.answers.trn).toBe('1234567');
  });

  it('refuses an agreement to other commitments, another edition or another notice', () => {
    const agreement = { declared: true, commitments: [{ id: 'teachers', statement: 'Less than asked.' }] };
    expect(errorsOf({ ...application, agreement })).toEqual(['agreement out-of-date']);
    expect(errorsOf({ ...application, edition: { schoolYear: '2099/00', version: 'v0' } })).toEqual([
      'edition out-of-date',
    ]);
    expect(errorsOf({ ...application, notice: { version: 'n0', shownAt: null } })).toEqual([
      'notice out-of-date',
    ]);
  });

  it('asks the self-assessment only where the phase does', () => {
    const second = { ...answering({ phase: 'second' }), agreement: { declared: true, commitments: [] } };
    expect(errorsOf(second)).toEqual(['readiness.support required']);
    expect(errorsOf({ ...second, readiness: { support: 'never' } })).toEqual([
      'readiness.support not-offered',
    ]);
    expect(errorsOf({ ...second, readiness: { support: 'partly' } })).toEqual([]);
    const dropped = parseApplication({ ...application, readiness: { support: 'partly' } }, form);
    expect(dropped.ok && dropped.application.readiness).toEqual({});
  });

  it('registers interest without an agreement', () => {
    expect(errorsOf({ ...application, kind: 'interest', agreement: null })).toEqual([]);
  });

  it.each(FIELDS.map(({ id }) => id))('refuses an oversized %s', (id) => {
    const long = id === 'pastPhases' ? Array(1000).fill('first') : 'a'.repeat(100_000);
    expect(errorsOf(answering({ [id]: long }), everyField)).toHaveLength(1);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything()), fc.constantFrom(...FIELDS), (value, { id }) => {
        expect(parseApplication(value, form).ok).toBe(false);
        const parsed = parseApplication(answering({ [id]: value }), everyField);
        if (!parsed.ok) expect(parsed.errors.every(({ message }) => message.length > 0)).toBe(true);
      }),
    );
  });

  it('is settled by one pass: what it gives out it takes in unchanged', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 });
    fc.assert(
      fc.property(text, text, text, (schoolName, name, role) => {
        const once = parseApplication(
          answering({ schoolName: `S${schoolName}`, name: `N${name}`, role }),
          form,
        );
        if (!once.ok) throw new Error(JSON.stringify(once.errors));
        const twice = parseApplication(once.application, form);
        expect(twice).toEqual(once);
      }),
    );
  });

  it('says the same as a JSON Schema', () => {
    const schema = z.toJSONSchema(applicationSchema, { io: 'input' });
    const answers = schema.properties?.answers;
    expect(typeof answers === 'object' && Object.keys(answers.properties ?? {})).toEqual(
      FIELDS.map(({ id }) => id),
    );
  });
});

describe('applicationForm', () => {
  it('asks by default only what privacy notices allow', () => {
    expect(form.fields.map(({ id }) => id)).toEqual<FieldId[]>([
      'schoolName',
      'urn',
      'postcode',
      'phase',
      'pastPhases',
      'name',
      'role',
      'email',
      'teacher1Role',
      'teacher2Role',
    ]);
    expect(form.fields.every(({ why }) => why.length > 0)).toBe(true);
  });

  it('turns no field on without a purpose, and no phase that the year does not hold', () => {
    expect(() => applicationForm(edition, { ...terms, fields: { trn: {} }, phases: ['third'] })).toThrow(
      /fields.trn.purpose[^]*|third[^]*/,
    );
    const phone = applicationForm(edition, { ...terms, fields: { phone: { purpose: 'To ring you.' } } });
    expect(phone.fields.find(({ id }) => id === 'phone')?.why).toBe('To ring you.');
  });

  it('lists the promises of the edition, and names what it does not know', () => {
    expect(form.phases[0]?.commitments).toEqual([
      { id: 'teachers', statement: 'The school sends 2 teachers to the Work Group.' },
      { id: 'release', statement: 'The school releases its teachers for 3 days per teacher.' },
      { id: 'visits', statement: "The school welcomes 1 visit per school by the programme's lead." },
      { id: 'schoolCommitments-1', statement: 'The school: tries it in every class' },
      { id: 'schoolCommitments-2', statement: 'The school: shares what it learns' },
    ]);
    expect(form.phases[0]?.unknown).toContain('Work Group meetings');
    expect(form.phases[1]?.commitments).toEqual([]);
  });
});

describe('applicationFromEntries', () => {
  const entries: [string, string][] = [
    ['hub', 'test-hub'],
    ['schoolYear', '2099/00'],
    ['editionVersion', 'v1'],
    ['noticeVersion', 'n1'],
    ['agreement', 'yes'],
    ['pastPhases', 'second'],
    ...Object.entries(application.answers).filter(([id]) => id !== 'pastPhases'),
  ] as [string, string][];

  it('reads a plain form into the same application', () => {
    const parsed = parseApplication(applicationFromEntries(entries, form), form);
    expect(parsed.ok && parsed.application).toEqual({
      ...application,
      notice: { version: 'n1', shownAt: null },
    });
  });

  it('does not agree for the person', () => {
    const unticked = entries.filter(([name]) => name !== 'agreement');
    expect(errorsOf(applicationFromEntries(unticked, form))).toEqual(['agreement required']);
  });
});
