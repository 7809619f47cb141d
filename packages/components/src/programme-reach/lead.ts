import { sayFigure, type Statistic } from '@maths-hubs/sdk/programme';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { safeHref } from '../foundation/links.js';
import type { SourceNotes } from '../foundation/edition/source-notes.js';
import { growth } from './growth.js';
import type { LocalFigure } from './local-figures.js';
import { seriesOf, type ReachText } from './series.js';

/** What people keep: the newest figure of each count of schools in a year, large, with its growth, and the newest share of all schools as dots. */
export function lead(
  figures: readonly Statistic[],
  notes: SourceNotes,
  text: ReachText,
): TemplateResult | typeof nothing {
  const inAYear = figures.filter(({ kind, asAt }) => kind === 'annual' && asAt !== null);
  const counts = newest(inAYear.filter(({ value }) => value?.unit === 'school'));
  const series = seriesOf(inAYear.filter(({ value }) => value?.unit === 'school'));
  const share = newest(inAYear.filter(({ value }) => value?.unit === 'percent'))[0];
  if (counts.length === 0 && !share) return nothing;
  return html`<ul class="lead" role="list">
    ${counts.map((figure) =>
      large(
        figure,
        notes,
        series.filter(({ measure }) => measure === figure.measure).map((each) => growth(each, text)),
      ),
    )}
    ${share ? dots(share, notes, text) : nothing}
  </ul>`;
}

/** A hub's own newest figures, large, each with the source that the hub names. */
export function ownLead(
  own: readonly LocalFigure[],
  figures: readonly Statistic[],
  text: ReachText,
): TemplateResult | typeof nothing {
  const shown = newest(figures);
  return html`<ul class="lead" role="list">
    ${shown.map((figure) => {
      const { measure, asAt } = figure;
      const { source, href } = own[figures.indexOf(figure)] ?? {};
      const address = safeHref(href);
      const words = source ?? href;
      return html`<li>
        <strong class="large"
          >${figure.value?.unit === 'school' ? sayFigure(figure).replace(/ schools?$/, '') : sayFigure(figure)}</strong
        >
        <span>${measure}, ${asAt}</span>
        ${
          words
            ? html`<span class="aside">
                ${text('reach.own-source')} ${address ? html`<a href=${address}>${words}</a>` : words}
              </span>`
            : nothing
        }
      </li>`;
    })}
  </ul>`;
}

function large(figure: Statistic, notes: SourceNotes, lines: unknown): TemplateResult {
  const { measure, asAt, source, value } = figure;
  const said = value?.unit === 'school' ? sayFigure(figure).replace(/ schools?$/, '') : sayFigure(figure);
  return html`<li>
    <strong class="large">${said}</strong>
    <span>${measure}, ${asAt}${notes.mark(source)}</span>
    ${lines}
  </li>`;
}

/** A hundred schools, as many filled as the share says. */
function dots(
  { value, measure, asAt, source }: Statistic,
  notes: SourceNotes,
  text: ReachText,
): TemplateResult {
  const share = value?.min ?? value?.max ?? 0;
  return html`<li>
    <strong class="large">${text('reach.of-hundred', { share })}</strong>
    <span>${measure}, ${asAt}${notes.mark(source)}</span>
    <svg class="dots" viewBox="0 0 200 50" aria-hidden="true">
      ${Array.from(
        { length: 100 },
        (_, index) =>
          svg`<circle class=${index < share ? 'in' : 'out'} cx=${(index % 20) * 10 + 5} cy=${Math.floor(index / 20) * 10 + 5} r="3.6"></circle>`,
      )}
    </svg>
  </li>`;
}

/** The last year's figure of each measure. */
function newest(figures: readonly Statistic[]): readonly Statistic[] {
  const last = new Map<string, Statistic>();
  for (const figure of figures) {
    const before = last.get(figure.measure);
    if (!before || (before.asAt ?? '') < (figure.asAt ?? '')) last.set(figure.measure, figure);
  }
  return [...last.values()];
}
