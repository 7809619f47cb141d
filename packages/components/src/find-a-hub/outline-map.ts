import type { Hub } from '@maths-hubs/sdk/hubs';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { goTo, type MapContext, type Picture, press, stateOf, stateText } from './hub-map.js';
import { readOutline, type Outline } from './outline.js';

export { mapStyles } from './map.styles.js';

/**
 * What draws a GeoJSON outline, each area a button.
 * @throws {TypeError} when it is no FeatureCollection, or draws nothing
 */
export function outlineFrom(geojson: unknown): Picture['draw'] {
  const outline = readOutline(geojson);
  return (hubs, context) => outlineMap(hubs, outline, context);
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
          aria-label="${hubs.find((hub) => hub.id === id)?.name ?? id}${stateText(id, context)}"
          aria-current=${found.has(id) ? 'true' : nothing}
          @focus=${() => onCurrent(id)}
          @pointerenter=${() => onCurrent(id)}
          @click=${(event: Event) => press(event, id, context)}
        ></path>`,
    )}
  </svg>`;
}
