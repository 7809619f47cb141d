import { textField, selectField, checkboxes, type Choice } from '@maths-hubs/components/foundation/controls';
import { html, nothing, type TemplateResult } from 'lit';
import type { Fault } from '@maths-hubs/sdk/evidence';
import { controlId, faultAt } from './faults.js';

/** One field of a record in a list: a window, a sum, a dated event. */
export interface RecordField<Row extends object> {
  readonly key: keyof Row & string;
  readonly label: string;
  readonly kind: 'text' | 'day' | 'time' | 'pounds' | 'rate' | 'choice' | 'flag' | 'lines' | 'many';
  readonly hint?: string;
  readonly choices?: readonly Choice[];
  /** What an empty field becomes: the key goes, or it holds null or an empty text. */
  readonly empty: 'absent' | 'null' | 'text';
}

interface RecordsOptions<Row extends object> {
  /** The list's path in the terms: `recruitment`. */
  readonly path: string;
  readonly rows: readonly Row[];
  readonly fields: readonly RecordField<Row>[];
  readonly faults: readonly Fault[];
  /** `Recruitment window`: names each row, with its number. */
  readonly noun: string;
  /** What the list belongs to, where a page has several of its kind: `Development`. */
  readonly of?: string;
  readonly fresh: () => Row;
  readonly onChange: (rows: readonly Row[]) => void;
}

/** A list of records as fields: add, change, take away. */
export function records<Row extends object>({
  path,
  rows,
  fields,
  faults,
  noun,
  of,
  fresh,
  onChange,
}: RecordsOptions<Row>): TemplateResult {
  const belongs = of ? `, ${of}` : '';
  const put = (index: number, row: Row): void => onChange(rows.with(index, row));
  return html`${rows.map(
      (row, index) =>
        html`<div
          class="record"
          role="group"
          aria-label="${noun} ${index + 1}${belongs}"
          id=${controlId(`${path}[${index}]`)}
          tabindex="-1"
        >
          <p class="record-title">${noun} ${index + 1}</p>
          ${fields.map((field) => control(`${path}[${index}]`, row, field, faults, (next) => put(index, next)))}
          <button type="button" class="plain" @click=${() => onChange(rows.toSpliced(index, 1))}>
            Remove <span class="visually-hidden">${noun.toLowerCase()} ${index + 1}${belongs}</span>
          </button>
        </div>`,
    )}
    <button
      type="button"
      class="secondary"
      id="add-${controlId(path)}"
      @click=${() => onChange([...rows, fresh()])}
    >
      Add ${rows.length > 0 ? 'another' : 'a'} ${noun.toLowerCase()}<span class="visually-hidden"
        >${belongs}</span
      >
    </button>`;
}

function control<Row extends object>(
  at: string,
  row: Row,
  field: RecordField<Row>,
  faults: readonly Fault[],
  onChange: (row: Row) => void,
): TemplateResult {
  const path = `${at}.${field.key}`;
  const value = row[field.key];
  const base = {
    id: controlId(path),
    label: field.label,
    ...(field.hint === undefined ? {} : { hint: field.hint }),
    error: faultAt(faults, path),
  };
  const put = (next: unknown): void => onChange(withValue(row, field, next));
  switch (field.kind) {
    case 'choice':
      return selectField({
        ...base,
        choices: field.choices ?? [],
        value: typeof value === 'string' ? value : '',
        onChange: (next) => put(next || undefined),
      });
    case 'flag':
      return html`<div class="choice">
        <input
          id=${base.id}
          type="checkbox"
          .checked=${value === true}
          @change=${(event: Event) => put((event.target as HTMLInputElement).checked || undefined)}
        />
        <label for=${base.id}>${field.label}</label>
      </div>`;
    case 'many':
      return checkboxes({
        ...base,
        choices: field.choices ?? [],
        values: Array.isArray(value) ? value.map(String) : [],
        onChange: put,
      });
    case 'lines':
      return linesField({
        ...base,
        value: Array.isArray(value) ? value.map(String) : [],
        onChange: (lines) => put(lines.length > 0 ? lines : undefined),
      });
    case 'pounds':
    case 'rate':
      return textField({
        ...base,
        inputmode: 'decimal',
        value: typeof value === 'number' ? String(field.kind === 'pounds' ? value / 100 : value) : '',
        onInput: (text) => put(numberOf(text, field.kind === 'pounds' ? 100 : 1)),
      });
    default:
      return textField({
        ...base,
        type: field.kind === 'day' ? 'date' : field.kind,
        value: typeof value === 'string' ? value : '',
        onInput: (text) => put(text || undefined),
      });
  }
}

/** A field may hold what is no value of its row yet: the terms are checked as a whole, and say so. */
function withValue<Row extends object>(row: Row, field: RecordField<Row>, value: unknown): Row {
  if (value !== undefined || field.empty !== 'absent')
    return { ...row, [field.key]: value ?? (field.empty === 'null' ? null : '') };
  const { [field.key]: _gone, ...rest } = row;
  return rest as Row;
}

/** A number in a field, in the smaller unit; undefined when it is empty or no number. */
export function numberOf(text: string, factor = 1): number | undefined {
  const plain = text.replaceAll(/[£,\s]/g, '');
  const value = Number(plain);
  return plain === '' || Number.isNaN(value) ? undefined : Math.round(value * factor * 100) / 100;
}

interface LinesOptions {
  readonly id: string;
  readonly label: unknown;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
}

/** A list as lines of text. What is typed is unchanged until the field is left. */
export function linesField({
  id,
  label,
  hint = 'One on each line.',
  error,
  value,
  onChange,
}: LinesOptions): TemplateResult {
  return html`<div class="field${error ? ' invalid' : ''}">
    <label for=${id}>${label}</label>
    <p class="hint" id="${id}-hint">${hint}</p>
    ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
    <textarea
      id=${id}
      rows=${Math.max(2, value.length)}
      aria-describedby="${id}-hint${error ? ` ${id}-error` : ''}"
      .value=${value.join('\n')}
      @change=${(event: Event) =>
        onChange(
          (event.target as HTMLTextAreaElement).value
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        )}
    ></textarea>
  </div>`;
}
