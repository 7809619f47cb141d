import { formatQuantity, type Quantity, type Sourced } from '@maths-hubs/sdk/evidence';
import {
  HALF_TERMS,
  SCHOOL_TERMS,
  termOf,
  type HalfTermId,
  type PlanItem,
  type PlanYear,
  type SchoolTerm,
} from '@maths-hubs/sdk/commitments';
import { html, nothing, type TemplateResult } from 'lit';
import type { SourceNotes } from '../foundation/edition/source-notes.js';
import { dayText } from '../foundation/edition/day-text.js';
import type { YearText } from '../foundation/edition/strings.js';
import type { STRINGS } from './strings.js';

export interface PlannerContext {
  readonly notes: SourceNotes;
  readonly text: YearText<typeof STRINGS>;
}

type Text = PlannerContext['text'];

/** A number without what it is counted for: the row's name says that. */
export function amount({ value }: Sourced<Quantity>, text: Text): string {
  if (!value) return text('year.ask');
  const { per: _, ...alone } = value;
  return formatQuantity(alone);
}

/** The year's totals. */
export function totals({ totals: sums }: PlanYear, { notes, text }: PlannerContext): TemplateResult {
  const rows = [
    ['planner.total-days', sums.teacherDays],
    ['planner.total-meetings', sums.meetings],
    ['planner.total-headteacher', sums.headteacherMeetings],
    ['planner.total-visits', sums.visits],
  ] as const;
  return html`<dl class="totals">
    ${rows.map(
      ([label, fact]) =>
        html`<div>
          <dt>${text(label)}</dt>
          <dd class=${fact.value ? nothing : 'unknown'}>
            ${amount(fact, text)}${notes.mark(fact.source)}
            ${fact.value && fact.basis === 'derived' ? html`<span class="aside">${fact.note ?? text('planner.derived')}</span>` : nothing}
          </dd>
        </div>`,
    )}
  </dl>`;
}

/** Everything that the year holds, place by place, with whose time it is and what it rests on. */
export function table(year: PlanYear, caption: string, context: PlannerContext): TemplateResult {
  const { text } = context;
  const written = new Set<string>();
  const places = [
    ...SCHOOL_TERMS.flatMap((term) => [
      ...HALF_TERMS.filter((half) => termOf(half) === term).map((half) => ({
        name: halfName(half, text),
        dates: datesOf(year, half),
        items: year.items.filter(({ halfTerm }) => halfTerm === half),
      })),
      {
        name: text('planner.in-term', { term: lower(term, text) }),
        dates: '',
        items: year.items.filter((item) => item.term === term && item.halfTerm === null),
      },
    ]),
    { name: text('planner.in-year'), dates: '', items: year.items.filter(({ term }) => term === null) },
  ];
  return html`<table part="table" role="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">${text('shared.when')}</th>
        <th scope="col" role="columnheader">${text('planner.gives')}</th>
        <th scope="col" role="columnheader">${text('planner.receives')}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${places
        .filter(({ items }) => items.length > 0)
        .map(
          ({ name, dates, items }) =>
            html`<tr role="row">
              <th scope="row" role="rowheader">
                ${name}${dates ? html`<span class="aside">${dates}</span>` : nothing}
              </th>
              ${(['gives', 'receives'] as const).map(
                (side) =>
                  html`<td role="cell" data-side=${text(`planner.${side}`)}>
                    ${entries(
                      items.filter((item) => item.side === side),
                      written,
                      context,
                    )}
                  </td>`,
              )}
            </tr>`,
        )}
    </tbody>
  </table>`;
}

/** A detail that several items share is shown once. */
function entries(
  items: readonly PlanItem[],
  written: Set<string>,
  { notes, text }: PlannerContext,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<ul role="list">
    ${items.map((item) => {
      const details = [item.note, item.detail].filter((each) => each !== null && !written.has(each));
      for (const detail of details) if (detail) written.add(detail);
      const { time } = item;
      const hours = time && [time.starts, time.ends].filter(Boolean).join(' to ');
      const where = [item.date && dayText(item.date), hours, item.place].filter(Boolean).join(', ');
      return html`<li>
        ${titleOf(item, text)}${notes.mark(item.source)}
        <span class="aside">
          ${where ? html`<strong>${where}.</strong>` : nothing} ${text(`planner.${item.who}`)}
        </span>
        ${details.map((detail) => html`<span class="aside">${detail}</span>`)}
      </li>`;
    })}
  </ul>`;
}

export function titleOf({ title, number, count, named }: PlanItem, text: Text): string {
  if (named) return title;
  if (number)
    return number.of === null
      ? text('planner.number', { title, n: number.n })
      : text('planner.number-of', { title, n: number.n, of: number.of });
  return count ? text('planner.amount', { title, amount: formatQuantity(count) }) : title;
}

/** The half-term or term of an item without a day, in words. */
export function partName({ halfTerm, term }: PlanItem, text: Text): string {
  if (halfTerm) return halfName(halfTerm, text);
  return term ? text('planner.in-term', { term: lower(term, text) }) : text('planner.in-year');
}

function halfName(half: HalfTermId, text: Text): string {
  return text('planner.half', { term: text(`planner.${termOf(half)}`), half: half.slice(-1) });
}

function lower(term: SchoolTerm, text: Text): string {
  return text(`planner.${term}`).toLowerCase();
}

function datesOf({ halfTerms }: PlanYear, half: HalfTermId): string {
  const known = halfTerms.find(({ id }) => id === half);
  return known ? `${dayText(known.starts)} – ${dayText(known.ends)}` : '';
}
