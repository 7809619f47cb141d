import {
  HALF_TERMS,
  termOf,
  type HalfTermId,
  type PlanItem,
  type PlanYear,
  type SchoolTerm,
} from '@maths-hubs/sdk/commitments';
import { html, nothing, type TemplateResult } from 'lit';
import { dayText } from '../foundation/edition/day-text.js';
import { partName, titleOf, type PlannerContext } from './year-view.js';

/** Months of a school year, as numbers of the calendar. */
const MONTHS = [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7] as const;

/** First and last month of a half-term, counted from September, as near as a month tells it. */
const HALVES: Readonly<Record<HalfTermId, readonly [number, number]>> = {
  'autumn-1': [0, 1],
  'autumn-2': [2, 3],
  'spring-1': [4, 5],
  'spring-2': [6, 6],
  'summer-1': [7, 8],
  'summer-2': [9, 10],
};

/** The year from September to July: a square for what is given, a circle for what is got; dashed where no day is set. */
export function strip({ items }: PlanYear, context: PlannerContext): TemplateResult {
  const { text } = context;
  const placed = items.flatMap((item) => {
    const months = monthsOf(item);
    return item.kind === 'promise' || months === undefined ? [] : [{ item, months }];
  });
  const lane = (side: PlanItem['side']): TemplateResult =>
    html`<ul class="lane ${side}" role="list" aria-label=${text(`planner.${side}`)}>
      ${placed
        .filter(({ item }) => item.side === side)
        .map(({ item, months }) => mark(item, months, context))}
    </ul>`;
  return html`<div class="strip" part="strip">
      <ol class="months" role="list" aria-hidden="true">
        ${MONTHS.map((month) => html`<li>${monthName(month)}</li>`)}
      </ol>
      ${lane('gives')} ${lane('receives')}
    </div>
    <p class="legend" aria-hidden="true">
      <span><span class="key gives"></span>${text('planner.gives')}</span>
      <span><span class="key receives"></span>${text('planner.receives')}</span>
      <span><span class="key unset"></span>${text('planner.unset')}</span>
    </p>`;
}

function mark(
  item: PlanItem,
  [from, to]: readonly [number, number],
  { text }: PlannerContext,
): TemplateResult {
  const title = titleOf(item, text);
  const when = item.date ? dayText(item.date) : partName(item, text);
  const label = `${title}, ${when}`;
  return html`<li class="mark from-${from + 1} to-${to + 2} ${item.date ? 'set' : 'unset'}" title=${label}>
    <span class="day" aria-hidden="true">${item.date ? Number(item.date.slice(-2)) : title}</span>
    <span class="visually-hidden">${label}</span>
  </li>`;
}

function monthsOf({ date, halfTerm, term }: PlanItem): readonly [number, number] | undefined {
  if (date) {
    const month = MONTHS.findIndex((each) => each === Number(date.slice(5, 7)));
    // Nothing is done in August; a day there is told in the list.
    return month < 0 ? undefined : [month, month];
  }
  if (halfTerm) return HALVES[halfTerm];
  if (term) return spanOf(term);
  return undefined;
}

function spanOf(term: SchoolTerm): readonly [number, number] {
  const halves = HALF_TERMS.filter((half) => termOf(half) === term).map((half) => HALVES[half]);
  return [Math.min(...halves.map(([from]) => from)), Math.max(...halves.map(([, to]) => to))];
}

const monthName = (month: number | undefined): string =>
  new Date(Date.UTC(2000, (month ?? 1) - 1, 1)).toLocaleDateString('en-GB', {
    month: 'short',
    timeZone: 'UTC',
  });

/** The next day that is set, as a leaf of a calendar. */
export function nextDay(
  { items }: PlanYear,
  today: string,
  { text }: PlannerContext,
): TemplateResult | typeof nothing {
  const next = items
    .filter(({ date }) => date !== null && date >= today)
    .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))[0];
  if (!next?.date) return nothing;
  return html`<div class="next" part="next">
    <p class="leaf" aria-hidden="true">
      <span>${monthName(Number(next.date.slice(5, 7)))}</span><b>${Number(next.date.slice(-2))}</b>
    </p>
    <p>
      <span class="muted">${text('planner.next')}</span>
      <strong>${titleOf(next, text)}</strong>
      <span>${[dayText(next.date), next.place].filter(Boolean).join(', ')}</span>
    </p>
  </div>`;
}
