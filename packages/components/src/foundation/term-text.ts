import { formatMoney, formatQuantity, type Sourced } from '@maths-hubs/sdk/facts';
import { phaseName, TERMS, type Edition, type FundingTerm, type TermId } from '@maths-hubs/sdk/programme';
import { html, type TemplateResult } from 'lit';

/** Words that a term's value needs; a widget passes its own, so that a hub can replace them. */
export interface TermWords {
  readonly free: string;
  readonly charged: string;
  readonly invitation: string;
  readonly notStated: string;
  readonly upTo: (amount: string) => string;
}

const FREQUENCIES = {
  'half-termly': 'every half-term',
  termly: 'every term',
  yearly: 'every year',
  regular: 'regularly',
} as const;

/** The value of one term as a reader sees it. A list comes as a list. Only for values that are known. */
export function termText(
  edition: Edition,
  id: TermId,
  value: NonNullable<Sourced<unknown>['value']>,
  words: TermWords,
): string | TemplateResult {
  switch (TERMS[id].kind) {
    case 'quantity':
      return formatQuantity(value as Parameters<typeof formatQuantity>[0]);
    case 'frequency':
      return FREQUENCIES[value as keyof typeof FREQUENCIES];
    case 'flag':
      return id === 'charge' ? (value ? words.charged : words.free) : value ? 'Yes' : 'No';
    case 'phases':
      return (value as readonly string[]).map((phase) => shortPhaseName(edition, phase)).join(', ');
    case 'funding':
      return list((value as readonly FundingTerm[]).map((term) => fundingText(term, words)));
    case 'texts':
      return list(value as readonly string[]);
    default:
      return String(value);
  }
}

function list(items: readonly string[]): string | TemplateResult {
  return items.length === 1
    ? (items[0] ?? '')
    : html`<ul>
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
}

/** One sum of money with its conditions, in a line. */
export function fundingText(term: FundingTerm, words: TermWords): string {
  const sum = term.pence === null ? words.notStated : formatMoney(term.pence);
  const amount = term.kind === 'match-ceiling' && term.pence !== null ? words.upTo(sum) : sum;
  const limits = [term.byInvitation ? words.invitation : '', term.condition ?? ''].filter(Boolean).join('; ');
  return `${term.description}: ${amount}${limits ? ` (${limits})` : ''}`;
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  readiness: 'Mastery Readiness',
  development: 'Development',
  embedding: 'Embedding',
  sustaining: 'Sustaining',
  introductory: 'Introductory',
  continuing: 'Teaching for Mastery',
};

/** Short name of a phase: what a hub calls it in its own terms, else the programme's own word. */
export function shortPhaseName(edition: Edition, id: string): string {
  const phase = edition.phases.find((candidate) => candidate.id === id);
  const own = edition.hub === null ? undefined : phase?.name.value;
  return own ?? SHORT_NAMES[id] ?? (phase ? phaseName(phase) : id);
}
