import { ask, isAnswer, troubleOf } from './ask.js';
import { allows } from './allows.js';
import type { LiveFinding } from './live-finding.js';

/** An address that a page's form sends applications to. */
export interface SeenApplications {
  readonly address: string;
  readonly answers: boolean;
  /** Whether it takes applications from pages of this site. */
  readonly allowed: boolean;
  readonly findings: readonly LiveFinding[];
}

/** Asks as a browser does before it sends an application; nothing is sent. */
export async function lookAtApplications(address: string, page: URL): Promise<SeenApplications> {
  const answer = await ask(address, {
    method: 'OPTIONS',
    headers: {
      origin: page.origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,idempotency-key',
    },
  });
  const own = new URL(address).origin === page.origin;
  const refused = isAnswer(answer) && (answer.status === 403 || !allows(answer, page.origin));
  const lost = !isAnswer(answer) || answer.status === 404 || answer.status === 410 || answer.status >= 500;
  const finding = (rule: LiveFinding['rule'], message: string, remedy: string): LiveFinding => ({
    rule,
    severity: 'error',
    place: '<mh-apply-form>',
    message,
    remedy,
  });
  return {
    address,
    answers: !lost,
    allowed: !lost && (own || !refused),
    findings: lost
      ? [
          finding(
            'applications-unreachable',
            `The address for applications ${troubleOf(answer)}: ${address}. No school can apply.`,
            'Ask whoever runs the service to start it again, or correct the address and paste the snippet again.',
          ),
        ]
      : refused && !own
        ? [
            finding(
              'applications-refused',
              `The service at ${new URL(address).host} answers, and refuses applications from ${page.origin}.`,
              `Ask whoever runs it to add ${page.origin} to the hub’s “origins”.`,
            ),
          ]
        : [],
  };
}
