/** Red, green and blue of sRGB, each 0 to 1. */
export type Rgb = readonly [number, number, number];

/** A reader who asks their system for more contrast has that of AAA. */
const MORE = globalThis.matchMedia?.('(prefers-contrast:more)').matches ? 1.56 : 1;

/** What text needs against its ground by WCAG 2.2 AA, and what lines and rings need. */
const TEXT = 4.5 * MORE;
const LINE = 3 * MORE;

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [1, 1, 1];
const TEAL: Rgb = [0, 0.47, 0.541];
const RED: Rgb = [0.831, 0.082, 0.106];
const CLAY: Rgb = [0.68, 0.29, 0.12];
const BLUE: Rgb = [0.13, 0.4, 0.68];

/** What a page gives: its text, its ground, and the hub's own colours where it has any. */
export interface PageColours {
  readonly ink: Rgb;
  readonly paper: Rgb;
  readonly accent?: Rgb | undefined;
  readonly error?: Rgb | undefined;
  readonly surface?: Rgb | undefined;
}

/**
 * Every colour of a widget, worked out so that its text keeps 4.5 : 1, and its lines and rings 3 : 1, on the ground that they stand on.
 * What already does is left as it is.
 * @returns values by the tokens of `base.styles.ts`, without their `--_`
 */
export function paletteOf({
  ink: given,
  paper,
  accent = mix(TEAL, given, 0.3),
  error = RED,
  surface: own,
}: PageColours) {
  const ink = legible(given, [paper], TEXT);
  const surface = own && contrast(ink, own) >= TEXT ? own : ground(paper, ink, 0.04, ink);
  const tint = ground(paper, accent, 0.1, ink);
  const alarm = ground(paper, error, 0.08, ink);
  const grounds = [paper, surface, tint, alarm];
  const text = legible(accent, grounds, TEXT);
  const give = legible(apart(accent, CLAY) > 0.35 ? CLAY : BLUE, grounds, TEXT);
  return {
    ink,
    paper,
    surface,
    tint,
    alarm,
    muted: legible(mix(paper, ink, 0.76), grounds, TEXT),
    line: mix(paper, ink, 0.2 * MORE),
    'control-line': legible(mix(paper, ink, 0.55), grounds, LINE),
    accent,
    'on-accent': better(accent),
    'accent-text': text,
    edge: legible(accent, grounds, LINE),
    focus: text,
    give,
    'give-tint': ground(paper, give, 0.12, ink),
    error: legible(error, grounds, TEXT),
  } satisfies Record<string, Rgb>;
}

/** The colour itself where its contrast with every ground is enough, else the nearest towards black or white that is. */
function legible(colour: Rgb, grounds: readonly Rgb[], ratio: number): Rgb {
  // Each step asks for the light of these again: worked out once, nine tenths of the work are saved.
  const lights = grounds.map(luminance);
  const least = (each: Rgb): number => {
    const light = luminance(each);
    return Math.min(...lights.map((one) => between(light, one)));
  };
  const end = least(BLACK) > least(WHITE) ? BLACK : WHITE;
  for (let step = 0; step < 1; step += 0.02) {
    const nearer = rounded(mix(colour, end, step));
    if (least(nearer) >= ratio) return nearer;
  }
  return end;
}

/** The paper with a little of a colour: as much as leaves the ink, and black or white, legible on it. */
function ground(paper: Rgb, colour: Rgb, share: number, ink: Rgb): Rgb {
  for (let part = share; part > 0.005; part -= 0.01) {
    const tinted = rounded(mix(paper, colour, part));
    if (contrast(ink, tinted) >= TEXT) return tinted;
  }
  return paper;
}

/** Black or white, whichever reads better: at least 4.58 : 1 on any colour. */
function better(colour: Rgb): Rgb {
  return contrast(BLACK, colour) > contrast(WHITE, colour) ? BLACK : WHITE;
}

/** By WCAG: 1 to 21. */
export const contrast = (one: Rgb, other: Rgb): number => between(luminance(one), luminance(other));

const between = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

/**
 * A colour between two.
 * @param share how much of the second, from 0 to 1
 */
export function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2): number => one[at] * (1 - share) + other[at] * share;
  return [part(0), part(1), part(2)];
}

/** As a screen shows it, so that what is measured is what was promised. */
const rounded = ([r, g, b]: Rgb): Rgb => [level(r) / 255, level(g) / 255, level(b) / 255];
const level = (part: number): number => Math.round(part * 255);

const apart = (one: Rgb, other: Rgb): number => Math.hypot(...one.map((part, at) => part - (other[at] ?? 0)));

/** `rgb(…)` with whole numbers. */
export const cssOf = (colour: Rgb): string => `rgb(${colour.map(level).join(' ')})`;
