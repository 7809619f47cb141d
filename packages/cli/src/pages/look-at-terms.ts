import { describeFault, InvalidDataError, messageOf } from '@maths-hubs/sdk/evidence';
import { compareSchoolYears, isSchoolYear, schoolYearOf } from '@maths-hubs/sdk/programme';
import { parseEdition } from '@maths-hubs/sdk/programme/schema';
import { allows } from './allows.js';
import { ask, isGood, troubleOf } from './ask.js';
import type { LiveFinding } from './live-finding.js';

/** A file of terms that a page names. */
export interface SeenTerms {
  readonly address: string;
  readonly schoolYear: string | null;
  readonly hub: string | null;
  readonly findings: readonly LiveFinding[];
}

/** Fetches a hub's terms and reads them as a widget would. */
export async function lookAtTerms(address: string, page: URL, today: string): Promise<SeenTerms> {
  const refused = (rule: LiveFinding['rule'], message: string, remedy: string): SeenTerms => ({
    address,
    schoolYear: null,
    hub: null,
    findings: [{ rule, severity: 'error', place: address, message, remedy }],
  });
  const answer = await ask(address, { headers: { origin: page.origin } });
  if (!isGood(answer))
    return refused(
      'terms-unreachable',
      `The file of your terms ${troubleOf(answer)}. The widgets say that it could not be read.`,
      'Put the file back at that address, or state its new one under “Your snippet” and paste again.',
    );
  if (!allows(answer, page.origin))
    return refused(
      'terms-unreachable',
      `The server of your terms does not let ${page.origin} read them.`,
      'Have it send the header Access-Control-Allow-Origin: * with that file, or keep the file on the page’s own site.',
    );
  try {
    const { schoolYear, hub } = parseEdition(JSON.parse(answer.body.toString('utf8').replace(/^\uFEFF/, '')));
    const now = schoolYearOf(today);
    const old = isSchoolYear(schoolYear) && compareSchoolYears(schoolYear, now) < 0;
    return {
      address,
      schoolYear,
      hub,
      findings: old
        ? [
            {
              rule: 'old-edition',
              severity: 'error',
              place: address,
              message: `It holds the terms of ${schoolYear}; now it is ${now}.`,
              remedy: `Open it in the editor’s page, press “Roll on”, and put the new file in its place.`,
            },
          ]
        : [],
    };
  } catch (error) {
    if (!(error instanceof InvalidDataError || error instanceof SyntaxError)) throw error;
    const [first] = error instanceof InvalidDataError ? error.faults : [];
    return refused(
      'terms-faulty',
      `The file of your terms cannot be read: ${first ? describeFault(first) : messageOf(error)}`.replace(
        /\.?$/,
        '.',
      ),
      'Open it in the editor’s page, which shows each fault in its place, and save it again.',
    );
  }
}
