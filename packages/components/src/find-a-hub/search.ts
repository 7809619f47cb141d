import { messageOf } from '@maths-hubs/sdk/evidence';
import type { FindResult, HubDirectory, HubQuery } from '@maths-hubs/sdk/hubs';
import type { PostcodeResolver } from '@maths-hubs/sdk/postcodes';
import type { ReactiveController, ReactiveElement } from 'lit';
import { addStyles } from '../foundation/late-styles.js';
import type { LookupService } from './lookup-service.js';

type Answering = typeof import('./answering.js');

export type SearchState =
  | { readonly status: 'empty' }
  | { readonly status: 'looking'; readonly slow: boolean }
  | { readonly status: 'answered'; readonly result: FindResult; readonly view: Answering['resultView'] }
  /** A defect: of the page's postcode index, say, or code that did not arrive. */
  | { readonly status: 'failed'; readonly message: string };

/** One search at a time: a new one stops the last. */
export class HubSearch implements ReactiveController {
  state: SearchState = { status: 'empty' };
  private stop: AbortController | undefined;
  private answering: Promise<Answering> | undefined;
  private opened: { readonly service: LookupService; readonly resolver: PostcodeResolver } | undefined;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    if (this.state.status === 'looking') this.clear();
  }

  /** Fetches what answers, ahead of the search. */
  async prepare(): Promise<Answering> {
    this.answering ??= import('./answering.js').catch((error: unknown) => {
      this.answering = undefined;
      throw error;
    });
    return this.answering;
  }

  /**
   * @param slowAfter  milliseconds after which the search is called slow
   * @returns the answer; null when another search, or the person, stopped this one, or it failed
   */
  async ask(
    query: HubQuery,
    directory: HubDirectory,
    service: LookupService | undefined,
    slowAfter: number,
  ): Promise<FindResult | null> {
    return this.answer(slowAfter, async (answering, signal) => {
      const resolver = service && this.resolverOf(service, answering);
      return answering.findHub(query, { directory, signal, ...(resolver && { resolver }) });
    });
  }

  /** Shows an answer that was made here. */
  async show(result: FindResult): Promise<FindResult | null> {
    return this.answer(Infinity, async () => result);
  }

  /** Says that a search could not be made, to the person and in the console. */
  fail(error: unknown): undefined {
    console.error(`<${this.host.localName}>: the search failed.`, error);
    this.become({ status: 'failed', message: messageOf(error) });
  }

  clear(): void {
    this.stop?.abort();
    this.become({ status: 'empty' });
  }

  private async answer(
    slowAfter: number,
    work: (answering: Answering, signal: AbortSignal) => Promise<FindResult>,
  ): Promise<FindResult | null> {
    this.stop?.abort();
    const { signal } = (this.stop = new AbortController());
    this.become({ status: 'looking', slow: false });
    const slowly = (): void => this.become({ status: 'looking', slow: true });
    const timer = Number.isFinite(slowAfter) ? setTimeout(slowly, slowAfter) : undefined;
    signal.addEventListener('abort', () => clearTimeout(timer));
    try {
      const answering = await this.prepare();
      // The styles of an answer come with what answers.
      addStyles(this.host, answering.answerStyles);
      const result = await work(answering, signal);
      if (signal.aborted) return null;
      this.become({ status: 'answered', result, view: answering.resultView });
      return result;
    } catch (error) {
      if (signal.aborted) return null;
      this.fail(error);
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /** One resolver a service, so that it remembers its answers. */
  private resolverOf(service: LookupService, answering: Answering): PostcodeResolver {
    if (this.opened?.service !== service) this.opened = { service, resolver: service.open(answering) };
    return this.opened.resolver;
  }

  private become(state: SearchState): void {
    this.state = state;
    this.host.requestUpdate();
  }
}
