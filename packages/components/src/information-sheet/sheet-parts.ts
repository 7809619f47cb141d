import { formatMoney, formatQuantity, type Sourced } from '@maths-hubs/sdk/evidence';
import { teacherDays } from '@maths-hubs/sdk/commitments';
import {
  TERMS,
  type CalendarEvent,
  type Edition,
  type FundingTerm,
  type Phase,
  type TermId,
} from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { dayText } from '../foundation/edition/day-text.js';
import { firmnessLines } from '../foundation/edition/firmness-lines.js';
import type { SourceNotes } from '../foundation/edition/source-notes.js';
import type { TermsText } from '../foundation/edition/strings.js';
import { fundingText, shortPhaseName, termText, type TermWords } from '../foundation/edition/term-text.js';
import { heading } from '../foundation/heading.js';
import { exchangeIcon } from '../foundation/exchange.js';
import type { STRINGS } from './strings.js';

export interface SheetContext {
  readonly edition: Edition;
  readonly phase: Phase;
  readonly notes: SourceNotes;
  readonly level: number;
  readonly words: TermWords;
  readonly text: TermsText<typeof STRINGS>;
  /** `hidden` of what a telephone shows only when asked, or when a search of the page finds it. */
  readonly rest: 'until-found' | typeof nothing;
}

/** Terms that few phases have: unknown, they are not worth a line. */
const MINOR = new Set<TermId>(['forWhom', 'priority', 'selection', 'repeat', 'focus', 'teacherRoles']);

/** Of terms that tell one thing, those that are known; where none is, the first, to be asked for. */
const ROWS = {
  who: [['forWhom'], ['teachers', 'teacherRoles'], ['ledBy'], ['groupSize']],
  when: [['meetings', 'meetingFrequency'], ['meetingLength']],
  give: [
    ['headteacherMeetings', 'headteacherFrequency'],
    ['headteacher'],
    ['betweenMeetings'],
    ['schoolCommitments'],
  ],
  /** What a school gives beside its days, on the page for governors. */
  school: [['teachers', 'teacherRoles'], ['headteacher'], ['betweenMeetings']],
  get: [['visits', 'visitFrequency'], ['outcomes']],
  more: [['duration'], ['focus'], ['priority'], ['selection'], ['repeat']],
} as const satisfies Record<string, readonly (readonly [TermId, ...TermId[]])[]>;

type RowsOf = keyof typeof ROWS;

/** Some terms, each under its name; what no source states is asked of the hub, in its place. */
export function rows(name: RowsOf, context: SheetContext): TemplateResult {
  const { terms } = context.phase;
  const groups: readonly (readonly [TermId, ...TermId[]])[] = ROWS[name];
  return html`<dl>
    ${groups.map((ids) => {
      const known = ids.filter((id) => terms[id].value !== null);
      if (known.length === 0 && ids.every((id) => MINOR.has(id))) return nothing;
      return html`<div>
        <dt>${TERMS[ids[0]].label}</dt>
        <dd>
          ${valueOf(known[0] ?? ids[0], context)}${known.slice(1).map((id) => beside(id, context))}
          ${known.map((id) => asides(terms[id]))}
        </dd>
      </div>`;
    })}
  </dl>`;
}

/** A second term of a row, in the same line. */
function beside(id: TermId, context: SheetContext): TemplateResult {
  const { value, source } = context.phase.terms[id];
  const said = Array.isArray(value)
    ? html`${value.join(', ')}${context.notes.mark(source)}`
    : valueOf(id, context);
  return html`, ${said}`;
}

/** When the group meets: how often, and the days that are set. */
export function when(context: SheetContext): TemplateResult {
  const days = meetingDays(context);
  return html`${rows('when', context)}
  ${
    days.length === 0
      ? nothing
      : html`<ul class="days">
          ${days.map(
            ({ date, starts, ends }) =>
              html`<li>
                <strong>${dayText(date)}</strong
                >${starts ? `, ${starts}${ends ? ` to ${ends}` : ''}` : nothing}
              </li>`,
          )}
        </ul>`
  }`;
}

/** Where the group meets, as far as the days say it. */
export function where(context: SheetContext): TemplateResult {
  const { phase, text } = context;
  const places = [...new Set(meetingDays(context).flatMap(({ place }) => (place ? [place] : [])))];
  const isVisited = phase.terms.visits.value !== null || phase.terms.visitFrequency.value !== null;
  return html`${
    places.length === 0
      ? html`<p class="unknown">${text('year.ask')}</p>`
      : html`<ul class="days">
          ${places.map((place) => html`<li>${place}</li>`)}
        </ul>`
  }
  ${isVisited ? html`<p>${text('sheet.visits')}</p>` : nothing}`;
}

/** The days of the Work Group's meetings that the hub has set. */
export function meetingDays({ edition, phase }: SheetContext): readonly CalendarEvent[] {
  return (edition.calendar?.events ?? [])
    .filter((event) => event.phase === phase.id && event.kind === 'meeting')
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** What a school gives and gets, each with one figure. */
export function exchange(context: SheetContext): TemplateResult {
  const { level, text, rest } = context;
  return html`<div class="exchange">
    <section class="give" part="section">
      ${heading(level + 1, html`${exchangeIcon('give')}${text('sheet.give')}`)} ${daysOut(context)}
      <div class="rest" hidden=${rest}>${rows('give', context)}</div>
    </section>
    <section class="get" part="section">
      ${heading(level + 1, html`${exchangeIcon('get')}${text('sheet.get')}`)} ${money(context)}
      <div class="rest" hidden=${rest}>${rows('get', context)}</div>
    </section>
  </div>`;
}

function daysOut(context: SheetContext): TemplateResult {
  const { phase, text, notes } = context;
  const { release } = phase.terms;
  const { value, source } = teacherDays(phase);
  if (value === null)
    return html`<p class="figure unknown">
      ${TERMS.release.label}: ${text('year.ask')}${notes.mark(source)}
    </p>`;
  const { per: _, ...days } = value;
  return html`<p class="figure">${text('sheet.out', { days: formatQuantity(days) })}${notes.mark(source)}</p>
    <p class="under">
      ${
        release.value
          ? html`${formatQuantity(release.value)}${notes.mark(release.source)}`
          : text('sheet.out-all')
      }
      ${asides(release)}
    </p>`;
}

function money(context: SheetContext): TemplateResult {
  const { phase, text, notes, words } = context;
  const { charge, funding } = phase.terms;
  const free = charge.value === null ? nothing : html`<p>${valueOf('charge', context)}</p>`;
  if (funding.value === null || funding.value.length === 0)
    return html`<p class="figure ${funding.value ? '' : 'unknown'}">
        ${funding.value ? formatMoney(0) : `${TERMS.funding.label}: ${text('year.ask')}`}${notes.mark(funding.source)}
      </p>
      ${free}`;
  const [first, ...others] = funding.value as [FundingTerm, ...FundingTerm[]];
  return html`<p class="figure">${sum(first, words)}${notes.mark(funding.source)}</p>
    <p class="under">
      ${text(`sheet.towards-${first.purpose}`)}
      ${first.byInvitation ? html`<span class="aside">${words.invitation}</span>` : nothing}
      ${first.condition ? html`<span class="aside">${first.condition}</span>` : nothing}
    </p>
    ${others.map((term) => html`<p>${fundingText(term, words)}${notes.mark(funding.source)}</p>`)} ${free}
    ${asides(funding)}`;
}

function sum({ pence, kind }: FundingTerm, words: TermWords): string {
  if (pence === null) return words.notStated;
  return kind === 'match-ceiling' ? words.upTo(formatMoney(pence)) : formatMoney(pence);
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
export function joining({ phase, text, notes, level }: SheetContext): TemplateResult | typeof nothing {
  if (phase.requirements.length === 0) return nothing;
  return html`<section part="section">
    ${heading(level + 1, text('sheet.join'))}
    <ul class="conditions">
      ${phase.requirements.map((requirement) => {
        const said = firmnessLines(requirement, text);
        return html`<li>
          ${requirement.statement}${notes.mark(requirement.source)}
          ${said.map((line) => html`<span class="aside">${line}</span>`)}
        </li>`;
      })}
    </ul>
  </section>`;
}

/** What few ask at first, and where the phase leads. */
export function more(context: SheetContext): TemplateResult {
  const { edition, phase, text, notes, level } = context;
  const { value, source } = phase.terms.next;
  const moves = edition.transitions.filter(({ from, to }) => from === phase.id && to !== phase.id);
  const names = (value ?? []).map((id) => shortPhaseName(edition, id)).join(', ');
  return html`<section part="section" class="more">
    ${heading(level + 1, text('sheet.more'))} ${rows('more', context)}
    <dl>
      <div>
        <dt>${text('sheet.afterwards')}</dt>
        <dd>
          ${names ? html`${names}${notes.mark(source)}` : html`<span class="unknown">${text('year.ask')}</span>`}
          ${moves.map(({ statement, source: from }) => html`<p>${statement}${notes.mark(from)}</p>`)}
        </dd>
      </div>
    </dl>
  </section>`;
}
