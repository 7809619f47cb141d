import type { Firmness } from './firmness.js';

/** The texts of `sayFirmness`; `{cases}` and `{note}` are filled in. */
export interface FirmnessWords {
  readonly hub: string;
  readonly some: string;
  readonly otherwise: string;
  readonly cases: string;
  readonly workedOut: string;
  readonly advice: string;
}

/** Shown beside a requirement so that it never reads as an absolute bar; empty for one that is stated and bars. */
export function sayFirmness(
  { kind, workedOut, bars, cases, note }: Omit<Firmness, 'searched'>,
  words: FirmnessWords = FIRMNESS_WORDS,
): string[] {
  const said: string[] = [];
  if (kind === 'hub-decides') said.push(words.hub);
  else if (kind.startsWith('hub') && cases.length > 0)
    said.push(...cases.map((each) => words.cases.replace('{cases}', each)));
  else if (kind === 'hub-otherwise') said.push(words.otherwise);
  else if (kind === 'hub-in-some-cases') said.push(words.some);
  if (!bars) said.push(words.advice);
  if (workedOut) said.push(words.workedOut);
  return note === undefined ? said : [...said, note];
}

const FIRMNESS_WORDS: FirmnessWords = {
  hub: 'Your hub decides.',
  some: 'In some cases your hub decides.',
  otherwise: 'Otherwise, ask your hub.',
  cases: '{cases}: ask your hub.',
  workedOut: 'Worked out, not stated in so many words.',
  advice: 'Good to know.',
};
