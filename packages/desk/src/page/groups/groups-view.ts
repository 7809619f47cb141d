import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fillingsOf, judgeGroups } from '@maths-hubs/sdk/groups';
import type { GroupPlan, GroupSchool, JudgedPlan } from '@maths-hubs/sdk/groups';
import { groupSchoolsOf } from '../../model/judge-case.js';
import { bulkLetters } from '../letters/bulk-letters.js';
import { beginForming, MOST_SECONDS, StoppedError } from '../solver/solver.js';
import type { Forming } from '../solver/solver.js';
import type { DeskState } from '../state.js';
import { CompareView } from './compare-view.js';
import { Draft, specialistIn, WAITING } from './draft.js';
import { groupCard, km, waitingCard } from './group-card.js';
import type { Hands } from './group-card.js';
import { keyOf } from './draft.js';
import { groupsMap } from './map-view.js';
import { PlacesForms } from './places-forms.js';
import { printedLists } from './printed-lists.js';
import { settingsView } from './settings-view.js';

/** Groups of a phase on a map and in lists: formed, moved by hand, kept, compared, printed. */
export class GroupsView {
  readonly #draft = new Draft();
  readonly #places = new PlacesForms();
  readonly #compare = new CompareView();
  #forming: Forming | null = null;
  /** The one group to be printed; null for all. */
  #printed: string | null = null;

  render(state: DeskState): TemplateResult {
    const draft = this.#draft;
    const phases = [
      ...new Set(
        state.cases.flatMap(({ answers, kind }) => (kind === 'application' ? (answers.phase ?? []) : [])),
      ),
    ];
    if (!phases.includes(draft.phase))
      draft.begin(state, phases.includes('development') ? 'development' : (phases[0] ?? ''));
    if (draft.phase === '')
      return html`<h1 tabindex="-1">Work Groups</h1>
        <p>No school has applied yet, so there are no groups to form.</p>`;
    const schools = groupSchoolsOf(state.cases, draft.phase, state.edition, state.desk);
    const plan = judgeGroups(
      schools,
      state.desk.specialists,
      draft.rules(state, schools),
      draft.fillings(state.desk, schools),
    );
    return html`
      <h1 tabindex="-1">Work Groups</h1>
      ${settingsView(state, draft, phases, this.#buttons(state, schools))}
      ${this.#places.render(state, schools)}
      ${
        state.desk.specialists.length === 0
          ? html`<p>No groups yet. Give the list of specialists first.</p>`
          : this.#plan(state, plan, schools)
      }
      ${this.#compare.render(state, draft.phase, (saved) => {
        draft.open(saved);
        state.say(`“${saved.name}” is open.`);
      })}
    `;
  }

  #buttons(state: DeskState, schools: readonly GroupSchool[]): TemplateResult {
    if (this.#forming !== null)
      return html`<p role="status">Looking for the best groups, ${MOST_SECONDS} seconds at most…</p>
        <button @click=${() => this.#forming?.stop()}>Stop</button>`;
    return html`<button
      class="main"
      ?disabled=${state.desk.specialists.length === 0 || !state.may('decide')}
      @click=${() => void this.#form(state, schools)}
    >
      Form groups
    </button>`;
  }

  async #form(state: DeskState, schools: readonly GroupSchool[]): Promise<void> {
    const draft = this.#draft;
    const { phase } = draft;
    this.#forming = beginForming({
      schools,
      specialists: state.desk.specialists,
      rules: draft.rules(state, schools),
    });
    state.redraw();
    try {
      const plan = await this.#forming.plan;
      this.#forming = null;
      // Whoever has gone on to another phase meanwhile works on that.
      if (draft.phase !== phase) return state.redraw();
      draft.formed(fillingsOf(plan), proofOf(plan));
      state.say('Groups formed.');
    } catch (error) {
      this.#forming = null;
      if (error instanceof StoppedError) state.say(error.message);
      else state.fail(error);
    }
  }

  #plan(state: DeskState, plan: JudgedPlan, schools: readonly GroupSchool[]): TemplateResult {
    const draft = this.#draft;
    const hands = this.#hands(state);
    const placed = plan.groups.reduce((sum, group) => sum + group.schools.length, 0);
    if (placed === 0)
      return html`<p>No groups yet. Form them, then change what you like by hand.</p>
        ${draft.canUndo ? this.#undoButton(state) : nothing} ${waitingCard(state, plan, hands)}`;
    // The overview goes before all lists, and with none alone.
    const overview = this.#printed === null ? 'whole' : 'no-print';
    return html`
      <p class=${overview}>
        ${plan.groups.length} groups, ${placed} schools placed, ${plan.unplaced.length} without a place.
        <strong>${km(plan.kilometres)}</strong> from specialists to schools, one way. ${draft.proof}
      </p>
      <div class=${overview} role="status">${brokenView(plan)}</div>
      <div class="actions no-print">
        ${this.#undoButton(state)}
        ${
          state.may('decide')
            ? html`<form class="inline" @submit=${(event: SubmitEvent) => void this.#save(state, event)}>
                <label for="plan-name">Keep these groups as</label>
                <input id="plan-name" name="name" required .value=${state.desk.chosen ?? 'Plan A'} />
                <button>Keep</button>
              </form>`
            : nothing
        }
        <button @click=${() => this.#print(state, null)}>Print the lists</button>
      </div>
      <div class=${overview}>
        ${groupsMap(plan, schools, state.desk.specialists, state.may('decide') ? hands.move : null)}
      </div>
      <details class="small no-print">
        <summary>Taken for granted</summary>
        <ul>
          ${plan.assumptions.map((each) => html`<li>${each}</li>`)}
        </ul>
      </details>
      <div class="groups no-print">
        ${plan.groups.map((group, index) => groupCard(state, plan, group, index, draft.datesOf(keyOf(group)), hands))}
      </div>
      <div class="no-print">${waitingCard(state, plan, hands)}</div>
      ${printedLists(state, draft, plan, this.#printed)} ${bulkLetters(state, plan)}
    `;
  }

  #undoButton(state: DeskState): TemplateResult {
    return html`<button
      ?disabled=${!this.#draft.canUndo}
      @click=${() => {
        this.#draft.undo();
        state.say('Undone.');
      }}
    >
      Undo
    </button>`;
  }

  #hands(state: DeskState): Hands {
    return {
      move: (reference, key) => {
        const school = state.cases.find((each) => each.reference === reference);
        if (!state.may('decide') || school === undefined) return;
        this.#draft.move(reference, key);
        state.say(
          `${school.answers.schoolName ?? reference} is ${key === WAITING ? 'in no group' : `with ${specialistIn(key)}`} now. Nothing is kept until you keep these groups.`,
        );
        void state.drawn().then(() => document.getElementById(`to-${reference}`)?.focus());
      },
      setDates: (key, dates) => {
        this.#draft.setDates(key, dates);
        state.say('Dates changed. Keep these groups to tell the schools.');
      },
      print: (key) => this.#print(state, key),
    };
  }

  #print(state: DeskState, key: string | null): void {
    this.#printed = key;
    state.redraw();
    void state.drawn().then(() => print());
  }

  async #save(state: DeskState, event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name') ?? '').trim();
    if (name === '') return;
    const others = state.desk.plans.filter((each) => each.name !== name);
    await state.keep({ ...state.desk, plans: [...others, this.#draft.saved(name)], chosen: name });
  }
}

function proofOf({ gap, bound, placesProven }: GroupPlan): string {
  if (!placesProven)
    return 'Time ran out before it was proven that no more schools can be placed. Form them again to look further.';
  return gap === 0
    ? 'Proven: no plan places more schools, and none that does as well is shorter.'
    : `Not proven to be the shortest: none is shorter than ${km(bound)} (gap ${(gap * 100).toFixed(1)}%).`;
}

function brokenView({ broken }: JudgedPlan): TemplateResult {
  return broken.length === 0
    ? html`<p class="good">Every rule is kept.</p>`
    : html`<div class="warn">
        <h2>Rules that are not kept</h2>
        <ul>
          ${repeat(
            broken,
            ({ sentence }) => sentence,
            ({ sentence }) => html`<li>${sentence}</li>`,
          )}
        </ul>
      </div>`;
}
