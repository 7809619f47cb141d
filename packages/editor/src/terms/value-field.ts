import { checkboxes, radios, selectField, textField } from '@maths-hubs/components/foundation/controls';
import { shortPhaseName } from '@maths-hubs/components/foundation/edition/term-text';
import type { Fault, Quantity } from '@maths-hubs/sdk/evidence';
import {
  FREQUENCY_WORDS,
  TERMS,
  type Edition,
  type FundingTerm,
  type TermId,
  type TermKind,
} from '@maths-hubs/sdk/programme';
import type { TemplateResult } from 'lit';
import { choicesOf } from './choices.js';
import { controlId, faultAt } from './faults.js';
import { quantityField } from './quantity.js';
import { linesField, records, type RecordField } from './records.js';

/** A term with what the form needs to draw it. */
export interface TermControl {
  readonly edition: Edition;
  readonly term: TermId;
  /** Its value's path: `phases[0].terms.visits.value`. */
  readonly path: string;
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** Null when nothing is filled in any more. */
  readonly onChange: (value: unknown) => void;
}

/** The control for each kind of term: the form is made from the table of terms by it. */
const CONTROL: Readonly<Record<TermKind, (control: TermControl) => TemplateResult>> = {
  text: ({ value, onChange, ...rest }) =>
    textField({ ...labelled(rest), value: textOf(value), onInput: (text) => onChange(text || null) }),
  texts: ({ value, onChange, ...rest }) =>
    linesField({
      ...labelled(rest),
      value: listOf(value).map(String),
      onChange: (lines) => onChange(lines.length > 0 ? lines : null),
    }),
  flag: ({ value, onChange, ...rest }) =>
    radios({
      ...labelled(rest),
      choices: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: '', label: 'Not decided' },
      ],
      value: value === null ? '' : value === true ? 'yes' : 'no',
      onChange: (answer) => onChange(answer === '' ? null : answer === 'yes'),
    }),
  frequency: ({ value, onChange, ...rest }) =>
    selectField({
      ...labelled(rest),
      choices: [{ value: '', label: 'Not decided' }, ...choicesOf(FREQUENCY_WORDS)],
      value: textOf(value),
      onChange: (answer) => onChange(answer || null),
    }),
  phases: ({ value, onChange, ...rest }) =>
    checkboxes({
      ...labelled(rest),
      choices: rest.edition.phases.map(({ id }) => ({ value: id, label: shortPhaseName(rest.edition, id) })),
      values: listOf(value).map(String),
      onChange: (ids) => onChange(ids.length > 0 ? ids : null),
    }),
  quantity: ({ term, path, value, faults, onChange }) =>
    quantityField({
      term,
      path,
      label: TERMS[term].label,
      value: value as Quantity | null,
      faults,
      onChange,
    }),
  funding: ({ edition, path, value, faults, onChange }) =>
    records({
      path,
      rows: listOf(value) as readonly FundingTerm[],
      fields: FUNDING,
      faults,
      noun: 'Sum',
      of: phaseAt(edition, path),
      fresh: () => freshSum(listOf(value) as readonly FundingTerm[]),
      onChange: (rows) => onChange(rows.length > 0 ? rows : null),
    }),
};

/** Name of the phase that a place in the terms is in. */
function phaseAt(edition: Edition, path: string): string {
  const phase = edition.phases[Number(/^phases\[(\d+)\]/.exec(path)?.[1])];
  return phase ? shortPhaseName(edition, phase.id) : '';
}

export function valueField(control: TermControl): TemplateResult {
  return CONTROL[TERMS[control.term].kind](control);
}

const FUNDING: readonly RecordField<FundingTerm>[] = [
  { key: 'description', label: 'What it is for, in words', kind: 'text', empty: 'text' },
  {
    key: 'purpose',
    label: 'Purpose',
    kind: 'choice',
    empty: 'text',
    choices: choicesOf({ release: 'teachers’ release', textbooks: 'textbooks', other: 'something else' }),
  },
  {
    key: 'kind',
    label: 'Kind',
    kind: 'choice',
    empty: 'text',
    choices: choicesOf({
      fixed: 'a set sum',
      'match-ceiling': 'matches what the school spends, up to a limit',
      'not-stated': 'money without a figure',
    }),
  },
  {
    key: 'pence',
    label: 'Pounds',
    hint: 'Leave empty when there is no figure.',
    kind: 'pounds',
    empty: 'null',
  },
  {
    key: 'per',
    label: 'For each',
    kind: 'choice',
    empty: 'text',
    choices: choicesOf({ school: 'school', teacher: 'teacher' }),
  },
  {
    key: 'matchRate',
    label: 'Share that is matched',
    hint: '1 for pound-for-pound; only for matched money.',
    kind: 'rate',
    empty: 'absent',
  },
  { key: 'condition', label: 'What must hold for it to be paid', kind: 'text', empty: 'absent' },
  { key: 'claimBy', label: 'Last day to claim', kind: 'day', empty: 'absent' },
  { key: 'eligible', label: 'Textbook schemes on the list', kind: 'lines', empty: 'absent' },
  { key: 'byInvitation', label: 'Only by invitation of the Department', kind: 'flag', empty: 'absent' },
  { key: 'oncePerSchool', label: 'Once for each school', kind: 'flag', empty: 'absent' },
];

function freshSum(sums: readonly FundingTerm[]): FundingTerm {
  return {
    id: freshId('sum', sums),
    purpose: 'release',
    kind: 'fixed',
    pence: null,
    per: 'school',
    description: '',
  };
}

/** An id that the list does not have yet: `window-2`. */
export function freshId(word: string, rows: readonly { readonly id: string }[]): string {
  let number = rows.length + 1;
  while (rows.some(({ id }) => id === `${word}-${number}`)) number += 1;
  return `${word}-${number}`;
}

function labelled({ term, path, faults }: Pick<TermControl, 'term' | 'path' | 'faults'>) {
  return { id: controlId(path), label: TERMS[term].label, error: faultAt(faults, path) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
