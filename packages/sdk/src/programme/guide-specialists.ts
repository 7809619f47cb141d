import { formatQuantity, type Quantity, type Sourced } from '../evidence/index.js';
import type { SpecialistTerms } from './edition.js';
import type { GuideLine } from './guide-lines.js';

const NAMES: { readonly [K in keyof SpecialistTerms]: string } = {
  eligibility: 'Who may apply',
  applyBy: 'Apply by',
  residentials: 'Residentials',
  firstYearDays: 'Days in the first year',
  laterYearDays: 'Days in later years',
  funding: 'What is paid',
  cohort: 'Cohort',
  recruited: 'How many are trained',
  perHub: 'From each hub',
};

/** One year's terms for specialists; a term without a value is left out. */
export function specialistTerms(terms: Partial<SpecialistTerms>): readonly GuideLine[] {
  return (Object.keys(NAMES) as (keyof SpecialistTerms)[]).flatMap((term) => {
    const said: Sourced<unknown> | undefined = terms[term];
    if (said === undefined || said.value === null) return [];
    const { value, source, note, variants = [], conflict } = said;
    return [
      {
        name: NAMES[term],
        text: words(value),
        notes: [
          note,
          ...variants.flatMap((other) => [`Another source: ${words(other.value)}`, other.note]),
          conflict,
        ].filter((each) => each !== undefined),
        source: [...new Set([...source, ...variants.flatMap((other) => other.source)])],
      },
    ];
  });
}

function words(value: unknown): string {
  if (Array.isArray(value)) return `${value.join('; ')}.`;
  if (typeof value === 'object' && value !== null) return `${formatQuantity(value as Quantity)}.`;
  const text = String(value);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  return isDay
    ? `${new Date(text).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })}.`
    : text.replace(/\.?$/, '.');
}
