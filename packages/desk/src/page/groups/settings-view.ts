import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Belonging } from '@maths-hubs/sdk/groups';
import { shortPhaseName } from '@maths-hubs/sdk/programme';
import type { DeskState } from '../state.js';
import { sizeOf } from './draft.js';
import type { Draft, Wishes } from './draft.js';

const BELONGING: Readonly<Record<Belonging, string>> = {
  any: 'As it falls',
  together: 'In one group',
  apart: 'In different groups',
};

/** The phase, and what the hub asks of its groups. */
export function settingsView(
  state: DeskState,
  draft: Draft,
  phases: readonly string[],
  buttons: TemplateResult,
): TemplateResult {
  const { min, max } = draft.wishes.size ?? sizeOf(state, draft.phase);
  const wish = (change: Partial<Wishes>): void => {
    draft.wishes = { ...draft.wishes, ...change };
    state.redraw();
  };
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
        inputmode="decimal"
        size="4"
        .value=${value === null ? '' : String(value)}
        @change=${(event: Event) => {
          const text = (event.target as HTMLInputElement).value.trim();
          const given = Number(text);
          set(text === '' || !Number.isFinite(given) || given <= 0 ? null : given);
        }}
      />
    </div>`;
  const belonging = (
    id: string,
    label: string,
    value: Belonging,
    set: (value: Belonging) => void,
  ): TemplateResult =>
    html`<div>
      <label for=${id}>${label}</label>
      <select
        id=${id}
        @change=${(event: Event) => set((event.target as HTMLSelectElement).value as Belonging)}
      >
        ${Object.entries(BELONGING).map(([each, words]) => html`<option value=${each} ?selected=${each === value}>${words}</option>`)}
      </select>
    </div>`;
  return html`<div class="filters no-print">
      <div>
        <label for="phase">Phase</label>
        <select
          id="phase"
          @change=${(event: Event) => {
            draft.begin(state, (event.target as HTMLSelectElement).value);
            state.redraw();
          }}
        >
          ${phases.map((id) => html`<option value=${id} ?selected=${id === draft.phase}>${shortPhaseName(state.edition, id)}</option>`)}
        </select>
      </div>
      ${number('min', 'Fewest schools', min, (value) => wish({ size: { min: value ?? 6, max: Math.max(max, value ?? 6) } }))}
      ${number('max', 'Most schools', max, (value) => wish({ size: { min: Math.min(min, value ?? 7), max: value ?? 7 } }))}
      ${number('trust', 'Most of one trust', draft.wishes.trustLimit, (trustLimit) => wish({ trustLimit }))}
      ${number('far', 'Longest way, km', draft.wishes.maxKilometres, (maxKilometres) => wish({ maxKilometres }))}
      ${belonging('same-trust', 'Schools of one trust', draft.wishes.sameTrust, (sameTrust) => wish({ sameTrust }))}
      ${belonging('same-head', 'Schools of one headteacher', draft.wishes.sameHeadteacher, (sameHeadteacher) => wish({ sameHeadteacher }))}
    </div>
    <div class="actions no-print">${buttons}</div>`;
}
