import type { ReactiveController, ReactiveElement } from 'lit';

const KEY = 'mh-steps';

/** What an entry of the browser's history holds of this page's widgets. Never an address: nothing of it can be seen or sent. */
interface Mark {
  /** Where each widget stood, by its place in the page. */
  readonly steps: Readonly<Record<string, unknown>>;
  /** The widget that made the entry; absent for the one it started from. */
  readonly by?: string;
}

interface Present {
  readonly restore: (step: unknown) => void;
  step: unknown;
  /** Where it stood before each step that the browser took no entry for, the last at the end. */
  loose: unknown[];
}

/** What every copy of this file on a page shares: an entry holds the steps of all widgets, and one listener reads it. */
interface Page {
  readonly present: Map<string, Present>;
  place: string;
}

const pageKey = Symbol.for('@maths-hubs/steps@0');

function pageSteps(): Page {
  const all = globalThis as { [pageKey]?: Page };
  if (!all[pageKey]) window.addEventListener('popstate', onPop, { capture: true });
  return (all[pageKey] ??= { present: new Map(), place: location.href });
}

function markOf(state: unknown): Mark | undefined {
  const mark = typeof state === 'object' && state !== null && KEY in state ? state[KEY] : undefined;
  const steps = typeof mark === 'object' && mark !== null && 'steps' in mark ? mark.steps : undefined;
  return typeof steps === 'object' && steps !== null ? (mark as Mark) : undefined;
}

function put(how: 'pushState' | 'replaceState', by?: string): boolean {
  const page = pageSteps();
  const steps = Object.fromEntries([...page.present].map(([id, { step }]) => [id, step]));
  const mark: Mark = { steps, ...(by && { by }) };
  try {
    const state: unknown = history.state;
    history[how]({ ...(typeof state === 'object' ? state : null), [KEY]: mark }, '');
    page.place = location.href;
    return true;
  } catch (error) {
    // A browser limits how often a page may do this, and a frame may forbid it. The widget goes on without.
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/**
 * Between two entries of one address that differ only in a widget's step nothing else has to happen. A page that
 * changes its content by script (Turbo, a single-page application) would replace the page and lose the answers.
 */
function onPop(event: PopStateEvent): void {
  const mark = markOf(event.state);
  const { present, place } = pageSteps();
  if (!mark || present.size === 0 || location.href !== place) return;
  event.stopImmediatePropagation();
  for (const [id, widget] of present) {
    if (!(id in mark.steps) || same(widget.step, mark.steps[id])) continue;
    widget.step = mark.steps[id];
    widget.loose = [];
    widget.restore(widget.step);
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * A widget's steps as entries of the browser's own history: Back goes one step back, Forward one on, a page that is
 * loaded again is where it was. A step is plain data; it stays in this tab and never gets into the address.
 */
export class StepHistory<Step> implements ReactiveController {
  private id = '';

  /**
   * @param read  a step out of what the history keeps, which another version or another script may have written; undefined
   *   where it is none
   * @param restore  the person went back or on to this step
   */
  constructor(
    private readonly host: ReactiveElement,
    private readonly first: Step,
    private readonly read: (kept: unknown) => Step | undefined,
    private readonly restore: (step: Step) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const { host } = this;
    const alike = [...host.ownerDocument.getElementsByTagName(host.localName)];
    this.id = host.id || `${host.localName}-${alike.indexOf(host)}`;
    const kept = this.read(markOf(history.state)?.steps[this.id]);
    pageSteps().present.set(this.id, {
      restore: (step) => this.restore(this.read(step) ?? this.first),
      step: kept ?? this.first,
      loose: [],
    });
    if (kept !== undefined) this.restore(kept);
  }

  hostDisconnected(): void {
    pageSteps().present.delete(this.id);
  }

  /** The person has gone on: a new entry. */
  push(step: Step): void {
    const own = pageSteps().present.get(this.id);
    if (!own || same(own.step, step)) return;
    // The entry may be older than this widget, which comes when it is in sight.
    const mark = markOf(history.state);
    if (!mark || !(this.id in mark.steps)) put('replaceState', mark?.by);
    const before = own.step;
    own.step = step;
    if (put('pushState', this.id)) own.loose = [];
    else own.loose.push(before);
  }

  /** What stands at this place has changed, and the place has not. */
  replace(step: Step): void {
    const own = pageSteps().present.get(this.id);
    if (!own || same(own.step, step)) return;
    own.step = step;
    if (markOf(history.state)) put('replaceState', markOf(history.state)?.by);
  }

  /**
   * Goes back in the browser, where the entry before this one is the widget's own; by itself over steps that the
   * browser took no entry for. @returns whether it does
   */
  back(): boolean {
    const own = pageSteps().present.get(this.id);
    if (own && own.loose.length > 0) {
      own.step = own.loose.pop();
      own.restore(own.step);
      return true;
    }
    if (markOf(history.state)?.by !== this.id) return false;
    history.back();
    return true;
  }
}
