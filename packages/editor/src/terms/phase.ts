import { textField } from '@maths-hubs/components/foundation/controls';
import { shortPhaseName } from '@maths-hubs/components/foundation/edition/term-text';
import { cite, type Sourced } from '@maths-hubs/sdk/evidence';
import { removePhase, TERMS, type Phase, type TermId } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import { EMPTY, NOT_DECIDED, setDoor, setName, setTerm, stated, statusOf } from '../project/edit.js';
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
              Open a term to fill it in. What you leave out is shown to schools as “Ask your hub”.
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

function termRow(editor: Editor, phase: Phase, term: TermId, at: string): TemplateResult {
  const { edition } = editor.project;
  const path = `${at}.terms.${term}`;
  const id = controlId(path);
  const fact: Sourced<unknown> = phase.terms[term];
  const status = statusOf(fact);
  const faulty = faultsAt(editor.faults, path).length > 0;
  const open = editor.isOpen(id) || faulty;
  const put = (next: Sourced<unknown>): void => editor.edit((old) => setTerm(old, phase.id, term, next));
  // Whoever hears the button alone hears which term of which phase it is of.
  const of = html`<span class="visually-hidden"
    >: ${TERMS[term].label}, ${shortPhaseName(edition, phase.id)}</span
  >`;
  return html`<details
    class="term is-${status}${faulty ? ' faulty' : ''}"
    id=${id}
    .open=${open}
    @toggle=${(event: Event) => editor.setOpen(id, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>
      <span class="term-label">${TERMS[term].label}</span>
      <span class="term-value">${valueWords(editor, term, fact)}</span>
    </summary>
    ${
      open
        ? html`<div class="term-body">
            <div>
              ${status === 'evidence' ? html`<p class="hint">From public evidence of ${edition.schoolYear}: ${cite(fact, edition.sources)}</p>` : nothing}
              ${valueField({
                edition,
                term,
                path: `${path}.value`,
                value: fact.value,
                faults: editor.faults,
                onChange: (value) => put(value === null ? EMPTY : stated(value)),
              })}
              <div class="actions">
                <button
                  type="button"
                  class="secondary"
                  aria-pressed=${status === 'not-decided' ? 'true' : 'false'}
                  @click=${() => put(status === 'not-decided' ? EMPTY : NOT_DECIDED)}
                >
                  Not decided${of}
                </button>
                <button
                  type="button"
                  class="plain"
                  aria-disabled=${status === 'empty' ? 'true' : 'false'}
                  @click=${() => put(EMPTY)}
                >
                  Clear${of}
                </button>
              </div>
            </div>
            ${evidenceBeside(editor, term, of, hintOf(editor.evidence, edition.schoolYear, phase.id, term), (value) => put(stated(value)))}
          </div>`
        : nothing
    }
  </details>`;
}

function valueWords(editor: Editor, term: TermId, fact: Sourced<unknown>): string {
  switch (statusOf(fact)) {
    case 'empty':
      return 'Not filled in';
    case 'not-decided':
      return 'Not decided';
    default:
      return sayTerm(editor.project.edition, term, fact.value);
  }
}

/** What another year's evidence says: beside the field, and taken over only when the hub says that it holds for it too. */
function evidenceBeside(
  editor: Editor,
  term: TermId,
  of: TemplateResult,
  hint: Hint | undefined,
  use: (value: unknown) => void,
): TemplateResult {
  if (hint === undefined)
    return html`<div class="evidence">
      <p class="muted">No public source of another year says anything about this.</p>
    </div>`;
  return html`<div class="evidence">
    <p><strong>In ${hint.schoolYear}:</strong> ${sayTerm(editor.project.edition, term, hint.value)}</p>
    <p class="muted">${hint.source}</p>
    <button type="button" class="secondary" @click=${() => use(hint.value)}>
      Use this: it holds for us too${of}
    </button>
  </div>`;
}
