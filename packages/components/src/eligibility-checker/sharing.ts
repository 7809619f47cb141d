import type { ReactiveElement } from 'lit';
import type { ResultOptions } from './result-options.js';

/** Taking a result away: its link, and the list of what to ask the hub. */
export class Sharing {
  /** Link that carries the answers; empty until it is asked for. */
  link = '';
  copied = false;
  /** What came of copying the list; empty until somebody copied it. */
  outcome: ResultOptions['asking']['outcome'] = '';

  constructor(private readonly host: ReactiveElement) {}

  forget(): void {
    this.link = '';
    this.outcome = '';
  }

  async share(fragment: string): Promise<void> {
    this.link = location.href.replace(/#.*$/, '') + fragment;
    this.copied = await copy(this.link);
    this.host.requestUpdate();
  }

  async copyAsks(list: string): Promise<void> {
    this.outcome = (await copy(list)) ? 'check.ask-copied' : 'check.ask-not-copied';
    this.host.requestUpdate();
  }
}

async function copy(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    // A page without https, and a frame that may not, has no clipboard: the person copies by hand.
    return false;
  }
}
