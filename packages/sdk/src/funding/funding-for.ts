import { formatMoney, type Basis, type Pence, type Quantity, type SourceId } from '../evidence/index.js';
import { phaseOf, type Edition, type FundingTerm, type Phase, type PhaseId } from '../programme/index.js';
import { checkPence, type FundingFacts } from './facts.js';
import { ANY_AMOUNT, exactly, NOTHING, sumRanges, upTo, type PenceRange } from './range.js';

/** What one funding term may bring the school, and why. */
export interface FundingLine {
  /** The term's id; `unknown` on the line that stands for funding without evidence. */
  readonly id: string;
  /** Null where no evidence of funding was found. */
  readonly term: FundingTerm | null;
  readonly description: string;
  readonly amount: PenceRange;
  /** The rule that gave the amount, in words. */
  readonly rule: string;
  /** The condition for payment, in words. */
  readonly condition: string | null;
  /** The amount under a rule that no source states: shown beside the amount, never part of it. */
  readonly illustration?: { readonly pence: Pence; readonly words: string };
  readonly basis: Basis;
  readonly source: readonly SourceId[];
}

/** Funding for a school in a phase and year, line by line, in pence. */
export interface FundingEstimate {
  readonly schoolYear: string;
  readonly phase: PhaseId;
  readonly lines: readonly FundingLine[];
  readonly total: PenceRange;
  /** A note on the evidence for this phase's funding as a whole. */
  readonly note: string | null;
}

/**
 * Money a school may receive in one phase, as a range that is right whatever the unknowns are.
 * @param facts  what the school knows; the more it knows, the narrower the range
 * @throws {PhaseNotFoundError} when the edition has no such phase
 * @throws {InvalidDataError} when the spend is not whole pence, 0 or more
 * @source each line carries the sources of the term it applies
 * @example formatMoneyRange(fundingFor(edition, 'development').total) // '£1,000'
 */
export function fundingFor<Id extends PhaseId>(
  edition: Edition<Id>,
  phaseId: NoInfer<Id>,
  facts: FundingFacts = {},
): FundingEstimate {
  checkPence('textbookSpend', facts.textbookSpend);
  const phase = phaseOf(edition, phaseId);
  const { value, note, conflict } = phase.terms.funding;
  const lines = value === null ? [askYourHub(phase)] : value.map((term) => lineOf(term, phase, facts));
  return {
    schoolYear: edition.schoolYear,
    phase: phaseId,
    lines,
    total: sumRanges(lines.map(({ amount }) => amount)),
    note: [note, conflict].filter(Boolean).join(' ') || null,
  };
}

function askYourHub({ terms }: Phase): FundingLine {
  return {
    id: 'unknown',
    term: null,
    description: 'Funding',
    amount: ANY_AMOUNT,
    rule: 'No source says whether there is money for this phase. Ask your hub.',
    condition: null,
    basis: terms.funding.basis,
    source: terms.funding.source,
  };
}

function lineOf(term: FundingTerm, { terms }: Phase, facts: FundingFacts): FundingLine {
  const full = fullAmount(term, terms.teachers.value, facts);
  const bars = barsTo(term, facts);
  const example = bars.closed ? null : illustrationOf(term, facts);
  return {
    id: term.id,
    term,
    description: term.description,
    amount: bars.closed ? NOTHING : bars.uncertain ? upTo(full.amount.max) : full.amount,
    rule: [bars.closed ? null : full.rule, ...bars.reasons].filter(Boolean).join(' '),
    condition: term.condition ?? null,
    ...(example ? { illustration: example } : {}),
    basis: terms.funding.basis,
    source: terms.funding.source,
  };
}

/** The amount if nothing stops it. */
function fullAmount(
  term: FundingTerm,
  teachers: Quantity | null,
  facts: FundingFacts,
): { amount: PenceRange; rule: string } {
  const { pence, kind } = term;
  if (kind === 'match-ceiling') return matched(term, facts.textbookSpend ?? null);
  if (kind === 'not-stated' || pence === null)
    return { amount: ANY_AMOUNT, rule: 'Promised, but no source states the amount. Ask your hub.' };
  if (term.per === 'school')
    return { amount: exactly(pence), rule: `A set sum of ${formatMoney(pence)} for the school.` };
  return {
    amount: perTeacher(pence, teachers),
    rule: `A set sum of ${formatMoney(pence)} for each teacher taking part.`,
  };
}

function perTeacher(pence: Pence, teachers: Quantity | null): PenceRange {
  if (!teachers || teachers.about) return ANY_AMOUNT;
  return { min: pence * (teachers.min ?? 0), max: teachers.max === null ? null : pence * teachers.max };
}

function matched(
  { pence: ceiling, matchRate }: FundingTerm,
  spend: Pence | null,
): { amount: PenceRange; rule: string } {
  const most = ceiling === null ? 'no source states the most' : `up to ${formatMoney(ceiling)}`;
  if (spend === 0) return { amount: NOTHING, rule: `What the school spends is matched, ${most}.` };
  if (matchRate === null || matchRate === undefined)
    return {
      amount: upTo(ceiling),
      rule: `What the school spends is matched, ${most}. No source says how much is paid for each pound.`,
    };
  const rule = `For each pound that the school spends, ${formatMoney(share(100, matchRate))}; ${most}.`;
  if (spend === null) return { amount: upTo(ceiling), rule };
  const brought = share(spend, matchRate);
  return { amount: ceiling === null ? upTo(brought) : exactly(Math.min(ceiling, brought)), rule };
}

/** Why a term may bring nothing, as far as the school knows. */
function barsTo(
  { byInvitation, oncePerSchool, purpose }: FundingTerm,
  { invited, previousClaims }: FundingFacts,
): { closed: boolean; uncertain: boolean; reasons: string[] } {
  const bars: { stands: boolean | null; yes: string; unknown: string }[] = [];
  if (byInvitation)
    bars.push({
      stands: typeof invited === 'boolean' ? !invited : null,
      yes: 'Paid by invitation only, and the school has not been invited.',
      unknown: 'Paid only if the Department invites the school.',
    });
  if (oncePerSchool)
    bars.push({
      stands: previousClaims ? previousClaims.includes(purpose) : null,
      yes: 'Paid once to a school, and this school has had it.',
      unknown: 'Paid once to a school: nothing if it has had it before.',
    });
  const closing = bars.filter(({ stands }) => stands === true);
  const open = bars.filter(({ stands }) => stands === null);
  return {
    closed: closing.length > 0,
    uncertain: open.length > 0,
    reasons: closing.length > 0 ? closing.map(({ yes }) => yes) : open.map(({ unknown }) => unknown),
  };
}

function illustrationOf(
  { kind, pence, matchRate }: FundingTerm,
  { textbookSpend }: FundingFacts,
): FundingLine['illustration'] | null {
  if (kind !== 'match-ceiling' || typeof matchRate === 'number' || !textbookSpend) return null;
  const brought = Math.min(textbookSpend, pence ?? textbookSpend);
  return {
    pence: brought,
    words:
      `For illustration only: if it were pound for pound, ${formatMoney(textbookSpend)} of books ` +
      `would bring ${formatMoney(brought)}. No source says that it is.`,
  };
}

/** A share of an amount in whole pence, rounded down; the rate has six decimal places, so no pence drift. */
function share(pence: Pence, rate: number): Pence {
  const millionths = BigInt(Math.round(rate * 1e6));
  return Number((BigInt(pence) * millionths) / 1_000_000n);
}
