import { messageOf } from '@maths-hubs/sdk/evidence';
import { EditionNotFoundError, loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import { isServer, type ReactiveController, type ReactiveElement } from 'lit';
import { inlineJson } from '../inline-json.js';
import type { EditionState } from './edition-state.js';
import type { SettingsController } from '../settings-context.js';
import { textAt } from '../text-at.js';

interface EditionHost extends ReactiveElement {
  /** An edition in hand: wins over everything, and needs no reading (as on a server). */
  data: Edition | undefined;
  edition: string;
  src: string;
  /** `secondary` for that programme's terms. */
  programme?: string;
}

/** The year of which there is most evidence; used where the page names none. Each widget shows the year it speaks of. */
export const DEFAULT_YEAR = '2024/25';

/**
 * Finds the edition a widget speaks of, in this order: its `data`, inline JSON between its tags, its `src`, its `edition`,
 * then the page's settings. The schema library is fetched only for a hub's own JSON.
 */
export class EditionController implements ReactiveController {
  private read: EditionState = { status: 'loading' };
  private asked: string | undefined;
  private abort: AbortController | undefined;

  constructor(
    private readonly host: EditionHost,
    private readonly settings: SettingsController,
    private readonly changed?: (state: EditionState) => void,
  ) {
    host.addController(this);
  }

  get state(): EditionState {
    return this.host.data ? { status: 'ready', edition: this.host.data } : this.read;
  }

  hostConnected(): void {
    // Where the reading was given up as the host left the page, nothing else would begin it again.
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.refresh();
  }

  /** Reads the edition again where the host or the settings now name another. A server reads nothing. */
  refresh(): void {
    if (isServer || this.host.data) return;
    const inline = inlineJson(this.host);
    const { src, edition, editionData } = this.settings.value;
    const own = Boolean(this.host.src || this.host.edition || inline !== undefined);
    const key = JSON.stringify([
      inline,
      this.host.src,
      this.host.edition,
      this.host.programme,
      own ? null : [src, edition, editionData?.version],
    ]);
    if (key === this.asked) return;
    this.asked = key;
    this.abort?.abort();
    const abort = (this.abort = new AbortController());
    this.read = { status: 'loading' };
    void this.find(inline, own, abort.signal).then((state) => {
      if (abort.signal.aborted) return;
      this.read = state;
      this.changed?.(state);
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    if (this.read.status !== 'loading') return;
    this.abort?.abort();
    this.asked = undefined;
  }

  private async find(inline: string | undefined, own: boolean, signal: AbortSignal): Promise<EditionState> {
    const shared = this.settings.value;
    if (inline !== undefined) return parseOwn(inline);
    if (this.host.src) return fetchOwn(this.host.src, signal);
    // What a hub's settings state is of its primary programme.
    if (this.host.programme === 'secondary')
      return loadYear(this.host.edition || shared.edition || DEFAULT_YEAR, async (year) =>
        (await import('./secondary-year.js')).loadSecondary(year),
      );
    if (!own && shared.editionData) return { status: 'ready', edition: shared.editionData };
    if (!own && shared.src) return fetchOwn(shared.src, signal);
    return loadYear(this.host.edition || shared.edition || DEFAULT_YEAR);
  }
}

async function loadYear(
  year: string,
  load = loadEdition as (year: string) => Promise<Edition>,
): Promise<EditionState> {
  try {
    return { status: 'ready', edition: await load(year) };
  } catch (error) {
    const cause = error instanceof EditionNotFoundError ? 'unknown-year' : 'unreadable';
    return { status: 'failed', cause, message: messageOf(error), faults: [] };
  }
}

/** @param src  an address; or the terms themselves, where settings carry them */
async function fetchOwn(src: string, signal: AbortSignal): Promise<EditionState> {
  try {
    return await parseOwn(src[0] === '{' ? src : await textAt(src, signal));
  } catch (error) {
    return unreadable(`${src} could not be fetched: ${messageOf(error)}`);
  }
}

async function parseOwn(text: string): Promise<EditionState> {
  const { readEdition } = await import('./own-edition.js');
  return readEdition(text);
}

function unreadable(message: string): EditionState {
  return { status: 'failed', cause: 'unreadable', message, faults: [] };
}
