import { listValues, type Facts } from '@maths-hubs/sdk/rules';
import { shortPhaseName } from '../foundation/edition/term-text.js';
import { PAST, PROMISES, REACHED } from './asks.js';
import { answerText, definitionOf } from './facts.js';
import { kindScreen } from './first-screen.js';
import { NOT_SURE, type Ask } from './kinds.js';
import type { Screen } from './screen-type.js';
import type { STRINGS } from './strings.js';
import type { AskView } from './view.js';

type Key = keyof typeof STRINGS;

/**
 * The question with its answers in words.
 * @param phase  the phase that it is asked for
 * @param left   promises that are still open
 */
export function screenOf(ask: Ask, phase: string | null, left: readonly string[], view: AskView): Screen {
  const { text, edition } = view;
  switch (ask) {
    case 'kind':
      return kindScreen(view);
    case 'past':
      return {
        ask,
        question: text('check.past-question'),
        hint: text('check.past-hint'),
        facts: ['development'],
        choices: Object.entries(PAST).map(([id, facts]) => ({
          id,
          label:
            id === 'never' ? text('check.past.never') : text(id === 'yes' ? 'shared.yes' : 'shared.not-sure'),
          facts,
          ...(id === NOT_SURE && { hint: text('check.past-not-sure-hint') }),
        })),
      };
    case 'reached':
      return {
        ask,
        question: text('check.reached'),
        facts: ['development', 'readiness', 'embedding', 'sustaining'],
        choices: [
          ...Object.entries(REACHED)
            .filter(
              ([, each]) =>
                each.phase === 'development' || edition.phases.some(({ id }) => id === each.phase),
            )
            .map(([id, each]) => ({
              id,
              label: text(`check.reached.${id}` as Key, { phase: shortPhaseName(edition, each.phase) }),
              facts: each.facts,
            })),
          { id: NOT_SURE, label: text('shared.not-sure'), facts: { development: null } },
        ],
      };
    case 'promises':
      return {
        ask,
        question: text('check.promises'),
        facts: left,
        points: statementsOf(phase, left, view),
        choices: [
          { id: 'yes', label: text('check.promises.yes'), facts: each(left, true) },
          { id: 'no', label: text('check.promises.no'), facts: {} },
          {
            id: NOT_SURE,
            label: text('shared.not-sure'),
            hint: text('check.not-sure-hint'),
            facts: each(left, null),
          },
        ],
      };
    default:
      return factScreen(ask, view);
  }
}

function factScreen(ask: string, view: AskView): Screen {
  const { text } = view;
  const fact = definitionOf(ask);
  if (!fact) throw new RangeError(`No question is known for ${ask}.`);
  return {
    ask,
    question: view.ask(fact),
    hint: fact.hint,
    facts: [ask],
    choices: [
      ...listValues(fact.domain).map((value) => ({
        id: answerText(value),
        label: view.say(fact, value),
        facts: { [ask]: value },
      })),
      {
        id: NOT_SURE,
        label: text('shared.not-sure'),
        hint: text('check.not-sure-hint'),
        facts: { [ask]: null },
      },
    ],
  };
}

function each(ids: readonly string[], value: boolean | null): Facts {
  return Object.fromEntries(ids.map((id) => [id, value]));
}

/** What the phase itself says that it asks. */
function statementsOf(phase: string | null, facts: readonly string[], { edition, ask }: AskView): string[] {
  const requirements = edition.phases.find(({ id }) => id === phase)?.requirements ?? [];
  return facts
    .filter((id) => PROMISES.includes(id))
    .flatMap((id) => {
      const stated = requirements.find(({ condition }) => 'fact' in condition && condition.fact === id);
      const fact = definitionOf(id);
      return stated ? [stated.statement] : fact ? [ask(fact)] : [];
    });
}
