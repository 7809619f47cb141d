import { csvLine } from '../../evidence/index.js';
import { FACTS, type GiasSchool, type SchoolHistory } from '../../schools/index.js';
import type { Standing, SchoolVerdict } from './judge.js';

/** Each standing in words. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  eligible: 'Eligible',
  passes: 'Passes everything this file can show; the school has to say the rest',
  hub: 'Left to the hub: no source states the rule',
  'not-told': 'Not known: the file lacks what it would take',
  'not-eligible': 'Not eligible',
};

const questions = new Map<string, string>(FACTS.map(({ id, question }) => [id, question]));

/** A fact as a question. */
export function questionOf(fact: string): string {
  return questions.get(fact) ?? fact;
}

/** What decided, so that a row can be replayed. */
export interface Stamp {
  readonly phase: string;
  readonly schoolYear: string;
  readonly editionVersion: string;
  /** JSON of what was assumed about every school; empty when nothing was. */
  readonly assumed: string;
}

const SCHOOL_COLUMNS = ['URN', 'EstablishmentName', 'LA (code)', 'LA (name)', 'Postcode'];

function schoolCells({ urn, name, laCode, laName, postcode }: GiasSchool): (string | null)[] {
  return [urn, name, laCode, laName, postcode];
}

/** The first line of the report of decisions, as CSV. */
export const DECISION_HEADER = csvLine([
  ...SCHOOL_COLUMNS,
  'Phase',
  'School year',
  'Edition version',
  'Outcome',
  'Standing',
  'Barred by',
  'Left to the hub',
  'Not in the file',
  'For the school to say',
  'Past phases',
  'Past taken over from',
  'Assumed',
]);

/** One school's decision as a line of CSV, safe to open in a spreadsheet. */
export function decisionLine(
  school: GiasSchool,
  verdict: SchoolVerdict,
  history: SchoolHistory | null,
  stamp: Stamp,
): string {
  return csvLine([
    ...schoolCells(school),
    stamp.phase,
    stamp.schoolYear,
    stamp.editionVersion,
    verdict.outcome,
    STANDINGS[verdict.standing],
    statements(verdict.barredBy),
    statements(verdict.forTheHub),
    verdict.notTold.map(questionOf).join(' | '),
    verdict.toAsk.map(questionOf).join(' | '),
    history ? history.phases.map(({ phase, schoolYear }) => `${phase} ${schoolYear}`).join('; ') : '',
    history ? history.through.map(throughText).join('; ') : '',
    stamp.assumed,
  ]);
}

function statements(findings: readonly { readonly statement: string }[]): string {
  return findings.map(({ statement }) => statement).join(' | ');
}

function throughText({ urn, name, link, continues }: SchoolHistory['through'][number]): string {
  return `${urn}${name ? ` ${name}` : ''} (${link}${continues ? '' : ': not certain, ask the hub'})`;
}

/** A school whose standing differs between two years. */
export interface Shift {
  readonly before: SchoolVerdict;
  readonly after: SchoolVerdict;
  /** Ids of the rules that make the difference, in the later year's order, then those that were dropped. */
  readonly by: readonly string[];
}

/** The first line of the report of what changed between two editions, as CSV. */
export const SHIFT_HEADER = csvLine([
  ...SCHOOL_COLUMNS,
  'Phase',
  'From',
  'Standing then',
  'To',
  'Standing now',
  'By',
  'Assumed',
]);

/**
 * One line of the report under {@link SHIFT_HEADER}: what two editions say about a school, and which rules made the
 * difference.
 */
export function shiftLine(school: GiasSchool, shift: Shift, from: Stamp, to: Stamp): string {
  return csvLine([
    ...schoolCells(school),
    to.phase,
    `${from.schoolYear} (${from.editionVersion})`,
    STANDINGS[shift.before.standing],
    `${to.schoolYear} (${to.editionVersion})`,
    STANDINGS[shift.after.standing],
    shift.by.join('; '),
    to.assumed,
  ]);
}

/** The rules behind a change of standing; null when there is none. */
export function shiftBetween(before: SchoolVerdict, after: SchoolVerdict): Shift | null {
  if (before.standing === after.standing) return null;
  const decisive = new Set([...deciding(after), ...deciding(before)]);
  const ids = [...new Set([...after.clauses.keys(), ...before.clauses.keys()])];
  return {
    before,
    after,
    by: ids.filter((id) => decisive.has(id) && weight(before, id) !== weight(after, id)),
  };
}

/** The rules that give a school its standing. */
function deciding(verdict: SchoolVerdict): string[] {
  const wanted = {
    eligible: [],
    passes: ['to-ask'],
    hub: ['hub-decides'],
    'not-told': ['not-told'],
    'not-eligible': ['false'],
  };
  const kinds: readonly string[] = wanted[verdict.standing];
  return [...verdict.clauses.keys()].filter((id) => kinds.includes(weight(verdict, id)));
}

/** How a rule affects a school's standing. One that the year does not have is met. */
function weight({ clauses, notTold }: SchoolVerdict, id: string): string {
  const clause = clauses.get(id);
  if (!clause || clause.finding === true) return 'met';
  if (clause.finding !== 'unknown') return String(clause.finding);
  const lacks = clause.leaves.some(
    ({ leaf, finding }) => finding === 'unknown' && 'fact' in leaf && notTold.includes(leaf.fact),
  );
  return lacks ? 'not-told' : 'to-ask';
}
