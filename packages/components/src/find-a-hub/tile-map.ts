import type { Hub } from '@maths-hubs/sdk/hubs';
import { css, html, nothing, type TemplateResult } from 'lit';
import { goTo, stateOf, stateText, type MapContext } from './hub-map.js';
import { neighbour, TILES } from './tiles.js';

/** A tile a hub, about where it is: the small alternative to the map. */
export function tileMap(hubs: readonly Hub[], context: MapContext): TemplateResult {
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
          <span class="short" aria-hidden="true" translate="no">${hub.name.replace(' Maths Hub', '')}</span>
          <span class="visually-hidden">: ${hub.name}${stateText(id, context)}</span>
        </button>
      </li>`;
    })}
  </ul>`;
}

export const tileStyles = css`
  .tiles {
    display: grid;
    grid-template-columns: repeat(6, minmax(2.75rem, 1fr));
    gap: 3px;
    max-inline-size: 38rem;
    margin: 0 0 0.5rem;
    padding: 0;
    list-style: none;
    direction: ltr;
  }
  .column-1 {
    grid-column: 1;
  }
  .column-2 {
    grid-column: 2;
  }
  .column-3 {
    grid-column: 3;
  }
  .column-4 {
    grid-column: 4;
  }
  .column-5 {
    grid-column: 5;
  }
  .column-6 {
    grid-column: 6;
  }
  .tile {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 100%;
    min-block-size: 2.75rem;
    block-size: 100%;
    padding: 0.15rem;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_tint);
    color: var(--_ink);
    font-size: 0.78em;
    font-weight: 500;
    line-height: 1.15;
    overflow-wrap: anywhere;
  }
  .tile:hover {
    background: var(--_surface);
    text-decoration: none;
  }
  .tile:focus-visible {
    z-index: 1;
  }
  .tile.yours {
    border-color: var(--_edge);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .tile.could {
    border: 3px dashed var(--_edge);
    background: var(--_surface);
  }
  .short {
    display: none;
  }
  .tile[aria-current] {
    font-weight: 700;
  }
  @container (min-inline-size: 30rem) {
    .tile {
      min-block-size: 4rem;
    }
    .code {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .short {
      display: block;
    }
  }
  @media (forced-colors: active) {
    .tile.yours {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
