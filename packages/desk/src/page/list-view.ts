import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { shortPhaseName } from '@maths-hubs/sdk/programme';
import { STATES } from '../model/desk.js';
import type { CaseState } from '../model/desk.js';
import { longDate } from '../model/letters.js';
import type { JudgedCase } from '../model/judge-case.js';
import { asCsv, asXlsx, download } from './export.js';
import { chooseAll, chooseOne } from './choosing.js';
import { spoken } from './spoken.js';
import type { DeskState } from './state.js';

const OUTCOMES = {
  eligible: 'Eligible',
  'not-eligible': 'Not eligible',
  undetermined: 'Not known yet',
} as const;

type FilterName = 'state' | 'phase' | 'year' | 'outcome' | 'priority';

const NO_FILTER: Readonly<Record<FilterName, string>> = {
  state: '',
  phase: '',
  year: '',
  outcome: '',
  priority: '',
};

/** A verdict in a word or two. */
export function outcomeOf({ decision }: JudgedCase): string {
  return decision === null ? 'Phase not offered' : OUTCOMES[decision.outcome];
}

/** Every application: search, filter, choose, move many at once. */
export class ListView {
  #words = '';
  #filter: Record<FilterName, string> = { ...NO_FILTER };
  readonly #chosen = new Set<string>();

  render(state: DeskState): TemplateResult {
    const shown = state.cases.filter((each) => this.#holds(each));
    const phases = [...new Set(state.cases.flatMap(({ answers }) => answers.phase ?? []))];
    const years = [...new Set(state.cases.map(({ schoolYear }) => schoolYear))].sort();
    const chosen = shown.filter(({ reference }) => this.#chosen.has(reference));
    const choice = (
      name: FilterName,
      label: string,
      options: readonly (readonly [string, string])[],
    ): TemplateResult =>
      html`<div>
        <label for=${`filter-${name}`}>${label}</label>
        <select
          id=${`filter-${name}`}
          @change=${(event: Event) => {
            this.#filter[name] = (event.target as HTMLSelectElement).value;
            state.redraw();
          }}
        >
          <option value="">Any</option>
          ${options.map(([value, text]) => html`<option value=${value} ?selected=${this.#filter[name] === value}>${text}</option>`)}
        </select>
      </div>`;
    return html`
      <h1 tabindex="-1">Applications</h1>
      <div class="filters no-print">
        <div>
          <label for="search">Search</label>
          <input
            id="search"
            type="search"
            .value=${this.#words}
            @input=${(event: Event) => {
              this.#words = (event.target as HTMLInputElement).value;
              state.redraw();
            }}
          />
        </div>
        ${choice(
          'state',
          'State',
          STATES.map((each) => [each, each]),
        )}
        ${choice(
          'phase',
          'Phase',
          phases.map((id) => [id, shortPhaseName(state.edition, id)]),
        )}
        ${choice(
          'year',
          'Year',
          years.map((year) => [year, year]),
        )}
        ${choice('outcome', `By the terms of ${state.edition.schoolYear}`, Object.entries(OUTCOMES))}
        ${choice('priority', 'Priority', [
          ['yes', 'Comes first'],
          ['no', 'No priority'],
        ])}
      </div>
      <div class="actions no-print">
        ${
          state.may('decide')
            ? html`<label for="bulk">Move ${chosen.length} chosen to</label>
                <select id="bulk" ?disabled=${chosen.length === 0}>
                  ${STATES.map((each) => html`<option>${each}</option>`)}
                </select>
                <button ?disabled=${chosen.length === 0} @click=${() => void this.#move(state, chosen)}>
                  Move
                </button>`
            : nothing
        }
        <button @click=${() => void this.#export(state, 'csv')}>Export .csv</button>
        <button @click=${() => void this.#export(state, 'xlsx')}>Export .xlsx</button>
        <button @click=${() => print()}>Print</button>
      </div>
      ${
        state.setAside.length === 0
          ? nothing
          : html`<p class="warn">
              ${state.setAside.length} more
              ${state.setAside.length === 1 ? 'application is' : 'applications are'} set aside, because far
              more came in a day than usual.
              <a href="#set-aside">Look through ${state.setAside.length === 1 ? 'it' : 'them'}</a>
            </p>`
      }
      <p role="status">${spoken(`${shown.length} of ${state.cases.length} applications`)}</p>
      ${
        state.cases.length === 0
          ? html`<p>No school has applied yet. What schools send through your form appears here.</p>`
          : shown.length === 0
            ? html`<p>
                None match. <button class="plain" @click=${() => this.#clear(state)}>Show all</button>
              </p>`
            : this.#table(state, shown)
      }
    `;
  }

  #table(state: DeskState, shown: readonly JudgedCase[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Applications">
      <table class="cases stacked">
        <thead>
          <tr>
            <th scope="col" class="no-print">${chooseAll(shown, this.#chosen, state.redraw)}</th>
            <th scope="col">School</th>
            <th scope="col">Phase</th>
            <th scope="col">Terms</th>
            <th scope="col">State</th>
            <th scope="col">Received</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((each) => this.#row(state, each))}
        </tbody>
      </table>
    </div>`;
  }

  #row(state: DeskState, each: JudgedCase): TemplateResult {
    const { reference, answers, receivedAt, priority, duplicates } = each;
    const school = answers.schoolName ?? 'School not named';
    return html`<tr>
      <td class="no-print">${chooseOne(school, reference, this.#chosen, state.redraw)}</td>
      <th scope="row">
        <a href=${`#application/${reference}`}>${school}</a>
        <span class="small">${reference}${answers.postcode ? `, ${answers.postcode}` : ''}</span>
        ${duplicates.length > 0 ? html`<span class="mark">Probable duplicate</span>` : nothing}
      </th>
      <td data-label="Phase">
        ${answers.phase ? shortPhaseName(state.edition, answers.phase) : 'Not stated'}${each.kind === 'interest' ? ' (interest only)' : ''}
      </td>
      <td data-label="Terms">
        ${outcomeOf(each)}${priority ? html` <span class="mark good">Comes first</span>` : nothing}
      </td>
      <td data-label="State"><span class=${`state ${each.state.replace(' ', '-')}`}>${each.state}</span></td>
      <td data-label="Received">${receivedAt ? longDate(receivedAt) : ''}</td>
    </tr>`;
  }

  #holds(each: JudgedCase): boolean {
    const { state, phase, year, outcome, priority } = this.#filter;
    const { answers, reference } = each;
    const text =
      `${reference} ${Object.values(answers).join(' ')} ${each.notes.map((note) => note.text).join(' ')}`.toLowerCase();
    return (
      this.#words
        .toLowerCase()
        .split(/\s+/)
        .every((word) => text.includes(word)) &&
      (state === '' || each.state === state) &&
      (phase === '' || answers.phase === phase) &&
      (year === '' || each.schoolYear === year) &&
      (outcome === '' || each.decision?.outcome === outcome) &&
      (priority === '' || (priority === 'yes') === each.priority)
    );
  }

  #clear(state: DeskState): void {
    this.#words = '';
    this.#filter = { ...NO_FILTER };
    state.redraw();
  }

  async #move(state: DeskState, chosen: readonly JudgedCase[]): Promise<void> {
    const to = document.querySelector<HTMLSelectElement>('#bulk')?.value as CaseState;
    await state.move(chosen.map(({ reference, state: from }) => ({ reference, from, to })));
    this.#chosen.clear();
    state.redraw();
  }

  async #export(state: DeskState, format: 'csv' | 'xlsx'): Promise<void> {
    await state.act(async () => {
      const cases = await state.source.exported(format);
      download(format === 'csv' ? asCsv(cases) : await asXlsx(cases), `applications.${format}`);
    }, `Exported as .${format}.`);
  }
}
