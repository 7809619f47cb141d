import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { shortPhaseName } from '@maths-hubs/sdk/programme';
import type { LetterKind, SavedPlan } from '../../model/desk.js';
import { LETTER_KINDS } from '../../model/desk.js';
import { LETTER_NAMES, letterFor } from '../../model/letters.js';
import type { JudgedCase } from '../../model/judge-case.js';
import { download } from '../export.js';
import type { DeskState } from '../state.js';
import { attachmentsOf, takesFiles } from './attachments.js';

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

/** Sends a letter, or notes that it was copied. */
export async function sendLetter(
  state: DeskState,
  each: JudgedCase,
  kind: LetterKind,
  letter: { subject: string; text: string },
  send: boolean,
): Promise<void> {
  const attachments = takesFiles(kind)
    ? await attachmentsOf(state, each, chosenGroupOf(state, each.reference))
    : [];
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

/** What goes with a letter, for whoever sends it by another mail program. */
async function saveFiles(state: DeskState, each: JudgedCase): Promise<void> {
  await state.act(async () => {
    const files = await attachmentsOf(state, each, chosenGroupOf(state, each.reference));
    for (const { filename, content } of files) download(new Blob([content]), filename);
  }, 'Saved the information sheet and the calendar.');
}

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
      An offer and the information for the group take the information sheet and the calendar of the group with
      them when sent. To send them yourself:
      <button type="button" class="plain" @click=${() => void saveFiles(state, each)}>
        Save the sheet and the calendar
      </button>
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
