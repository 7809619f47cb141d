import { safeHref } from '../foundation/links.js';

/** A case study, a video or a podcast, as a hub lists it. */
export interface Story {
  readonly title: string;
  /** Address of the link: where the story itself stands. */
  readonly href: string;
  /** What the hub says of it; may be empty. */
  readonly about: string;
  readonly kind: 'video' | 'audio' | 'page' | 'resource';
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
  resource: 'resource',
} as const;

/** The stories that stand as plain links between a widget's tags; an address that is not safe is left out. */
export function storiesIn(host: Element): Story[] {
  return [...host.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((link) => {
    const href = safeHref(link.getAttribute('href'));
    const title = textOf(link);
    if (!href || !title) return [];
    const item = link.closest('li, p, article') ?? link;
    const about =
      item === link
        ? ''
        : textOf(item)
            .replace(title, '')
            .replace(/^[\s:–—.-]+/, '')
            .trim();
    return [storyOf({ title, href, about, kind: link.dataset['kind'] })];
  });
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
  const told = player === null ? 'page' : player.element === 'audio' ? 'audio' : 'video';
  const named = kind !== undefined && kind in KINDS ? KINDS[kind as keyof typeof KINDS] : told;
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
