import { firmnessOf, sayFirmness } from '../eligibility/index.js';
import { phaseNameOf, TERMS, type Edition, type Phase, type TermId } from '../programme/index.js';
import { fundingText, termList } from './terms.js';
import { heading, html, link, list, type Child, type Markup } from './markup.js';
import type { Notes } from './notes.js';
import type { StaticOptions } from './options.js';

/** The year of the page, whose terms they are, and whom to ask. */
export function yearLine({ schoolYear, hub, contact, note }: Edition): Markup {
  const whose = hub === null ? '' : `, stated by ${contact?.name ?? hub}`;
  return html`<p>Terms for ${schoolYear}${whose}. For any other year, ask ${contactOf(contact)}.</p>
    ${note && html`<p>${note}</p>`}`;
}

/** The hub's name with a way to reach it, or “your hub”. */
export function contactOf(contact: Edition['contact']): Child {
  if (contact === undefined) return 'your hub';
  const { name, website, email, telephone } = contact;
  return link(website ?? (email ? `mailto:${email}` : telephone && `tel:${telephone}`), name);
}

/** The phases on the page: one, or all in the order a school meets them. */
function phasesShown(edition: Edition, { phase }: StaticOptions): readonly Phase[] {
  return phase === undefined ? edition.phases : edition.phases.filter(({ id }) => id === phase);
}

export function noPhases({ schoolYear }: Edition): Markup {
  return html`<p>
    No public source states the school phases of ${schoolYear}. Ask your hub what it offers.
  </p>`;
}

/** Each phase under a heading, or a sentence that there are none. */
export function eachPhase(
  edition: Edition,
  options: StaticOptions,
  level: number,
  content: (phase: Phase) => Child,
): Child {
  const phases = phasesShown(edition, options);
  if (phases.length === 0) return noPhases(edition);
  return phases.map(
    (phase) => html`<section>${heading(level, phaseNameOf(edition, phase.id))}${content(phase)}</section>`,
  );
}

/** Everything that an edition says about one phase. */
export function wholePhase(edition: Edition, phase: Phase, level: number, notes: Notes): Markup {
  const { summary } = phase.terms;
  const doors = edition.entryPoints.filter((door) => door.phase === phase.id);
  const moves = edition.transitions.filter(({ from }) => from === phase.id);
  return html`${doors.map((door) => html`<p><strong>Who it is for:</strong> ${door.forWhom}${notes.mark(door.source)}</p>`)}
  ${summary.value !== null && html`<p>${summary.value}${notes.mark(summary.source)}</p>`}
  ${termList(edition, phase, notes)}
  ${phase.requirements.length > 0 && html`${heading(level, 'Who can join')}${requirements(phase, notes)}`}
  ${
    moves.length > 0 &&
    html`${heading(level, 'What comes next')}${list(
      moves.map(({ statement, source }) => html`${statement}${notes.mark(source)}`),
    )}`
  }`;
}

/** A phase's requirements for joining; advice and the hub's decisions are marked as such. */
export function requirements(phase: Phase, notes: Notes): Markup | null {
  return list(
    phase.requirements.map((requirement) => {
      const said = sayFirmness(firmnessOf(requirement)).join(' ');
      return html`${requirement.statement}${notes.mark(requirement.source)}${said && html` <em>${said}</em>`}`;
    }),
  );
}

const PROMISES: readonly TermId[] = [
  'teachers',
  'teacherRoles',
  'meetings',
  'meetingFrequency',
  'meetingLength',
  'release',
  'betweenMeetings',
  'visits',
  'visitFrequency',
  'headteacherMeetings',
  'headteacherFrequency',
  'headteacherFirstWorkshop',
  'headteacher',
  'schoolCommitments',
];

/** What a school promises in a phase. */
export function promises(edition: Edition, phase: Phase, notes: Notes): Markup {
  return termList(edition, phase, notes, [...PROMISES]);
}

/** A phase's funding, line by line, or whom to ask. */
export function money({ terms: { funding, charge } }: Phase, notes: Notes): Markup {
  const free =
    charge.value === false && html`<p>Free of charge to the school.${notes.mark(charge.source)}</p>`;
  if (funding.value === null)
    return html`${free}
      <p>${TERMS.funding.label}: no public source states it. Ask your hub.</p>`;
  return html`${free}${list(funding.value.map((term) => html`${fundingText(term)}${notes.mark(funding.source)}`))}`;
}

const STATUS = {
  open: 'open',
  closed: 'closed',
  'fully-booked': 'fully booked',
  'register-interest': 'register your interest',
} as const;

/** Where and when schools apply, for a year whose sources say. */
export function howToApply(edition: Edition, notes: Notes, level: number): Markup | null {
  return edition.recruitment.length === 0
    ? null
    : html`${heading(level, 'When and where to apply')}${windows(edition, notes)}`;
}

/** When schools may apply, by the edition's windows. */
export function windows(edition: Edition, notes: Notes): Markup {
  const { recruitment, contact } = edition;
  if (recruitment.length === 0)
    return html`<p>
      When schools can apply for ${edition.schoolYear} is not stated. Ask ${contactOf(contact)}.
    </p>`;
  return html`${list(
    recruitment.map(({ phases, opens, closes, status, where = [], note, source }) => {
      const names =
        phases.length === 0 ? 'Every phase' : phases.map((id) => phaseNameOf(edition, id)).join(', ');
      const when = [
        status && STATUS[status],
        opens && `from ${dayText(opens)}`,
        closes && `until ${dayText(closes)}`,
        ...where,
        note,
      ].filter(Boolean);
      return html`${names}: ${when.join(', ') || 'dates not stated, ask your hub'}${notes.mark(source)}`;
    }),
  )}`;
}

function dayText(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
