import { formatMoney, formatQuantity, type Quantity } from '@maths-hubs/sdk/evidence';
import {
  formatMoneyRange,
  type FundingEstimate,
  type FundingLine,
  type PenceRange,
  type ReleaseCost,
} from '@maths-hubs/sdk/funding';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import type { SourceNotes } from '../foundation/edition/source-notes.js';
import type { YearText } from '../foundation/edition/strings.js';
import type { STRINGS } from './strings.js';

export interface EstimateContext {
  readonly notes: SourceNotes;
  readonly level: number;
  readonly text: YearText<typeof STRINGS>;
}

/** A range in words; what no source bounds is asked of the hub. */
export function rangeText(range: PenceRange, text: EstimateContext['text']): string {
  return range.max === null && range.min === 0 ? text('year.ask') : formatMoneyRange(range);
}

/** The total, then every line with the rule and the sources that gave it. */
export function moneyView(estimate: FundingEstimate, context: EstimateContext): TemplateResult {
  const { text, level } = context;
  const { lines, total, note } = estimate;
  return html`${heading(level, text('funding.money'))}
    <p class="sum" part="total">${rangeText(total, text)}</p>
    ${
      lines.length === 0
        ? html`<p>${text('funding.none')}</p>`
        : html`<ul class="lines" role="list">
            ${lines.map((line) => lineView(line, context))}
          </ul>`
    }
    ${note ? html`<p class="muted">${note}</p>` : nothing}`;
}

function lineView(line: FundingLine, { notes, text }: EstimateContext): TemplateResult {
  const { description, amount, rule, condition, illustration, source } = line;
  return html`<li class="line" part="line">
    <p>
      <span class="what">${description}${notes.mark(source)}</span>
      <strong>${rangeText(amount, text)}</strong>
    </p>
    <p>${rule}</p>
    ${condition ? html`<p>${text('funding.if', { condition })}</p>` : nothing}
    ${illustration ? html`<p class="illustration">${illustration.words}</p>` : nothing}
  </li>`;
}

/** Days given, and what covering them costs against the money for release. */
export function releaseView(
  release: ReleaseCost,
  dailyKnown: boolean,
  { notes, level, text }: EstimateContext,
): TemplateResult {
  const { days, cost, received, shortfall, daysCovered } = release;
  const money = (range: PenceRange): string => rangeText(range, text);
  const covered = daysCovered && daysText(daysCovered, text);
  return html`<div class="release" part="release">
    ${heading(level, text('funding.release'))} ${pips(release)}
    <dl>
      <dt>${text('funding.days')}</dt>
      <dd>
        ${
          days.value
            ? text('funding.days-all', { days: formatQuantity(alone(days.value)) })
            : text('year.ask')
        }${notes.mark(days.source)}
        ${days.note ? html`<span class="muted">${days.note}</span>` : nothing}
      </dd>
      <dt>${text('year.money-release')}</dt>
      <dd>${money(received)}</dd>
      ${
        dailyKnown
          ? html`<dt>${text('funding.cost')}</dt>
              <dd>${money(cost)}</dd>
              ${
                covered
                  ? html`<dt>${text('funding.covered')}</dt>
                      <dd>${covered}</dd>`
                  : nothing
              }
              <dt>${text('funding.left')}</dt>
              <dd>${leftText(shortfall, text)}</dd>`
          : html`<dt>${text('funding.cost')}</dt>
              <dd class="unknown">${text('funding.cost-ask')}</dd>`
      }
    </dl>
  </div>`;
}

/** The total is already for all teachers: "per school" would only repeat it. */
function alone({ per: _, ...total }: Quantity): Quantity {
  return total;
}

function leftText({ min, max }: ReleaseCost['shortfall'], text: EstimateContext['text']): string {
  if (max === null)
    return min !== null && min > 0
      ? text('funding.at-least', { amount: formatMoney(min) })
      : text('year.ask');
  if (max <= 0) return text('funding.nothing');
  return formatMoneyRange({ min: Math.max(0, min ?? 0), max });
}

function daysText(
  { min, max }: NonNullable<ReleaseCost['daysCovered']>,
  text: EstimateContext['text'],
): string {
  return min === 0 && max === null
    ? text('year.ask')
    : formatQuantity({ min: min === max ? min : min || null, max, unit: 'day' });
}

/** A square a day, filled where the money certainly pays for it; only where the days are an exact, small number. */
function pips({ days, daysCovered }: ReleaseCost): TemplateResult | typeof nothing {
  const { value } = days;
  if (!value || value.about || value.min === null || value.min !== value.max || value.min > 40)
    return nothing;
  const paid = daysCovered?.min ?? 0;
  const kindOf = (day: number): string => (paid >= day + 1 ? 'paid' : paid > day ? 'half' : '');
  return html`<div class="pips" aria-hidden="true">
    ${Array.from({ length: Math.ceil(value.min) }, (_, day) => html`<span class="pip ${kindOf(day)}"></span>`)}
  </div>`;
}
