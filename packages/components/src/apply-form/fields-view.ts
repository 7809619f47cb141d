import {
  FIELDS,
  type ApplicationForm,
  type Draft,
  type Field,
  type OfferedPhase,
  type SectionId,
} from '@maths-hubs/sdk/applications';
import { html, nothing, type TemplateResult } from 'lit';
import { checkboxes, radios, textField, type TextFieldOptions } from '../foundation/controls.js';
import type { ApplyText } from './strings.js';

export interface FieldsContext {
  readonly form: ApplicationForm;
  readonly draft: Draft;
  readonly kind: 'application' | 'interest';
  readonly text: ApplyText;
  /** Id of a field's control in the page. */
  readonly idOf: (field: string) => string;
  readonly errorOf: (field: string) => string | undefined;
  /** Fields that the page knows already, and that are not asked. */
  readonly settled: ReadonlySet<string>;
}

/** The form reads its controls when they change; nothing is done at each one. */
const read = (): void => undefined;

const TYPES: Partial<Record<Field['kind'], Pick<TextFieldOptions, 'type' | 'inputmode'>>> = {
  email: { type: 'email', inputmode: 'email' },
  tel: { type: 'tel', inputmode: 'tel' },
  urn: { inputmode: 'numeric' },
  trn: { inputmode: 'numeric' },
};

/** The questions of one step. */
export function sectionView(section: SectionId, context: FieldsContext): TemplateResult {
  const { form, draft, kind } = context;
  const phase = form.phases.find(({ id }) => id === draft.answers.phase);
  const fields = form.fields.filter((field) => field.section === section && !context.settled.has(field.id));
  return html`${fields.map((field) => fieldView(field, context))}
  ${section === 'readiness' ? (phase?.readiness ?? []).map((question) => questionView(question, context)) : nothing}
  ${section === 'agreement' && kind === 'application' && phase ? agreementView(phase, context) : nothing}`;
}

/** A person asks why of a number, or of what a hub asks beside the usual; nobody does of the school's name. */
const NUMBERS: readonly Field['kind'][] = ['urn', 'trn', 'tel'];

function asksWhy({ id, kind }: Field): boolean {
  return NUMBERS.includes(kind) || FIELDS.find((each) => each.id === id)?.why === null;
}

function fieldView(field: Field, context: FieldsContext): TemplateResult {
  const { form, draft, text } = context;
  const { id, kind, required, autocomplete } = field;
  const shared = {
    ...controlOf(id, context),
    label: `${field.label}${required ? '' : text('apply.optional')}`,
    hint: asksWhy(field)
      ? html`${field.hint} <span class="why">${text('apply.why', { why: field.why })}</span>`
      : field.hint,
  };
  if (kind === 'phase')
    return radios({
      ...shared,
      choices: form.phases.map((phase) => ({ value: phase.id, label: phase.name })),
      value: draft.answers.phase,
      onChange: read,
    });
  if (kind === 'phases')
    return checkboxes({
      ...shared,
      choices: form.pastPhases.map((phase) => ({ value: phase.id, label: phase.name })),
      values: draft.answers.pastPhases ?? [],
      onChange: read,
    });
  return textField({
    ...shared,
    ...TYPES[kind],
    value: String(draft.answers[id] ?? ''),
    autocomplete,
    required,
    onInput: read,
  });
}

function questionView(
  { id, question, why, options, required }: OfferedPhase['readiness'][number],
  context: FieldsContext,
): TemplateResult {
  const { text, draft } = context;
  return radios({
    ...controlOf(`readiness.${id}`, context),
    label: `${question}${required ? '' : text('apply.optional')}`,
    hint: text('apply.why', { why }),
    choices: options,
    value: draft.readiness[id],
    onChange: read,
  });
}

function agreementView({ name, commitments, unknown }: OfferedPhase, context: FieldsContext): TemplateResult {
  const { text, form, draft } = context;
  return html`<p>
      ${text(commitments.length > 0 ? 'apply.commitments' : 'apply.no-commitments', { phase: name })}
    </p>
    ${
      commitments.length > 0
        ? html`<ol class="commitments">
            ${commitments.map(({ statement }) => html`<li>${statement}</li>`)}
          </ol>`
        : nothing
    }
    ${
      unknown.length > 0
        ? html`<p class="muted">
            ${text('apply.unknown', { year: form.edition.schoolYear, things: unknown.join(', ') })}
          </p>`
        : nothing
    }
    ${checkboxes({
      ...controlOf('agreement', context),
      label: text('apply.agreement'),
      choices: [{ value: 'yes', label: text('apply.agree') }],
      values: draft.agreed ? ['yes'] : [],
      onChange: read,
    })}`;
}

function controlOf(
  field: string,
  { idOf, errorOf }: FieldsContext,
): { readonly id: string; readonly name: string; readonly error: string | undefined } {
  return { id: idOf(field), name: field, error: errorOf(field) };
}
