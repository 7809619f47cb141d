import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison, Work } from '../work.js';
import { fileField } from './start-step.js';

/** A colleague's file beside this work: what it says otherwise, term by term, to take or to leave. */
export function compareForm(work: Work): TemplateResult {
  const { comparison, compareProblem } = work;
  return html`<p>
      Two of you have stated terms? Choose your colleague’s file. Nothing here changes until you press the
      button below the list, and one press takes it back.
    </p>
    ${fileField('compare-file', 'Your colleague’s file', (file) => void file.text().then((text) => work.compare(text, file.name)))}
    <div aria-live="polite">
      ${
        compareProblem.length > 0
          ? html`<div class="notice problem">
              <p><strong>These cannot be compared.</strong></p>
              <ul>
                ${compareProblem.map((line) => html`<li>${line}</li>`)}
              </ul>
            </div>`
          : nothing
      }
      ${comparison ? listed(work, comparison) : nothing}
    </div>`;
}

function listed(work: Work, { name, changed, choices, differences, join }: Comparison): TemplateResult {
  const found = differences();
  if (found.length === 0)
    return html`<p class="notice good" id="compared">Yours and “${name}” say the same.</p>`;
  const isTaken = ({ key, adds }: (typeof found)[number]): boolean => choices.get(key) ?? adds;
  const taken = found.filter(isTaken);
  const places = [...new Set(found.map(({ place }) => place))];
  return html`<div id="compared">
    <h4>${found.length === 1 ? 'One difference' : `${found.length} differences`} with “${name}”</h4>
    <p>
      It was last changed on ${changed}. Tick what you want to take from it: what yours says nothing of is
      ticked already.
    </p>
    ${places.map(
      (place) =>
        html`<fieldset>
          <legend>${place}</legend>
          ${found
            .filter((each) => each.place === place)
            .map(
              (each) =>
                html`<div class="choice">
                  <input
                    type="checkbox"
                    id="take-${found.indexOf(each)}"
                    .checked=${isTaken(each)}
                    @change=${(event: Event) =>
                      work.chooseTheirs(each.key, (event.target as HTMLInputElement).checked)}
                  />
                  <label for="take-${found.indexOf(each)}"
                    ><span class="term-label">${each.label}:</span> yours, ${each.mine}; theirs,
                    <strong>${each.theirs}</strong></label
                  >
                </div>`,
            )}
        </fieldset>`,
    )}
    <p class="actions">
      <button
        type="button"
        id="join"
        aria-disabled=${taken.length === 0 ? 'true' : 'false'}
        @click=${() => taken.length > 0 && join(taken)}
      >
        Take ${taken.length === 1 ? 'the one that is' : `the ${taken.length} that are`} ticked
      </button>
    </p>
  </div>`;
}
