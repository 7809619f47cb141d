import { messageOf } from '@maths-hubs/sdk/evidence';
import { loadHubs, type HubDirectory } from '@maths-hubs/sdk/hubs';
import type { ReactiveController, ReactiveElement } from 'lit';

/** What the widget draws from, and how far it has come. */
export type DirectoryState =
  | { readonly status: 'loading' }
  | {
      readonly status: 'ready';
      readonly directory: HubDirectory;
      /** The hub whose own file is in the directory. */
      readonly ownHub?: string;
      /** Why the hub's own file is not used. */
      readonly faults: readonly string[];
    }
  | { readonly status: 'failed' };

interface DirectoryHost extends ReactiveElement {
  data: HubDirectory | undefined;
  hubSrc: string;
}

/** Finds the directory and a hub's own file, both from the page's own addresses. */
export class DirectoryController implements ReactiveController {
  private read: DirectoryState = { status: 'loading' };
  private reading: Promise<void> | undefined;
  private asked: string | undefined;

  constructor(private readonly host: DirectoryHost) {
    host.addController(this);
  }

  get state(): DirectoryState {
    const { data, hubSrc } = this.host;
    return data !== undefined && hubSrc === '' ? { status: 'ready', directory: data, faults: [] } : this.read;
  }

  /** The directory, once it is read; undefined when it could not be. */
  async whenRead(): Promise<Extract<DirectoryState, { status: 'ready' }> | undefined> {
    await this.host.updateComplete;
    await this.reading;
    return this.state.status === 'ready' ? this.state : undefined;
  }

  hostUpdate(): void {
    const { data, hubSrc } = this.host;
    if (this.asked !== hubSrc && !(data !== undefined && hubSrc === '')) {
      this.asked = hubSrc;
      this.reading = readDirectory(data, hubSrc).then((state) => {
        if (this.asked !== hubSrc) return;
        this.read = state;
        this.host.requestUpdate();
      });
    }
  }
}

async function readDirectory(data: HubDirectory | undefined, hubSrc: string): Promise<DirectoryState> {
  let directory: HubDirectory;
  try {
    directory = data ?? (await loadHubs());
  } catch (error) {
    console.warn('find-a-hub: the hubs did not load; the plain content stays.', error);
    return { status: 'failed' };
  }
  if (hubSrc === '') return { status: 'ready', directory, faults: [] };
  try {
    const { withOwnHub } = await import('./own-hub.js');
    const own = await withOwnHub(directory, hubSrc);
    return { status: 'ready', directory: own.directory, ownHub: own.hub, faults: [] };
  } catch (error) {
    return { status: 'ready', directory, faults: [messageOf(error)] };
  }
}
