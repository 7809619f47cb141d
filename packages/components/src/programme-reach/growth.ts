import { html, nothing, svg, type TemplateResult } from 'lit';
import { shortAmount, yearLabel, type Point, type ReachText, type Series } from './series.js';

/** A year's room: its label fits, and two years stand beside two others on a phone. */
const YEAR = 84;
const HEIGHT = 104;
const SIDE = 34;
const TOP = 28;
const FLOOR = 80;

/**
 * A count over the years as a line under its newest figure, with the last step in words. Zero is the floor, so that no step looks larger than it is; a year
 * without a figure breaks the line, and a figure without an exact end is drawn open.
 */
export function growth({ measure, points }: Series, text: ReachText): TemplateResult | typeof nothing {
  const [before, last] = points.slice(-2);
  if (!before || !last) return nothing;
  const first = points[0]?.year ?? 0;
  const width = Math.max(2, last.year - first + 1) * YEAR;
  const most = Math.max(...points.map(amountOf));
  const x = ({ year }: Point): number =>
    SIDE + ((year - first) / Math.max(1, last.year - first)) * (width - 2 * SIDE);
  const y = (point: Point): number => FLOOR - (amountOf(point) / most) * (FLOOR - TOP);
  const steps = points.slice(1).flatMap((point, index) => {
    const from = points[index];
    return from && point.year - from.year === 1 ? [`M${x(from)} ${y(from)}L${x(point)} ${y(point)}`] : [];
  });
  const described = points
    .map((point) => `${point.figure.asAt ?? ''} ${shortAmount(point.value, text)}`)
    .join('; ');
  return html`<figure class="growth" part="chart">
    <figcaption>${words(before, last, text)}</figcaption>
    <svg
      viewBox="0 0 ${width} ${HEIGHT}"
      role="img"
      aria-label=${text('reach.chart', { measure, points: described })}
    >
      <line x1="0" x2=${width} y1=${FLOOR} y2=${FLOOR}></line>
      ${steps.map((step) => svg`<path class="step" d=${step}></path>`)}
      ${points.map(
        (point) =>
          svg`<circle class=${isOpen(point) ? 'out' : 'in'} cx=${x(point)} cy=${y(point)} r="5"></circle>
            <text class="value" x=${x(point)} y=${y(point) - 11}>${shortAmount(point.value, text)}</text>
            <text class="tick" x=${x(point)} y=${HEIGHT - 6}>${yearLabel(points, point.year)}</text>`,
      )}
    </svg>
  </figure>`;
}

/** A difference is shown for exact figures only. */
function words(before: Point, last: Point, text: ReachText): unknown {
  const by = amountOf(last) - amountOf(before);
  if (isOpen(before) || isOpen(last) || by === 0) return nothing;
  return html`<strong
      >${text(by > 0 ? 'reach.more' : 'reach.fewer', { amount: Math.abs(by).toLocaleString('en-GB') })}</strong
    >
    ${text('reach.than', { from: before.figure.asAt ?? '' })}`;
}

function amountOf({ value }: Point): number {
  return value.max ?? value.min ?? 0;
}

function isOpen({ value }: Point): boolean {
  return value.min !== value.max || value.about === true;
}
