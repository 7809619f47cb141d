import type { PageFinding } from '@maths-hubs/sdk/page-check';

/** What only asking other servers shows. */
type LiveRule =
  | 'loader-unreachable'
  | 'loader-refused'
  | 'other-version'
  | 'terms-unreachable'
  | 'terms-faulty'
  | 'applications-unreachable'
  | 'applications-refused'
  | 'host-file';

export interface LiveFinding extends Omit<PageFinding, 'rule'> {
  readonly rule: PageFinding['rule'] | LiveRule;
}
