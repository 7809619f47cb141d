import { html, nothing, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { TERM_STRINGS } from '../foundation/edition/term-strings.js';
import { answersList, type AnswerLine } from './answers.js';
import { TICKS } from './asks.js';
import { askViewOf } from './deciding.js';
import { definitionOf } from './facts.js';
import type { Standing } from './flow.js';
import { RESULT_STRINGS } from './result-strings.js';
import type { ResultOptions } from './result-options.js';
import { result } from './result.js';
import { screenOf } from './screen.js';
import { STRINGS } from './strings.js';
import { otherPhases, resultTools } from './tools.js';
import type { Given } from './trail.js';
import type { ResultView, View } from './view.js';

export { phaseToMark, standingOf } from './flow.js';
export { toFragment } from './fragment.js';
export { menuView, ticksView } from './later-screens.js';
export { releaseHint } from './headline.js';
export { resultStyles } from './result.styles.js';

/** The result. */
export function resultPart(standing: Standing, options: ResultOptions, questions: View): TemplateResult {
  const text: ResultView['text'] = options.wordingOf({ ...STRINGS, ...TERM_STRINGS, ...RESULT_STRINGS });
  const view: ResultView = { ...askViewOf(questions, options.wording), text };
  const { notes } = view;
  const { copy, outcome } = options.asking;
  // What few schools need is loaded once the answer is drawn.
  const more = import('./further.js')
    .then(({ further }) => further(standing, options.wordingOf, view))
    .catch(() => html`<p role="alert">${text('check.further-missing')}</p>`);
  return html`${result(standing, options.links, { copy, outcome: outcome && text(outcome) }, view)}
  ${until(more, nothing)} ${answersList(linesOf(standing, options.given, view), view, options.change)}
  ${options.sources(notes)} ${otherPhases(standing.phase, options.wanted, view, options.choosePhase)}
  ${resultTools(options.tools, view)}`;
}

/** What was answered here, then what was known already and the result rests on. */
function linesOf(standing: Standing, given: readonly Given[], view: ResultView): readonly AnswerLine[] {
  const { text } = view;
  const lines = given.map(({ ask, answer, facts, school }): AnswerLine => {
    if (ask === 'school')
      return {
        ask,
        question: text('check.school'),
        answer: school?.identity?.name ?? text('check.school-unlisted'),
      };
    if (ask === 'ticks') {
      const count = answer ? answer.split(' ').length : 0;
      const key = count > 0 ? 'check.ticked' : 'check.ticked-none';
      return { ask, question: text('check.ticks'), answer: text(key, { count, all: TICKS.length }) };
    }
    const screen = screenOf(ask, standing.phase, Object.keys(facts), view);
    return {
      ask,
      question: screen.question,
      answer: screen.choices.find(({ id }) => id === answer)?.label ?? answer,
    };
  });
  const covered = new Set(given.flatMap(({ facts }) => Object.keys(facts)));
  const fromPage = Object.entries(standing.decision?.facts ?? {}).flatMap(([id, value]): AnswerLine[] => {
    const fact = definitionOf(id);
    if (!fact || covered.has(id) || id === 'open' || id === 'inEngland') return [];
    return [{ ask: id, question: view.ask(fact), answer: view.say(fact, value) }];
  });
  return [...lines, ...fromPage];
}
