import {
  phaseNameOf,
  sayFunding,
  sayTerm,
  TERM_WORDS,
  TERMS,
  type Edition,
  type FundingTerm,
  type Phase,
  type TermId,
  type Terms,
  type TermText,
} from '../programme/index.js';
import { html, list, type Child, type Markup } from './markup.js';
import type { Notes } from './notes.js';

/** Terms that few phases have: if unknown, not worth a question. */
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

/** One sum of money with its conditions, on one line. */
export function fundingText(term: FundingTerm): string {
  return sayFunding(term, TERM_WORDS);
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
  const words = { ...TERM_WORDS, phase: (phaseId: string) => phaseNameOf(edition, phaseId) };
  const write = (known: unknown): TermText =>
    sayTerm(id, known as NonNullable<Terms[TermId]['value']>, words);
  const mark = notes.mark(source);
  const elsewhere = (variant: (typeof variants)[number]): Child =>
    html` Elsewhere: ${variant.note ?? inLine(write(variant.value))}${notes.mark(variant.source)}.`;
  const asides = [conflict, note].map((aside) => aside && html` (${aside})`);
  return block(write(found), html`${mark}${variants.map(elsewhere)}${asides}`);
}

/** The tail, citation included, follows the last words. */
function block(written: TermText, tail: Markup): Markup | null {
  if (typeof written === 'string') return html`${written}${tail}`;
  if (written.length === 1) return html`${written[0]}${tail}`;
  return list(written.map((item, index) => html`${item}${index === written.length - 1 && tail}`));
}

function inLine(written: TermText): string {
  return typeof written === 'string' ? written : written.join('; ');
}
