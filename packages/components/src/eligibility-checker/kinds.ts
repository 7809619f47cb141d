import type { Facts } from '@maths-hubs/sdk/rules';

/** What stands for "not sure" where an answer is text. */
export const NOT_SURE = 'not-sure';

/** What is asked: several facts at once, or one by its own id. */
export type Ask = 'school' | 'kind' | 'past' | 'reached' | 'promises' | 'ticks' | (string & {});

/** A school in one of these kinds, and what that tells. One answer stands for five columns of the register. */
export const KINDS: Readonly<Record<string, Facts>> = {
  primary: kind(true, false, { schoolPhase: 'primary', provision: 'mainstream' }),
  secondary: { teachesPrimary: false, teachesSecondary: true },
  'all-through': kind(true, true, { schoolPhase: 'all-through', provision: 'mainstream' }),
  'middle-to-7': kind(true, true, { schoolPhase: 'middle-deemed-primary', provision: 'mainstream' }),
  'middle-to-8': kind(true, true, { schoolPhase: 'middle-deemed-secondary', provision: 'mainstream' }),
  special: { stateFunded: true, schoolPhase: 'not-applicable', provision: 'special' },
  alternative: { stateFunded: true, schoolPhase: 'not-applicable', provision: 'alternative' },
  nursery: kind(false, false, { schoolPhase: 'nursery', provision: 'mainstream' }),
  independent: { stateFunded: false },
  [NOT_SURE]: { stateFunded: null, schoolPhase: null, teachesPrimary: null, provision: null },
};

function kind(teachesPrimary: boolean, teachesSecondary: boolean, more: Facts): Facts {
  return { stateFunded: true, teachesPrimary, teachesSecondary, ...more };
}
