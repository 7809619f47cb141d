import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { JudgedPlan } from '@maths-hubs/sdk/groups';
import type { CaseState, LetterKind } from '../../model/desk.js';
import { letterText, sendLetter } from './letter-view.js';
import type { DeskState } from '../state.js';

/** What can be done for everyone at once, once the groups are kept: set states, and send their letters. */
export function bulkLetters(
  state: DeskState,
  plan: Pick<JudgedPlan, 'groups' | 'unplaced'>,
): TemplateResult | typeof nothing {
  const chosen = state.desk.plans.find(({ name }) => name === state.desk.chosen);
  if (chosen === undefined || !state.may('decide')) return nothing;
  const inGroups = new Set(chosen.groups.flatMap(({ schools }) => schools));
  const undecided = state.cases.filter(({ state: now }) => now === 'new' || now === 'in talks');
  const toOffer = undecided.filter(({ reference }) => inGroups.has(reference));
  const waitingFor = new Set(
    plan.unplaced.filter(({ reason }) => reason !== 'phase').map(({ reference }) => reference),
  );
  const toWait = undecided.filter(({ reference }) => waitingFor.has(reference) && !inGroups.has(reference));
  const has = (kind: LetterKind) => (each: DeskState['cases'][number]) =>
    each.letters.some((letter) => letter.kind === kind);
  const write = (kind: LetterKind, now: CaseState): readonly DeskState['cases'][number][] =>
    state.cases.filter(
      (each) =>
        each.state === now &&
        !has(kind)(each) &&
        (kind === 'waiting' || kind === 'decline' || inGroups.has(each.reference)),
    );
  const moveTo = (cases: readonly DeskState['cases'][number][], to: CaseState): void =>
    void state.move(cases.map(({ reference, state: from }) => ({ reference, from, to })));
  const sendAll = (cases: readonly DeskState['cases'][number][], kind: LetterKind): void =>
    void state.act(async () => {
      for (const [done, each] of cases.entries()) {
        // Said now and then only: a screen reader would read every one.
        if (done % 10 === 0) state.say(`${done} of ${cases.length} letters are on their way…`);
        await sendLetter(state, each, kind, letterText(state, each, kind), true);
      }
    }, `${cases.length} letters sent.`);
  const letters = [
    ['offer', 'offered', 'offers'],
    ['waiting', 'waiting', 'letters of the waiting list'],
    ['decline', 'declined', 'letters of no place'],
    ['group', 'accepted', 'letters of information'],
  ] as const;
  return html`<section class="no-print">
    <h2>Answer the schools of “${chosen.name}”</h2>
    <div class="actions">
      <button ?disabled=${toOffer.length === 0} @click=${() => moveTo(toOffer, 'offered')}>
        Mark ${toOffer.length} as offered
      </button>
      <button ?disabled=${toWait.length === 0} @click=${() => moveTo(toWait, 'waiting')}>
        Mark ${toWait.length} as waiting
      </button>
      ${
        state.hub.sendsMail
          ? letters.map(([kind, now, words]) => {
              const cases = write(kind, now);
              return cases.length === 0
                ? nothing
                : html`<button @click=${() => sendAll(cases, kind)}>Send ${cases.length} ${words}</button>`;
            })
          : html`<p class="hint">
              No mail server is configured: copy each letter on the page of its application.
            </p>`
      }
    </div>
  </section>`;
}
