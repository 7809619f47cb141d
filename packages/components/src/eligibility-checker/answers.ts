import { html, nothing, type TemplateResult } from 'lit';
import type { Given } from './trail.js';
import type { ResultView } from './view.js';

/** One answer in words. */
export interface AnswerLine {
  readonly ask: Given['ask'];
  readonly question: string;
  readonly answer: string;
}

/** Every answer given, in the order asked, each with a way to change it. */
export function answersList(
  lines: readonly AnswerLine[],
  { text }: ResultView,
  change: (ask: string) => void,
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<details class="fold" part="answers">
    <summary>${text('check.answers')}</summary>
    <dl class="answers">
      ${lines.map(
        ({ ask, question, answer }) =>
          html`<div>
            <dt>${question}</dt>
            <dd>
              <strong>${answer}</strong>
              <button
                type="button"
                class="plain no-print"
                aria-label=${text('check.change-what', { question })}
                @click=${() => change(ask)}
              >
                ${text('shared.change')}
              </button>
            </dd>
          </div>`,
      )}
    </dl>
  </details>`;
}
