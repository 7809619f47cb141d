import { formatMoney } from '@maths-hubs/sdk/evidence';
import type { PenceRange, ReleaseCost } from '@maths-hubs/sdk/funding';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { EstimateContext } from './estimate-view.js';

/** Cover against the money for release, as bars of one scale, and what is over or to find. Only where both are exact. */
export function balance(
  { cost, received }: ReleaseCost,
  { text }: Pick<EstimateContext, 'text'>,
): TemplateResult | typeof nothing {
  const spent = exact(cost);
  const given = exact(received);
  if (!spent || given === undefined) return nothing;
  const over = given - spent;
  const whole = Math.max(spent, given);
  const headline =
    over === 0
      ? text('funding.even')
      : text(over > 0 ? 'funding.over' : 'funding.to-find', { amount: formatMoney(Math.abs(over)) });
  return html`<div class="balance" part="balance">
    <p class="total">${headline}</p>
    <dl class="bars">
      <dt>${text('funding.cover')}</dt>
      <dd translate="no">${formatMoney(spent)}${bar('give', spent / whole)}</dd>
      <dt>${text('year.money-release')}</dt>
      <dd translate="no">${formatMoney(given)}${bar('get', given / whole)}</dd>
    </dl>
  </div>`;
}

/** Its place on the scale is shown whole, as a dashed outline. */
function bar(side: 'give' | 'get', share: number): TemplateResult {
  return html`<svg class="bar ${side}" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="room" width="1000" height="10"></rect><rect class="part" width=${Math.round(share * 1000)} height="10"></rect>`}
  </svg>`;
}

function exact({ min, max }: PenceRange): number | undefined {
  return min === max && min !== null ? min : undefined;
}
