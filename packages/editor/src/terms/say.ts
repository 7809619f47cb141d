import { shortPhaseName } from '@maths-hubs/components/foundation/edition/term-text';
import { formatMoney, formatQuantity, type Quantity } from '@maths-hubs/sdk/evidence';
import {
  FREQUENCY_WORDS,
  TERMS,
  type Edition,
  type FundingTerm,
  type TermId,
  type TermValues,
} from '@maths-hubs/sdk/programme';

type Sayers = {
  readonly [K in keyof TermValues]: (value: TermValues[K], edition: Edition) => string;
};

const SAY: Sayers = {
  quantity: (value: Quantity) => formatQuantity(value),
  text: (value) => value,
  texts: (value) => value.join('; '),
  flag: (value) => (value ? 'Yes' : 'No'),
  frequency: (value) => FREQUENCY_WORDS[value],
  phases: (value, edition) => value.map((id) => shortPhaseName(edition, id)).join(', '),
  funding: (value) => value.map(sayFunding).join('; ') || 'none',
};

/** The value of a term in a line. */
export function sayTerm(edition: Edition, term: TermId, value: unknown): string {
  return (SAY[TERMS[term].kind] as (value: unknown, edition: Edition) => string)(value, edition);
}

function sayFunding({ kind, pence, per, description }: FundingTerm): string {
  const sum =
    pence === null
      ? 'amount not stated'
      : `${kind === 'match-ceiling' ? 'up to ' : ''}${formatMoney(pence)} per ${per}`;
  return `${description || 'Money'}: ${sum}`;
}
