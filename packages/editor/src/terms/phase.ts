import { textField } from '@maths-hubs/components/foundation/controls';
import { shortPhaseName } from '@maths-hubs/components/foundation/edition/term-text';
import { cite, type Sourced } from '@maths-hubs/sdk/evidence';
import { removePhase, TERMS, type Phase, type TermId } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import { EMPTY, setDoor, setName, setTerm, stated, statusOf } from '../project/edit.js';
import { hintOf, type Hint } from './evidence.js';
import { controlId, faultAt, faultsAt } from './faults.js';
import { requirementsOf } from './requirements.js';
import { GROUPS, ORDERED } from './review.js';
import { sayTerm } from './say.js';
import { valueField } from './value-field.js';

const TERM_IDS = ORDERED;

/** One phase: its name, whether schools start there, each term, its requirements. */
export function phaseForm(editor: Editor, phase: Phase, index: number): TemplateResult {
  const { edition } = editor.project;
  const at = `phases[${index}]`;
  const id = controlId(at);
  const name = shortPhaseName(edition, phase.id);
  const known = TERM_IDS.filter((term) =>
    ['stated', 'evidence'].includes(statusOf(phase.terms[term])),
  ).length;
  const open = editor.isOpen(id) || faultsAt(editor.faults, at).length > 0;
  return html`<details
    class="phase"
    id=${id}
    .open=${open}
    @toggle=${(event: Event) => editor.setOpen(id, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>
      <h4>${name}</h4>
      <span class="muted">${known} of ${TERM_IDS.length} terms stated</span>
    </summary>
    ${
      open
        ? html`<div class="phase-body" role="group" aria-label=${name}>
            ${nameField(editor, phase, at)} ${doorField(editor, phase, name)}
            <h5>Terms</h5>
            <p class="muted">
              Fill in what you have decided. What you leave alone is not decided: schools read “Ask your hub”.
            </p>
            ${groups().map(
              ({ title, terms }) =>
                html`<h6>${title}</h6>
                  <div class="terms">${terms.map((term) => termRow(editor, phase, term, at))}</div>`,
            )}
            <h5>Who may join</h5>
            ${requirementsOf(editor, phase, at)}
            <p class="actions">
              <button
                type="button"
                class="plain"
                @click=${() => editor.edit((old) => removePhase(old, phase.id))}
              >
                We do not offer ${name}: take this phase away
              </button>
            </p>
          </div>`
        : nothing
    }
  </details>`;
}

/** Terms as a head asks for them, and what is left. */
function groups(): readonly { readonly title: string; readonly terms: readonly TermId[] }[] {
  const rest = ORDERED.filter((term) => !GROUPS.some(({ terms }) => terms.includes(term)));
  return [...GROUPS, { title: 'Also', terms: rest }];
}

function nameField(editor: Editor, phase: Phase, at: string): TemplateResult {
  const { edition } = editor.project;
  const hint = hintOf(editor.evidence, edition.schoolYear, phase.id, 'name');
  return textField({
    id: controlId(`${at}.name`),
    label: `What you call ${shortPhaseName({ ...edition, phases: [{ ...phase, name: EMPTY }] }, phase.id)}`,
    hint: hint
      ? `In ${hint.schoolYear} it was called “${String(hint.value)}”. Leave empty for the programme’s own word.`
      : 'Leave empty for the programme’s own word.',
    value: phase.name.value ?? '',
    error: faultAt(editor.faults, `${at}.name`),
    onInput: (text) => editor.edit((old) => setName(old, phase.id, text ? stated(text) : EMPTY)),
  });
}

function doorField(editor: Editor, phase: Phase, name: string): TemplateResult {
  const { entryPoints } = editor.project.edition;
  const index = entryPoints.findIndex((door) => door.phase === phase.id);
  const door = entryPoints[index];
  const id = `door-${phase.id}`;
  const path = `entryPoints[${index}]`;
  return html`<div class="choice">
      <input
        id=${id}
        type="checkbox"
        .checked=${door !== undefined}
        @change=${(event: Event) =>
          editor.edit((old) =>
            setDoor(
              old,
              phase.id,
              (event.target as HTMLInputElement).checked ? `Schools that start with ${name}.` : undefined,
            ),
          )}
      />
      <label for=${id}>Schools may start with ${name}</label>
    </div>
    ${
      door
        ? textField({
            id: controlId(`${path}.forWhom`),
            label: 'Which schools start here',
            value: door.forWhom,
            error: faultAt(editor.faults, path),
            onInput: (text) => editor.edit((old) => setDoor(old, phase.id, text)),
          })
        : nothing
    }`;
}

/** A line of the sheet: the term's own control, ready to be filled in. What is left alone is not decided. */
function termRow(editor: Editor, phase: Phase, term: TermId, at: string): TemplateResult {
  const { edition } = editor.project;
  const path = `${at}.terms.${term}`;
  const fact: Sourced<unknown> = phase.terms[term];
  const status = statusOf(fact);
  const faulty = faultsAt(editor.faults, path).length > 0;
  const put = (value: unknown): void =>
    editor.edit((old) => setTerm(old, phase.id, term, value === null ? EMPTY : stated(value)));
  const hint = hintOf(editor.evidence, edition.schoolYear, phase.id, term);
  return html`<div class="term is-${status}${faulty ? ' faulty' : ''}" id=${controlId(path)} tabindex="-1">
    <div>
      ${valueField({ edition, term, path: `${path}.value`, value: fact.value, faults: editor.faults, onChange: put })}
      ${valueWords(editor, term, fact)}
      ${status === 'evidence' ? html`<p class="hint">From public evidence of ${edition.schoolYear}: ${cite(fact, edition.sources)}</p>` : nothing}
    </div>
    ${hint ? evidenceBeside(editor, phase, term, hint, fact.value, put) : nothing}
  </div>`;
}

/** What schools will read, where the control does not say it by itself. */
function valueWords(
  editor: Editor,
  term: TermId,
  { value }: Sourced<unknown>,
): TemplateResult | typeof nothing {
  const { kind } = TERMS[term];
  const says = value === null ? kind !== 'flag' && kind !== 'frequency' : /quantity|funding/.test(kind);
  if (!says) return nothing;
  return html`<p class="term-value">
    ${value === null ? 'Not decided' : sayTerm(editor.project.edition, term, value)}
  </p>`;
}

/** What another year's evidence says: beside the field, and taken over only when the hub says that it holds for it too. */
function evidenceBeside(
  editor: Editor,
  phase: Phase,
  term: TermId,
  hint: Hint,
  value: unknown,
  use: (value: unknown) => void,
): TemplateResult {
  const { edition } = editor.project;
  const words = sayTerm(edition, term, hint.value);
  return html`<div class="evidence">
    <p><strong>In ${hint.schoolYear}:</strong> ${words}</p>
    <p class="muted">${hint.source.replaceAll(/,? https?:[^\s;]+/g, '')}</p>
    ${
      value !== null && sayTerm(edition, term, value) === words
        ? html`<p>The same as yours.</p>`
        : html`<button type="button" class="secondary" @click=${() => use(hint.value)}>
            Use this<span class="visually-hidden"
              >: ${TERMS[term].label}, ${shortPhaseName(edition, phase.id)}</span
            >
          </button>`
    }
  </div>`;
}
