import { phaseOf, TERMS, type PhaseId, type TermId } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import { termText, termWords } from '../foundation/edition/term-text.js';
import type { ResultView } from './view.js';

const COSTS: readonly TermId[] = [
  'teachers',
  'release',
  'meetings',
  'meetingFrequency',
  'headteacherMeetings',
  'schoolCommitments',
  'charge',
];
const BRINGS: readonly TermId[] = ['funding', 'visits', 'outcomes'];

/** What one phase asks and brings; a term that no source states is named, never left out. */
export function termsOf(id: PhaseId, view: ResultView): TemplateResult {
  const { text } = view;
  const { terms } = phaseOf(view.edition, id);
  const list = (title: string, ids: readonly TermId[]): TemplateResult => {
    const unknown = ids.filter((term) => terms[term].value === null);
    return html`<section>
      ${heading(view.level + 2, title)}
      <dl>
        ${ids.map((term) => {
          const { value, source } = terms[term];
          return value === null
            ? nothing
            : html`<dt>${TERMS[term].label}</dt>
                <dd>${termText(view.edition, term, value, termWords(text), view.notes.mark(source))}</dd>`;
        })}
      </dl>
      ${
        unknown.length === 0
          ? nothing
          : html`<p class="unknown">
              ${text('check.ask-unknown', { thing: unknown.map((term) => TERMS[term].label.toLowerCase()).join(', ') })}
            </p>`
      }
    </section>`;
  };
  return html`<div class="columns">
    ${list(text('check.costs'), COSTS)}${list(text('check.brings'), BRINGS)}
  </div>`;
}
