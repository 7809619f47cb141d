import type { HubFile } from '@maths-hubs/sdk/hubs';
import { postcodesIo } from '@maths-hubs/sdk/postcodes';
import { fakePostcodesIo, type FakeData, type FakeFault } from '@maths-hubs/sdk/postcodes/testing';
import type { Example } from '../foundation/example.js';
import type { FindAHub } from './find-a-hub.js';

/** An example, and the state that it comes to. */
export interface FindExample extends Example {
  readonly state: string;
}

const fallback = `
  <p><a href="https://www.ncetm.org.uk/maths-hubs/find-your-hub/">Find your Maths Hub at NCETM</a></p>
`;
const plain = `<mh-find-a-hub>${fallback}</mh-find-a-hub>`;

/** A pretended postcodes.io that knows three postcodes, so that no example asks the real one. */
const KNOWN: FakeData = {
  postcodes: [
    council('LE2 5TF', 'Oadby and Wigston', 'E07000135', 'E10000018', 52.59, -1.1),
    council('TS1 2AZ', 'Middlesbrough', 'E06000002', null, 54.57, -1.23),
    council('YO1 7HH', 'York', 'E06000014', null, 53.96, -1.08),
  ],
  retired: [
    { postcode: 'LE2 9ZZ', year_terminated: 2009, month_terminated: 4, latitude: null, longitude: null },
  ],
};

function council(
  postcode: string,
  name: string,
  district: string,
  county: string | null,
  latitude: number,
  longitude: number,
) {
  return {
    postcode,
    country: 'England',
    admin_district: name,
    admin_county: null,
    latitude,
    longitude,
    codes: { admin_district: district, admin_county: county ?? 'E99999999' },
  };
}

/** A resolver over the pretended service, going wrong as asked. */
export function pretended(...faults: readonly FakeFault[]) {
  const service = fakePostcodesIo(KNOWN);
  service.failNext(...faults);
  return { service, resolver: postcodesIo({ fetch: service.fetch, timeoutMs: 60_000 }) };
}

/** Finds the widget under an example's root, defined, with a resolver that asks nobody. */
function prepare(root: HTMLElement, ...faults: readonly FakeFault[]): FindAHub {
  customElements.upgrade(root);
  const widget = root.querySelector('mh-find-a-hub');
  if (widget === null) throw new Error('This example has no mh-find-a-hub.');
  widget.postcodeResolver = pretended(...faults).resolver;
  return widget;
}

const searching =
  (text: string, ...faults: readonly FakeFault[]) =>
  (root: HTMLElement): void =>
    void prepare(root, ...faults).search(text);

async function typeInto(widget: FindAHub, text: string): Promise<void> {
  let field: HTMLInputElement | null | undefined;
  while (!(field = widget.shadowRoot?.querySelector('input'))) {
    await new Promise((next) => setTimeout(next, 20));
  }
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** A hub's own file, as its editor saves it. */
const ownFile: HubFile = {
  format: 'maths-hubs-hub/1',
  id: 'east-midlands-south',
  statedOn: '2026-11-01',
  website: 'https://example.org/',
  email: 'hub@example.org',
  coverage: ['Leicester', 'Leicestershire', 'Rutland', 'North Northamptonshire'],
};

/** Three boxes in the place of three hubs' areas, and one that is only land. */
const boxes = {
  type: 'FeatureCollection',
  features: [
    box('archimedes-ne', -2, 54.5, -1, 55),
    box('yorkshire-ridings', -2, 53.8, -0.4, 54.4),
    box('east-midlands-south', -1.6, 52.2, -0.4, 52.9),
    box(undefined, -3, 50.8, -0.2, 52.1),
  ],
};

function box(hub: string | undefined, west: number, south: number, east: number, north: number) {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: 'Feature',
    properties: hub === undefined ? {} : { hub },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

export const examples = {
  empty: {
    name: 'Empty',
    summary: 'The field, the map and the list; the sentence says what leaves the page, and when.',
    html: plain,
    state: 'empty',
  },
  typing: {
    name: 'Typing',
    summary: 'Suggestions of councils, places and hubs under the field.',
    html: plain,
    setup(root) {
      void typeInto(prepare(root), 'wigst');
    },
    state: 'typing',
  },
  looking: {
    name: 'Looking',
    summary: 'The postcode is being looked up.',
    html: plain,
    setup: searching('LE2 5TF', 'silent'),
    state: 'looking',
  },
  slow: {
    name: 'Slow',
    summary: 'After three seconds it says so, and can be stopped.',
    html: plain,
    setup(root) {
      const widget = prepare(root, 'silent');
      widget.slowAfter = 0;
      void widget.search('LE2 5TF');
    },
    state: 'slow',
  },
  found: {
    name: 'Found',
    summary: 'A postcode in an area that NCETM lists.',
    html: plain,
    setup: searching('le2 5tf'),
    state: 'one',
  },
  ours: {
    name: 'In our area',
    summary: 'The site’s own hub is the answer.',
    html: `<mh-find-a-hub hub="east-midlands-south" show="field">${fallback}</mh-find-a-hub>`,
    setup: searching('Oadby and Wigston'),
    state: 'one',
  },
  likely: {
    name: 'Likely',
    summary: 'The evidence is older or incomplete.',
    html: plain,
    setup: searching('TS1 2AZ'),
    state: 'likely',
  },
  several: {
    name: 'Several',
    summary: 'No source says which of these serves the council: candidates side by side.',
    html: plain,
    setup: searching('Warrington'),
    state: 'several',
  },
  question: {
    name: 'A question',
    summary: 'The county is split among hubs, so the district is asked for.',
    html: plain,
    setup: searching('Norfolk'),
    state: 'several',
  },
  none: {
    name: 'None',
    summary: 'No evidence was found for this council.',
    html: plain,
    setup: searching('YO1 7HH'),
    state: 'unknown',
  },
  notInEngland: {
    name: 'Not in England',
    summary: 'A postcode in Wales is answered without asking anyone.',
    html: plain,
    setup: searching('CF10 1EP'),
    state: 'not-in-england',
  },
  correction: {
    name: 'A postcode with a slip',
    summary: 'I for 1: the correction is offered.',
    html: plain,
    setup: searching('TSI 2AZ'),
    state: 'not-a-postcode',
  },
  retired: {
    name: 'A retired postcode',
    summary: 'It says since when, and offers the councils.',
    html: plain,
    setup: searching('LE2 9ZZ'),
    state: 'retired',
  },
  offline: {
    name: 'Offline',
    summary: 'The councils are on the page already: choose one.',
    html: plain,
    setup: searching('LE2 5TF', 'offline'),
    state: 'offline',
  },
  serviceDown: {
    name: 'Service down',
    summary: 'The service fails twice; the councils stand in.',
    html: plain,
    setup: searching('LE2 5TF', 'server-error', 'server-error'),
    state: 'service',
  },
  private: {
    name: 'No resolver',
    summary: 'Nothing is looked up elsewhere: by council, town or hub.',
    html: `<mh-find-a-hub resolver="none" show="field list">${fallback}</mh-find-a-hub>`,
    state: 'empty',
  },
  ownFile: {
    name: 'A hub’s own file',
    summary: 'The hub states its own details and area, and wins on its own page.',
    html: `<mh-find-a-hub resolver="none" hub-src="data:application/json,${encodeURIComponent(JSON.stringify(ownFile))}">${fallback}</mh-find-a-hub>`,
    setup(root) {
      customElements.upgrade(root);
      void root.querySelector('mh-find-a-hub')?.search('Rutland');
    },
    state: 'one',
  },
  tiles: {
    name: 'Tiles',
    summary: 'The small alternative to the map: a tile a hub, about where it is.',
    html: `<mh-find-a-hub show="field list tiles" resolver="none">${fallback}</mh-find-a-hub>`,
    state: 'empty',
  },
  outline: {
    name: 'An outline',
    summary: 'The page gives shapes of its own; they are drawn in place of our map.',
    html: `<mh-find-a-hub resolver="none" show="map">${fallback}</mh-find-a-hub>`,
    setup(root) {
      customElements.upgrade(root);
      const widget = root.querySelector('mh-find-a-hub');
      if (widget) widget.geojson = boxes;
    },
    state: 'empty',
  },
  rightToLeft: {
    name: 'Right to left',
    summary: 'The page’s direction; the map keeps west on the left.',
    html: `<div dir="rtl">${plain}</div>`,
    setup: searching('Leicester'),
    state: 'one',
  },
  dark: {
    name: 'Dark page',
    summary: 'Colours are mixed from the page, so a dark page needs no setting.',
    html: `<div style="background: #10181b; color: #eef4f5; color-scheme: dark; padding: 1rem">${plain}</div>`,
    setup: searching('Warrington'),
    state: 'several',
  },
} as const satisfies Record<string, FindExample>;
