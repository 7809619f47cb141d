import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Me } from '../model/desk.js';
import type { DeskState } from './state.js';

const VIEWS = {
  applications: 'Applications',
  'set-aside': 'Set aside',
  groups: 'Work Groups',
  privacy: 'Personal data',
  log: 'Log',
} as const;
export type View = keyof typeof VIEWS;

interface Choices {
  choose(hub: string): void;
  leave(): void;
  save(): void;
}

/** Where one is, and where one can go. */
export function bar(state: DeskState, view: string, me: Me | null, choices: Choices): TemplateResult {
  return html`<header class="bar no-print">
    ${hubChoice(state, me, choices)}
    <nav aria-label="Desk">
      ${viewsOf(state, view).map(
        ([id, name]) => html`<a href=${`#${id}`} aria-current=${id === view ? 'page' : nothing}>${name}</a>`,
      )}
    </nav>
    <p class="who">
      ${me?.email}
      ${
        state.source.kind === 'service'
          ? html`<button class="plain" @click=${() => choices.leave()}>Sign out</button>`
          : html`<button class="plain" @click=${() => choices.save()}>Save my work</button>`
      }
    </p>
  </header>`;
}

/** What is set aside is named only where there is any: most hubs never see it. */
function viewsOf({ setAside }: DeskState, current: string): [string, string][] {
  return Object.entries(VIEWS).flatMap(([id, name]): [string, string][] => {
    if (id !== 'set-aside') return [[id, name]];
    if (setAside.length === 0 && current !== id) return [];
    return [[id, setAside.length === 0 ? name : `${name} (${setAside.length})`]];
  });
}

/** The hub; a choice of them for whoever is on several lists. */
function hubChoice({ hub }: DeskState, me: Me | null, { choose }: Choices): TemplateResult {
  const hubs = me?.hubs ?? [];
  if (hubs.length < 2) return html`<p class="hub">${hub.name}</p>`;
  return html`<div class="hub inline">
    <label for="hub">Hub</label>
    <select id="hub" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${hubs.map(({ id, name }) => html`<option value=${id} ?selected=${id === hub.id}>${name}</option>`)}
    </select>
  </div>`;
}
