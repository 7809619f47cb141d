import type { Edition, PhaseId } from '@maths-hubs/sdk/programme';
import { html, type TemplateResult } from 'lit';
import { dayText } from './day-text.js';
import type { SourceNotes } from './source-notes.js';

/** Where schools apply for a phase, a line for each source that says it; empty where none does. */
export function whereToApply(
  { recruitment }: Edition,
  phase: PhaseId,
  notes: SourceNotes,
): readonly TemplateResult[] {
  return recruitment
    .filter(({ phases, where }) => where && (phases.length === 0 || phases.includes(phase)))
    .map(
      ({ where = [], note, closes, source }) =>
        html`<ul class="plain ways">
            ${where.map((way, index) => html`<li>${way}${index === where.length - 1 ? notes.mark(source) : ''}</li>`)}
          </ul>
          ${note || closes ? html`<p>${note} ${closes ? `By ${dayText(closes)}.` : ''}</p>` : ''}`,
    );
}
