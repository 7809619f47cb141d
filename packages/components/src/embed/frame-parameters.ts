import { readMark } from '@maths-hubs/sdk/page-check';

/** What a frame shows, or why it shows nothing. */
export type FrameParameters =
  | {
      readonly tag: string;
      /** Attributes of the settings around the widget. */
      readonly settings: Readonly<Record<string, string>>;
      /** Attributes of the widget. */
      readonly widget: Readonly<Record<string, string>>;
      readonly accent: string | null;
    }
  | { readonly problem: string };

const HUB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const YEAR = /^\d{4}[/-]\d{2}(\d{2})?$/;
const PHASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const COLOUR = /^(#?[0-9a-f]{3}|#?[0-9a-f]{6}|[a-z]{3,20})$/i;

/**
 * Reads a frame's address. Anybody can write one, so it can choose what is shown and nothing more:
 * a file comes from the frame's own site, and where applications go is never taken from it.
 * @param address  of the frame
 * @param widgets  names that may be shown, without `mh-`
 */
export function readParameters(address: URL, widgets: readonly string[]): FrameParameters {
  const given = asked(address);
  const name = (given.get('widget') ?? '').replace(/^mh-/, '');
  if (!widgets.includes(name))
    return refuse(`The address of this frame must say which widget to show: widget=${widgets.join(', ')}.`);
  if (given.has('action'))
    return refuse(
      'The address of this frame names a place for applications (action). A frame does not take one.',
    );
  const src = given.get('src');
  if (src && !isOwnSite(src, address))
    return refuse(
      `The address of this frame names a file of another site. Terms (src) must come from ${address.host}.`,
    );
  for (const [parameter, pattern] of CHECKS) {
    const value = given.get(parameter);
    if (value && !pattern.test(value))
      return refuse(
        `The address of this frame has a ${parameter} that cannot be read: ${value.slice(0, 40)}.`,
      );
  }
  const accent = given.get('accent');
  return {
    tag: `mh-${name}`,
    settings: present({ hub: given.get('hub'), edition: given.get('edition')?.replace('-', '/'), src }),
    widget: present({ 'heading-level': given.get('heading-level'), phase: given.get('phase') }),
    accent: accent && /^[0-9a-f]{3}([0-9a-f]{3})?$/i.test(accent) ? `#${accent}` : accent,
  };
}

/**
 * What the address asks for: after `?`, or in the fragment of a link that becomes a widget where a page has the loader, and leads to this page
 * where none has: in a mail, a feed or a document.
 */
function asked({ searchParams, hash }: URL): URLSearchParams {
  const mark = readMark(hash);
  if (!hash.startsWith('#mh-') || mark === undefined) return searchParams;
  const { terms, ...values } = mark.values;
  return new URLSearchParams({ ...values, ...(terms && { src: terms }), widget: mark.name });
}

const CHECKS: readonly (readonly [string, RegExp])[] = [
  ['hub', HUB],
  ['edition', YEAR],
  ['phase', PHASE],
  ['accent', COLOUR],
  ['heading-level', /^[1-6]$/],
];

function refuse(problem: string): FrameParameters {
  return { problem };
}

function isOwnSite(src: string, address: URL): boolean {
  if (!URL.canParse(src, address)) return false;
  const { origin, protocol } = new URL(src, address);
  return origin === address.origin && /^https?:$/.test(protocol);
}

function present(
  values: Readonly<Record<string, string | null | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  );
}
