import { messageOf } from '@maths-hubs/sdk/evidence';
import { EditionNotFoundError, loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import { isServer, type ReactiveController, type ReactiveElement } from 'lit';
import { inlineJson } from '../inline-json.js';
import type { EditionState } from './edition-state.js';
import type { SettingsController } from '../settings-context.js';
import { ask } from '../ask.js';

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
  /** Stands for the reading that is under way: what an earlier one finds comes too late. */
  private reading: object | undefined;

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
    const reading = (this.reading = {});
    this.read = { status: 'loading' };
    // Each widget in a turn of its own: what the person does meanwhile is answered between two.
    void this.find(inline, own).then((state) =>
      setTimeout(() => {
        if (reading !== this.reading) return;
        this.read = state;
        this.changed?.(state);
        this.host.requestUpdate();
      }),
    );
  }

  hostDisconnected(): void {
    if (this.read.status !== 'loading') return;
    this.reading = this.asked = undefined;
  }

  private async find(inline: string | undefined, own: boolean): Promise<EditionState> {
    const { src, edition, editionData } = this.settings.value;
    if (inline !== undefined) return parseOwn(inline);
    if (this.host.src) return readOwn(this.host.src);
    const year = this.host.edition || edition || DEFAULT_YEAR;
    // What a hub's settings state is of its primary programme.
    if (this.host.programme === 'secondary')
      return loadYear(year, async (named) => (await import('./secondary-year.js')).loadSecondary(named));
    if (!own && editionData) return { status: 'ready', edition: editionData };
    return !own && src ? readOwn(src) : loadYear(year);
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
    return failed(cause, messageOf(error));
  }
}

/** A hub's own terms that have been read, by what names them: the widgets of a page fetch and check one file once. */
const known = new Map<string, Promise<EditionState>>();

/** @param src  an address; or the terms themselves, where settings carry them */
async function readOwn(src: string): Promise<EditionState> {
  // A single-page application moves what a relative address means.
  const key = document.baseURI + src;
  const reading = known.get(key) ?? fetchOwn(src);
  known.set(key, reading);
  const state = await reading;
  // May be mended meanwhile.
  if (state.status === 'failed') known.delete(key);
  return state;
}

/** The file is asked for before what reads it, so that both come at once. */
async function fetchOwn(src: string): Promise<EditionState> {
  if (src[0] === '{') return parseOwn(src);
  const asked = ask(src);
  return withReader(({ fetchEdition }) => fetchEdition(src, asked));
}

function parseOwn(text: string): Promise<EditionState> {
  return withReader(({ readEdition }) => readEdition(text));
}

async function withReader(
  read: (part: typeof import('./own-edition.js')) => Promise<EditionState>,
): Promise<EditionState> {
  try {
    return await read(await import('./own-edition.js'));
  } catch (error) {
    // Every object then has that name, and the library that reads the terms stops at it, in words that help nobody.
    for (const name in {}) return failed('unreadable', `Take “${name}” off Object.prototype.`);
    return failed('unreadable', messageOf(error));
  }
}

function failed(cause: 'unknown-year' | 'unreadable', message: string): EditionState {
  return { status: 'failed', cause, message, faults: [] };
}
