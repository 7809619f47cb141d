import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyEdition } from '../programme/index.js';
import { application, edition, form, terms } from '../../test/application-form.js';
import { answersInWords, applicationForm, migrateDraft, newDraft } from './index.js';
import type { Draft } from './index.js';

const then = '2099-01-01T10:00:00.000Z';
const draft: Draft = { ...newDraft(form, 'key-1', then), answers: application.answers, agreed: true };

describe('migrateDraft', () => {
  it('keeps a draft that fits, through storage', () => {
    expect(migrateDraft(JSON.parse(JSON.stringify(draft)), form, then)).toEqual({
      outcome: 'kept',
      draft,
      dropped: [],
    });
  });

  it('withdraws the agreement when the terms have changed, and keeps the answers', () => {
    const newer = applicationForm({ ...edition, version: 'v2' }, { ...terms, phases: ['second'] });
    const migrated = migrateDraft(draft, newer, then);
    expect(migrated).toMatchObject({ outcome: 'changed', dropped: ['phase', 'agreement'] });
    if (migrated.outcome === 'unusable') throw new Error(migrated.why);
    expect(migrated.draft.agreed).toBe(false);
    expect(migrated.draft.edition.version).toBe('v2');
    expect(migrated.draft.answers.schoolName).toBe('Hill Top Primary');
    expect(migrated.draft.key).toBe('key-1');
  });

  it('lets go of a draft after thirty days', () => {
    expect(migrateDraft(draft, form, '2099-01-31T09:59:59.000Z').outcome).toBe('kept');
    expect(migrateDraft(draft, form, '2099-01-31T10:00:01.000Z')).toEqual({
      outcome: 'unusable',
      why: 'expired',
    });
  });

  it('does not use what it cannot read, nor what belongs to another hub', () => {
    expect(migrateDraft({ ...draft, format: 'maths-hubs-draft/2' }, form, then)).toMatchObject({
      why: 'newer-format',
    });
    expect(migrateDraft({ ...draft, hub: 'other' }, form, then)).toMatchObject({ why: 'other-hub' });
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(migrateDraft(stored, form, then)).toEqual({ outcome: 'unusable', why: 'not-a-draft' });
      }),
    );
  });
});

describe('answersInWords', () => {
  it('puts every answer into words, in the order of the form', () => {
    const lines = answersInWords(application, form);
    expect(lines.map(({ field, answer }) => [field, answer])).toEqual([
      ['schoolName', 'Hill Top Primary'],
      ['urn', '123456'],
      ['postcode', 'LE1 1AA'],
      ['phase', 'The first phase'],
      ['pastPhases', 'The second phase'],
      ['name', 'A Teacher'],
      ['role', 'Maths lead'],
      ['email', 'a.teacher@school.example'],
      ['teacher1Role', ''],
      ['teacher2Role', ''],
      ['agreement', 'Yes'],
    ]);
  });
});

describe('the phases of a form', () => {
  it('have the programme’s word where a hub has none of its own', () => {
    const form = applicationForm(emptyEdition('2026/27', 'four-phases', 'wold-valley'), {
      hub: 'wold-valley',
      notice: terms.notice,
    });
    expect(form.phases.map(({ name }) => name)).toEqual([
      'Mastery Readiness',
      'Development',
      'Embedding',
      'Sustaining',
    ]);
    expect(form.pastPhases.map(({ name }) => name)).toEqual(form.phases.map(({ name }) => name));
  });
});
