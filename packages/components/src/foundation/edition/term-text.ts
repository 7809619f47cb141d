import { formatMoney, formatQuantity, type Quantity, type Sourced } from '@maths-hubs/sdk/evidence';
import {
  FREQUENCY_WORDS,
  shortPhaseName,
  TERMS,
  type Frequency,
  type Edition,
  type FundingTerm,
  type TermId,
} from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import type { TermsText } from './strings.js';

export { shortPhaseName } from '@maths-hubs/sdk/programme';

/** Words that a term's value needs; a widget passes its own, so that a hub can replace them. */
export interface TermWords {
  readonly free: string;
  readonly charged: string;
  readonly invitation: string;
  readonly notStated: string;
  readonly upTo: (amount: string) => string;
}

/** Words for `termText`. */
export function termWords(text: TermsText): TermWords {
  return {
    free: text('year.free'),
    charged: text('year.charged'),
    invitation: text('year.invitation'),
    notStated: text('year.not-stated'),
    upTo: (amount) => text('shared.up-to', { amount }),
  };
}

/**
 * The value of one term as a reader sees it. A list comes as a list. Only for values that are known.
 * @param mark  the value's citation, which follows the last word
 */
export function termText(
  edition: Edition,
  id: TermId,
  value: NonNullable<Sourced<unknown>['value']>,
  words: TermWords,
  mark: unknown = nothing,
): TemplateResult {
  switch (TERMS[id].kind) {
    case 'quantity':
      return html`${formatQuantity(value as Quantity)}${mark}`;
    case 'frequency':
      return html`${FREQUENCY_WORDS[value as Frequency]}${mark}`;
    case 'flag':
      return html`${id === 'charge' ? (value ? words.charged : words.free) : `${TERMS[id].label}: ${value ? 'yes' : 'no'}`}${mark}`;
    case 'phases':
      return html`${(value as readonly string[]).map((phase) => shortPhaseName(edition, phase)).join(', ')}${mark}`;
    case 'funding':
      return list(
        (value as readonly FundingTerm[]).map((term) => fundingText(term, words)),
        mark,
      );
    case 'texts':
      return list(value as readonly string[], mark);
    default:
      return html`${String(value)}${mark}`;
  }
}

function list(items: readonly string[], mark: unknown): TemplateResult {
  if (items.length === 1) return html`${items[0]}${mark}`;
  return html`<ul>
    ${items.map((item, index) => html`<li>${item}${index === items.length - 1 ? mark : nothing}</li>`)}
  </ul>`;
}

/** One sum of money with its conditions, in a line. */
export function fundingText(term: FundingTerm, words: TermWords): string {
  const sum = term.pence === null ? words.notStated : formatMoney(term.pence);
  const amount = term.kind === 'match-ceiling' && term.pence !== null ? words.upTo(sum) : sum;
  const limits = [term.byInvitation ? words.invitation : '', term.condition ?? ''].filter(Boolean).join('; ');
  return `${term.description}: ${amount}${limits ? ` (${limits})` : ''}`;
}
