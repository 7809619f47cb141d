import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import { shortPhaseName } from '@maths-hubs/components/foundation/edition/term-text';
import { TERMS, type TermId } from '@maths-hubs/sdk/programme';
import { calendarForm, recruitmentForm } from './dates.js';
import type { Work } from '../work.js';
import { compareForm } from './compare-form.js';
import { contactForm } from './contact.js';
import { doorsForm } from './doors.js';
import { controlId, faultText } from './faults.js';
import type { TermFinding } from './findings.js';
import { phaseForm } from './phase.js';
import { reviewList, suggestionsFor, takeOver } from './review.js';
import { wordingForm } from './wording.js';

/** The hub's terms as a form, after a start has been chosen. */
export function termsForm(editor: Editor, work: Work, goTo: (id: string) => void): TemplateResult {
  const { edition } = editor.project;
  return html`${unreadList(editor)} ${faultSummary(editor, goTo)} ${review(editor)}
    <section class="panel">
      <h3>How schools reach you</h3>
      ${contactForm(editor)}
    </section>
    <section class="panel">
      <h3>Your phases in ${edition.schoolYear}</h3>
      ${edition.phases.length === 0 ? html`<p>This start has no phases.</p>` : nothing}
      ${edition.phases.map((phase, index) => phaseForm(editor, phase, index))}
    </section>
    ${section(editor, 'doors', 'Which school goes where', edition.doors.length > 0 ? 'stated' : 'not stated', () => doorsForm(editor))}
    ${section(editor, 'recruitment', 'When schools may apply', `${edition.recruitment.length} stated`, () => recruitmentForm(editor))}
    ${section(
      editor,
      'calendar',
      'Half-terms and dates',
      `${(edition.calendar?.halfTerms.length ?? 0) + (edition.calendar?.events.length ?? 0)} stated`,
      () => calendarForm(editor),
    )}
    ${section(editor, 'wording', 'Your own wording', `${Object.keys(editor.project.wording).length} texts of your own`, () => wordingForm(editor))}
    ${section(editor, 'compare', 'Join a colleague’s file', 'term by term', () => compareForm(work))}`;
}

/** What another year says and this one does not say yet. */
function review(editor: Editor): TemplateResult | typeof nothing {
  const { project, evidence } = editor;
  return reviewList(editor, {
    suggestions: suggestionsFor(project.edition, project.earlier, evidence),
    own: project.earlier !== undefined,
    refused: new Set(project.refused),
    onRefuse: (key, refused) =>
      editor.change((old) => ({
        ...old,
        refused: refused ? [...old.refused, key] : old.refused.filter((each) => each !== key),
      })),
    onTake: (taken) => editor.edit((old) => takeOver(old, taken)),
  });
}

/** Parts of the opened file that could not be read. They are saved again as they are, until somebody lets them go. */
function unreadList({ project, change }: Editor): TemplateResult | typeof nothing {
  const { unread } = project;
  if (unread.length === 0) return nothing;
  return html`<section class="notice problem" id="unread" aria-labelledby="unread-title">
    <h3 id="unread-title">
      ${unread.length === 1 ? 'One part' : `${unread.length} parts`} of your file could not be read
    </h3>
    <p>
      Everything else is below. Put these in again where they belong; they are kept in your file until then.
    </p>
    <ul>
      ${unread.map(
        ({ path, value, fault }) =>
          html`<li>
            <strong
              >${placeOf(
                project.edition.phases.map((phase) => shortPhaseName(project.edition, phase.id)),
                path,
              )}:</strong
            >
            ${faultText(fault)} <code>${JSON.stringify(value)?.slice(0, 200)}</code>
            <button
              type="button"
              class="plain"
              @click=${() => change((old) => ({ ...old, unread: old.unread.filter((each) => each.path !== path) }))}
            >
              I have dealt with this<span class="visually-hidden">: ${path}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

function section(
  editor: Editor,
  id: string,
  title: string,
  description: string,
  body: () => TemplateResult,
): TemplateResult {
  const open = editor.isOpen(id) || editor.faults.some(({ path }) => path.startsWith(id));
  return html`<details
    class="panel"
    id="part-${id}"
    .open=${open}
    @toggle=${(event: Event) => editor.setOpen(id, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>
      <h3>${title}</h3>
      <span class="muted">${description}</span>
    </summary>
    ${open ? body() : nothing}
  </details>`;
}

function faultSummary(
  { faults, project }: Editor,
  goTo: (id: string) => void,
): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<div class="error-summary" id="error-summary" role="alert" tabindex="-1">
    <h3>${faults.length === 1 ? 'One thing' : `${faults.length} things`} to put right</h3>
    <ul>
      ${faults.map((fault) => {
        const id = controlId(fault.path);
        return html`<li>
          <a
            href="#${id}"
            @click=${(event: Event) => {
              event.preventDefault();
              goTo(id);
            }}
            >${placeOf(
              project.edition.phases.map((phase) => shortPhaseName(project.edition, phase.id)),
              fault.path,
            )}:
            ${faultText(fault)}</a
          >
        </li>`;
      })}
    </ul>
  </div>`;
}

const PLACES: Readonly<Record<string, string>> = {
  contact: 'Contact',
  recruitment: 'When schools may apply',
  calendar: 'Half-terms and dates',
  doors: 'Which school goes where',
  entryPoints: 'Which schools start here',
};

function placeOf(phases: readonly string[], path: string): string {
  const [, index, term] = /^phases\[(\d+)\](?:\.terms\.(\w+))?/.exec(path) ?? [];
  if (index !== undefined) {
    const phase = phases[Number(index)] ?? 'A phase';
    return term !== undefined && Object.hasOwn(TERMS, term)
      ? `${phase}, ${TERMS[term as TermId].label}`
      : phase;
  }
  return PLACES[/^\w+/.exec(path)?.[0] ?? ''] ?? 'Your terms';
}

/** What the proof found, in a list; nothing until it was asked for. */
export function findingsList(findings: readonly TermFinding[] | undefined): TemplateResult | typeof nothing {
  if (findings === undefined) return nothing;
  if (findings.length === 0)
    return html`<p class="notice good">
      Your requirements hold together: every school gets a clear answer.
    </p>`;
  return html`<div class="notice">
    <h3>What your requirements come to</h3>
    <ul>
      ${findings.map(
        ({ severity, where, text, example }) =>
          html`<li>
            <strong>${severity === 'failure' ? 'Look at this' : 'Good to know'}: ${where}.</strong> ${text}
            ${
              example
                ? html`<details>
                    <summary>An example of such a school</summary>
                    <p>${example}</p>
                  </details>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </div>`;
}
