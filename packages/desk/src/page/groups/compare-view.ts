import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { judgeGroups } from '@maths-hubs/sdk/groups';
import type { SavedPlan } from '../../model/desk.js';
import { groupSchoolsOf } from '../../model/judge-case.js';
import type { DeskState } from '../state.js';
import { keyOf, sizeOf, specialistIn, stillThere } from './draft.js';

/** Plans that were kept, side by side: how long, which rules they break, and who is elsewhere in one than in another. */
export class CompareView {
  /** The plan that the others are held against; null for the one the hub chose. */
  #against: string | null = null;

  render(state: DeskState, phase: string, open: (plan: SavedPlan) => void): TemplateResult | typeof nothing {
    const plans = state.desk.plans.filter((each) => each.phase === phase);
    const [first] = plans;
    if (first === undefined) return nothing;
    const schools = groupSchoolsOf(state.cases, phase, state.edition, state.desk);
    const { specialists, chosen } = state.desk;
    const rules = { phase, size: sizeOf(state, phase) };
    const against =
      plans.find(({ name }) => name === this.#against) ?? plans.find(({ name }) => name === chosen) ?? first;
    const nameOf = (reference: string): string =>
      state.cases.find((each) => each.reference === reference)?.answers.schoolName ?? reference;
    return html`<section class="no-print">
      <h2>Plans that are kept</h2>
      ${
        plans.length < 2
          ? html`<p class="hint">Change the groups and keep them under another name to compare two plans.</p>`
          : html`<div class="actions">
              <label for="against">Compare with</label>
              <select
                id="against"
                @change=${(event: Event) => {
                  this.#against = (event.target as HTMLSelectElement).value;
                  state.redraw();
                }}
              >
                ${plans.map(({ name }) => html`<option ?selected=${name === against.name}>${name}</option>`)}
              </select>
            </div>`
      }
      <div class="scroll" tabindex="0" role="region" aria-label="Plans">
        <table class="plans">
          <thead>
            <tr>
              <th scope="col">Plan</th>
              <th scope="col">Groups</th>
              <th scope="col">Placed</th>
              <th scope="col">Kilometres</th>
              <th scope="col">Rules not kept</th>
              <th scope="col">Elsewhere than in ${against.name}</th>
              <th scope="col"><span class="hidden">What to do</span></th>
            </tr>
          </thead>
          <tbody>
            ${plans.map((plan) => {
              const judged = judgeGroups(
                schools,
                specialists,
                rules,
                stillThere(plan.groups, state.desk, schools),
              );
              return html`<tr>
                <th scope="row">
                  ${plan.name}${plan.name === chosen ? html` <span class="mark good">Chosen</span>` : nothing}
                </th>
                <td>${judged.groups.length}</td>
                <td>${judged.groups.reduce((sum, { schools: inside }) => sum + inside.length, 0)}</td>
                <td>${judged.kilometres.toFixed(1)}</td>
                <td>${judged.broken.length}</td>
                <td>${plan === against ? '' : differencesView(against, plan, nameOf)}</td>
                <td>${this.#buttons(state, plan, open)}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #buttons(state: DeskState, plan: SavedPlan, open: (plan: SavedPlan) => void): TemplateResult {
    const { desk } = state;
    return html`<button @click=${() => open(plan)}>Open<span class="hidden"> ${plan.name}</span></button> ${
        plan.name !== desk.chosen && state.may('decide')
          ? html`<button @click=${() => void state.keep({ ...desk, chosen: plan.name })}>
                Choose<span class="hidden"> ${plan.name}</span>
              </button>
              <button
                class="plain"
                @click=${() => void state.keep({ ...desk, plans: desk.plans.filter((each) => each !== plan) })}
              >
                Throw away<span class="hidden"> ${plan.name}</span>
              </button>`
          : nothing
      }`;
  }
}

function differencesView(a: SavedPlan, b: SavedPlan, nameOf: (reference: string) => string): TemplateResult {
  const [before, after] = [whereIn(a), whereIn(b)];
  const leader = (key: string | undefined): string => (key === undefined ? 'no group' : specialistIn(key));
  const moved = [...new Set([...before.keys(), ...after.keys()])].filter(
    (school) => before.get(school) !== after.get(school),
  );
  if (moved.length === 0) return html`Nobody`;
  return html`<details>
    <summary>${moved.length} ${moved.length === 1 ? 'school' : 'schools'}</summary>
    <ul>
      ${moved.map((school) => html`<li>${nameOf(school)}: ${leader(before.get(school))} → ${leader(after.get(school))}</li>`)}
    </ul>
  </details>`;
}

/** The group that each school is in. */
function whereIn({ groups }: SavedPlan): ReadonlyMap<string, string> {
  return new Map(groups.flatMap((group) => group.schools.map((school) => [school, keyOf(group)] as const)));
}
