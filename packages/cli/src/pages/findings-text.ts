import { wrap } from '../output.js';
import type { LiveFinding } from './live-finding.js';

/** What was found, what to put right first, each with its remedy. */
export function findingsText(findings: readonly LiveFinding[]): string {
  if (findings.length === 0) return 'Nothing to put right.';
  const listed = findings.toSorted(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  );
  return listed
    .map(
      ({ severity, place, message, remedy }) =>
        `\n${wrap(`${severity === 'error' ? 'To put right' : 'To consider'}, ${place}: ${message}`, undefined, '  ')}\n  ${wrap(remedy, undefined, '  ')}`,
    )
    .join('\n');
}
