import { formatQuantity, type Quantity, type Sourced } from '@maths-hubs/sdk/evidence';
import type { SpecialistTerms } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import type { SourceNotes } from '../foundation/edition/source-notes.js';
import { dayText } from '../foundation/edition/day-text.js';

const LABELS: Readonly<Record<keyof SpecialistTerms, string>> = {
  cohort: 'Cohort',
  recruited: 'Recruited',
  perHub: 'For each hub',
  firstYearDays: 'Days in the first year',
  laterYearDays: 'Days in later years',
  residentials: 'Residentials',
  eligibility: 'Who can apply',
  funding: 'Funding',
  applyBy: 'Apply by',
};

/** What a year's sources say of the people who lead the Work Groups. */
export function specialistRows(terms: SpecialistTerms, notes: SourceNotes): TemplateResult {
  return html`<dl>
    ${(Object.keys(LABELS) as (keyof SpecialistTerms)[]).map((id) => {
      const fact: Sourced<unknown> = terms[id];
      if (fact.value === null) return nothing;
      return html`<dt>${LABELS[id]}</dt>
        <dd>
          ${valueOf(fact.value, id)}${notes.mark(fact.source)}
          ${fact.conflict ? html`<span class="aside">${fact.conflict}</span>` : nothing}
        </dd>`;
    })}
  </dl>`;
}

function valueOf(value: unknown, id: keyof SpecialistTerms): string | TemplateResult {
  if (Array.isArray(value))
    return html`<ul>
      ${value.map((item) => html`<li>${item}</li>`)}
    </ul>`;
  if (typeof value === 'object') return formatQuantity(value as Quantity);
  return id === 'applyBy' ? dayText(String(value)) : String(value);
}
