import { html, svg, type TemplateResult } from 'lit';

/** A station's height above the next, and how far under its line an optional one stands, in px. */
const RISE = 44;
const SIDING = 120;
/** Height of the last station. */
const TOP = 54;
/** Share of the road before the first station, where it forks, in thousandths. */
const START = 150;

/**
 * The road that rises from station to station, with the siding of an optional first one. Only a picture: the list beneath says it all.
 * Widths are in thousandths of the room, heights in px: the style sheet places the stations by the same numbers. The picture ends
 * where the road does, at 960, since it begins a little way in.
 */
export function road(count: number, isForked: boolean): TemplateResult {
  const before = isForked ? START : 0;
  const apart = (1000 - before) / count;
  const x = (at: number): number => before + apart * at;
  const y = (at: number): number => TOP + RISE * (count - 1 - at);
  const first = isForked ? 1 : 0;
  const start = y(first) + 66;
  const height = isForked ? y(first) + 178 : y(0) + 150;
  const between = (from: number, to: number): string => {
    const middle = (x(from) + x(to)) / 2;
    return `C${middle} ${y(from)} ${middle} ${y(to)} ${x(to)} ${y(to)}`;
  };
  const climb = Array.from({ length: count - 1 - first }, (_, at) =>
    between(at + first, at + first + 1),
  ).join('');
  const onwards = `C${x(count - 1) + apart / 3} ${TOP} ${x(count - 1) + apart / 2} 40 955 22`;
  const direct = `M0 ${start}C${START} ${start} ${x(1) - START} ${y(1)} ${x(1)} ${y(1)}`;
  const siding = y(1) + SIDING;
  const via = `M0 ${start}C60 ${start} 70 ${siding} ${x(0)} ${siding}S${x(1) - 100} ${y(1)} ${x(1)} ${y(1)}`;
  const from = isForked ? direct : `M${x(0)} ${y(0)}`;
  return html`<svg
    class="road"
    height=${height}
    viewBox="0 0 960 ${height}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <defs>
      <linearGradient id="land" x2="0" y2="1">
        <stop class="near"></stop>
        <stop class="far" offset="1"></stop>
      </linearGradient>
    </defs>
    ${svg`<path class="land" d="${from}${climb}${onwards}C955 ${height / 2} 920 ${height} 760 ${height}H150C70 ${height} 20 ${height - 40} 0 ${isForked ? start : y(0)}Z"></path>`}
    ${isForked ? svg`<path class="via" d=${via}></path><path class="direct" d=${direct}></path>` : ''}
    ${svg`<path d="M${x(first)} ${y(first)}${climb}"></path><path class="onwards" d="M${x(count - 1)} ${TOP}${onwards}"></path>`}
  </svg>`;
}
