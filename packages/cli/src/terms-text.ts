import { formatMoney, formatQuantity } from '@maths-hubs/sdk/evidence';
import { FREQUENCY_WORDS, TERMS } from '@maths-hubs/sdk/programme';
import type { FundingTerm, TermId, Terms, TermValues } from '@maths-hubs/sdk/programme';

const KIND: Readonly<Record<FundingTerm['kind'], string>> = {
  fixed: '',
  'match-ceiling': 'up to ',
  'not-stated': 'amount not stated',
};

type Writers = { readonly [K in keyof TermValues]: (value: TermValues[K]) => string };

const WRITE: Writers = {
  quantity: formatQuantity,
  text: (value) => value,
  texts: (value) => value.join('; '),
  flag: (value) => (value ? 'yes' : 'no'),
  frequency: (value) => FREQUENCY_WORDS[value],
  phases: (value) => value.join(', '),
  funding: (value) => (value.length === 0 ? 'none' : value.map(writeFunding).join('; ')),
};

/** The value of a term as text; an unknown is for the hub to tell. */
export function writeTerm(term: TermId, value: Terms[TermId]['value']): string {
  if (value === null) return 'not known: ask your hub';
  return (WRITE[TERMS[term].kind] as (value: unknown) => string)(value);
}

function writeFunding(sum: FundingTerm): string {
  const amount = sum.pence === null ? '' : `${formatMoney(sum.pence)} per ${sum.per}`;
  const conditions = [sum.byInvitation ? 'by invitation' : null, sum.condition ?? null].filter(
    (each) => each !== null,
  );
  const tail = conditions.length === 0 ? '' : ` (${conditions.join('; ')})`;
  return `${KIND[sum.kind]}${amount}: ${sum.description}${tail}`;
}
