import type { HubDirectory } from '@maths-hubs/sdk/hubs';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { FindText } from './strings.js';
import type { Reading, Suggestion, SuggestionSource } from './suggestions.js';

/** What suggestions are made from; read again at every keystroke. */
export interface TypingContext {
  readonly answering: () => Promise<typeof import('./answering.js')>;
  readonly directory: () => Promise<HubDirectory | undefined>;
  readonly schoolIndex: () => URL | undefined;
  readonly text: () => FindText;
}

/** What a person types: suggestions for it, and what it means. A new text stops the work for the last. */
export class Typing implements ReactiveController {
  private work: AbortController | undefined;
  private source: SuggestionSource | undefined;
  private madeFrom: readonly unknown[] = [];

  constructor(
    host: ReactiveElement,
    private readonly context: TypingContext,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  stop(): void {
    this.work?.abort();
  }

  /** @param show  is given every list that is longer than the last, names before the schools that have to be fetched */
  async suggest(text: string, show: (suggestions: readonly Suggestion[]) => void): Promise<void> {
    const signal = this.start();
    // Where the code that answers did not arrive, a search says so; typing need not.
    const source = await this.suggestions().catch(() => undefined);
    if (source === undefined || signal.aborted) return;
    const names = await source.names(text);
    if (signal.aborted) return;
    show(names);
    const schools = await source.schoolsWhileTyping(text, signal);
    if (schools.length === 0 || signal.aborted) return;
    show([...names.filter(({ slip }) => !slip), ...schools, ...names.filter(({ slip }) => slip)]);
  }

  /** What a searched text means; undefined when another text was typed meanwhile. */
  async read(text: string): Promise<Reading | undefined> {
    const signal = this.start();
    const reading = await (await this.suggestions())?.read(text, signal);
    return signal.aborted ? undefined : reading;
  }

  private start(): AbortSignal {
    this.stop();
    this.work = new AbortController();
    return this.work.signal;
  }

  private async suggestions(): Promise<SuggestionSource | undefined> {
    const { answering, schoolIndex } = this.context;
    const [{ SuggestionSource }, directory] = await Promise.all([answering(), this.context.directory()]);
    if (directory === undefined) return undefined;
    const text = this.context.text();
    const from = [directory, schoolIndex()?.href, text('find.kind-council')];
    if (this.source === undefined || from.some((part, index) => part !== this.madeFrom[index])) {
      this.madeFrom = from;
      this.source = new SuggestionSource(directory, schoolIndex(), {
        council: text('find.kind-council'),
        area: text('find.kind-area'),
        place: text('find.kind-place'),
        hub: text('find.kind-hub'),
        school: text('find.kind-school'),
      });
    }
    return this.source;
  }
}
