import type { FindResult, Hub, HubDirectory, HubId } from '@maths-hubs/sdk/hubs';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import type { FindText } from './strings.js';

export interface MapContext {
  readonly level: number;
  readonly text: FindText;
  readonly directory: HubDirectory;
  readonly found: ReadonlySet<HubId>;
  /** Whether the answer is one hub. */
  readonly settled: boolean;
  /** Where the search led, for a pin. */
  readonly position: FindResult['position'];
  /** The hub that is pointed at or focused, else the answer's; the one in the tab order. */
  readonly current: HubId | undefined;
  /** Candidates of the area that is pointed at, where no source names one. */
  readonly unsettled: readonly HubId[];
  /** What draws the picture; undefined while it loads. */
  readonly picture: Picture | undefined;
  readonly onCurrent: (id: HubId | undefined, unsettled?: readonly HubId[]) => void;
  readonly onChoose: (id: HubId) => void;
}

/** One way to draw the hubs: England, tiles, or the outline that the page gives. */
export interface Picture {
  readonly hint: 'find.map-hint' | 'find.map-hint-areas';
  readonly draw: (hubs: readonly Hub[], context: MapContext) => TemplateResult;
  readonly legend?: (context: MapContext) => TemplateResult | typeof nothing;
  readonly credit?: string;
}

/** A picture of the list, one tab stop. The list has every hub, so nothing is lost where the picture does not load. */
export function hubMap(hubs: readonly Hub[], context: MapContext): TemplateResult {
  const { level, text, picture } = context;
  return html`<div class="map" part="map">
    ${heading(level, text('find.map'))}
    ${
      picture === undefined
        ? html`<div class="map-room"></div>`
        : html`<p class="hint" id="map-hint">${text(picture.hint)}</p>
            ${picture.draw(hubs, context)} ${caption(hubs, context)} ${picture.legend?.(context) ?? nothing}`
    }
  </div>`;
}

/** What is pointed at, in words, and a button large enough for a thumb. */
function caption(hubs: readonly Hub[], { text, current, unsettled, onChoose }: MapContext): TemplateResult {
  const hub = hubs.find(({ id }) => id === current);
  if (unsettled.length > 0)
    return html`<p class="caption">${text('find.map-unsettled', { hubs: namesOf(hubs, unsettled) })}</p>`;
  return html`<p class="caption">
    ${
      hub === undefined
        ? nothing
        : html`<span aria-hidden="true" translate="no">${hub.name}</span>
            <button type="button" class="plain" @click=${() => onChoose(hub.id)}>
              ${text('find.map-see')}<span class="visually-hidden">: ${hub.name}</span>
            </button>`
    }
  </p>`;
}

function namesOf(hubs: readonly Hub[], ids: readonly HubId[]): string {
  const names = ids.map((id) => hubs.find((hub) => hub.id === id)?.name ?? id);
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
}

/** Class of a tile or shape that the answer names. */
export function stateOf(id: HubId, { found, settled }: MapContext): string {
  if (!found.has(id)) return '';
  return settled ? ' yours' : ' could';
}

/** The same in words, to follow the hub's name. */
export function stateText(id: HubId, { found, settled, text }: MapContext): string {
  if (!found.has(id)) return '';
  return `, ${text(settled ? 'find.map-yours' : 'find.map-could')}`;
}

/** The roving stop: the element is there whether or not it is in the tab order. */
export function goTo(event: Event, hub: HubId | undefined): void {
  const map = event.currentTarget as Element;
  map.querySelector<HTMLElement>(`[data-hub="${hub ?? ''}"]`)?.focus();
}

/** Names on the first tap of a finger, which has no hover; any other press chooses. */
export function press(event: Event, id: HubId, { current, onCurrent, onChoose }: MapContext): void {
  const touch = (event as Partial<PointerEvent>).pointerType === 'touch';
  if (touch && id !== current) onCurrent(id);
  else onChoose(id);
}
