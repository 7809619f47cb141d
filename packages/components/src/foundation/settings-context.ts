import { ContextConsumer, ContextRoot, createContext } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import {
  pageSettings,
  type SharedSettings,
  type SettingsPatch,
  type SettingsStore,
} from './settings-store.js';

/** One key for every copy of one major version, so that separately loaded bundles agree. */
export const settingsContext = createContext<SettingsStore>(Symbol.for('@maths-hubs/settings-context@0'));

const rootKey = Symbol.for('@maths-hubs/context-root@0');

/** Remembers requests that no provider has answered yet: `<mh-settings>` may upgrade after its widgets. */
function attachContextRoot(): void {
  const page = globalThis as { document?: Document; [rootKey]?: ContextRoot };
  if (page.document === undefined || page[rootKey] !== undefined) return;
  page[rootKey] = new ContextRoot();
  page[rootKey].attach(page.document.documentElement);
}

/** Gives its host the settings that apply to it, and renders it again when they change. */
export class SettingsController implements ReactiveController {
  /** What this widget shares with the others of its page. */
  store: SettingsStore = pageSettings();
  private connected = false;

  constructor(private readonly host: ReactiveElement) {
    attachContextRoot();
    host.addController(this);
    new ContextConsumer(host, {
      context: settingsContext,
      subscribe: true,
      callback: (store) => this.use(store),
    });
  }

  get value(): SharedSettings {
    return this.store.value;
  }

  update(patch: SettingsPatch): void {
    this.store.update(patch);
  }

  hostConnected(): void {
    this.connected = true;
    this.store.addEventListener('change', this.changed);
  }

  hostDisconnected(): void {
    this.connected = false;
    this.store.removeEventListener('change', this.changed);
  }

  private use(store: SettingsStore): void {
    if (store === this.store) return;
    this.store.removeEventListener('change', this.changed);
    this.store = store;
    if (this.connected) store.addEventListener('change', this.changed);
    this.changed();
  }

  private readonly changed = (): void => this.host.requestUpdate();
}
