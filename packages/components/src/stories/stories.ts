import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MhElement } from '../foundation/element.js';
import { heading } from '../foundation/heading.js';
import { safeHref } from '../foundation/links.js';
import type { Text } from '../foundation/strings.js';
import { StoryPlayEvent } from './events.js';
import { storiesStyles } from './stories.styles.js';
import { hostOf, ownAddress, storiesIn, type Story } from './story.js';
import { STRINGS } from './strings.js';

export { StoryPlayEvent } from './events.js';

type StoriesText = Text<typeof STRINGS>;

/**
 * Case studies, videos and podcasts that a hub lists as plain links. Nothing of another site loads, and no cookie is
 * set, before the person presses play; beside each button it says who is then contacted.
 *
 * @tag mh-stories
 * @summary A hub's case studies, videos and podcasts.
 * @slot - Plain links, each with a sentence about it: the stories. On a link, `data-kind` names its kind (`video`, `podcast`, `article`, `case-study`, `long-view`, `resource`), `data-school` and `data-school-type` the school, `data-themes` what it is about, `data-poster` a picture of your own site; a `<blockquote>` with a `<cite>` beside it is what somebody said.
 * @fires {StoryPlayEvent} mh-story-play - The person pressed play; prevent it to ask for consent first.
 * @csspart heading - Every heading.
 * @csspart story - One story.
 * @csspart facade - The button that stands for a player.
 * @csspart player - The player, once it was asked for.
 * @cssproperty [--mh-accent] - Lines and the play mark.
 */
export class Stories extends MhElement {
  static override styles = [MhElement.styles, storiesStyles];

  /** Stories in hand; the links between the tags otherwise. */
  @property({ attribute: false }) data: readonly Story[] | undefined;

  @state() private listed: readonly Story[] = [];
  /** The theme that the reader chose; empty for all. */
  @state() private theme = '';
  @state() private playing: ReadonlySet<string> = new Set();

  private watcher: MutationObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.read();
    this.watcher = new MutationObserver(() => this.read());
    this.watcher.observe(this, { childList: true, subtree: true, characterData: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher?.disconnect();
  }

  override updated(changed: PropertyValues): void {
    if (!changed.has('playing')) return;
    this.renderRoot.querySelector<HTMLElement>('[data-new]')?.focus();
  }

  override render(): TemplateResult {
    const text = this.wordingOf(STRINGS);
    const stories = this.data ?? this.listed;
    if (stories.length === 0) return html`<slot></slot>`;
    return html`${heading(this.headingLevel, text('stories.title'))} ${this.renderThemes(stories, text)}
      <ul class="stories" role="list">
        ${stories.map((story, index) => this.renderStory(story, index, text))}
      </ul>`;
  }

  /** Several themes among several stories: one may be chosen. */
  private renderThemes(stories: readonly Story[], text: StoriesText): TemplateResult | typeof nothing {
    const themes = [...new Set(stories.flatMap((story) => story.themes ?? []))];
    if (themes.length < 2 || stories.length < 3) return nothing;
    return html`<div class="themes no-print" role="group" aria-label=${text('stories.themes')}>
      ${['', ...themes].map(
        (theme) =>
          html`<button
            type="button"
            aria-pressed=${this.theme === theme}
            @click=${() => (this.theme = theme)}
          >
            ${theme || text('stories.all')}
          </button>`,
      )}
    </div>`;
  }

  private renderStory(story: Story, index: number, text: StoriesText): TemplateResult {
    const { kind, title, about, player, school, quote, themes = [] } = story;
    const href = safeHref(story.href);
    const host = hostOf(story.href);
    const poster = ownAddress(story.poster?.src ?? '');
    const picture = poster
      ? html`<img
          class="poster"
          src=${safeHref(poster)}
          alt=${story.poster?.alt ?? ''}
          loading="lazy"
          @error=${hide}
        />`
      : nothing;
    const hidden = this.theme !== '' && !themes.includes(this.theme);
    return html`<li class="story ${kind}" part="story" ?hidden=${hidden}>
      ${player && player.element !== 'audio' ? nothing : picture}
      <p class="kind">
        ${text(`stories.${kind}`)}${school ? html`<span class="school">${[school.name, school.type].filter(Boolean).join(', ')}</span>` : nothing}
      </p>
      ${heading(this.headingLevel + 1, player || !href ? title : html`<a href=${href}>${title}</a>`)}
      ${
        quote
          ? html`<figure class="quote">
              <blockquote>“${quote.words}”</blockquote>
              ${quote.by ? html`<figcaption>${quote.by}</figcaption>` : nothing}
            </figure>`
          : nothing
      }
      ${about ? html`<p class="about">${about}</p>` : nothing}
      ${player ? this.renderPlayer(story, index, picture, text) : nothing}
      ${themes.length > 0 ? html`<p class="muted">${text('stories.about', { themes: themes.join(', ') })}</p>` : nothing}
      ${
        player
          ? player.host === null || !href
            ? nothing
            : html`<a href=${href}>${text('stories.open', { host: player.host })}</a>`
          : host === globalThis.location?.hostname
            ? nothing
            : html`<p class="muted">${text('stories.read', { host })}</p>`
      }
    </li>`;
  }

  private renderPlayer(
    { title, href, player }: Story,
    index: number,
    picture: TemplateResult | typeof nothing,
    text: StoriesText,
  ): TemplateResult | typeof nothing {
    if (player === null) return nothing;
    if (this.playing.has(href)) return playerOf(player, title);
    return html`<button
        type="button"
        class="facade ${picture !== nothing && player.element !== 'audio' ? 'pictured' : ''}"
        part="facade"
        aria-describedby="contacts-${index}"
        @click=${() => this.play(href)}
      >
        ${player.element === 'audio' ? nothing : picture}<span class="mark" aria-hidden="true"></span>
        <span class="label">${text('stories.play', { title })}</span>
      </button>
      <p class="muted contacts" id="contacts-${index}">
        ${player.host === null ? text('stories.own') : text('stories.contacts', { host: player.host })}
      </p>`;
  }

  private play(href: string): void {
    const story = (this.data ?? this.listed).find((each) => each.href === href);
    if (story && this.dispatchEvent(new StoryPlayEvent(story)))
      this.playing = new Set([...this.playing, href]);
  }

  private read(): void {
    this.listed = storiesIn(this);
  }
}

/** A picture that does not arrive leaves its place to the words. */
function hide(event: Event): void {
  (event.target as HTMLElement).hidden = true;
}

/** The one place where something of another site is asked for. */
function playerOf({ element, src }: NonNullable<Story['player']>, title: string): TemplateResult {
  switch (element) {
    case 'iframe':
      return html`<iframe
        part="player"
        data-new
        src=${safeHref(src)}
        title=${title}
        allow="autoplay; fullscreen; encrypted-media; picture-in-picture"
        referrerpolicy="strict-origin-when-cross-origin"
      ></iframe>`;
    case 'video':
      return html`<video
        part="player"
        data-new
        src=${safeHref(src)}
        aria-label=${title}
        controls
        autoplay
      ></video>`;
    case 'audio':
      return html`<audio
        part="player"
        data-new
        src=${safeHref(src)}
        aria-label=${title}
        controls
        autoplay
      ></audio>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-stories': Stories;
  }
}
