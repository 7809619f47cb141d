import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import { FIELDS } from '@maths-hubs/sdk/applications';
import { shortPhaseName } from '@maths-hubs/sdk/programme';
import { STATES } from '../model/desk.js';
import type { CaseState } from '../model/desk.js';
import { longDate } from '../model/letters.js';
import type { JudgedCase } from '../model/judge-case.js';
import { letterForm } from './letters/letter-view.js';
import { outcomeOf } from './list-view.js';
import { setAsideBox } from './set-aside-view.js';
import { schoolMap } from './groups/map-view.js';
import type { DeskState } from './state.js';

const FOUND: Readonly<Record<string, string>> = {
  true: 'Met',
  false: 'Not met',
  unknown: 'Not known',
  'hub-decides': 'You decide',
};

/** One application on one page. */
export function applicationView(state: DeskState, reference: string): TemplateResult {
  const each = [...state.cases, ...state.setAside].find((one) => one.reference === reference);
  if (each === undefined)
    return html`<h1 tabindex="-1">No such application</h1>
      <p>There is no application ${reference} here. <a href="#applications">All applications</a></p>`;
  // Of its own for each application: what was typed or chosen beside another stays there.
  return html`${keyed(reference, wholeView(state, each))}`;
}

function wholeView(state: DeskState, each: JudgedCase): TemplateResult {
  const { reference, answers, asks, duplicates, notes, letters, decision } = each;
  return html`
    <p class="no-print"><a href="#applications">All applications</a></p>
    <h1 tabindex="-1">${answers.schoolName ?? 'School not named'}</h1>
    <p class="small">
      ${reference}, received ${each.receivedAt ? longDate(each.receivedAt) : 'at a time not known'}
    </p>
    ${
      each.setAsideAt !== null
        ? setAsideBox(state, each)
        : state.may('decide')
          ? html`<div class="actions no-print">
              <label for="state">State</label>
              <select id="state">
                ${STATES.map((one) => html`<option .selected=${live(one === each.state)}>${one}</option>`)}
              </select>
              <button @click=${() => void moveOne(state, each)}>Set state</button>
            </div>`
          : html`<p>State: ${each.state}</p>`
    }
    ${
      duplicates.length > 0
        ? html`<p class="warn">
            Probably the same school as
            ${duplicates.map((other) => html` <a href=${`#application/${other}`}>${other}</a>`)}.
          </p>`
        : nothing
    }
    <div class="columns">
      <section>
        <h2>What it says</h2>
        <dl>
          ${FIELDS.filter(({ id }) => answers[id] !== undefined).map(
            ({ id, label }) =>
              html`<dt>${label}</dt>
                <dd>
                  ${id === 'phase' ? shortPhaseName(state.edition, answers.phase ?? '') : [answers[id]].flat().join(', ')}
                </dd>`,
          )}
        </dl>
      </section>
      <section>
        <h2>By the terms of ${state.edition.schoolYear}: ${outcomeOf(each).toLowerCase()}</h2>
        ${each.priority ? html`<p class="mark good">Comes first for a place: completed the phase with priority.</p>` : nothing}
        ${
          decision === null
            ? html`<p>${state.edition.schoolYear} has no terms for this phase.</p>`
            : html`<ul class="findings">
                ${decision.findings.map(
                  ({ statement, finding }) =>
                    html`<li>
                      <strong>${FOUND[String(finding)] ?? String(finding)}:</strong> ${statement}
                    </li>`,
                )}
              </ul>`
        }
        ${
          asks.length === 0
            ? nothing
            : html`<h2>To ask the school</h2>
                <ul>
                  ${asks.map((ask) => html`<li>${ask}</li>`)}
                </ul>`
        }
      </section>
    </div>
    ${schoolMap(state, each)}
    <section>
      <h2>Notes</h2>
      ${notes.length === 0 ? html`<p>No notes yet.</p>` : nothing}
      <ul class="plain-list">
        ${notes.map(
          ({ at, who, text }) =>
            html`<li>
              <p>${text}</p>
              <p class="small">${who}, ${longDate(at)}</p>
            </li>`,
        )}
      </ul>
      ${
        state.may('decide')
          ? html`<form
              class="no-print"
              @submit=${(event: SubmitEvent) => {
                event.preventDefault();
                const form = event.target as HTMLFormElement;
                const text = String(new FormData(form).get('note') ?? '').trim();
                if (text)
                  void state
                    .act(() => state.source.note(reference, text), 'Note added.')
                    .then(() => form.reset());
              }}
            >
              <label for="note">Add a note</label>
              <p class="hint" id="note-hint">The school may ask to see what you write about it.</p>
              <textarea id="note" name="note" rows="3" required aria-describedby="note-hint"></textarea>
              <button>Add note</button>
            </form>`
          : nothing
      }
    </section>
    <section>
      <h2>Letters</h2>
      ${letters.length === 0 ? html`<p>No letter has gone to this school.</p>` : nothing}
      ${letters.map(
        ({ at, who, subject, text, sent }) =>
          html`<details>
            <summary>${subject} (${sent ? 'sent' : 'copied'}, ${longDate(at)}, by ${who})</summary>
            <pre>${text}</pre>
          </details>`,
      )}
      ${state.may('decide') && each.setAsideAt === null ? letterForm(state, each) : nothing}
    </section>
  `;
}

async function moveOne(state: DeskState, { reference, state: from }: JudgedCase): Promise<void> {
  const to = document.querySelector<HTMLSelectElement>('#state')?.value as CaseState;
  await state.move([{ reference, from, to }]);
}
