import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { JudgedPlan } from '@maths-hubs/sdk/groups';
import { shortPhaseName } from '@maths-hubs/sdk/programme';
import { longDate } from '../../model/letters.js';
import type { DeskState } from '../state.js';
import { keyOf } from './draft.js';
import type { Draft } from './draft.js';
import { km, titleOf } from './group-card.js';

/** A page of paper for each specialist: who is in the group, whom to write to, when it meets. Seen in print alone. */
export function printedLists(
  state: DeskState,
  draft: Draft,
  { groups }: JudgedPlan,
  only: string | null,
): TemplateResult {
  const shown = groups.filter((group) => only === null || keyOf(group) === only);
  return html`<div class="print-only">
    ${shown.map((group) => {
      const dates = draft.datesOf(keyOf(group));
      return html`<section class="sheet">
        <h2>
          ${titleOf(group)}: ${shortPhaseName(state.edition, draft.phase)} Work Group
          ${state.edition.schoolYear}
        </h2>
        <p>
          ${state.hub.name}. ${group.schools.length} schools, ${km(group.kilometres)} one
          way${group.weekday === null ? '' : `, on a ${group.weekday}`}.
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">School</th>
              <th scope="col">Postcode</th>
              <th scope="col">Contact</th>
              <th scope="col">State</th>
              <th scope="col">km</th>
            </tr>
          </thead>
          <tbody>
            ${group.schools.map((school) => row(state, school))}
          </tbody>
        </table>
        <h3>Dates</h3>
        ${
          dates.length === 0
            ? html`<p>None yet.</p>`
            : html`<ul>
                ${dates.map((date) => html`<li>${longDate(date)}</li>`)}
              </ul>`
        }
      </section>`;
    })}
  </div>`;
}

function row(
  { cases }: DeskState,
  { reference, name, kilometres }: JudgedPlan['groups'][number]['schools'][number],
): TemplateResult {
  const found = cases.find((each) => each.reference === reference);
  const { postcode, name: contact, role, email, phone } = found?.answers ?? {};
  return html`<tr>
    <th scope="row">${name}<span class="small">${reference}</span></th>
    <td>${postcode ?? ''}</td>
    <td>
      ${[contact, role].filter(Boolean).join(', ')}${[email, phone].map((line) => (line ? html`<br />${line}` : nothing))}
    </td>
    <td>${found?.state ?? ''}</td>
    <td>${kilometres.toFixed(1)}</td>
  </tr>`;
}
