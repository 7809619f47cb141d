import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { JudgedPlan } from '@maths-hubs/sdk/groups';
import { longDate } from '../../model/letters.js';
import type { DeskState } from '../state.js';
import { keyOf, specialistIn, WAITING } from './draft.js';
import { colourOf } from './map-view.js';

/** What a person can do with the schools of a plan. */
export interface Hands {
  move(reference: string, key: string): void;
  setDates(key: string, dates: readonly string[]): void;
  print(key: string): void;
}

type Group = JudgedPlan['groups'][number];

export const km = (kilometres: number): string => `${kilometres.toFixed(1)} km`;

export function titleOf({ name, number }: Pick<Group, 'name' | 'number'>): string {
  return `${name}${number > 1 ? `, group ${number}` : ''}`;
}

/** One group: its schools, each to be moved by dragging or from the keyboard, and its dates. */
export function groupCard(
  state: DeskState,
  plan: JudgedPlan,
  group: Group,
  index: number,
  dates: readonly string[],
  hands: Hands,
): TemplateResult {
  const key = keyOf(group);
  const { schools, kilometres, days, weekday } = group;
  return html`<section class="group" @dragover=${allowDrop} @drop=${onDrop(hands, key)}>
    <h2>
      <span class=${`swatch ${colourOf(index)}`}></span>${titleOf(group)}
      <span class="small"
        >${schools.length} ${schools.length === 1 ? 'school' : 'schools'},
        ${km(kilometres)}${days === null ? '' : `, ${days} days`}${weekday === null ? '' : `, on a ${weekday}`}</span
      >
    </h2>
    ${schools.length === 0 ? html`<p class="small">Nobody yet. Drag a school here, or choose this group beside its name.</p>` : nothing}
    <ul class="plain-list">
      ${repeat(
        schools,
        ({ reference }) => reference,
        ({ reference, name, kilometres: way, why, otherwise }) =>
          html`<li draggable=${state.may('decide') ? 'true' : 'false'} @dragstart=${onDrag(reference)}>
            <p>
              <a href=${`#application/${reference}`}>${name}</a>
              <span class="small">${km(way)}</span>
            </p>
            <details class="small">
              <summary>Why here<span class="hidden">, ${name}</span></summary>
              <p>${why}</p>
              ${otherwise === null ? nothing : html`<p>${otherwise.sentence}</p>`}
            </details>
            ${controls(state, plan, reference, name, key, hands)}
          </li>`,
      )}
    </ul>
    ${datesView(state, titleOf(group), index, dates, (next) => hands.setDates(key, next))}
    <p>
      <button class="plain" @click=${() => hands.print(key)}>
        Print this list<span class="hidden"> of ${titleOf(group)}</span>
      </button>
    </p>
  </section>`;
}

/** Schools without a place: why, and what would place them. */
export function waitingCard(state: DeskState, plan: JudgedPlan, hands: Hands): TemplateResult {
  if (plan.unplaced.length === 0) return html`<p>Every school has a place.</p>`;
  return html`<section class="group" @dragover=${allowDrop} @drop=${onDrop(hands, WAITING)}>
    <h2>Without a place</h2>
    <ul class="plain-list">
      ${repeat(
        plan.unplaced,
        ({ reference }) => reference,
        ({ reference, name, why, remedies, reason }) =>
          html`<li draggable=${state.may('decide') ? 'true' : 'false'} @dragstart=${onDrag(reference)}>
            <p><a href=${`#application/${reference}`}>${name}</a></p>
            <p class="small">${why}</p>
            <details class="small">
              <summary>What would place it<span class="hidden">, ${name}</span></summary>
              <ul>
                ${remedies.map((each) => html`<li>${each}</li>`)}
              </ul>
            </details>
            ${reason === 'ruled-out' ? nothing : controls(state, plan, reference, name, WAITING, hands)}
          </li>`,
      )}
    </ul>
  </section>`;
}

function allowDrop(event: DragEvent): void {
  event.preventDefault();
}

function onDrag(reference: string): (event: DragEvent) => void {
  return (event) => event.dataTransfer?.setData('text/plain', reference);
}

function onDrop(hands: Hands, key: string): (event: DragEvent) => void {
  return (event) => {
    event.preventDefault();
    hands.move(event.dataTransfer?.getData('text/plain') ?? '', key);
  };
}

/** What a drag does, from the keyboard; and the pin. */
function controls(
  state: DeskState,
  { groups, free }: JudgedPlan,
  reference: string,
  name: string,
  key: string,
  hands: Hands,
): TemplateResult | typeof nothing {
  if (!state.may('decide')) return nothing;
  const pinned = state.desk.pins.some(({ school }) => school === reference);
  const places = [
    ...groups.map((group) => [keyOf(group), titleOf(group)] as const),
    ...free.map(
      ({ specialist }) => [keyOf({ specialist, number: 1 }), `${specialist}, a new group`] as const,
    ),
    [WAITING, 'No group'] as const,
  ];
  return html`<div class="inline no-print">
    <label for=${`to-${reference}`}>Move<span class="hidden"> ${name}</span> to</label>
    <select
      id=${`to-${reference}`}
      @change=${(event: Event) => hands.move(reference, (event.target as HTMLSelectElement).value)}
    >
      ${places.map(([value, words]) => html`<option value=${value} .selected=${live(value === key)}>${words}</option>`)}
    </select>
    ${
      key === WAITING
        ? nothing
        : html`<label class="check"
            ><input
              type="checkbox"
              .checked=${live(pinned)}
              @change=${() => void pin(state, reference, specialistIn(key))}
            />
            Pin<span class="hidden"> ${name} here</span></label
          >`
    }
  </div>`;
}

/** Pins a school to its specialist for the next time that groups are formed, or lets it go. */
async function pin({ desk, keep }: DeskState, school: string, specialist: string): Promise<void> {
  const others = desk.pins.filter((each) => each.school !== school);
  const had = others.length < desk.pins.length;
  await keep({ ...desk, pins: had ? others : [...others, { school, specialist }] });
}

function datesView(
  state: DeskState,
  title: string,
  index: number,
  dates: readonly string[],
  set: (dates: readonly string[]) => void,
): TemplateResult {
  return html`<div class="dates">
    <h3>Dates</h3>
    ${dates.length === 0 ? html`<p class="small">None yet.</p>` : nothing}
    <ul>
      ${dates.map(
        (date) =>
          html`<li>
            ${longDate(date)}
            ${
              state.may('decide')
                ? html`<button
                    class="plain no-print"
                    @click=${() => set(dates.filter((one) => one !== date))}
                  >
                    Take away<span class="hidden"> ${longDate(date)} from ${title}</span>
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>
    ${
      state.may('decide')
        ? html`<form
            class="inline no-print"
            @submit=${(event: SubmitEvent) => {
              event.preventDefault();
              const form = event.target as HTMLFormElement;
              const date = String(new FormData(form).get('date') ?? '');
              if (date) set([...dates, date]);
              form.reset();
            }}
          >
            <label for=${`date-${index}`}>Add a date<span class="hidden"> for ${title}</span></label>
            <input id=${`date-${index}`} name="date" type="date" required />
            <button>Add<span class="hidden"> the date for ${title}</span></button>
          </form>`
        : nothing
    }
  </div>`;
}
