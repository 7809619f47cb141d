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

/** The widget that is handing something to the others. */
let giver: ReactiveElement | undefined;
let lastTurn: Promise<unknown> = Promise.resolve();

/** After the next picture; in a page that nobody sees, where none is drawn, after a moment. One widget a turn. */
function nextTurn(): Promise<unknown> {
  return (lastTurn = lastTurn.then(
    () =>
      new Promise((go) => {
        requestAnimationFrame(() => setTimeout(go));
        setTimeout(go, 99);
      }),
  ));
}

/** Gives its host the settings that apply to it, and renders it again when they change. */
export class SettingsController implements ReactiveController {
  /** What this widget shares with the others of its page. */
  store: SettingsStore = pageSettings();
  /** To be waited for before the host draws what another widget gave. */
  turn: Promise<unknown> | undefined;
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

  /** What this widget hands to the others: they draw after it, each in a turn of its own, so that the person's answer does not wait for them. */
  update(patch: SettingsPatch): void {
    giver = this.host;
    this.store.update(patch);
    giver = undefined;
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

  private readonly changed = (): void => {
    if (giver && giver !== this.host) this.turn ??= nextTurn().then(() => (this.turn = undefined));
    this.host.requestUpdate();
  };
}
