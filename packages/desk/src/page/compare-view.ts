import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { judgeGroups } from '@maths-hubs/sdk/groups';
import { groupSizeOf } from '@maths-hubs/sdk/groups';
import type { SavedPlan } from '../model/desk.js';
import { groupSchoolsOf } from '../model/judge-case.js';
import type { DeskState } from './state.js';

/** Plans that were kept, side by side: how long, who is where, which of them schools are told of. */
export function compareView(
  state: DeskState,
  phase: string,
  open: (plan: SavedPlan) => void,
): TemplateResult | typeof nothing {
  const plans = state.desk.plans.filter((each) => each.phase === phase);
  if (plans.length === 0) return nothing;
  const schools = groupSchoolsOf(state.cases, phase, state.edition, state.desk);
  const here = new Set(schools.map(({ reference }) => reference));
  const size = sizeOf(state, phase);
  const measured = plans.map((plan) => {
    const groups = plan.groups
      .filter(({ specialist }) => state.desk.specialists.some(({ id }) => id === specialist))
      .map((group) => ({ ...group, schools: group.schools.filter((reference) => here.has(reference)) }));
    return { plan, judged: judgeGroups(schools, state.desk.specialists, { phase, size }, groups) };
  });
  const chosen = plans.find(({ name }) => name === state.desk.chosen);
  return html`<section class="no-print">
    <h2>Plans that are kept</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="Plans">
      <table>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Groups</th>
            <th scope="col">Placed</th>
            <th scope="col">Kilometres</th>
            <th scope="col">Rules not kept</th>
            <th scope="col">Elsewhere than in the chosen one</th>
            <th scope="col"><span class="hidden">What to do</span></th>
          </tr>
        </thead>
        <tbody>
          ${measured.map(
            ({ plan, judged }) =>
              html`<tr>
                <th scope="row">
                  ${plan.name}${plan === chosen ? html` <span class="mark good">Chosen</span>` : nothing}
                </th>
                <td>${judged.groups.length}</td>
                <td>${judged.groups.reduce((sum, { schools: inside }) => sum + inside.length, 0)}</td>
                <td>${judged.kilometres.toFixed(1)}</td>
                <td>${judged.broken.length}</td>
                <td>${chosen === undefined || plan === chosen ? '' : movedBetween(chosen, plan)}</td>
                <td>
                  <button @click=${() => open(plan)}>Open<span class="hidden"> ${plan.name}</span></button>
                  ${
                    plan !== chosen && state.may('decide')
                      ? html`<button @click=${() => void state.keep({ ...state.desk, chosen: plan.name })}>
                          Choose<span class="hidden"> ${plan.name}</span>
                        </button>`
                      : nothing
                  }
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function movedBetween(a: SavedPlan, b: SavedPlan): string {
  const whereIn = ({ groups }: SavedPlan): Map<string, string> =>
    new Map(
      groups.flatMap(({ specialist, number, schools }) =>
        schools.map((school) => [school, `${specialist} ${number}`] as const),
      ),
    );
  const [before, after] = [whereIn(a), whereIn(b)];
  const all = new Set([...before.keys(), ...after.keys()]);
  const moved = [...all].filter((school) => before.get(school) !== after.get(school)).length;
  return `${moved} ${moved === 1 ? 'school' : 'schools'}`;
}

function sizeOf(state: DeskState, phase: string): { min: number; max: number } {
  try {
    return groupSizeOf(state.edition, phase);
  } catch {
    return { min: 6, max: 7 };
  }
}
