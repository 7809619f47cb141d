import { firmnessOf, sayFirmness, type Firmness } from '@maths-hubs/sdk/eligibility';
import type { Requirement } from '@maths-hubs/sdk/programme';
import type { TermsText } from './strings.js';

/** What is beside a requirement in any list, so that none reads as a flat bar when it is not. */
export function firmnessLines(requirement: Requirement, text: TermsText): string[] {
  return sayFirm(firmnessOf(requirement), text);
}

/** The same, of what is known already. */
export function sayFirm(firmness: Omit<Firmness, 'searched'>, text: TermsText): string[] {
  return sayFirmness(firmness, {
    hub: `${text('year.hub-decides')}.`,
    some: text('year.hub-some'),
    otherwise: text('year.hub-otherwise'),
    cases: text('year.hub-cases', { cases: '{cases}' }),
    workedOut: text('year.worked-out'),
    advice: `${text('year.advice')}.`,
  });
}
