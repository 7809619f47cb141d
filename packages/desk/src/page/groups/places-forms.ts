import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { readSpecialistList } from '@maths-hubs/sdk/groups/lists';
import type { GroupSchool } from '@maths-hubs/sdk/groups';
import type { DeskState } from '../state.js';
import { readPlaces } from './read-places.js';

/** The hub's specialists, and where postcodes lie: each from a file, read in the browser. */
export class PlacesForms {
  #problems: readonly string[] = [];

  render(state: DeskState, schools: readonly GroupSchool[]): TemplateResult {
    const { specialists } = state.desk;
    const missing = schools.filter(({ place }) => place === null).length;
    const lost = specialists.filter(({ place }) => place === null).length;
    return html`<details class="no-print" ?open=${specialists.length === 0 || missing + lost > 0}>
      <summary>
        Specialists and places: ${specialists.length}
        specialists${missing + lost > 0 ? html`, <strong>${missing + lost} places not known</strong>` : nothing}
      </summary>
      ${
        this.#problems.length > 0
          ? html`<ul class="warn">
              ${this.#problems.map((each) => html`<li>${each}</li>`)}
            </ul>`
          : nothing
      }
      ${
        specialists.length === 0
          ? nothing
          : html`<ul>
              ${specialists.map(
                ({ id, name, days, weekdays, place }) =>
                  html`<li>
                    ${name ?? id}${typeof days === 'number' ? `, ${days} days` : ''}${weekdays?.length ? `, ${weekdays.join(', ')}` : ''}${place === null ? ', place not known' : ''}
                  </li>`,
              )}
            </ul>`
      }
      ${
        state.may('decide')
          ? html`<form @submit=${(event: SubmitEvent) => void this.#submit(state, event, 'specialists')}>
                <label for="specialists-file">List of specialists (.csv)</label>
                <p class="hint" id="specialists-hint">
                  A row each: initials, postcode, days; easting and northing if you have them.
                </p>
                <input
                  id="specialists-file"
                  name="file"
                  type="file"
                  accept=".csv"
                  required
                  aria-describedby="specialists-hint"
                />
                <button>Use this list</button>
              </form>
              <form @submit=${(event: SubmitEvent) => void this.#submit(state, event, 'places')}>
                <label for="places-file">Where postcodes lie (.csv)</label>
                <p class="hint" id="places-hint">
                  A file with columns for postcode, easting and northing: a download from Get Information
                  about Schools, ONSPD, or a file of Code-Point Open. Only the postcodes of your schools are
                  kept, and which trust each belongs to.
                </p>
                <input
                  id="places-file"
                  name="file"
                  type="file"
                  accept=".csv"
                  required
                  aria-describedby="places-hint"
                />
                <button>Read places</button>
              </form>`
          : nothing
      }
    </details>`;
  }

  async #submit(state: DeskState, event: SubmitEvent, what: 'specialists' | 'places'): Promise<void> {
    event.preventDefault();
    const file = new FormData(event.target as HTMLFormElement).get('file');
    if (!(file instanceof File) || file.size === 0) return;
    const problems: string[] = [];
    await state.act(
      async () => {
        const desk =
          what === 'specialists'
            ? await this.#specialists(state, file, problems)
            : await this.#readPlaces(state, file);
        await state.source.keep(desk);
      },
      what === 'specialists' ? 'Specialists read.' : 'Places read.',
    );
    this.#problems = problems;
    state.redraw();
  }

  async #specialists(state: DeskState, file: File, problems: string[]): Promise<DeskState['desk']> {
    const read = await readSpecialistList(file.stream(), ({ line, message }) =>
      problems.push(`Line ${line}: ${message}`),
    );
    if (read.length === 0)
      throw new Error(`${file.name} has no specialists: a header line and a row each are needed.`);
    const specialists = read.map(({ line: _, ...each }) => ({
      ...each,
      place: each.place ?? state.desk.places[each.postcode ?? ''] ?? null,
    }));
    return { ...state.desk, specialists };
  }

  async #readPlaces(state: DeskState, file: File): Promise<DeskState['desk']> {
    const postcodes = new Set([
      ...state.cases.flatMap(({ answers }) => answers.postcode ?? []),
      ...state.desk.specialists.flatMap(({ postcode }) => postcode ?? []),
    ]);
    const urns = new Set(state.cases.flatMap(({ answers }) => answers.urn ?? []));
    const read = await readPlaces(file, { postcodes, urns });
    if (read === null) throw new Error(`${file.name} has no columns for postcode, easting and northing.`);
    const places = { ...state.desk.places, ...read.places };
    const specialists = state.desk.specialists.map((each) => ({
      ...each,
      place: each.place ?? places[each.postcode ?? ''] ?? null,
    }));
    return { ...state.desk, specialists, places, trusts: { ...state.desk.trusts, ...read.trusts } };
  }
}
