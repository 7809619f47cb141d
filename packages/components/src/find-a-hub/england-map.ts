import type { Hub, HubId } from '@maths-hubs/sdk/hubs';
import type { Drawing, MapOfHubs, Point } from '@maths-hubs/sdk/hubs/map';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { goTo, type MapContext, type Picture, press, stateOf, stateText } from './hub-map.js';
import { neighbour, TILES } from './tiles.js';

export { mapStyles } from './map.styles.js';

/** No two regions that touch have the same. */
const TINTS: Readonly<Record<string, number>> = {
  'North East': 1,
  'North West': 2,
  'Yorkshire and The Humber': 3,
  'East Midlands': 1,
  'West Midlands': 3,
  'East of England': 2,
  London: 1,
  'South East': 4,
  'South West': 2,
};

/** Height at which the enlarged London stands, as a share of the picture: in the sea, west of the Midlands. */
const LONDON_AT = 0.43;

/** England by hub. The answer's hub is lit because the answer names it; a pin only shows where the search led. */
export function englandMap(map: MapOfHubs): Picture {
  return {
    hint: 'find.map-hint-areas',
    draw: (hubs, context) => england(map, hubs, context),
    legend: (context) => legend(map, context),
    credit: map.credit,
  };
}

function england(map: MapOfHubs, hubs: readonly Hub[], context: MapContext): TemplateResult {
  const { text, position } = context;
  const drawn = TILES.filter(({ hub: id }) => isDrawn(map, id) && hubs.some((hub) => hub.id === id));
  const stop = drawn.find(({ hub }) => hub === context.current) ?? drawn[0];
  const { london } = map;
  const down = Math.round(map.height * LONDON_AT);
  const { x, y, width, height } = london.frame;
  return html`<svg
    class="england"
    viewBox="-4 -4 ${map.width + 8} ${map.height + 8}"
    role="group"
    aria-label=${text('find.map')}
    aria-describedby="map-hint"
    @keydown=${(event: KeyboardEvent) => {
      if (stop === undefined) return;
      if (event.key === 'Enter' || event.key === ' ') context.onChoose(stop.hub);
      else if (event.key.startsWith('Arrow')) goTo(event, neighbour(drawn, stop, event.key).hub);
      else return;
      event.preventDefault();
    }}
  >
    <defs>
      <pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="hatching" d="M0 0v9"></path>
      </pattern>
    </defs>
    ${layer(map, hubs, context, stop?.hub)}
    <rect class="frame" x=${x - 3} y=${y - 3} width=${width + 6} height=${height + 6}></rect>
    ${pin(position && map.pointOf(position))}
    <g transform="translate(0 ${down})" aria-hidden="true">
      <text class="place" y="-14">${text('find.map-london')}</text>
      ${layer(london, hubs, context, null)}
      ${pin(position && inFrame(map, map.pointOf(position)) ? london.pointOf(position) : null)}
    </g>
  </svg>`;
}

/** Areas, then what is lit or pointed at on top of them, so that no neighbour covers a border. */
function layer(
  { areas }: Drawing,
  hubs: readonly Hub[],
  context: MapContext,
  /** The hub in the tab order; null where the shapes are for the pointer only. */
  stop: HubId | undefined | null,
) {
  const { found, current, onCurrent } = context;
  return svg`${areas.map(({ hub: id, candidates, path }) => {
    if (id === null)
      return svg`<path class="shape none" d=${path} @pointerenter=${() => onCurrent(undefined, candidates)} @click=${() => onCurrent(undefined, candidates)}></path>`;
    const hub = hubs.find((each) => each.id === id);
    const tint = TINTS[hub?.region ?? ''] ?? 1;
    const name = `${hub?.name ?? id}${stateText(id, context)}`;
    const control = stop !== null && hub !== undefined;
    return svg`<path
      class="shape tint-${tint}"
      d=${path}
      role=${control ? 'button' : nothing}
      data-hub=${control ? id : nothing}
      tabindex=${control ? (id === stop ? 0 : -1) : nothing}
      aria-label=${control ? name : nothing}
      aria-current=${control && found.has(id) ? 'true' : nothing}
      @focus=${() => onCurrent(id)}
      @pointerenter=${(event: PointerEvent) => {
        // A finger names by its tap.
        if (event.pointerType !== 'touch') onCurrent(id);
      }}
      @click=${(event: Event) => press(event, id, context)}
    ></path>`;
  })}
  ${areas
    .filter(({ hub }) => hub !== null && found.has(hub))
    .map(({ hub, path }) => svg`<path class="lit${stateOf(hub ?? '', context)}" d=${path}></path>`)}
  ${areas
    .filter(({ hub }) => hub !== null && hub === current)
    .map(({ path }) => svg`<path class="halo" d=${path}></path><path class="pointed" d=${path}></path>`)}`;
}

const isDrawn = (map: MapOfHubs, id: HubId): boolean => map.areas.some(({ hub }) => hub === id);

function inFrame({ london }: MapOfHubs, point: Point | null): boolean {
  const { x, y, width, height } = london.frame;
  return point !== null && point.x >= x && point.y >= y && point.x <= x + width && point.y <= y + height;
}

/** Its point is on the place. */
function pin(point: Point | null | undefined) {
  if (!point) return nothing;
  return svg`<g class="pin" transform="translate(${point.x.toFixed(1)} ${point.y.toFixed(1)})">
    <path d="M0 0C-6-16-19-23-19-38a19 19 0 0 1 38 0C19-23 6-16 0 0Z"></path>
    <circle cy="-38" r="7"></circle>
  </g>`;
}

/** What the hatching means, and of which councils it is true. */
function legend(map: MapOfHubs, { text, directory }: MapContext): TemplateResult | typeof nothing {
  if (map.areas.every(({ hub }) => hub !== null)) return nothing;
  const settled = new Set(
    directory.coverage.flatMap(({ area, confidence }) => (confidence === 'candidate' ? [] : [area])),
  );
  const candidates = new Set(directory.coverage.map(({ area }) => area));
  const names = directory.areas
    .filter(({ gss }) => candidates.has(gss) && !settled.has(gss))
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b));
  const councils = new Intl.ListFormat('en-GB').format(names);
  return html`<details class="legend">
    <summary>
      <svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">
        <rect class="shape none" x="1" y="1" width="26" height="16"></rect>
      </svg>
      ${text('find.map-none', { count: names.length })}
    </summary>
    <p>${councils}</p>
  </details>`;
}
