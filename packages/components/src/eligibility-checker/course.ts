import type { PhaseId } from '@maths-hubs/sdk/programme';
import type { ReactiveElement } from 'lit';
import { StepHistory } from '../foundation/step-history.js';
import type { Ask } from './kinds.js';
import { QUESTION_ID, RESULT_ID } from './question.js';
import { again, answered, back, changed, goTo, isTrail, START, type Given, type Trail } from './trail.js';

/** A place of the check as the browser's history keeps it. */
interface Step extends Trail {
  readonly chosen?: PhaseId;
}

/** A place out of what was kept of it; undefined where it is none, as of another version. */
function readStep(kept: unknown): Step | undefined {
  const step = kept as Partial<Step> | null | undefined;
  const isPlace = isTrail(step) && (step.chosen === undefined || typeof step.chosen === 'string');
  return isPlace ? step : undefined;
}

interface Help {
  /** What works out the next question; undefined where it cannot be had. */
  readonly decider: () => Promise<((trail: Trail) => Ask | undefined) | undefined>;
  /** The same, where it is there. */
  readonly next: ((trail: Trail) => Ask | undefined) | undefined;
  /** The check goes to another place. */
  readonly moves: () => void;
}

/** Where a check stands, and how it goes on and back; the browser's Back leads to where it stood. */
export class Course {
  trail: Trail = START;
  /** Phase that the person chose; empty for the way in; undefined for what the page asks. */
  chosen: PhaseId | undefined;
  /** A fact that is asked again though it was never asked here: the page, or a link, told it. */
  reopened: string | undefined;
  ticked: readonly string[] = [];
  /** What is chosen in a menu, and not confirmed. */
  draft: string | undefined;
  /** Whether a menu was confirmed with nothing chosen. */
  unanswered = false;
  /** An answer that was given before what decides was there. */
  held: Given | undefined;
  /** Such an answer could not be taken. */
  unheard = false;
  /** Id of what takes the focus once it is drawn. */
  focus: string | undefined;

  /** Whether an answer is changed from the result, to which the check then goes back. */
  private changing = false;
  private readonly steps: StepHistory<Step>;

  constructor(
    private readonly host: ReactiveElement,
    private readonly help: Help,
  ) {
    this.steps = new StepHistory<Step>(host, START, readStep, (step) => this.restore(step));
  }

  /** The answer that is shown as given. */
  get answer(): string | undefined {
    return (this.held ?? again(this.trail))?.answer;
  }

  /** Goes to a place of the check and takes the focus there. */
  go(trail: Trail): void {
    this.help.moves();
    this.show(trail);
    this.steps.push({ ...trail, ...(this.chosen !== undefined && { chosen: this.chosen }) });
  }

  /** Takes an answer to the question in sight. */
  accept(answer: Given): void {
    const { next } = this.help;
    if (!next) return void this.hold(answer);
    if (this.reopened !== undefined)
      return this.go(answered({ ...this.trail, at: this.trail.given.length }, answer));
    this.go(this.changing ? changed(this.trail, answer, next) : answered(this.trail, answer));
  }

  /** From the result to the question of one answer. */
  change(ask: string): void {
    const trail = goTo(this.trail, ask);
    if (trail !== this.trail) {
      this.go(trail);
      this.changing = true;
      return;
    }
    this.reopened = ask;
    this.look(QUESTION_ID);
  }

  readonly back = (): void => {
    if (this.reopened === undefined) {
      if (!this.steps.back()) this.go(back(this.trail));
      return;
    }
    this.reopened = undefined;
    this.look(RESULT_ID);
  };

  /** Asks of another phase, with the answers that there are. */
  choosePhase(phase: PhaseId): void {
    this.chosen = phase;
    this.go({ ...this.trail, at: this.trail.given.length });
  }

  tick(ticked: readonly string[]): void {
    this.ticked = ticked;
    this.host.requestUpdate();
  }

  /** A menu was confirmed with nothing chosen. */
  refuse(): void {
    this.unanswered = true;
    this.look('error-summary');
  }

  /** Begins anew without the focus: it is of another school. */
  reset(): void {
    this.trail = START;
    this.host.requestUpdate();
  }

  /** The answer is kept as given until the deciding code is loaded. */
  private async hold(answer: Given): Promise<void> {
    this.held = answer;
    this.unheard = false;
    this.host.requestUpdate();
    const next = await this.help.decider();
    // Another answer was chosen meanwhile.
    if (this.held !== answer) return;
    this.held = undefined;
    this.unheard = next === undefined;
    if (next) this.accept(answer);
    this.host.requestUpdate();
  }

  private restore({ given, at, chosen }: Step): void {
    const { trail } = this;
    const same = given.every(({ ask, answer }, index) => {
      const now = trail.given[index];
      return now?.ask === ask && now.answer === answer;
    });
    this.chosen = chosen;
    this.show({ given: same ? trail.given : given, at });
    if (!this.host.hasUpdated) this.focus = undefined;
  }

  private show(trail: Trail): void {
    this.trail = trail;
    this.changing = false;
    this.reopened = undefined;
    this.draft = undefined;
    this.unanswered = false;
    this.held = undefined;
    this.unheard = false;
    const ticks = trail.given.find(({ ask }) => ask === 'ticks')?.answer;
    this.ticked = ticks ? ticks.split(' ') : [];
    this.look(QUESTION_ID);
  }

  private look(id: string): void {
    this.focus = id;
    this.host.requestUpdate();
  }
}
