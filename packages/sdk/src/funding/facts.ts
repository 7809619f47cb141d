import { InvalidDataError, type Fault, type Pence } from '../evidence/index.js';
import type { FundingTerm } from '../programme/index.js';

/** What a school knows about itself; absent or null means unknown. */
export interface FundingFacts {
  /** What it spends on listed textbooks, in pence. */
  readonly textbookSpend?: Pence | null;
  /** Whether the Department has invited it to claim what is paid by invitation. */
  readonly invited?: boolean | null;
  /** What it has claimed before, among what is paid once only; an empty list for nothing. */
  readonly previousClaims?: readonly FundingTerm['purpose'][] | null;
}

/** @throws {InvalidDataError} when the spend is not whole pence, 0 or more */
export function checkPence(path: string, pence: Pence | null | undefined): void {
  if (pence === null || pence === undefined || (Number.isSafeInteger(pence) && pence >= 0)) return;
  const fault: Fault = {
    path,
    found: String(pence),
    expected: 'whole pence, 0 or more',
    remedy: 'Give £12.50 as 1250, or leave it out when it is not known.',
  };
  throw new InvalidDataError('amount of money', [fault]);
}
