import { fillPhase, type UndatedFacts } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import { knownRows, type DetailsContext } from './phase-details.js';

/** Undated evidence, apart from every term, with sources of its own. */
export function undatedSection(facts: UndatedFacts, context: DetailsContext): TemplateResult {
  const notes = new SourceNotes(facts.sources, context.text);
  return html`<p>${context.text('journey.undated-lead')}</p>
    ${facts.evidence.map(
      ({ title, why, phases, statements }) =>
        html`${heading(context.level + 1, title)}
          <p class="muted">${why}</p>
          ${phases.map(
            (phase) =>
              html`<p><strong>${phase.name.value}</strong>${notes.mark(phase.name.source)}</p>
                ${knownRows(fillPhase(phase), { ...context, notes })}`,
          )}
          ${
            statements.length === 0
              ? nothing
              : html`<ul class="plain">
                  ${statements.map(({ value, source }) => html`<li>${value}${notes.mark(source)}</li>`)}
                </ul>`
          }`,
    )}
    ${notes.list()}`;
}
