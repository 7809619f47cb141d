import { sayFigure, type Statistic, type StatisticFacts } from '../programme/index.js';
import { html, type Markup } from './markup.js';
import { Notes } from './notes.js';
import type { StaticOptions } from './options.js';

const KINDS: Readonly<Record<Statistic['kind'], string>> = {
  cumulative: 'Altogether so far',
  annual: 'In one year',
  active: 'Active at the time',
  aim: 'Aims',
  local: "One hub's own figures",
};

/** A table for each kind, since kinds must not be mixed. */
export function figures(
  { statistics: all, sources }: StatisticFacts,
  { budgets }: StaticOptions,
  level: number,
): Markup {
  const statistics = all.filter(({ value }) => budgets || value?.unit !== 'pence');
  const notes = new Notes(sources);
  const kinds = (Object.keys(KINDS) as Statistic['kind'][]).filter((kind) =>
    statistics.some((each) => each.kind === kind),
  );
  const row = ({ measure, asAt, value, source, note }: Statistic): Markup =>
    html`<tr>
      <th scope="row">${measure}</th>
      <td>${asAt ?? 'not dated'}</td>
      <td>
        ${value === null ? 'not known' : sayFigure({ value, ...(note && { note }) })}${notes.mark(source)}
      </td>
    </tr>`;
  return html`${kinds.map(
    (kind) =>
      html`<table>
        <caption>
          ${KINDS[kind]}
        </caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">When</th>
            <th scope="col">How many</th>
          </tr>
        </thead>
        <tbody>
          ${statistics.filter((each) => each.kind === kind).map(row)}
        </tbody>
      </table>`,
  )}${notes.section(level + 1)}`;
}
