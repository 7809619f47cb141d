import { formatMoney, formatQuantity } from '../evidence/index.js';
import {
  FREQUENCY_WORDS,
  phaseName,
  TERMS,
  type Edition,
  type FundingTerm,
  type Phase,
  type TermId,
  type TermValues,
} from '../programme/index.js';
import { html, list, type Child, type Markup } from './markup.js';
import type { Notes } from './notes.js';

/** Terms that few phases have: where nothing is known of them they are not worth a question. */
const MINOR: ReadonlySet<string> = new Set([
  'summary',
  'optional',
  'next',
  'focus',
  'selection',
  'priority',
  'repeat',
  'alsoCalled',
  'projectCode',
  'forWhom',
]);

/** A list comes as a list. */
type Written = string | readonly string[];

type Writers = {
  readonly [K in keyof TermValues]: (value: TermValues[K], edition: Edition, id: TermId) => Written;
};

const WRITE: Writers = {
  quantity: formatQuantity,
  text: (value) => value,
  texts: (value) => value,
  flag: (value, _, id) =>
    id === 'charge' ? (value ? 'There is a charge' : 'Free of charge') : value ? 'Yes' : 'No',
  frequency: (value) => FREQUENCY_WORDS[value],
  phases: (value, edition) => value.map((id) => nameOf(edition, id)).join(', '),
  funding: (value) => value.map(fundingText),
};

/** What the year calls a phase; an id that is not in it, in words. */
export function nameOf(edition: Edition, id: string): string {
  const phase = edition.phases.find((each) => each.id === id);
  return phaseName(phase ?? { id, name: { value: null, source: [], basis: 'stated' } });
}

/** One sum of money with its conditions, in a line. */
export function fundingText(term: FundingTerm): string {
  const sum = term.pence === null ? 'amount not stated' : `${formatMoney(term.pence)} per ${term.per}`;
  const amount = term.kind === 'match-ceiling' && term.pence !== null ? `up to ${sum}` : sum;
  const limits = [term.byInvitation ? 'by invitation only' : '', term.condition ?? ''].filter(Boolean);
  return `${term.description}: ${amount}${limits.length > 0 ? ` (${limits.join('; ')})` : ''}`;
}

/** Every known term of a phase with its sources, then what to ask the hub about. */
export function termList(
  edition: Edition,
  phase: Phase,
  notes: Notes,
  ids = Object.keys(TERMS) as TermId[],
): Markup {
  const shown = ids.filter((id) => id !== 'summary');
  const known = shown.filter((id) => phase.terms[id].value !== null);
  const missing = shown.filter((id) => phase.terms[id].value === null && !MINOR.has(id));
  return html`${
    known.length > 0 &&
    html`<dl>
      ${known.map(
        (id) =>
          html`<dt>${TERMS[id].label}</dt>
            <dd>${value(edition, phase, id, notes)}</dd>`,
      )}
    </dl>`
  }${
    missing.length > 0 &&
    html`<p>
      No public source states: ${missing.map((id) => TERMS[id].label.toLowerCase()).join(', ')}. Ask your hub.
    </p>`
  }`;
}

function value(edition: Edition, phase: Phase, id: TermId, notes: Notes): Markup | null {
  const { value: found, source, conflict, note, variants = [] } = phase.terms[id];
  const write = WRITE[TERMS[id].kind] as (value: unknown, edition: Edition, id: TermId) => Written;
  const mark = notes.mark(source);
  const elsewhere = (variant: (typeof variants)[number]): Child =>
    html` Elsewhere:
    ${variant.note ?? inLine(write(variant.value, edition, id))}${notes.mark(variant.source)}.`;
  const asides = [conflict, note].map((aside) => aside && html` (${aside})`);
  return block(write(found, edition, id), html`${mark}${variants.map(elsewhere)}${asides}`);
}

/** The tail, citation and all, stands behind the last words. */
function block(written: Written, tail: Markup): Markup | null {
  if (typeof written === 'string') return html`${written}${tail}`;
  if (written.length === 1) return html`${written[0]}${tail}`;
  return list(written.map((item, index) => html`${item}${index === written.length - 1 && tail}`));
}

function inLine(written: Written): string {
  return typeof written === 'string' ? written : written.join('; ');
}
