import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { loadEdition } from '@maths-hubs/sdk/programme';
import { messageOf } from '@maths-hubs/sdk/evidence';
import type { Edition } from '@maths-hubs/sdk/programme';
import { EMPTY_DESK } from '../model/desk.js';
import type { HubDesk, Me } from '../model/desk.js';
import { judgeCases } from '../model/judge-case.js';
import type { JudgedCase } from '../model/judge-case.js';
import { applicationView } from './application-view.js';
import { bar } from './bar.js';
import type { View } from './bar.js';
import { ListView } from './list-view.js';
import { GroupsView } from './groups/groups-view.js';
import { LogView } from './log-view.js';
import { PrivacyView } from './privacy-view.js';
import { SetAsideView } from './set-aside-view.js';
import { SignInView } from './sign-in-view.js';
import { Confirmation } from './confirmation.js';
import { download } from './export.js';
import { openFileSource } from './file-source.js';
import { ask, RefusedError, serviceSource } from './source.js';
import type { DeskSource, StateMove } from './source.js';
import { spoken } from './spoken.js';
import type { DeskState } from './state.js';

/** What each part of the page remembers; reset for each hub. */
function newViews() {
  return {
    list: new ListView(),
    setAside: new SetAsideView(),
    groups: new GroupsView(),
    privacy: new PrivacyView(),
    log: new LogView(),
  };
}

/** The desk: the whole page. It draws into the page itself, so that labels, errors and print work as anywhere. */
export class HubDeskPage extends LitElement {
  #me: Me | null = null;
  #source: (DeskSource & { save?: () => string }) | null = null;
  #edition: Edition | null = null;
  #hub = '';
  #cases: readonly JudgedCase[] = [];
  #desk: HubDesk = EMPTY_DESK;
  #problem = '';
  #message = '';
  #undo: readonly StateMove[] = [];
  readonly #confirmation = new Confirmation(() => this.#drawn());
  #loading = true;
  readonly #signIn = new SignInView(
    () => this.requestUpdate(),
    (file, year) => this.#openFile(file, year),
    async () => {
      await this.#begin();
      this.#begins();
    },
  );
  #views = newViews();

  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onHash);
    void this.#begin();
  }

  override disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onHash);
    super.disconnectedCallback();
  }

  readonly #onHash = (): void => {
    this.#problem = '';
    this.#message = '';
    const [view, reference] = this.#place();
    this.#views.log.leave();
    if (view === 'application' && reference) void this.#source?.opened(reference).catch(this.#fail);
    this.#begins();
  };

  /** Another page begins: whoever cannot see hears its heading, and goes on from there. */
  #begins(): void {
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('h1')?.focus());
  }

  #place(): [string, string | undefined] {
    const [view = 'applications', reference] = location.hash.replace(/^#/, '').split('/');
    return [view || 'applications', reference];
  }

  async #begin(): Promise<void> {
    const [, link] = /^#enter=([\w-]+)$/.exec(location.hash) ?? [];
    if (link !== undefined) {
      this.#signIn.offer(link);
      history.replaceState(null, '', location.pathname);
      this.#loading = false;
      return this.requestUpdate();
    }
    if (location.protocol === 'file:') {
      this.#loading = false;
      return this.requestUpdate();
    }
    try {
      this.#me = await ask<Me>('me');
      const [first] = this.#me.hubs;
      if (first) await this.#openHub(first.id);
    } catch (error) {
      // Signed out is where everybody begins, and no fault; a file needs no service either.
      if (!(error instanceof RefusedError) || ![0, 401, 404].includes(error.status)) this.#fail(error);
    }
    this.#loading = false;
    this.requestUpdate();
  }

  async #openHub(id: string): Promise<void> {
    if (this.#me === null) return;
    this.#source = serviceSource(this.#me, id);
    this.#edition = null;
    this.#undo = [];
    this.#views = newViews();
    this.#signIn.reset();
    await this.#load(id);
  }

  async #openFile(file: File, year: string): Promise<void> {
    try {
      const { source, problems } = await openFileSource(file, year);
      this.#source = source;
      this.#me = await source.me();
      await this.#load('file');
      if (problems.length > 0) this.#problem = problems.slice(0, 20).join('\n');
      this.#begins();
    } catch (error) {
      this.#source = null;
      this.#fail(error);
    }
    this.requestUpdate();
  }

  async #load(id: string): Promise<void> {
    const hub = this.#me?.hubs.find((each) => each.id === id);
    if (this.#source === null || hub === undefined) return;
    if (this.#edition === null) {
      const given = await this.#source.edition();
      this.#edition = typeof given === 'string' ? await loadEdition(given) : given;
    }
    const [cases, desk] = await Promise.all([this.#source.cases(), this.#source.desk()]);
    this.#hub = id;
    this.#cases = judgeCases(cases, this.#edition);
    this.#desk = desk;
    this.requestUpdate();
  }

  readonly #fail = (error: unknown): void => {
    this.#problem = messageOf(error);
    if (error instanceof RefusedError && error.status === 401) this.#source = null;
    this.requestUpdate();
  };

  #drawn(): Promise<boolean> {
    this.requestUpdate();
    return this.updateComplete;
  }

  #state(): DeskState | null {
    const [source, edition] = [this.#source, this.#edition];
    const hub = this.#me?.hubs.find(({ id }) => id === this.#hub);
    if (source === null || edition === null || hub === undefined) return null;
    const act: DeskState['act'] = async (work, done) => {
      this.#problem = '';
      this.#message = '';
      try {
        await work();
        await this.#load(hub.id);
        this.#message = done;
      } catch (error) {
        this.#fail(error);
        // Part of it may have been done: the page shows what is there now.
        if (this.#source !== null) await this.#load(hub.id).catch(this.#fail);
      }
      this.requestUpdate();
    };
    return {
      source,
      hub,
      edition,
      cases: this.#cases.filter(({ setAsideAt }) => setAsideAt === null),
      setAside: this.#cases.filter(({ setAsideAt }) => setAsideAt !== null),
      desk: this.#desk,
      may: (role) => hub.roles.includes(role),
      act,
      async keep(desk) {
        await act(() => source.keep(desk), 'Kept.');
      },
      move: async (moves) => {
        const real = moves.filter(({ from, to }) => from !== to);
        if (real.length === 0) return;
        await act(
          async () => {
            await source.move(real);
            this.#undo = real.map(({ reference, from, to }) => ({ reference, from: to, to: from }));
          },
          `${real.length} ${real.length === 1 ? 'application' : 'applications'} moved.`,
        );
      },
      confirm: (question) => this.#confirmation.ask(question),
      say: (message) => {
        this.#message = message;
        this.requestUpdate();
      },
      fail: this.#fail,
      redraw: () => this.requestUpdate(),
      drawn: async () => void (await this.#drawn()),
    };
  }

  protected override render(): TemplateResult {
    const state = this.#state();
    if (this.#loading) return html`<main><p>Loading…</p></main>`;
    if (state === null) return html`<main>${this.#problemBox()}${this.#signIn.render()}</main>`;
    const [view, reference] = this.#place();
    return html`
      ${bar(state, view, this.#me, {
        choose: (id) => {
          // What is open belongs to the hub that was.
          location.hash = '#applications';
          void this.#openHub(id).catch(this.#fail);
        },
        leave: () => void this.#leave(),
        save: () => this.#save(),
      })}
      <main>
        ${this.#problemBox()}
        <div role="status" class=${this.#message ? 'message no-print' : ''}>
          ${this.#message === '' ? nothing : spoken(this.#message)}
          ${
            this.#undo.length > 0 && this.#message.includes('moved')
              ? html`<button class="plain" @click=${() => void this.#takeBack(state)}>Undo</button>`
              : nothing
          }
        </div>
        ${this.#view(state, view as View | 'application', reference)}
      </main>
      ${this.#confirmation.render()}
    `;
  }

  #view(state: DeskState, view: View | 'application', reference: string | undefined): TemplateResult {
    if (view === 'application' && reference) return applicationView(state, reference);
    if (view === 'set-aside') return this.#views.setAside.render(state);
    if (view === 'groups') return this.#views.groups.render(state);
    if (view === 'privacy') return this.#views.privacy.render(state);
    if (view === 'log') return this.#views.log.render(state);
    return this.#views.list.render(state);
  }

  async #takeBack(state: DeskState): Promise<void> {
    const back = this.#undo;
    this.#undo = [];
    await state.act(() => state.source.move(back), 'Undone.');
  }

  async #leave(): Promise<void> {
    await this.#source?.leave().catch(this.#fail);
    location.assign('./');
  }

  #save(): void {
    const saved = this.#source?.save?.();
    if (saved !== undefined) download(new Blob([saved], { type: 'application/json' }), 'desk.json');
  }

  #problemBox(): TemplateResult | typeof nothing {
    if (this.#problem === '') return nothing;
    return html`<div class="problem" role="alert" tabindex="-1">
      <h2>There is a problem</h2>
      <p>${this.#problem}</p>
    </div>`;
  }
}
