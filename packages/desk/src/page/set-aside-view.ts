import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { shortPhaseName } from '@maths-hubs/sdk/programme';
import { longDate } from '../model/letters.js';
import type { JudgedCase } from '../model/judge-case.js';
import { chooseAll, chooseOne } from './choosing.js';
import { eraseAfterAsking } from './erase-after-asking.js';
import { spoken } from './spoken.js';
import type { DeskState } from './state.js';

/** A flood can be long: so many rows at once. */
const PAGE = 200;

function counted(cases: readonly unknown[]): string {
  return `${cases.length} ${cases.length === 1 ? 'application' : 'applications'}`;
}

/** What came beyond a day's number: to look through, release or erase. */
export class SetAsideView {
  #most = PAGE;
  readonly #chosen = new Set<string>();

  render(state: DeskState): TemplateResult {
    const { setAside } = state;
    const chosen = setAside.filter(({ reference }) => this.#chosen.has(reference));
    const shown = setAside.slice(0, this.#most);
    return html`
      <h1 tabindex="-1">Set aside</h1>
      ${
        setAside.length === 0
          ? html`<p role="status">${spoken('Nothing is set aside.')}</p>
              <p>
                When far more applications come in a day than a hub can expect, those beyond the limit are
                stored and put here, so that made-up ones do not fill your list or your inbox.
                <a href="#applications">All applications</a>
              </p>`
          : html`<p role="status">${spoken(`${counted(setAside)} set aside`)}</p>
              <p>
                They came on a day when more applications arrived than usual, in all or from one place, so
                they may be made up. Real ones may be among them. They are stored and each sender has a
                receipt, but they are not in your
                list${state.source.kind === 'service' ? ', and no e-mail was sent about them' : ''}.
              </p>
              <p>
                <strong>Release</strong> what is real: ${whatReleaseDoes(state)}
                ${state.may('erase') ? html`<strong>Erase</strong> what is made up: it is gone for good.` : nothing}
              </p>
              ${this.#actions(state, chosen)} ${this.#table(state, shown)}
              ${
                shown.length < setAside.length
                  ? html`<p>
                      ${shown.length} of ${setAside.length} are shown.
                      <button
                        @click=${() => {
                          this.#most += PAGE;
                          state.redraw();
                        }}
                      >
                        Show more
                      </button>
                    </p>`
                  : nothing
              }`
      }
    `;
  }

  #actions(state: DeskState, chosen: readonly JudgedCase[]): TemplateResult {
    const toRelease = chosen.length > 0 ? chosen : state.setAside;
    return html`<div class="actions no-print">
      ${
        state.may('decide')
          ? html`<button class="main" @click=${() => void this.#release(state, toRelease)}>
              ${chosen.length > 0 ? `Release ${chosen.length} chosen` : 'Release all'}
            </button>`
          : html`<p>Your address may read these, and not release them.</p>`
      }
      ${
        state.may('erase')
          ? html`<button
              class="danger"
              ?disabled=${chosen.length === 0}
              @click=${() => void this.#erase(state, chosen)}
            >
              Erase ${chosen.length > 0 ? chosen.length : ''} chosen
            </button>`
          : nothing
      }
    </div>`;
  }

  #table(state: DeskState, shown: readonly JudgedCase[]): TemplateResult {
    const choose = state.may('decide') || state.may('erase');
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Set aside">
      <table class="cases stacked">
        <thead>
          <tr>
            ${
              choose
                ? html`<th scope="col" class="no-print">${chooseAll(shown, this.#chosen, state.redraw)}</th>`
                : nothing
            }
            <th scope="col">School</th>
            <th scope="col">Applicant</th>
            <th scope="col">Phase</th>
            <th scope="col">Received</th>
            ${state.may('decide') ? html`<th scope="col" class="no-print"><span class="hidden">Release</span></th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${shown.map((each) => this.#row(state, each, choose))}
        </tbody>
      </table>
    </div>`;
  }

  #row(state: DeskState, each: JudgedCase, choose: boolean): TemplateResult {
    const { reference, answers, receivedAt, duplicates } = each;
    const school = answers.schoolName ?? 'School not named';
    return html`<tr>
      ${
        choose
          ? html`<td class="no-print">
              ${chooseOne(`${school}, ${reference}`, reference, this.#chosen, state.redraw)}
            </td>`
          : nothing
      }
      <th scope="row">
        <a href=${`#application/${reference}`}>${school}</a>
        <span class="small">${reference}${answers.postcode ? `, ${answers.postcode}` : ''}</span>
        ${duplicates.length > 0 ? html`<span class="mark">Probable duplicate</span>` : nothing}
      </th>
      <td data-label="Applicant">
        ${answers.name ?? 'Not named'} <span class="small">${answers.email ?? ''}</span>
      </td>
      <td data-label="Phase">
        ${answers.phase ? shortPhaseName(state.edition, answers.phase) : 'Not stated'}
      </td>
      <td data-label="Received">${receivedAt ? longDate(receivedAt) : ''}</td>
      ${
        state.may('decide')
          ? html`<td class="no-print">
              <button
                aria-label=${`Release ${school}, ${reference}`}
                @click=${() => void this.#release(state, [each])}
              >
                Release
              </button>
            </td>`
          : nothing
      }
    </tr>`;
  }

  async #release(state: DeskState, cases: readonly JudgedCase[]): Promise<void> {
    if (await releaseAfterAsking(state, cases)) this.#chosen.clear();
    state.redraw();
  }

  async #erase(state: DeskState, cases: readonly JudgedCase[]): Promise<void> {
    if (!(await eraseAfterAsking(state, cases))) return;
    this.#chosen.clear();
    await begin(state);
  }
}

/** At the head of an application that is set aside. */
export function setAsideBox(state: DeskState, each: JudgedCase): TemplateResult {
  return html`<div class="warn no-print">
    <h2>Set aside</h2>
    <p>
      It came on a day when more applications arrived than usual, so it may be made up.
      ${state.may('decide') ? 'If you release it, ' : 'When it is released, '}${whatReleaseDoes(state)}
    </p>
    <div class="actions">
      ${
        state.may('decide')
          ? html`<button class="main" @click=${() => void releaseAfterAsking(state, [each])}>Release</button>`
          : nothing
      }
      <a href="#set-aside">All that are set aside</a>
    </div>
  </div>`;
}

function whatReleaseDoes({ source }: DeskState): string {
  return source.kind === 'service'
    ? 'it goes into your list, and the e-mails about it are sent as if it had just come, to you and, where your hub confirms by e-mail, to whoever applied.'
    : 'it goes into your list on this computer. Nothing is sent, and the service still holds it as set aside.';
}

async function releaseAfterAsking(state: DeskState, cases: readonly JudgedCase[]): Promise<boolean> {
  const [first] = cases;
  if (first === undefined) return false;
  const one = cases.length === 1;
  if (state.source.kind === 'service') {
    const meant = await state.confirm({
      title: one ? `Release ${first.answers.schoolName ?? first.reference}?` : `Release ${counted(cases)}?`,
      text: [
        `${one ? 'It goes' : 'They go'} into your list, and the e-mails about ${one ? 'it' : 'each'} are sent. What is sent cannot be called back.`,
      ],
      yes: 'Release',
      no: 'Leave set aside',
    });
    if (!meant) return false;
  }
  await state.act(
    () => state.source.release(cases.map(({ reference }) => reference)),
    `${counted(cases)} released. ${one ? 'It is' : 'They are'} in your list now.`,
  );
  await begin(state);
  return true;
}

/** The button that was pressed has gone with its row: whoever uses a keyboard goes on from the heading. */
async function begin(state: DeskState): Promise<void> {
  await state.drawn();
  document.querySelector<HTMLElement>('h1')?.focus();
}
