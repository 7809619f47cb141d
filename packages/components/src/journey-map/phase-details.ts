import { formatQuantity, type Quantity, type Sourced } from '@maths-hubs/sdk/evidence';
import { TERMS, type LinkedProject, type Phase, type TermId } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import { firmnessLines } from '../foundation/edition/firmness-lines.js';
import type { SourceNotes } from '../foundation/edition/source-notes.js';
import type { TermsText } from '../foundation/edition/strings.js';
import { whereToApply } from '../foundation/edition/where-to-apply.js';
import { shortPhaseName, termText, type TermWords } from '../foundation/edition/term-text.js';
import { exchangeIcon } from '../foundation/exchange.js';
import type { INSIDE_STRINGS } from './inside-strings.js';
import type { PathContext } from './station.js';
import type { STRINGS } from './strings.js';

/** What the inside of a phase is drawn with. */
export interface DetailsContext extends Omit<PathContext, 'text'> {
  readonly words: TermWords;
  readonly text: TermsText<typeof STRINGS & typeof INSIDE_STRINGS>;
}

/** What a reader asks of a phase, by question; terms of one row are read together. */
const ABOUT: readonly (readonly TermId[])[] = [
  ['forWhom'],
  ['ledBy'],
  ['groupSize'],
  ['duration'],
  ['focus'],
  ['selection'],
  ['priority'],
  ['repeat'],
  ['alsoCalled'],
  ['projectCode'],
];
const ASKS: readonly (readonly TermId[])[] = [
  ['teachers', 'teacherRoles'],
  ['meetings', 'meetingFrequency', 'meetingLength'],
  ['betweenMeetings'],
  ['release'],
  ['headteacherMeetings', 'headteacherFrequency', 'headteacherFirstWorkshop', 'headteacher'],
  ['schoolCommitments'],
  ['charge'],
];
const GIVES: readonly (readonly TermId[])[] = [['visits', 'visitFrequency'], ['funding'], ['outcomes']];

/** Rows that few phases have; where nothing is known of them, they are not worth a question. */
const MINOR = new Set<TermId>([
  'focus',
  'selection',
  'priority',
  'repeat',
  'alsoCalled',
  'projectCode',
  'forWhom',
]);

/** What a school gives and gets in one phase, each fact with its source; who can join; and the rest, folded. */
export function phaseDetails(phase: Phase, context: DetailsContext): TemplateResult {
  const { edition, text } = context;
  const sub = context.level + 2;
  const door = edition.entryPoints.find((entry) => entry.phase === phase.id);
  const linked = edition.linkedProjects.filter((project) => project.requires.includes(phase.id));
  const apply = whereToApply(edition, phase.id, context.notes);
  const side = (name: 'give' | 'get', terms: ReturnType<typeof known>): TemplateResult | typeof nothing =>
    terms.length === 0
      ? nothing
      : html`<section class=${name}>
          ${heading(sub, html`${exchangeIcon(name)}${text(`journey.${name}`)}`)}${factList(phase, terms, context)}
        </section>`;
  return html`<p class="panel-name" aria-hidden="true">${shortPhaseName(edition, phase.id)}</p>
    ${door ? html`<p><strong>${text('journey.door')}:</strong> ${door.forWhom}${context.notes.mark(door.source)}</p>` : nothing}
    <slot name="phase-${phase.id}"></slot>
    <div class="exchange">${side('give', known(phase, ASKS))} ${side('get', known(phase, GIVES))}</div>
    ${unknownOf(phase, context)}
    ${apply.length === 0 ? nothing : html`${heading(sub, text('journey.apply'))}${apply}`}
    <details class="where">
      <summary>${text('journey.about')}</summary>
      ${factList(phase, known(phase, ABOUT), context)}
      ${phase.requirements.length === 0 ? nothing : joining(phase, context)} ${next(phase, context)}
      ${
        linked.length === 0
          ? nothing
          : html`${heading(sub, text('journey.linked'))}${projectList(linked, context.notes)}`
      }
    </details>`;
}

/** Other projects of the hubs, each with what it asks. */
export function projectList(linked: readonly LinkedProject[], notes: SourceNotes): TemplateResult {
  return html`<ul class="plain">
    ${linked.map(
      (project) =>
        html`<li>
          <strong>${project.name}</strong>: ${project.summary}
          ${project.prerequisite}${notes.mark(project.source)}
        </li>`,
    )}
  </ul>`;
}

/** Everything that is known of a phase, question by question. */
export function knownRows(phase: Phase, context: DetailsContext): TemplateResult {
  return factList(phase, known(phase, [...ABOUT, ...ASKS, ...GIVES]), context);
}

const known = (phase: Phase, groups: readonly (readonly TermId[])[]): readonly (readonly TermId[])[] =>
  groups.filter((ids) => isKnownOf(phase, ids));

function isKnownOf(phase: Phase, ids: readonly TermId[]): boolean {
  return ids.some((id) => phase.terms[id].value !== null);
}

function factList(
  phase: Phase,
  groups: readonly (readonly TermId[])[],
  context: DetailsContext,
): TemplateResult {
  return html`<dl>
    ${groups.map(
      (ids) =>
        html`<dt>${ids[0] === undefined ? nothing : TERMS[ids[0]].label}</dt>
          <dd>${ids.map((id) => fact(id, phase.terms[id], context))}</dd>`,
    )}
  </dl>`;
}

/** What nobody has stated, once, with whom to ask. */
function unknownOf(phase: Phase, { text }: DetailsContext): TemplateResult | typeof nothing {
  const things = [...ABOUT, ...ASKS, ...GIVES]
    .filter((ids) => !isKnownOf(phase, ids) && !ids.every((id) => MINOR.has(id)))
    .flatMap(([id]) => (id === undefined ? [] : [TERMS[id].label.toLowerCase()]));
  if (things.length === 0) return nothing;
  return html`<p class="unknown">${text('year.ask-about', { things: things.join(', ') })}</p>`;
}

function fact(id: TermId, term: Sourced<unknown>, context: DetailsContext): TemplateResult | typeof nothing {
  if (term.value === null || term.value === undefined) return nothing;
  const { edition, notes, words, text } = context;
  const asides = [term.conflict, term.note].flatMap((note) => (note ? [note] : []));
  return html`<div>
    ${
      TERMS[id].kind === 'quantity'
        ? bigNumber(formatQuantity(term.value as Quantity), notes.mark(term.source))
        : termText(edition, id, term.value, words, notes.mark(term.source))
    }
    ${(term.variants ?? []).map(
      (variant) =>
        html`<div class="aside">
          ${text('journey.elsewhere')}
          ${termText(edition, id, variant.value as object, words, notes.mark(variant.source))}
          ${variant.note ?? nothing}
        </div>`,
    )}
    ${asides.map((note) => html`<span class="aside">${note}</span>`)}
  </div>`;
}

/** `3 days per teacher` with its number large. */
function bigNumber(words: string, mark: unknown): TemplateResult {
  const [, before = '', number = '', after = words] = /^([a-z ]*)([£\d.,]+)(.*)$/.exec(words) ?? [];
  return html`${before}${number ? html`<b>${number}</b>` : nothing}${after}${mark}`;
}

function joining(phase: Phase, { level, text, notes }: DetailsContext): TemplateResult {
  return html`${heading(level + 2, text('journey.who-can-join'))}
    <ul class="plain">
      ${phase.requirements.map((requirement) => {
        const said = firmnessLines(requirement, text);
        return html`<li>
          ${requirement.statement}${notes.mark(requirement.source)}
          ${said.map((line) => html`<span class="aside">${line}</span>`)}
        </li>`;
      })}
    </ul>`;
}

function next(
  phase: Phase,
  { edition, level, text, notes }: DetailsContext,
): TemplateResult | typeof nothing {
  const term = phase.terms.next;
  const moves = edition.transitions.filter((move) => move.from === phase.id);
  if (term.value === null && moves.length === 0) return nothing;
  const names = (term.value ?? []).map((id) => shortPhaseName(edition, id)).join(', ');
  return html`${heading(level + 2, text('journey.next'))}
  ${names ? html`<p>${text('journey.next-to', { names })}${notes.mark(term.source)}</p>` : nothing}
  ${
    moves.length === 0
      ? nothing
      : html`<ul class="plain">
          ${moves.map((move) => html`<li>${move.statement}${notes.mark(move.source)}</li>`)}
        </ul>`
  }`;
}
