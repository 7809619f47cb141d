import { messageOf } from '@maths-hubs/sdk/evidence';
import type { CSSResult, ReactiveController, ReactiveElement } from 'lit';
import { addStyles } from '../foundation/late-styles.js';
import type { Picture } from './hub-map.js';

interface MapHost extends ReactiveElement {
  show: string;
  outline: string;
  geojson: unknown;
}

/** A module that draws, with the styles that only it needs. */
interface Drawer {
  readonly picture: Picture;
  readonly styles: CSSResult;
}

/** Loads the picture that the page asks for: an outline of its own, tiles, or England. Only a map that is shown is loaded. */
export class MapController implements ReactiveController {
  /** Undefined until it has loaded, and where it could not be. */
  picture: Picture | undefined;
  /** Why the page's own outline is not drawn. */
  fault: string | undefined;
  private wanted: unknown;

  constructor(private readonly host: MapHost) {
    host.addController(this);
  }

  get isShown(): boolean {
    return /\b(map|tiles)\b/.test(this.host.show);
  }

  hostUpdate(): void {
    if (!this.isShown) return;
    const { geojson, outline, show } = this.host;
    const own = geojson ?? (outline || undefined);
    const standard = /\btiles\b/.test(show) ? tiles : england;
    const wanted = own ?? standard;
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    void this.load(wanted, own === undefined ? undefined : ownOutline(own), standard);
  }

  private async load(wanted: unknown, own: Promise<Drawer> | undefined, standard: () => Promise<Drawer>) {
    let fault: string | undefined;
    let drawer: Drawer | undefined;
    try {
      drawer = await own;
    } catch (error) {
      fault = messageOf(error);
    }
    try {
      drawer ??= await standard();
    } catch (error) {
      console.warn('find-a-hub: the map did not load; the list has every hub.', error);
    }
    if (this.wanted !== wanted) return;
    this.fault = fault;
    this.picture = drawer?.picture;
    if (drawer !== undefined) addStyles(this.host, drawer.styles);
    this.host.requestUpdate();
  }
}

async function england(): Promise<Drawer> {
  const [{ englandMap, mapStyles }, { loadMapOfHubs }] = await Promise.all([
    import('./england-map.js'),
    import('@maths-hubs/sdk/hubs/map'),
  ]);
  return { picture: englandMap(await loadMapOfHubs()), styles: mapStyles };
}

async function tiles(): Promise<Drawer> {
  const { tileMap, tileStyles } = await import('./tile-map.js');
  return { picture: { hint: 'find.map-hint', draw: tileMap }, styles: tileStyles };
}

async function ownOutline(outline: unknown): Promise<Drawer> {
  const { outlineFrom, mapStyles } = await import('./outline-map.js');
  const geojson: unknown = typeof outline === 'string' ? await jsonAt(outline) : outline;
  return { picture: { hint: 'find.map-hint-areas', draw: outlineFrom(geojson) }, styles: mapStyles };
}

async function jsonAt(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return response.json();
}
