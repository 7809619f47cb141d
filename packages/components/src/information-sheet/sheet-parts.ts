import { formatMoney, type Sourced } from '@maths-hubs/sdk/evidence';
import { TERMS, type Edition, type FundingTerm, type Phase, type TermId } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import { firmnessLines } from '../foundation/edition/firmness-lines.js';
import type { SourceNotes } from '../foundation/edition/source-notes.js';
import { shortPhaseName, termText, type TermWords } from '../foundation/edition/term-text.js';
import type { YearText } from '../foundation/edition/strings.js';
import type { STRINGS } from './strings.js';

export interface SheetContext {
  readonly edition: Edition;
  readonly phase: Phase;
  readonly notes: SourceNotes;
  readonly level: number;
  readonly words: TermWords;
  readonly text: YearText<typeof STRINGS>;
}

/** What a headteacher asks first; of several terms in a row, the first that is known tells it. */
const FIGURES: readonly (readonly [TermId, ...TermId[]])[] = [
  ['teachers'],
  ['meetings', 'meetingFrequency'],
  ['release'],
  ['headteacherMeetings'],
  ['visits', 'visitFrequency'],
  ['duration'],
];

/** The parts of the sheet, each with the terms that it tells. */
const SECTIONS = {
  who: ['forWhom', 'priority', 'selection', 'repeat'],
  involved: [
    'meetings',
    'meetingFrequency',
    'meetingLength',
    'betweenMeetings',
    'visits',
    'visitFrequency',
    'focus',
  ],
  outcomes: ['outcomes'],
  expectations: [
    'teachers',
    'teacherRoles',
    'release',
    'schoolCommitments',
    'headteacherMeetings',
    'headteacher',
  ],
  funding: ['charge', 'funding'],
  leads: ['ledBy', 'groupSize'],
} as const satisfies Record<string, readonly TermId[]>;

export type SectionId = keyof typeof SECTIONS;

/** Terms that few phases have, or that another beside them tells: unknown, they are not worth a line. */
const MINOR = new Set<TermId>(['priority', 'selection', 'repeat', 'focus', 'teacherRoles']);

/** The numbers of the phase, each with its source. */
export function figures(context: SheetContext): TemplateResult {
  const { phase, text, notes } = context;
  const { value: funding, source } = phase.terms.funding;
  const money = (term: FundingTerm): TemplateResult =>
    html`<div>
      <dt>${text(`year.money-${term.purpose}`)}</dt>
      <dd>
        ${sum(term, context)}${notes.mark(source)}
        ${term.byInvitation ? html`<span class="aside">${text('year.invitation')}</span>` : nothing}
      </dd>
    </div>`;
  return html`<dl class="figures" part="figures" aria-label=${text('sheet.glance')}>
    ${FIGURES.map((ids) => {
      const told = ids.find((id) => phase.terms[id].value !== null) ?? ids[0];
      return html`<div>
        <dt>${TERMS[ids[0]].label}</dt>
        <dd>${valueOf(told, context)}</dd>
      </div>`;
    })}
    ${
      funding === null
        ? html`<div>
            <dt>${TERMS.funding.label}</dt>
            <dd>${valueOf('funding', context)}</dd>
          </div>`
        : funding.map(money)
    }
  </dl>`;
}

function sum({ pence, kind }: FundingTerm, { words }: SheetContext): string {
  if (pence === null) return words.notStated;
  return kind === 'match-ceiling' ? words.upTo(formatMoney(pence)) : formatMoney(pence);
}

/** One part of the sheet; what no source states is asked of the hub, in its place. */
export function section(id: SectionId, context: SheetContext, more: unknown = nothing): TemplateResult {
  const { phase, text, level } = context;
  const ids: readonly TermId[] = SECTIONS[id];
  const known = (term: TermId): boolean => phase.terms[term].value !== null;
  const unknown = ids.filter((term) => !known(term) && !MINOR.has(term) && !toldByRhythm(term, phase));
  const title = text(`sheet.${id}`);
  const row = (term: TermId): TemplateResult =>
    html`<div>
      <dt class=${ids.length === 1 || TERMS[term].label === title ? 'visually-hidden' : nothing}>
        ${TERMS[term].label}
      </dt>
      <dd>${valueOf(term, context)}${known(term) ? asides(phase.terms[term]) : nothing}</dd>
    </div>`;
  return html`<section part="section">
    ${heading(level + 1, title)}
    <dl>${[...ids.filter(known), ...unknown].map(row)}</dl>
    ${more}
  </section>`;
}

/** A count that is not stated needs no line where its rhythm is. */
function toldByRhythm(id: TermId, { terms }: Phase): boolean {
  if (id === 'meetings') return terms.meetingFrequency.value !== null;
  if (id === 'visits') return terms.visitFrequency.value !== null;
  return (
    (id === 'meetingFrequency' && terms.meetings.value !== null) ||
    (id === 'visitFrequency' && terms.visits.value !== null)
  );
}

function valueOf(id: TermId, { edition, phase, words, notes, text }: SheetContext): TemplateResult {
  const { value, source } = phase.terms[id];
  if (value === null) return html`<span class="unknown">${text('year.ask')}${notes.mark(source)}</span>`;
  return termText(edition, id, value, words, notes.mark(source));
}

function asides({ note, conflict }: Sourced<unknown>): TemplateResult[] {
  return [note, conflict].flatMap((each) => (each ? [html`<span class="aside">${each}</span>`] : []));
}

/** What must hold for a school to join. */
export function joining({ phase, text, notes }: SheetContext): TemplateResult | typeof nothing {
  if (phase.requirements.length === 0) return nothing;
  return html`<p class="label">${text('sheet.join')}</p>
    <ul>
      ${phase.requirements.map((requirement) => {
        const said = firmnessLines(requirement, text);
        return html`<li>
          ${requirement.statement}${notes.mark(requirement.source)}
          ${said.map((line) => html`<span class="aside">${line}</span>`)}
        </li>`;
      })}
    </ul>`;
}

/** Where the phase leads, as the edition tells it. */
export function afterwards({ edition, phase, text, notes }: SheetContext): TemplateResult {
  const { value, source } = phase.terms.next;
  const moves = edition.transitions.filter(({ from, to }) => from === phase.id && to !== phase.id);
  const names = (value ?? []).map((id) => shortPhaseName(edition, id)).join(', ');
  return html`<dl>
      <div>
        <dt>${text('sheet.afterwards')}</dt>
        <dd>
          ${names ? html`${names}${notes.mark(source)}` : html`<span class="unknown">${text('year.ask')}</span>`}
        </dd>
      </div>
    </dl>
    ${
      moves.length === 0
        ? nothing
        : html`<ul>
            ${moves.map(({ statement, source: from }) => html`<li>${statement}${notes.mark(from)}</li>`)}
          </ul>`
    }`;
}
