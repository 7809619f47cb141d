import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { pictureOf } from '@maths-hubs/sdk/groups';
import type { GroupSchool, GroupSpecialist, JudgedPlan, PicturedSchool } from '@maths-hubs/sdk/groups';
import { loadMapOfHubs } from '@maths-hubs/sdk/hubs/map';
import type { MapOfHubs, Point } from '@maths-hubs/sdk/hubs/map';
import type { JudgedCase } from '../../model/judge-case.js';
import type { DeskState } from '../state.js';
import { keyOf } from './draft.js';
import { dragDot } from './map-drag.js';

let map: Promise<MapOfHubs> | null = null;
const theMap = (): Promise<MapOfHubs> => (map ??= loadMapOfHubs());

/** How many colours the style has to distinguish groups. */
const COLOURS = 8;

export function colourOf(index: number): string {
  return `group-${index % COLOURS}`;
}

type Drawn = Pick<JudgedPlan, 'groups' | 'unplaced'>;

type Move = (reference: string, key: string) => void;

/**
 * Groups on the map of England by hub, zoomed to where they are. The lists beside it say the same.
 * @param move  what letting a dragged school go over a group does; null where nothing may be moved
 */
export function groupsMap(
  plan: Drawn,
  schools: readonly GroupSchool[],
  specialists: readonly GroupSpecialist[],
  move: Move | null,
): TemplateResult {
  return html`${until(
    theMap().then((england) => picture(plan, schools, specialists, england, move)),
    html`<p>Drawing the map…</p>`,
  )}`;
}

function picture(
  plan: Drawn,
  schools: readonly GroupSchool[],
  specialists: readonly GroupSpecialist[],
  england: MapOfHubs,
  move: Move | null,
): TemplateResult | typeof nothing {
  const { viewBox, unit, groups, waiting } = pictureOf(plan, schools, specialists, england);
  const places = groups.flatMap((group) =>
    group.home === null ? [] : [{ key: keyOf(group), point: group.home }],
  );
  const dot = ({ reference, name }: PicturedSchool, { x, y }: Point, classes: string, where: string) =>
    svg`<circle cx=${x} cy=${y} r=${unit} class=${`${classes}${move === null ? '' : ' movable'}`} data-school=${reference}
      @pointerdown=${(event: PointerEvent) => move && dragDot(event, unit, places, (key) => move(reference, key))}
      ><title>${name}, ${where}</title></circle>`;
  return html`<figure>
    <svg viewBox=${viewBox} role="img" aria-label="The groups on a map. The tables say the same." class="map">
      ${england.areas.map(({ path }) => svg`<path d=${path} class="area" stroke-width=${unit * 0.25}></path>`)}
      ${groups.map(({ home, schools: inside }, index) =>
        inside.map(({ point }) =>
          home === null || point === null
            ? nothing
            : svg`<line x1=${home.x} y1=${home.y} x2=${point.x} y2=${point.y} class=${colourOf(index)} stroke-width=${unit * 0.4}></line>`,
        ),
      )}
      ${groups.map(({ name, home, schools: inside }, index) => [
        ...inside.map((school) =>
          school.point === null ? nothing : dot(school, school.point, colourOf(index), `with ${name}`),
        ),
        home === null
          ? nothing
          : svg`<rect x=${home.x - unit * 1.3} y=${home.y - unit * 1.3} width=${unit * 2.6} height=${unit * 2.6} class=${colourOf(index)}><title>${name}</title></rect>
              <text x=${home.x} y=${home.y - unit * 2.2} font-size=${unit * 3} stroke-width=${unit * 0.7} text-anchor="middle">${name}</text>`,
      ])}
      ${waiting.map((school) => (school.point === null ? nothing : dot(school, school.point, 'ring', 'without a place')))}
    </svg>
    <figcaption class="small">
      A square is a specialist, a dot a school of the group, a ring a school without a place.
      ${move === null ? nothing : html`<span class="no-print">Drag a dot to a square to move the school.</span>`}
      ${england.credit}
    </figcaption>
  </figure>`;
}

/** Where one school lies among the hub's specialists. */
export function schoolMap(
  { desk }: DeskState,
  { reference, answers }: JudgedCase,
): TemplateResult | typeof nothing {
  const place = desk.places[answers.postcode ?? ''];
  if (place === undefined) return nothing;
  const name = answers.schoolName ?? reference;
  const specialists = desk.specialists.filter((each) => each.place !== null);
  const alone: Drawn = {
    groups: specialists.map(({ id, name: leader }) => ({
      specialist: id,
      name: leader ?? id,
      number: 1,
      weekday: null,
      schools: [],
      kilometres: 0,
      days: null,
    })),
    unplaced: [{ reference, urn: null, name, reason: 'full', why: '', remedies: [] }],
  };
  return html`<section>
    <h2>Where it is</h2>
    ${groupsMap(alone, [{ reference, place }], specialists, null)}
  </section>`;
}
