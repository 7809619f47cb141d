import type { Hub, HubId } from '@maths-hubs/sdk/hubs';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import type { Outline } from './outline.js';
import type { Text } from './strings.js';
import { neighbour, TILES } from './tiles.js';

export interface MapContext {
  readonly level: number;
  readonly text: Text;
  readonly found: ReadonlySet<HubId>;
  /** Whether the answer is one hub. */
  readonly settled: boolean;
  /** The hub whose tile is in the tab order. */
  readonly current: HubId | undefined;
  readonly outline: Outline | undefined;
  readonly onCurrent: (id: HubId) => void;
  readonly onChoose: (id: HubId) => void;
}

/** A picture of the list: tiles about where the hubs are, or the outline that the page gives. One tab stop. */
export function hubMap(hubs: readonly Hub[], context: MapContext): TemplateResult {
  const { level, text, outline } = context;
  return html`<div class="map" part="map">
    ${heading(level, text('find.map'))}
    <p class="hint" id="map-hint">${text('find.map-hint')}</p>
    ${outline === undefined ? tileMap(hubs, context) : outlineMap(hubs, outline, context)}
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

function outlineMap(hubs: readonly Hub[], outline: Outline, context: MapContext): TemplateResult {
  const { found, onChoose, onCurrent } = context;
  const areas = outline.areas.filter(({ hub }) => hubs.some(({ id }) => id === hub));
  const stop = areas.some(({ hub }) => hub === context.current) ? context.current : areas[0]?.hub;
  return html`<svg
    class="outline"
    viewBox="0 0 ${outline.width} ${outline.height}"
    role="group"
    aria-label=${context.text('find.map')}
    aria-describedby="map-hint"
    @keydown=${(event: KeyboardEvent) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const at = areas.findIndex(({ hub }) => hub === stop);
      if ((event.key === 'Enter' || event.key === ' ') && stop !== undefined) onChoose(stop);
      else if (step === undefined) return;
      else goTo(event, areas[(at + step + areas.length) % areas.length]?.hub);
      event.preventDefault();
    }}
  >
    ${outline.background.map((path) => svg`<path class="land" d=${path} aria-hidden="true"></path>`)}
    ${areas.map(
      ({ hub: id, path }) =>
        svg`<path
          class="shape${stateOf(id, context)}"
          d=${path}
          role="button"
          data-hub=${id}
          tabindex=${id === stop ? 0 : -1}
          aria-label="${hubs.find((hub) => hub.id === id)?.name ?? id}${told(id, context)}"
          aria-current=${found.has(id) ? 'true' : nothing}
          @focus=${() => onCurrent(id)}
          @pointerenter=${() => onCurrent(id)}
          @click=${() => onChoose(id)}
        ></path>`,
    )}
  </svg>`;
}

function stateOf(id: HubId, { found, settled }: MapContext): string {
  if (!found.has(id)) return '';
  return settled ? ' yours' : ' could';
}

function told(id: HubId, { found, settled, text }: MapContext): string {
  if (!found.has(id)) return '';
  return `, ${text(settled ? 'find.map-yours' : 'find.map-could')}`;
}

/** The roving stop: the element is there whether or not it is in the tab order. */
function goTo(event: Event, hub: HubId | undefined): void {
  const map = event.currentTarget as Element;
  map.querySelector<HTMLElement>(`[data-hub="${hub ?? ''}"]`)?.focus();
}
