import { selectField, textField } from '@maths-hubs/components/foundation/controls';

import { pluralOf, type Fault, type Per, type Quantity, type Unit } from '@maths-hubs/sdk/evidence';
import type { TermId } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { without } from '../project/without.js';
import { choicesOf } from './choices.js';
import { controlId, faultAt } from './faults.js';
import { numberOf } from './records.js';

/** What each term counts, where nobody has said otherwise. */
const UNIT: Partial<Record<TermId, Unit>> = {
  duration: 'year',
  groupSize: 'school',
  teachers: 'teacher',
  meetings: 'meeting',
  meetingLength: 'day',
  release: 'day',
  visits: 'visit',
  headteacherMeetings: 'meeting',
};

const UNITS: readonly Unit[] = ['day', 'half-day', 'meeting', 'visit', 'teacher', 'school', 'person', 'year'];

const PER: Readonly<Record<Per, string>> = {
  school: 'for each school',
  teacher: 'for each teacher',
  'both-teachers': 'for both teachers together',
  group: 'for each group',
  hub: 'for the hub',
  year: 'a year',
  day: 'a day',
  meeting: 'a meeting',
};

const SHAPES = { exact: 'exactly', range: 'between', 'up-to': 'up to', 'at-least': 'at least' } as const;
type Shape = keyof typeof SHAPES;

interface QuantityOptions {
  readonly term: TermId;
  /** The value's path in the terms: `phases[0].terms.visits.value`. */
  readonly path: string;
  readonly label: string;
  readonly value: Quantity | null;
  readonly faults: readonly Fault[];
  /** Null when nothing is filled in any more. */
  readonly onChange: (value: Quantity | null) => void;
}

/** Parts of an amount to set; undefined takes one away. */
type QuantityChange = { readonly [K in keyof Quantity]?: Quantity[K] | undefined };

/** An amount: exact, between two numbers, or open at one end; about; its unit, and what it is counted for. */
export function quantityField({
  term,
  path,
  label,
  value,
  faults,
  onChange,
}: QuantityOptions): TemplateResult {
  const now: Quantity = value ?? { min: null, max: null, unit: UNIT[term] ?? 'day' };
  const shape = shapeOf(now);
  const id = controlId(path);
  const put = (change: QuantityChange): void => onChange(without({ ...now, ...change }, undefined));
  const amount = (text: string): number | null => numberOf(text) ?? null;
  const written = (part: number | null): string => (part === null ? '' : String(part));
  const ends = (text: string): Partial<Quantity> => {
    const number = amount(text);
    if (shape === 'range') return { min: number };
    if (shape === 'up-to') return { min: null, max: number };
    return shape === 'at-least' ? { min: number, max: null } : { min: number, max: number };
  };
  return html`<div class="quantity" role="group" aria-label=${label}>
    <div @change=${(event: Event) => leftEmpty(event) && shape !== 'range' && onChange(null)}>
      ${textField({
        id,
        label: html`${label}<span class="visually-hidden">: ${shape === 'range' ? 'From' : 'Number'}</span>`,
        hint: value === null ? `How many ${pluralOf(now.unit)}` : undefined,
        inputmode: 'decimal',
        value: written(shape === 'up-to' ? now.max : now.min),
        error: faultAt(faults, path),
        onInput: (text) => (text.trim() !== '' || value !== null) && put(ends(text)),
      })}
    </div>
    ${value === null ? nothing : details(id, now, shape, put)}
  </div>`;
}

/** Whether a number was taken out of its field: then nothing is decided any more. */
function leftEmpty(event: Event): boolean {
  return (event.target as HTMLInputElement).value.trim() === '';
}

/** What can be said of a number, once there is one. */
function details(
  id: string,
  now: Quantity,
  shape: Shape,
  put: (change: QuantityChange) => void,
): TemplateResult {
  return html`${
      shape === 'range'
        ? textField({
            id: `${id}-to`,
            label: 'To',
            inputmode: 'decimal',
            value: now.max === null ? '' : String(now.max),
            onInput: (text) => put({ max: numberOf(text) ?? null }),
          })
        : nothing
    }
    ${selectField({
      id: `${id}-shape`,
      label: 'How many',
      choices: choicesOf(SHAPES),
      value: shape,
      onChange: (next) => put(reshape(now, next as Shape)),
    })}
    ${selectField({
      id: `${id}-unit`,
      label: 'Of what',
      choices: [...new Set([now.unit, ...UNITS])].map((unit) => ({ value: unit, label: pluralOf(unit) })),
      value: now.unit,
      onChange: (unit) => put({ unit: unit as Unit }),
    })}
    ${selectField({
      id: `${id}-per`,
      label: 'Counted for',
      choices: choicesOf({ '': 'not said', ...PER }),
      value: now.per ?? '',
      onChange: (per) => put({ per: per === '' ? undefined : (per as Per) }),
    })}
    <div class="choice">
      <input
        id="${id}-about"
        type="checkbox"
        .checked=${now.about === true}
        @change=${(event: Event) => put({ about: (event.target as HTMLInputElement).checked || undefined })}
      />
      <label for="${id}-about">About: the number is approximate</label>
    </div>`;
}

function shapeOf({ min, max }: Quantity): Shape {
  if (min !== null && max === null) return 'at-least';
  if (min === null && max !== null) return 'up-to';
  return min === max ? 'exact' : 'range';
}

function reshape({ min, max }: Quantity, shape: Shape): Partial<Quantity> {
  const some = min ?? max ?? 1;
  switch (shape) {
    case 'exact':
      return { min: some, max: some };
    case 'range':
      return { min: some, max: max !== null && max > some ? max : some + 1 };
    case 'up-to':
      return { min: null, max: max ?? some };
    case 'at-least':
      return { min: some, max: null };
  }
}
