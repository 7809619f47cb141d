import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { planCommitments } from '@maths-hubs/sdk/commitments';
import { toICalendar, writeIcal } from '@maths-hubs/sdk/commitments/icalendar';
import { shortPhaseName } from '@maths-hubs/sdk/programme';
import type { LetterKind, SavedPlan } from '../model/desk.js';
import { LETTER_KINDS } from '../model/desk.js';
import { LETTER_NAMES, letterFor } from '../model/letters.js';
import type { JudgedCase } from '../model/judge-case.js';
import type { DeskState } from './state.js';

/** The group of a school in the plan that the hub chose. */
function chosenGroupOf({ desk }: DeskState, reference: string): SavedPlan['groups'][number] | null {
  const plan = desk.plans.find(({ name }) => name === desk.chosen);
  return plan?.groups.find(({ schools }) => schools.includes(reference)) ?? null;
}

function letterOf(state: DeskState, each: JudgedCase, kind: LetterKind): { subject: string; text: string } {
  const { hub, edition, desk, cases } = state;
  const group = chosenGroupOf(state, each.reference);
  const leader = desk.specialists.find(({ id }) => id === group?.specialist);
  return letterFor(kind, each, {
    hub: hub.name,
    contact: hub.contact,
    phase: shortPhaseName(edition, each.answers.phase ?? ''),
    schoolYear: edition.schoolYear,
    group,
    specialist: leader === undefined ? null : (leader.name ?? leader.id),
    others: (group?.schools ?? []).flatMap((reference) => {
      const other = cases.find((one) => one.reference === reference);
      return other === undefined || other === each ? [] : [other.answers.schoolName ?? reference];
    }),
  });
}

/** What goes with a letter: the information sheet of the phase, and the calendar of the group. */
async function attachmentsOf(
  state: DeskState,
  each: JudgedCase,
): Promise<{ filename: string; content: string }[]> {
  const phase = each.answers.phase ?? '';
  const { staticHtml, staticPage } = await import('@maths-hubs/sdk/static-html');
  const sheet = staticPage(
    'information-sheet',
    staticHtml('information-sheet', { edition: state.edition }, { phase }),
  );
  const dates = chosenGroupOf(state, each.reference)?.dates ?? [];
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

/** Sends a letter, or notes that it was copied. */
export async function sendLetter(
  state: DeskState,
  each: JudgedCase,
  kind: LetterKind,
  letter: { subject: string; text: string },
  send: boolean,
): Promise<void> {
  const attachments = send && (kind === 'offer' || kind === 'group') ? await attachmentsOf(state, each) : [];
  await state.source.letter(each.reference, { kind, ...letter, send, attachments });
}

/** A letter as its template fills it in. */
export function letterText(
  state: DeskState,
  each: JudgedCase,
  kind: LetterKind,
): { subject: string; text: string } {
  return letterOf(state, each, kind);
}

const NEXT: Readonly<Record<string, LetterKind>> = {
  waiting: 'waiting',
  declined: 'decline',
  accepted: 'group',
};

/** A letter to one school: chosen, read, changed, then sent or copied. */
export function letterForm(state: DeskState, each: JudgedCase): TemplateResult {
  const first = NEXT[each.state] ?? 'offer';
  const filled = letterOf(state, each, first);
  const write = (form: HTMLFormElement, send: boolean): void => {
    const data = new FormData(form);
    const kind = data.get('kind') as LetterKind;
    const letter = { subject: String(data.get('subject')), text: String(data.get('text')) };
    void state.act(
      async () => {
        if (!send) await navigator.clipboard.writeText(letter.text);
        await sendLetter(state, each, kind, letter, send);
      },
      send ? `Sent to ${each.answers.email ?? ''}.` : 'Copied, and kept with the application.',
    );
  };
  return html`<form class="no-print" @submit=${(event: SubmitEvent) => event.preventDefault()}>
    <h3>Write a letter</h3>
    <label for="kind">Letter</label>
    <select
      id="kind"
      name="kind"
      @change=${(event: Event) => {
        const select = event.target as HTMLSelectElement;
        const letter = letterOf(state, each, select.value as LetterKind);
        const form = select.form;
        const set = (name: string, value: string): void => {
          const field = form?.elements.namedItem(name);
          if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
        };
        set('subject', letter.subject);
        set('text', letter.text);
      }}
    >
      ${LETTER_KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === first}>${LETTER_NAMES[kind]}</option>`)}
    </select>
    <label for="subject">Subject</label>
    <input id="subject" name="subject" .value=${filled.subject} required />
    <label for="text">Text</label>
    <textarea id="text" name="text" rows="14" .value=${filled.text} required></textarea>
    <p class="hint">
      An offer and the information for the group take the information sheet and the calendar with them when
      sent.
    </p>
    <div class="actions">
      ${
        state.hub.sendsMail
          ? html`<button
              class="main"
              @click=${(event: Event) => write((event.target as HTMLButtonElement).form as HTMLFormElement, true)}
            >
              Send to ${each.answers.email ?? 'no address'}
            </button>`
          : html`<p class="hint">No mail server is configured: copy the letter and send it yourself.</p>`
      }
      <button
        @click=${(event: Event) => write((event.target as HTMLButtonElement).form as HTMLFormElement, false)}
      >
        Copy
      </button>
    </div>
  </form>`;
}
