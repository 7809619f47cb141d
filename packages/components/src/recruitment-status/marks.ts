import type { RecruitmentStatus as Status } from '@maths-hubs/sdk/programme';
import { svg, type TemplateResult } from 'lit';
import { iconOf } from '../foundation/icons.js';

const RING = svg`<circle cx="12" cy="12" r="9.5"></circle>`;

/** A picture a state, each of another shape: no state is shown by colour alone. They only repeat the words beside them. */
const MARKS: Readonly<Record<Status['status'] | 'to-open', TemplateResult>> = {
  open: svg`${RING}<path d="M7.5 12.5l3 3 6-6.5"></path>`,
  'closing-soon': svg`${RING}<path d="M12 6.5V12l3.5 2.5"></path>`,
  'to-open': svg`<circle cx="12" cy="12" r="9.5" stroke-dasharray="3.5 3"></circle>`,
  closed: svg`${RING}<path d="M7.5 12h9"></path>`,
  'fully-booked': svg`<circle cx="12" cy="12" r="9.5" fill="currentColor"></circle>`,
  'register-interest': svg`<path d="M2.5 5.5h19v13h-19zM3 6.5l9 7 9-7"></path>`,
  unknown: svg`${RING}<path d="M9 9.5a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.7M12 17v.01"></path>`,
};

/** The picture of a state; closed with a day on which it opens is not yet open. */
export function markOf({ status, opens }: Status): TemplateResult {
  return iconOf(MARKS[status === 'closed' && opens ? 'to-open' : status]);
}
