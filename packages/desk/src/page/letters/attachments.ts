import { planCommitments } from '@maths-hubs/sdk/commitments';
import { toICalendar, writeIcal } from '@maths-hubs/sdk/commitments/icalendar';
import { shortPhaseName } from '@maths-hubs/sdk/programme';
import type { LetterKind, SavedPlan } from '../../model/desk.js';
import type { JudgedCase } from '../../model/judge-case.js';
import type { DeskState } from '../state.js';

/** Whether the information sheet and the calendar go with a letter. */
export function takesFiles(kind: LetterKind): boolean {
  return kind === 'offer' || kind === 'group';
}

/** What goes with a letter: the information sheet of the phase, and the calendar of the group. */
export async function attachmentsOf(
  state: Pick<DeskState, 'edition'>,
  each: JudgedCase,
  group: SavedPlan['groups'][number] | null,
): Promise<{ filename: string; content: string }[]> {
  const phase = each.answers.phase ?? '';
  const { staticHtml, staticPage } = await import('@maths-hubs/sdk/static-html');
  const sheet = staticPage(
    'information-sheet',
    staticHtml('information-sheet', { edition: state.edition }, { phase }),
  );
  const dates = group?.dates ?? [];
  const stamp = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const calendar =
    dates.length > 0
      ? groupCalendar(dates, `${shortPhaseName(state.edition, phase)} Work Group`, each.reference, stamp)
      : toICalendar(planCommitments(state.edition, phase), { stamp });
  return [
    { filename: 'information-sheet.html', content: sheet },
    { filename: 'work-group.ics', content: calendar },
  ];
}

/** The group's own dates, each a whole day. */
function groupCalendar(dates: readonly string[], title: string, key: string, stamp: string): string {
  return writeIcal({
    name: title,
    stamp: new Date(stamp),
    events: dates.map((day, index) => ({
      uid: `${key}-${day}@teaching-for-mastery`,
      summary: `${title} ${index + 1} of ${dates.length}`,
      description: '',
      day,
      starts: null,
      ends: null,
      busy: true,
    })),
  });
}
