import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { bar, notYet, schoolLine } from './around.js';
import type { Course } from './course.js';
import type { Check } from './deciding.js';
import { kindScreen } from './first-screen.js';
import type { Registered } from './gias.js';
import type { Ask } from './kinds.js';
import { isMenu, questionView, whyAsked } from './question.js';
import type { AnswerChoice, Screen } from './screen-type.js';
import type { AskView, View } from './view.js';

/** Everything that a question is drawn with. */
export interface AskOptions {
  readonly ask: Ask;
  readonly count: number | undefined;
  readonly course: Course;
  readonly school: Partial<Registered>;
  readonly wrongSchool: () => void;
  /** The list that the school is picked from. */
  readonly pick: () => TemplateResult | undefined;
  readonly later: Later | undefined;
  readonly drawing: typeof import('./result-part.js') | undefined;
  /** In the place of a question whose part is not there yet. */
  readonly wait: () => TemplateResult;
  readonly takeTicks: (event: Event) => void;
}

/** What questions after the first are drawn with. */
interface Later {
  readonly deciding: typeof import('./deciding.js');
  readonly check: Check;
  readonly words: AskView;
}

/** A question with its way back, the school that it is asked of, why it is asked, and that nothing leaves the page. */
export function askView(options: AskOptions, view: View): TemplateResult {
  const { ask, count, course, school, wrongSchool } = options;
  const { trail, reopened, back } = course;
  const canGoBack = trail.at > 0 || reopened !== undefined;
  const picked = ask === 'school' ? options.pick() : undefined;
  return html`${bar(trail.at, count, canGoBack ? back : undefined, view)}
    ${picked ?? html`${schoolLine(school, true, wrongSchool, view)} ${bodyOf(options, view)}`}
    <p class="muted no-print">${view.text('check.privacy')}</p>`;
}

function bodyOf(options: AskOptions, view: View): TemplateResult {
  const { ask, course, later, drawing } = options;
  if (ask === 'kind') return firstBody(course, view);
  if (!later) return options.wait();
  if (ask === 'ticks')
    return drawing
      ? html`<form novalidate @submit=${options.takeTicks}>
            ${drawing.ticksView(course.ticked, (ticked) => course.tick(ticked), view)}
          </form>
          ${whyAsked([], null, view)}`
      : options.wait();
  const { deciding, check, words } = later;
  const { screen, phase, reasons } = deciding.questionAt(ask, check, course.trail, words);
  if (!isMenu(screen)) {
    const hint = ask === 'releasesTwoTeachers' ? drawing?.releaseHint(phase, view) : undefined;
    return html`${choices({ ...screen, ...(hint && { hint }) }, course, view)}
    ${whyAsked(reasons, phase, view)}`;
  }
  if (!drawing) return options.wait();
  const menu = {
    chosen: course.draft ?? course.answer,
    error: course.unanswered ? view.text('check.no-answer') : undefined,
    onChange: (id: string) => (course.draft = id),
    onSubmit: (event: Event) => takeMenu(event, screen, course),
  };
  return html`${keyed(ask, drawing.menuView(screen, menu, view))} ${whyAsked(reasons, phase, view)}`;
}

/** The first question may be answered before what follows is there. */
function firstBody(course: Course, view: View): TemplateResult {
  const { held, unheard } = course;
  return html`${choices(kindScreen(view), course, view)}
  ${held || unheard ? notYet(unheard, undefined, view.text) : nothing} ${whyAsked([], null, view)}`;
}

function choices(screen: Screen, course: Course, view: View): unknown {
  const choose = (choice: AnswerChoice): void => take(screen, choice, course);
  return keyed(screen.ask, questionView(screen, course.answer, choose, view));
}

function take({ ask }: Screen, { id, facts }: AnswerChoice, course: Course): void {
  course.accept({ ask, answer: id, facts });
}

function takeMenu(event: Event, screen: Screen, course: Course): void {
  event.preventDefault();
  const wanted = course.draft ?? course.answer;
  const choice = screen.choices.find(({ id }) => id === wanted);
  if (choice) take(screen, choice, course);
  else course.refuse();
}
