import { safeHref } from '../foundation/links.js';

/** A case study, a video or a podcast, as a hub lists it. */
export interface Story {
  readonly title: string;
  /** Address of the link: where the story itself is. */
  readonly href: string;
  /** What the hub says of it; may be empty. */
  readonly about: string;
  /** `long-view` is a case study that follows a school over years. */
  readonly kind: 'video' | 'audio' | 'page' | 'article' | 'long-view' | 'resource';
  /** The school that it is about, by name and by what it is: `Oak Lane Primary`, `Two classes a year`. */
  readonly school?: { readonly name: string; readonly type: string };
  /** A sentence that somebody said, with name and role as the hub gives them. */
  readonly quote?: { readonly words: string; readonly by: string };
  /** What it is about: `release time`. */
  readonly themes?: readonly string[];
  /** A picture of this site's own; one of another site is not shown. */
  readonly poster?: { readonly src: string; readonly alt: string };
  /** What plays it on this page, where something does. */
  readonly player: Player | null;
}

/** What is fetched when the person presses play. */
export interface Player {
  /** A frame of a video service, or a file that the browser plays. */
  readonly element: 'iframe' | 'video' | 'audio';
  readonly src: string;
  /** Who is contacted, by name; null for this site. */
  readonly host: string | null;
}

const KINDS = {
  video: 'video',
  podcast: 'audio',
  audio: 'audio',
  'case-study': 'page',
  article: 'article',
  'long-view': 'long-view',
  resource: 'resource',
} as const;

/** The stories that stand as plain links between a widget's tags; an address that is not safe is left out. */
export function storiesIn(host: Element): Story[] {
  return [...host.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((link) => {
    const href = safeHref(link.getAttribute('href'));
    const title = textOf(link);
    if (!href || !title) return [];
    const item = link.closest('li, p, article') ?? link;
    return [
      {
        ...storyOf({ title, href, about: aboutOf(item, link, title), kind: link.dataset['kind'] }),
        ...tellingOf(link.closest('li, article') ?? item, link),
      },
    ];
  });
}

/** The hub's words beside the link; its quotation and its picture are drawn separately. */
function aboutOf(item: Element, link: Element, title: string): string {
  if (item === link) return '';
  const words = item.cloneNode(true) as Element;
  for (const each of words.querySelectorAll('blockquote, figure, img, picture')) each.remove();
  return textOf(words)
    .replace(title, '')
    .replace(/^[\s:–—.-]+/, '')
    .trim();
}

/** School, quotation, themes and picture, as far as the hub gives them. */
function tellingOf(item: Element, link: HTMLElement): Pick<Story, 'school' | 'quote' | 'themes' | 'poster'> {
  const { school = '', schoolType = '', themes = '' } = link.dataset;
  const said = item.querySelector('blockquote');
  const by = said?.querySelector('cite, footer') ?? item.querySelector('figcaption cite, cite');
  const words = textOf(said ?? document.createTextNode(''))
    .replace(by && said?.contains(by) ? textOf(by) : '', '')
    .replace(/^[\s“"‘']+|[\s”"’'—–-]+$/g, '');
  const picture = item.querySelector('img');
  const poster = ownAddress(link.dataset['poster'] ?? picture?.getAttribute('src') ?? '');
  const list = themes
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  return {
    ...(school && { school: { name: school, type: schoolType } }),
    ...(words && { quote: { words, by: by ? textOf(by).replace(/^[\s—–-]+/, '') : '' } }),
    ...(list.length > 0 && { themes: list }),
    ...(poster && { poster: { src: poster, alt: link.dataset['posterAlt'] ?? picture?.alt ?? '' } }),
  };
}

/** An address of this site; undefined for any other, so that no picture is asked of another site. */
export function ownAddress(address: string): string | undefined {
  if (!address) return undefined;
  const base = globalThis.document?.baseURI ?? 'https://example.invalid/';
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return /^https?:$/.test(url.protocol) && url.origin === new URL(base).origin ? url.href : undefined;
}

/** A link as a story: its kind as the hub says, else as its address tells. */
function storyOf({
  title,
  href,
  about = '',
  kind,
}: {
  readonly title: string;
  readonly href: string;
  readonly about?: string;
  /** `video`, `podcast`, `case-study` or `resource`. */
  readonly kind?: string | undefined;
}): Story {
  const player = playerOf(href);
  const byPlayer = player === null ? 'page' : player.element === 'audio' ? 'audio' : 'video';
  const named = kind !== undefined && kind in KINDS ? KINDS[kind as keyof typeof KINDS] : byPlayer;
  return { title, href, about, kind: named, player };
}

/** The player of an address; null where only a visit shows what it holds. */
export function playerOf(address: string): Player | null {
  const base = globalThis.document?.baseURI ?? 'https://example.invalid/';
  const url = new URL(address, base);
  const site = url.hostname.replace(/^(www|m)\./, '');
  const path = url.pathname.split('/').filter(Boolean);
  const id = youTubeId(site, path, url.searchParams);
  if (id !== undefined && /^[\w-]{6,20}$/.test(id)) {
    return {
      element: 'iframe',
      src: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0`,
      host: 'YouTube',
    };
  }
  if (site === 'vimeo.com' || site === 'player.vimeo.com') {
    const at = path.findIndex((each) => /^\d{5,}$/.test(each));
    const next = path[at + 1];
    const secret = url.searchParams.get('h') ?? (next && /^[\da-f]{6,}$/.test(next) ? next : null);
    if (at >= 0)
      return {
        element: 'iframe',
        src: `https://player.vimeo.com/video/${path[at]}?dnt=1&autoplay=1${secret ? `&h=${encodeURIComponent(secret)}` : ''}`,
        host: 'Vimeo',
      };
  }
  const element = /\.(mp3|m4a|ogg|oga|opus)$/i.test(url.pathname)
    ? 'audio'
    : /\.(mp4|webm)$/i.test(url.pathname)
      ? 'video'
      : null;
  return (
    element && { element, src: url.href, host: url.origin === new URL(base).origin ? null : url.hostname }
  );
}

/** Who is contacted by a visit to an address. */
export function hostOf(address: string): string {
  return new URL(address, globalThis.document?.baseURI ?? 'https://example.invalid/').hostname.replace(
    /^www\./,
    '',
  );
}

function youTubeId(site: string, path: readonly string[], query: URLSearchParams): string | undefined {
  if (site === 'youtu.be') return path[0];
  if (site !== 'youtube.com' && site !== 'youtube-nocookie.com') return undefined;
  if (path[0] === 'watch') return query.get('v') ?? undefined;
  return ['embed', 'shorts', 'live'].includes(path[0] ?? '') ? path[1] : undefined;
}

function textOf(node: Node): string {
  return (node.textContent ?? '').replace(/\s+/g, ' ').trim();
}
