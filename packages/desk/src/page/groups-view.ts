import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import {
  fillingsOf,
  formGroups,
  groupSizeOf,
  judgeGroups,
  priorityPhaseOf,
  specialistDaysOf,
} from '@maths-hubs/sdk/groups';
import type { Filling, GroupRules, GroupSchool, JudgedPlan } from '@maths-hubs/sdk/groups';
import { shortPhaseName } from '@maths-hubs/sdk/programme';
import type { SavedPlan } from '../model/desk.js';
import { groupSchoolsOf } from '../model/judge-case.js';
import { longDate } from '../model/letters.js';
import { compareView } from './compare-view.js';
import { colourOf, groupsMap } from './map-view.js';
import { bulkLetters } from './bulk-letters.js';
import { PlacesForms } from './places-forms.js';
import type { DeskState } from './state.js';

const km = (kilometres: number): string => `${kilometres.toFixed(1)} km`;
const WAITING = '';

/** Groups of a phase on a map and in tables: formed, moved by hand, kept, compared, printed. */
export class GroupsView {
  #phase = '';
  #size: { min: number; max: number } | null = null;
  #trustLimit: number | null = null;
  #maxKilometres: number | null = null;
  #fillings: readonly Filling[] = [];
  #before: readonly (readonly Filling[])[] = [];
  #dates = new Map<string, readonly string[]>();
  #proof = '';
  #working = false;
  readonly #places = new PlacesForms();

  render(state: DeskState): TemplateResult {
    const phases = [
      ...new Set(
        state.cases.flatMap(({ answers, kind }) => (kind === 'application' ? (answers.phase ?? []) : [])),
      ),
    ];
    if (!phases.includes(this.#phase))
      this.#choosePhase(state, phases.includes('development') ? 'development' : (phases[0] ?? ''));
    if (this.#phase === '')
      return html`<h1 tabindex="-1">Work Groups</h1>
        <p>No school has applied yet, so there are no groups to form.</p>`;
    const schools = groupSchoolsOf(state.cases, this.#phase, state.edition, state.desk);
    const rules = this.#rules(state, schools);
    const plan = judgeGroups(schools, state.desk.specialists, rules, this.#known(state, schools));
    return html`
      <h1 tabindex="-1">Work Groups</h1>
      ${this.#settings(state, phases, schools)} ${this.#places.render(state, schools)}
      ${this.#working ? html`<p role="status">Looking for the best groups…</p>` : nothing}
      ${
        plan.groups.length === 0
          ? html`<p>
              No groups yet.
              ${state.desk.specialists.length === 0 ? 'Give the list of specialists first.' : 'Form them, then change what you like by hand.'}
            </p>`
          : this.#plan(state, plan, schools)
      }
      ${compareView(state, this.#phase, (saved) => this.#open(state, saved))}
    `;
  }

  #choosePhase(state: DeskState, phase: string): void {
    this.#phase = phase;
    this.#size = null;
    this.#proof = '';
    this.#before = [];
    const saved = state.desk.plans.find((each) => each.phase === phase && each.name === state.desk.chosen);
    this.#take(saved ?? null);
  }

  #take(saved: SavedPlan | null): void {
    this.#fillings =
      saved?.groups.map(({ specialist, number, schools }) => ({ specialist, number, schools })) ?? [];
    this.#dates = new Map(
      saved?.groups.map(({ specialist, number, dates }) => [`${specialist} ${number}`, dates]) ?? [],
    );
  }

  #open(state: DeskState, saved: SavedPlan): void {
    this.#before = [...this.#before, this.#fillings];
    this.#take(saved);
    this.#proof = '';
    state.say(`“${saved.name}” is open.`);
  }

  #sizeOf(state: DeskState): { min: number; max: number } {
    if (this.#size !== null) return this.#size;
    try {
      const { min, max } = groupSizeOf(state.edition, this.#phase);
      return { min, max };
    } catch {
      // The year states no size for this phase: six or seven stands in the boxes to be changed.
      return { min: 6, max: 7 };
    }
  }

  #rules(state: DeskState, schools: readonly GroupSchool[]): GroupRules {
    const here = new Set(schools.map(({ reference }) => reference));
    const known = new Set(state.desk.specialists.map(({ id }) => id));
    const days = state.desk.specialists.some((each) => typeof each.days === 'number')
      ? specialistDaysOf(state.edition, this.#phase)
      : null;
    return {
      phase: this.#phase,
      size: this.#sizeOf(state),
      priorityPhase: priorityPhaseOf(state.edition, this.#phase),
      trustLimit: this.#trustLimit,
      maxKilometres: this.#maxKilometres,
      pinned: state.desk.pins.filter(({ school, specialist }) => here.has(school) && known.has(specialist)),
      ...(days !== null && { daysPerGroup: days.daysPerGroup, daysPerSchool: days.daysPerSchool }),
    };
  }

  /** Groups without schools that have gone, or specialists who are on the list no more. */
  #known({ desk }: DeskState, schools: readonly GroupSchool[]): Filling[] {
    const here = new Set(schools.filter(({ ruledOut }) => !ruledOut).map(({ reference }) => reference));
    return this.#fillings
      .filter(({ specialist }) => desk.specialists.some(({ id }) => id === specialist))
      .map((filling) => ({
        ...filling,
        schools: filling.schools.filter((reference) => here.has(reference)),
      }));
  }

  #settings(state: DeskState, phases: readonly string[], schools: readonly GroupSchool[]): TemplateResult {
    const { min, max } = this.#sizeOf(state);
    const number = (
      id: string,
      label: string,
      value: number | null,
      set: (value: number | null) => void,
    ): TemplateResult =>
      html`<div>
        <label for=${id}>${label}</label>
        <input
          id=${id}
          inputmode="numeric"
          size="4"
          .value=${value === null ? '' : String(value)}
          @change=${(event: Event) => {
            const text = (event.target as HTMLInputElement).value.trim();
            set(text === '' || !Number.isFinite(Number(text)) ? null : Number(text));
            state.redraw();
          }}
        />
      </div>`;
    return html`<div class="filters no-print">
      <div>
        <label for="phase">Phase</label>
        <select
          id="phase"
          @change=${(event: Event) => {
            this.#choosePhase(state, (event.target as HTMLSelectElement).value);
            state.redraw();
          }}
        >
          ${phases.map((id) => html`<option value=${id} ?selected=${id === this.#phase}>${shortPhaseName(state.edition, id)}</option>`)}
        </select>
      </div>
      ${number('min', 'Fewest schools', min, (value) => (this.#size = { min: value ?? 6, max }))}
      ${number('max', 'Most schools', max, (value) => (this.#size = { min, max: value ?? 7 }))}
      ${number('trust', 'Most of one trust', this.#trustLimit, (value) => (this.#trustLimit = value))}
      ${number('far', 'Longest way, km', this.#maxKilometres, (value) => (this.#maxKilometres = value))}
      <button
        class="main"
        ?disabled=${this.#working || state.desk.specialists.length === 0 || !state.may('decide')}
        @click=${() => void this.#form(state, schools)}
      >
        Form groups
      </button>
    </div>`;
  }

  async #form(state: DeskState, schools: readonly GroupSchool[]): Promise<void> {
    this.#working = true;
    state.redraw();
    // The solver holds the page while it works: what it says is drawn first.
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    await state.act(async () => {
      try {
        const plan = await formGroups(schools, state.desk.specialists, this.#rules(state, schools));
        this.#before = [...this.#before, this.#fillings];
        this.#fillings = fillingsOf(plan);
        this.#proof =
          plan.gap === 0 && plan.placesProven
            ? 'Proven: no plan places more schools, and none that does as well is shorter.'
            : `Not proven: none is shorter than ${km(plan.bound)}.`;
      } finally {
        this.#working = false;
      }
    }, 'Groups formed.');
  }

  #plan(state: DeskState, plan: JudgedPlan, schools: readonly GroupSchool[]): TemplateResult {
    const placed = plan.groups.reduce((sum, group) => sum + group.schools.length, 0);
    return html`
      <p>
        ${plan.groups.length} groups, ${placed} schools placed, ${plan.unplaced.length} without a place.
        <strong>${km(plan.kilometres)}</strong> from specialists to schools, one way. ${this.#proof}
      </p>
      ${
        plan.broken.length === 0
          ? html`<p class="good" role="status">Every rule is kept.</p>`
          : html`<div class="warn" role="status">
              <h2>Rules that are not kept</h2>
              <ul>
                ${plan.broken.map(({ sentence }) => html`<li>${sentence}</li>`)}
              </ul>
            </div>`
      }
      <div class="actions no-print">
        <button ?disabled=${this.#before.length === 0} @click=${() => this.#undo(state)}>Undo</button>
        ${
          state.may('decide')
            ? html`<form class="inline" @submit=${(event: SubmitEvent) => void this.#save(state, event)}>
                <label for="plan-name">Keep these groups as</label>
                <input id="plan-name" name="name" required .value=${state.desk.chosen ?? 'Plan A'} />
                <button>Keep</button>
              </form>`
            : nothing
        }
        <button @click=${() => print()}>Print the lists</button>
      </div>
      ${groupsMap(plan, schools, state.desk.specialists)}
      <details class="small">
        <summary>Taken for granted</summary>
        <ul>
          ${plan.assumptions.map((each) => html`<li>${each}</li>`)}
        </ul>
      </details>
      <div class="groups">${plan.groups.map((group, index) => this.#group(state, plan, group, index))}</div>
      ${this.#waiting(state, plan)} ${bulkLetters(state, plan)}
    `;
  }

  #group(
    state: DeskState,
    plan: JudgedPlan,
    group: JudgedPlan['groups'][number],
    index: number,
  ): TemplateResult {
    const key = `${group.specialist} ${group.number}`;
    const dates = this.#dates.get(key) ?? [];
    return html`<section
      class="group"
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        this.#move(state, event.dataTransfer?.getData('text/plain') ?? '', key);
      }}
    >
      <h2>
        <span class=${`swatch ${colourOf(index)}`}></span
        >${group.name}${group.number > 1 ? `, group ${group.number}` : ''}
        <span class="small"
          >${group.schools.length} schools,
          ${km(group.kilometres)}${group.days === null ? '' : `, ${group.days} days`}${group.weekday === null ? '' : `, on a ${group.weekday}`}</span
        >
      </h2>
      <ul class="plain-list">
        ${group.schools.map(
          ({ reference, name, kilometres, why, otherwise }) =>
            html`<li
              draggable=${state.may('decide') ? 'true' : 'false'}
              @dragstart=${(event: DragEvent) => event.dataTransfer?.setData('text/plain', reference)}
            >
              <p>
                <a href=${`#application/${reference}`}>${name}</a>
                <span class="small">${km(kilometres)}</span>
              </p>
              <details class="small">
                <summary>Why here</summary>
                <p>${why}</p>
                ${otherwise === null ? nothing : html`<p>${otherwise.sentence}</p>`}
              </details>
              ${state.may('decide') ? this.#controls(state, plan, reference, name, key) : nothing}
            </li>`,
        )}
      </ul>
      <div class="dates">
        <h3>Dates</h3>
        ${dates.length === 0 ? html`<p class="small">None yet.</p>` : nothing}
        <ul>
          ${dates.map(
            (date) =>
              html`<li>
                ${longDate(date)}
                <button
                  class="plain no-print"
                  @click=${() =>
                    this.#setDates(
                      state,
                      key,
                      dates.filter((one) => one !== date),
                    )}
                >
                  Take away<span class="hidden"> ${longDate(date)} from ${group.name}</span>
                </button>
              </li>`,
          )}
        </ul>
        <form
          class="inline no-print"
          @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            const form = event.target as HTMLFormElement;
            const date = String(new FormData(form).get('date') ?? '');
            if (date) this.#setDates(state, key, [...new Set([...dates, date])].sort());
            form.reset();
          }}
        >
          <label for=${`date-${index}`}>Add a date for ${group.name}</label>
          <input id=${`date-${index}`} name="date" type="date" required />
          <button>Add</button>
        </form>
      </div>
    </section>`;
  }

  /** What a drag does, from the keyboard. */
  #controls(
    state: DeskState,
    plan: Pick<JudgedPlan, 'groups'>,
    reference: string,
    name: string,
    key: string,
  ): TemplateResult {
    const pin = state.desk.pins.find(({ school }) => school === reference);
    return html`<div class="inline no-print">
      <label for=${`to-${reference}`}>Move<span class="hidden"> ${name}</span> to</label>
      <select
        id=${`to-${reference}`}
        @change=${(event: Event) => this.#move(state, reference, (event.target as HTMLSelectElement).value)}
      >
        ${plan.groups.map(
          ({ specialist, number, name: leader }) =>
            html`<option value=${`${specialist} ${number}`} ?selected=${`${specialist} ${number}` === key}>
              ${leader}${number > 1 ? ` ${number}` : ''}
            </option>`,
        )}
        <option value=${WAITING} ?selected=${key === WAITING}>No group</option>
      </select>
      ${
        key === WAITING
          ? nothing
          : html`<label class="check"
              ><input
                type="checkbox"
                .checked=${pin !== undefined}
                @change=${() => void this.#pin(state, reference, key.slice(0, key.lastIndexOf(' ')))}
              />
              Pin<span class="hidden"> ${name} here</span></label
            >`
      }
    </div>`;
  }

  #waiting(state: DeskState, plan: JudgedPlan): TemplateResult {
    if (plan.unplaced.length === 0) return html`<p>Every school has a place.</p>`;
    return html`<section
      class="group"
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        this.#move(state, event.dataTransfer?.getData('text/plain') ?? '', WAITING);
      }}
    >
      <h2>Without a place</h2>
      <ul class="plain-list">
        ${plan.unplaced.map(
          ({ reference, name, why, remedies, reason }) =>
            html`<li
              draggable=${state.may('decide') ? 'true' : 'false'}
              @dragstart=${(event: DragEvent) => event.dataTransfer?.setData('text/plain', reference)}
            >
              <p><a href=${`#application/${reference}`}>${name}</a></p>
              <p class="small">${why}</p>
              <details class="small">
                <summary>What would place it</summary>
                <ul>
                  ${remedies.map((each) => html`<li>${each}</li>`)}
                </ul>
              </details>
              ${state.may('decide') && reason !== 'ruled-out' ? this.#controls(state, plan, reference, name, WAITING) : nothing}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #move(state: DeskState, reference: string, key: string): void {
    if (!state.may('decide') || !state.cases.some((each) => each.reference === reference)) return;
    this.#before = [...this.#before, this.#fillings];
    this.#proof = '';
    this.#fillings = this.#fillings.map((filling) => {
      const others = filling.schools.filter((each) => each !== reference);
      const here = `${filling.specialist} ${filling.number}` === key;
      return { ...filling, schools: here ? [...others, reference] : others };
    });
    const school = state.cases.find((each) => each.reference === reference)?.answers.schoolName ?? reference;
    state.say(
      `${school} is ${key === WAITING ? 'in no group' : `with ${key.slice(0, key.lastIndexOf(' '))}`} now. Nothing is kept until you keep these groups.`,
    );
    void Promise.resolve().then(() =>
      requestAnimationFrame(() => document.getElementById(`to-${reference}`)?.focus()),
    );
  }

  #undo(state: DeskState): void {
    this.#fillings = this.#before.at(-1) ?? this.#fillings;
    this.#before = this.#before.slice(0, -1);
    state.say('Undone.');
  }

  async #pin(state: DeskState, school: string, specialist: string): Promise<void> {
    const others = state.desk.pins.filter((pin) => pin.school !== school);
    const had = others.length < state.desk.pins.length;
    await state.keep({ ...state.desk, pins: had ? others : [...others, { school, specialist }] });
  }

  #setDates(state: DeskState, key: string, dates: readonly string[]): void {
    this.#dates = new Map(this.#dates).set(key, dates);
    state.say('Dates changed. Keep these groups to tell the schools.');
  }

  async #save(state: DeskState, event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name') ?? '').trim();
    if (name === '') return;
    const saved: SavedPlan = {
      name,
      phase: this.#phase,
      groups: this.#fillings.map((filling) => ({
        ...filling,
        dates: this.#dates.get(`${filling.specialist} ${filling.number}`) ?? [],
      })),
    };
    const others = state.desk.plans.filter((each) => each.name !== name);
    await state.keep({ ...state.desk, plans: [...others, saved], chosen: name });
  }
}
