import { html, svg, type TemplateResult } from 'lit';
import { shortAmount, yearLabel, type Point, type ReachText, type Series } from './series.js';

const WIDTH = 320;
const HEIGHT = 150;
const TOP = 26;
const FOOT = 22;

/**
 * A series as bars from zero, one place for every year between the first and the last: a year without a figure stays
 * empty. A figure without an exact end is drawn with a broken outline.
 */
export function chart({ measure, points }: Series, text: ReachText): TemplateResult {
  const first = points[0]?.year ?? 0;
  const last = points.at(-1)?.year ?? first;
  const slots = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const top = Math.max(...points.map(sizeOf));
  const width = WIDTH / slots.length;
  const floor = HEIGHT - FOOT;
  const described = points
    .map(({ figure, value }) => `${figure.asAt ?? ''} ${shortAmount(value, text)}`)
    .join('; ');
  const bar = (point: Point): TemplateResult => {
    const height = (sizeOf(point) / top) * (floor - TOP);
    const x = (point.year - first) * width + width * 0.15;
    const open = point.value.min === null || point.value.max === null || point.value.about;
    return svg`<rect class=${open ? 'bar open' : 'bar'} x=${x} y=${floor - height} width=${width * 0.7} height=${height}></rect>
      <text class="value" x=${x + width * 0.35} y=${floor - height - 6}>${shortAmount(point.value, text)}</text>`;
  };
  return html`<figure part="chart">
    <figcaption>${measure}</figcaption>
    <svg
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label=${text('reach.chart', { measure, points: described })}
    >
      ${points.map(bar)}
      <line x1="0" x2=${WIDTH} y1=${floor} y2=${floor}></line>
      ${slots.map(
        (year, index) =>
          svg`<text class=${points.some((point) => point.year === year) ? 'tick' : 'tick empty'} x=${(index + 0.5) * width} y=${HEIGHT - 5}>${yearLabel(points, year)}</text>`,
      )}
    </svg>
  </figure>`;
}

function sizeOf({ value }: Point): number {
  return value.max ?? value.min ?? 0;
}
