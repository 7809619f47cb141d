import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import {
  pageSettings,
  type SharedSettings,
  type SettingsPatch,
  type SettingsStore,
} from './settings-store.js';

/** One key for every copy of one major version, so that separately loaded bundles agree. */
export const settingsContext = createContext<SettingsStore>(Symbol.for('@maths-hubs/settings-context@0'));

/** Gives its host the settings that apply to it, and renders it again when they change. */
export class SettingsController implements ReactiveController {
  /** What this widget shares with the others of its page. */
  store: SettingsStore = pageSettings();
  private connected = false;
  private readonly consumer: { hostConnected(): void };

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
    this.consumer = new ContextConsumer(host, {
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
    document.addEventListener('context-provider', this.askAgain);
  }

  hostDisconnected(): void {
    this.connected = false;
    this.store.removeEventListener('change', this.changed);
    document.removeEventListener('context-provider', this.askAgain);
  }

  private use(store: SettingsStore): void {
    if (store === this.store) return;
    this.store.removeEventListener('change', this.changed);
    this.store = store;
    if (this.connected) store.addEventListener('change', this.changed);
    this.changed();
  }

  /** `<mh-settings>`, or an element of another name that gives settings, may upgrade after its widgets. */
  private readonly askAgain = ({ context }: Event & { readonly context?: unknown }): void => {
    if (context === settingsContext) this.consumer.hostConnected();
  };

  private readonly changed = (): void => this.host.requestUpdate();
}
