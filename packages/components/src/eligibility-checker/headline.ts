import { teacherDays } from '@maths-hubs/sdk/commitments';
import { formatQuantity } from '@maths-hubs/sdk/evidence';
import { formatMoneyRange, fundingFor } from '@maths-hubs/sdk/funding';
import { phaseOf, type Edition, type PhaseId } from '@maths-hubs/sdk/programme';
import { dayText } from '../foundation/edition/day-text.js';
import type { ResultView, View } from './view.js';

export interface HeadlineFact {
  readonly value: string;
  readonly words: string;
}

/** What a school most wants to know of a phase; null for what no source states, which is asked of the hub. */
export function headlineOf(edition: Edition, id: PhaseId) {
  const phase = phaseOf(edition, id);
  const days = teacherDays(phase).value;
  const money = phase.terms.funding.value === null ? null : fundingFor(edition, id).total;
  const starts = (edition.calendar?.events ?? [])
    .filter((event) => event.phase === id && (event.kind === 'meeting' || event.kind === 'first-workshop'))
    .map(({ date }) => date)
    .sort()
    .at(0);
  return {
    days,
    money: money?.max === null ? null : money,
    free: phase.terms.charge.value === false,
    starts,
  };
}

/** The facts of the card: days out of class, money, when it starts. What is not known is left out. */
export function headlineFacts(id: PhaseId, { edition, text }: ResultView): readonly HeadlineFact[] {
  const { days, money, free, starts } = headlineOf(edition, id);
  const facts: HeadlineFact[] = [];
  if (days) {
    const { per: _, ...alone } = days;
    facts.push({ value: formatQuantity(alone), words: text('check.fact-days') });
  }
  if (money && (money.max ?? 0) > 0)
    facts.push({ value: formatMoneyRange(money), words: text('check.fact-money') });
  else if (free) facts.push({ value: text('check.fact-free'), words: text('check.fact-free-more') });
  facts.push(
    starts
      ? { value: dayText(starts), words: text('check.fact-starts') }
      : { value: edition.schoolYear, words: text('check.fact-year') },
  );
  return facts;
}

/** The cost of releasing two teachers, if the terms state it. */
export function releaseHint(id: string | null, { edition, text }: View): string | undefined {
  const phase = edition.phases.find((each) => each.id === id);
  const days = phase && teacherDays(phase).value;
  if (!days) return undefined;
  const { per: _, ...alone } = days;
  return text('check.release-hint', { days: formatQuantity(alone) });
}
