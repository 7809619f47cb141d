import { formatQuantity } from '../evidence/index.js';
import type { Quantity } from '../evidence/index.js';
import type { Frequency, Phase, TermId } from '../programme/index.js';
import { FREQUENCY_WORDS, TERMS } from '../programme/index.js';
import type { Commitment } from './application.js';

/** What a school agrees to in one phase of one edition, and which of its terms are unknown. */
export interface PhaseCommitments {
  readonly commitments: readonly Commitment[];
  /** Terms to ask the hub about, by label: no evidence says what they are. */
  readonly unknown: readonly string[];
}

const PROMISED = [
  'teachers',
  'meetings',
  'release',
  'betweenMeetings',
  'visits',
  'headteacherMeetings',
  'headteacher',
  'schoolCommitments',
] as const satisfies readonly TermId[];

/**
 * The promises an edition asks of a school, each a sentence to agree to. A term without
 * evidence is not listed but named under `unknown`.
 */
export function commitmentsOf(phase: Phase): PhaseCommitments {
  const commitments: Commitment[] = [];
  const unknown: string[] = [];
  for (const term of PROMISED) {
    const statements = statementsOf(phase, term);
    if (statements.length === 0) unknown.push(TERMS[term].label);
    statements.forEach((statement, index) =>
      commitments.push({ id: statements.length === 1 ? term : `${term}-${index + 1}`, statement }),
    );
  }
  return { commitments, unknown };
}

function statementsOf({ terms }: Phase, term: (typeof PROMISED)[number]): readonly string[] {
  switch (term) {
    case 'teachers': {
      const roles = terms.teacherRoles.value ?? [];
      const who = roles.length > 0 ? ` (${roles.join('; ')})` : '';
      return counted(
        withoutPer(terms.teachers.value),
        (amount) => `The school sends ${amount} to the Work Group${who}.`,
      );
    }
    case 'meetings': {
      const often = words(terms.meetingFrequency.value);
      if (terms.meetings.value === null && often !== null)
        return [`The teachers attend every Work Group meeting, ${often}.`];
      const rhythm = often === null ? '' : `, ${often}`;
      return counted(
        terms.meetings.value,
        (amount) => `The teachers attend ${amount} of the Work Group${rhythm}.`,
      );
    }
    case 'release':
      return counted(terms.release.value, (amount) => `The school releases its teachers for ${amount}.`);
    case 'betweenMeetings':
      return texts(terms.betweenMeetings.value, 'Between meetings');
    case 'visits': {
      const often = words(terms.visitFrequency.value);
      if (terms.visits.value === null && often !== null)
        return [`The school welcomes visits by the programme's lead, ${often}.`];
      return counted(
        terms.visits.value,
        (amount) => `The school welcomes ${amount} by the programme's lead.`,
      );
    }
    case 'headteacherMeetings':
      return counted(terms.headteacherMeetings.value, (amount) => `The headteacher attends ${amount}.`);
    case 'headteacher':
      return (terms.headteacher.value ?? []).flatMap((text) => texts(text, 'The headteacher'));
    case 'schoolCommitments':
      return (terms.schoolCommitments.value ?? []).flatMap((text) => texts(text, 'The school'));
  }
}

function words(often: Frequency | null): string | null {
  return often === null ? null : FREQUENCY_WORDS[often];
}

/** The sentence is about one school; it need not say "per school". */
function withoutPer(quantity: Quantity | null): Quantity | null {
  if (quantity === null) return null;
  const { per, ...counted } = quantity;
  return per === 'school' ? counted : quantity;
}

function texts(text: string | null, subject: string): readonly string[] {
  return text === null ? [] : [`${subject}: ${text}`];
}

function counted(quantity: Quantity | null, say: (amount: string) => string): readonly string[] {
  return quantity === null ? [] : [say(formatQuantity(quantity))];
}
