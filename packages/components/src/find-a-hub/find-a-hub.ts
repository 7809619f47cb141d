import { CREDITS, type FindResult, type HubDirectory, type HubId, type HubQuery } from '@maths-hubs/sdk/hubs';
import type { PostcodeResolver } from '@maths-hubs/sdk/postcodes';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../foundation/announcer.js';
import { controlStyles } from '../foundation/controls.styles.js';
import { MhElement } from '../foundation/element.js';
import { submitByButton } from '../foundation/frame-forms.js';
import { heading } from '../foundation/heading.js';
import { loadingView } from '../foundation/loading.js';
import { noteStyles } from '../foundation/notes.styles.js';
import { Combobox } from './combobox.js';
import { DirectoryController } from './directory-controller.js';
import { HubFoundEvent, settledHub } from './events.js';
import { findStyles } from './find-a-hub.styles.js';
import { hubList } from './hub-list.js';
import { hubMap } from './hub-map.js';
import { lookupService, serviceOf, type LookupService } from './lookup-service.js';
import { MapController } from './map-controller.js';
import { searchForm } from './search-form.js';
import { HubSearch } from './search.js';
import { STRINGS, type FindText } from './strings.js';
import type { Suggestion } from './suggestions.js';
import { Typing } from './typing.js';
import { editorView, failedView, lookingView, NCETM, notLoadedView } from './waiting.js';

export { HubFoundEvent } from './events.js';

/**
 * Finds a school's Maths Hub from a postcode, school, council, place or hub name, says how sure that is and why,
 * and shows all hubs as a list and as a map.
 *
 * @tag mh-find-a-hub
 * @summary Which Maths Hub a school belongs to, and how sure that is.
 * @slot - Plain HTML shown until, or unless, the widget is drawn: a link to NCETM's own finder, say.
 * @fires {HubFoundEvent} mh-hub-found - An answer names at least one hub.
 * @csspart heading - Every heading.
 * @csspart field - The text field.
 * @csspart suggestions - The list of suggestions under it.
 * @csspart result - The answer.
 * @csspart hub - One hub of the answer.
 * @csspart notice - Whether the answer is this site's own hub.
 * @csspart list - All hubs by region.
 * @csspart map - The map of the hubs.
 * @cssproperty [--mh-accent] - Buttons, links and tiles; mixed from teal and the page's text colour.
 * @cssproperty [--mh-surface] - Background of a hub.
 * @cssproperty [--mh-line] - Borders.
 * @cssproperty [--mh-radius=0.5em] - Rounding of corners.
 */
export class FindAHub extends MhElement {
  static override styles = [MhElement.styles, controlStyles, noteStyles, findStyles];

  /**
   * Who looks a postcode up: `postcodes.io` (the default), `index` or `none`.
   * @label Who looks a postcode up
   * @help postcodes.io is a free public service. With “index”, nothing leaves your site; with “none”, people search by name.
   */
  @property() resolver = '';
  /**
   * Address of a postcode index file of this site; nothing then leaves the page.
   * @label Address of your postcode file
   * @help Needed for “index”. Your network can make one.
   */
  @property({ attribute: 'postcode-index' }) postcodeIndex = '';
  /**
   * Address of the folder of a school index, to find schools by name.
   * @label Folder with the list of schools
   * @help If your network gave you one: people then pick their school by name.
   */
  @property({ attribute: 'school-index' }) schoolIndex = '';
  /** Id of this site's own hub, as in the directory: `east-midlands-south`. */
  @property() hub = '';
  /** Address of a hub's own file (JSON) with its details and area. */
  @property({ attribute: 'hub-src' }) hubSrc = '';
  /**
   * What to show, separated by spaces: `field list map`; `tiles` is a small map, a tile a hub.
   * @label What is below the search
   * @help The map of England, the small tiles, the list, or some of them.
   */
  @property() show = 'field list map';
  /** Address of a GeoJSON outline whose features name hubs, drawn in place of our map. */
  @property() outline = '';
  /** The outline in hand; wins over `outline`. */
  @property({ attribute: false }) geojson: unknown;
  /** A resolver of your own; wins over `resolver`. */
  @property({ attribute: false }) postcodeResolver: PostcodeResolver | undefined;
  /** A directory in hand; none is loaded then. */
  @property({ attribute: false }) data: HubDirectory | undefined;
  /** Milliseconds after which a search is called slow. */
  @property({ attribute: false }) slowAfter = 3000;

  @state() private error = '';
  @state() private current: HubId | undefined;
  @state() private unsettled: readonly HubId[] = [];
  @state() private asksPosition = false;

  private readonly announcer = new Announcer(this);
  private readonly source = new DirectoryController(this);
  private readonly map = new MapController(this);
  private readonly finder = new HubSearch(this);
  private readonly typing = new Typing(this, {
    answering: () => this.finder.prepare(),
    directory: async () => (await this.source.whenRead())?.directory,
    schoolIndex: () => this.schoolsAt,
    text: () => this.text,
  });
  private readonly field = new Combobox<Suggestion>(this, 'query', {
    typed: (text) => void this.typed(text),
    chosen: (suggestion) => void this.choose(suggestion),
  });
  private lookup: LookupService | undefined;
  private lookupKey: string | undefined;
  private schoolChoices: readonly Suggestion[] = [];
  private picked: Suggestion | undefined;

  /** The answer that is shown; undefined while there is none. */
  get result(): FindResult | undefined {
    return this.finder.state.status === 'answered' ? this.finder.state.result : undefined;
  }

  /**
   * Searches as if a person had typed the text and pressed the button.
   * @returns the answer; null when it was stopped, or there was nothing to search for
   */
  async search(text: string): Promise<FindResult | null> {
    this.field.setText(text);
    const typed = text.trim();
    this.error = typed === '' ? this.text('find.empty') : '';
    if (typed === '') {
      this.finder.clear();
      this.current = undefined;
      await this.updateComplete;
      this.focusOn('query');
      return null;
    }
    // What was picked from the list is meant again, though its name alone might mean more.
    if (this.picked?.label === typed) return this.choose(this.picked);
    const reading = await this.typing.read(typed).catch((error: unknown) => this.finder.fail(error));
    if (reading === undefined) return null;
    if ('suggestion' in reading) return this.choose(reading.suggestion);
    return 'query' in reading ? this.ask(reading.query) : this.askWhichSchool(reading.schools);
  }

  constructor() {
    super();
    submitByButton(this, () => this.renderRoot);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const shared = this.settings.value;
    const kind = this.resolver || shared.resolver || '';
    const index = this.postcodeIndex || shared.postcodeIndex || '';
    const key = `${kind} ${index}`;
    if (key === this.lookupKey && !changed.has('postcodeResolver')) return;
    this.lookupKey = key;
    this.lookup = this.postcodeResolver ? serviceOf(this.postcodeResolver) : lookupService(kind, index);
  }

  override render(): TemplateResult {
    const { state } = this.source;
    const { text } = this;
    switch (state.status) {
      case 'loading':
        return loadingView(text('find.loading'));
      case 'failed':
        return notLoadedView(text);
      case 'ready':
        return this.renderFinder(state);
    }
  }

  private renderFinder({
    directory,
    faults,
  }: Extract<DirectoryController['state'], { status: 'ready' }>): TemplateResult {
    const { text, headingLevel: level, current } = this;
    const shown = new Set(this.show.split(/\s+/));
    const { result } = this;
    const found = new Set(result?.hubs.map(({ hub }) => hub.id));
    const settled = result !== undefined && settledHub(result) !== undefined;
    const onChoose = (hub: HubId): void => void this.ask({ hub });
    const isOpen = this.offsetWidth >= 700 || !(shown.has('field') || this.map.isShown);
    const list = hubList(directory.hubs, { level: level + 1, text, found, onChoose, isOpen });
    return html`<div class="finder" data-state=${this.stateName}>
      ${heading(level, text('find.title'))} ${shown.has('field') ? this.renderField() : nothing}
      ${this.announcer.region()}
      <div class="result" part="result" ?hidden=${this.finder.state.status === 'empty'}>
        ${this.renderResult(directory)}
      </div>
      <div class="overview">
        ${shown.has('list') ? list : nothing}
        ${
          this.map.isShown
            ? hubMap(directory.hubs, {
                level: level + 1,
                text,
                directory,
                found,
                settled,
                position: result?.position,
                unsettled: this.unsettled,
                current: current ?? (settled ? result.hubs[0]?.hub.id : undefined),
                picture: this.map.picture,
                onCurrent: (id, unsettled = []) => {
                  this.current = id;
                  this.unsettled = unsettled;
                },
                onChoose,
              })
            : nothing
        }
      </div>
      ${editorView(text, this.map.fault === undefined ? faults : [...faults, this.map.fault])}
      <details class="credits">
        <summary>${text('find.credits')}</summary>
        <p>
          ${CREDITS.councils} ${shown.has('field') ? CREDITS.places : nothing}
          ${this.map.isShown ? this.map.picture?.credit : nothing}
        </p>
      </details>
    </div>`;
  }

  private renderField(): TemplateResult {
    return searchForm(this.field, {
      text: this.text,
      service: this.lookup,
      schoolIndex: this.schoolsAt,
      error: this.error,
      asksPosition: this.asksPosition,
      onSearch: () => void this.search(this.field.text),
      // A search says what is wrong when this does not arrive.
      onEnter: () => void this.finder.prepare().catch(() => undefined),
      onAskPosition: (asks) => void this.askPosition(asks),
      onLocate: () => this.locate(),
    });
  }

  private renderResult(directory: HubDirectory): TemplateResult | typeof nothing {
    const { text, headingLevel } = this;
    const { state } = this.finder;
    switch (state.status) {
      case 'empty':
        return nothing;
      case 'looking':
        return lookingView(text, state.slow, () => {
          this.finder.clear();
          this.focusOn('query');
        });
      case 'failed':
        return failedView(text, headingLevel + 1, state.message);
      case 'answered':
        return state.view(state.result, {
          directory,
          level: headingLevel + 1,
          wording: this.settings.value.wording,
          own: this.ownHub,
          links: this.settings.value.links,
          onAsk: (query) => void this.answerQuestion(query),
          onCorrect: (postcode) => void this.search(postcode),
        });
    }
  }

  private get text(): FindText {
    return this.wordingOf(STRINGS);
  }

  private get ownHub(): string | undefined {
    const { state } = this.source;
    return this.hub || (state.status === 'ready' ? state.ownHub : undefined) || this.settings.value.hub;
  }

  private get schoolsAt(): URL | undefined {
    const address = this.schoolIndex || this.settings.value.schoolIndex;
    return address && globalThis.document ? new URL(address, document.baseURI) : undefined;
  }

  private get stateName(): string {
    const { state } = this.finder;
    if (state.status === 'looking') return state.slow ? 'slow' : 'looking';
    if (state.status === 'answered') return state.result.problem?.code ?? state.result.answer;
    if (state.status === 'failed') return 'failed';
    return this.field.expanded ? 'typing' : 'empty';
  }

  private async typed(text: string): Promise<void> {
    this.error = '';
    let count = 0;
    await this.typing.suggest(text, (suggestions) => {
      count = suggestions.length;
      this.field.suggest(suggestions);
    });
    if (text !== this.field.text || (count === 0 && text.trim().length < 4)) return;
    const key = count === 0 ? 'find.suggested-none' : count === 1 ? 'find.suggested-one' : 'find.suggested';
    this.announcer.say(this.text(key, { count }));
  }

  private async askPosition(asks: boolean): Promise<void> {
    this.asksPosition = asks;
    await this.updateComplete;
    this.focusOn(asks ? 'locate-tells' : 'query');
  }

  private focusOn(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  private async choose(suggestion: Suggestion): Promise<FindResult | null> {
    this.picked = suggestion;
    const { school } = suggestion;
    if (school !== undefined) {
      const { name, urn, postcode } = school;
      // With what the register says of it, which the checker then shows to be confirmed and does not ask.
      this.settings.update({
        schoolIdentity: { name, urn, ...(postcode !== null && { postcode }), row: school },
      });
    }
    return this.ask(suggestion.query);
  }

  private async askWhichSchool(schools: readonly Suggestion[]): Promise<FindResult | null> {
    this.schoolChoices = schools;
    const result = await this.finder.show({
      answer: 'unknown',
      hubs: [],
      summary: this.text('find.which-school'),
      where: null,
      areas: [],
      ask: {
        text: this.text('find.which-school'),
        choices: schools,
      },
      confirm: { label: this.text('find.ncetm'), url: NCETM },
    });
    await this.showAnswer();
    return result;
  }

  /** A choice may be one of the schools that were asked about. */
  private async answerQuestion(query: HubQuery): Promise<FindResult | null> {
    const school = this.schoolChoices.find((each) => each.query === query);
    return school === undefined ? this.ask(query) : this.choose(school);
  }

  /** Asks, shows the answer, and tells the page. */
  private async ask(query: HubQuery): Promise<FindResult | null> {
    const state = await this.source.whenRead();
    if (state === undefined) return null;
    this.typing.stop();
    this.field.close();
    this.current = undefined;
    this.announcer.say(this.text('find.looking'));
    const result = await this.finder.ask(query, state.directory, this.lookup, this.slowAfter);
    if (result !== null) {
      this.settings.update({ foundHub: settledHub(result) });
      if (result.hubs.length > 0) this.dispatchEvent(new HubFoundEvent(result));
    }
    if (this.finder.state.status !== 'looking') await this.showAnswer();
    return result;
  }

  private async showAnswer(): Promise<void> {
    await this.updateComplete;
    const title = this.renderRoot.querySelector<HTMLElement>('#result-title');
    // The focus has a screen reader say it; said in the live region too, it was heard three times.
    this.announcer.say('');
    title?.focus();
  }

  private locate(): void {
    this.asksPosition = false;
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => void this.ask({ position: { latitude, longitude } }),
      () => {
        this.error = this.text('find.locate-refused');
        this.announcer.say(this.error);
        this.focusOn('query');
      },
      { maximumAge: 60_000, timeout: 10_000 },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-find-a-hub': FindAHub;
  }
}
