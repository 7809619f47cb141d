import type { Hub, HubId } from '@maths-hubs/sdk/hubs';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import type { FindText } from './strings.js';
import { neighbour, TILES } from './tiles.js';

export interface MapContext {
  readonly level: number;
  readonly text: FindText;
  readonly found: ReadonlySet<HubId>;
  /** Whether the answer is one hub. */
  readonly settled: boolean;
  /** The hub whose tile is in the tab order. */
  readonly current: HubId | undefined;
  /** Draws the outline that the page gives, in place of the tiles. */
  readonly drawOutline: ((hubs: readonly Hub[], context: MapContext) => TemplateResult) | undefined;
  readonly onCurrent: (id: HubId) => void;
  readonly onChoose: (id: HubId) => void;
}

/** A picture of the list: tiles about where the hubs are, or the outline that the page gives. One tab stop. */
export function hubMap(hubs: readonly Hub[], context: MapContext): TemplateResult {
  const { level, text, drawOutline = tileMap } = context;
  return html`<div class="map" part="map">
    ${heading(level, text('find.map'))}
    <p class="hint" id="map-hint">${text('find.map-hint')}</p>
    ${drawOutline(hubs, context)}
    <p class="caption" aria-hidden="true">
      ${hubs.find(({ id }) => id === context.current)?.name ?? nothing}
    </p>
  </div>`;
}

function tileMap(hubs: readonly Hub[], context: MapContext): TemplateResult {
  const { text, found, onChoose, onCurrent } = context;
  const tiles = TILES.filter(({ hub }) => hubs.some(({ id }) => id === hub));
  const stop = tiles.some(({ hub }) => hub === context.current) ? context.current : tiles[0]?.hub;
  return html`<ul
    class="tiles"
    role="list"
    aria-label=${text('find.map')}
    aria-describedby="map-hint"
    @keydown=${(event: KeyboardEvent) => {
      const from = tiles.find(({ hub }) => hub === stop);
      if (from === undefined || !event.key.startsWith('Arrow')) return;
      event.preventDefault();
      goTo(event, neighbour(tiles, from, event.key).hub);
    }}
  >
    ${tiles.map(({ hub: id, code, column }) => {
      const hub = hubs.find((each) => each.id === id);
      if (hub === undefined) return nothing;
      return html`<li class="column-${column}">
        <button
          type="button"
          data-hub=${id}
          class="tile${stateOf(id, context)}"
          tabindex=${id === stop ? 0 : -1}
          aria-current=${found.has(id) ? 'true' : nothing}
          @focus=${() => onCurrent(id)}
          @pointerenter=${() => onCurrent(id)}
          @click=${() => onChoose(id)}
        >
          <span class="code">${code}</span>
          <span class="short" aria-hidden="true">${hub.name.replace(' Maths Hub', '')}</span>
          <span class="visually-hidden">: ${hub.name}${told(id, context)}</span>
        </button>
      </li>`;
    })}
  </ul>`;
}

/** Class of a tile or shape that the answer names. */
export function stateOf(id: HubId, { found, settled }: MapContext): string {
  if (!found.has(id)) return '';
  return settled ? ' yours' : ' could';
}

/** The same in words. */
export function told(id: HubId, { found, settled, text }: MapContext): string {
  if (!found.has(id)) return '';
  return `, ${text(settled ? 'find.map-yours' : 'find.map-could')}`;
}

/** The roving stop: the element is there whether or not it is in the tab order. */
export function goTo(event: Event, hub: HubId | undefined): void {
  const map = event.currentTarget as Element;
  map.querySelector<HTMLElement>(`[data-hub="${hub ?? ''}"]`)?.focus();
}
