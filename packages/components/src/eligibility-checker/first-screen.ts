import type { View } from './view.js';
import { KINDS, NOT_SURE } from './kinds.js';
import type { Screen } from './screen-type.js';
import type { STRINGS } from './strings.js';

/** The question that nearly every check begins with. Nothing has to be worked out for it. */
export function kindScreen({ text }: View): Screen {
  return {
    ask: 'kind',
    question: text('check.kind'),
    hint: text('check.kind-hint'),
    facts: ['stateFunded', 'schoolPhase', 'teachesPrimary', 'teachesSecondary', 'provision'],
    choices: Object.entries(KINDS).map(([id, facts]) => ({
      id,
      label: id === NOT_SURE ? text('shared.not-sure') : text(`check.kind.${id}` as keyof typeof STRINGS),
      facts,
    })),
  };
}
