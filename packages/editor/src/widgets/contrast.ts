import { contrast, paletteOf, type Rgb } from '@maths-hubs/components/foundation/palette';

/** Two colours of a widget, one on the other, and their contrast. */
export interface ColourPair {
  readonly what: string;
  readonly one: Rgb;
  readonly other: Rgb;
  /** By WCAG 2: 1 to 21. */
  readonly ratio: number;
  /** 4.5 for text, 3 for lines and rings. */
  readonly needs: number;
  /** What the page's own colour gives there, where the widgets draw a stronger one. */
  readonly given?: number;
}

/** Contrast of two colours by WCAG 2; null when either is not `#rrggbb`. */
export function contrastRatio(one: string, other: string): number | null {
  const [a, b] = [rgbOf(one), rgbOf(other)];
  return a && b ? contrast(a, b) : null;
}

/**
 * Every pair of colours that widgets draw on a page, each on the ground where it shows least: worked out as the widgets do it.
 * @param ink  `#rrggbb`, as the others
 * @param accent  empty for the widgets' own
 */
export function pairsOf(ink: string, paper: string, accent: string): readonly ColourPair[] {
  const [text, page] = [rgbOf(ink), rgbOf(paper)];
  if (!text || !page) return [];
  const own = rgbOf(accent);
  const drawn = paletteOf({ ink: text, paper: page, accent: own });
  const grounds = [drawn.paper, drawn.surface, drawn.tint, drawn.alarm];
  const least = (colour: Rgb): readonly [Rgb, number] =>
    grounds
      .map((ground) => [ground, contrast(colour, ground)] as const)
      .reduce((worst, each) => (each[1] < worst[1] ? each : worst));
  const pair = (what: string, one: Rgb, needs: number, from?: Rgb): ColourPair => {
    const [other, ratio] = least(one);
    const given = from && least(from)[1];
    return { what, one, other, ratio, needs, ...(given !== undefined && given < needs ? { given } : {}) };
  };
  return [
    pair('Text', drawn.ink, 4.5, text),
    pair('Small print', drawn.muted, 4.5),
    pair('Links', drawn['accent-text'], 4.5, own),
    {
      what: 'Words on buttons',
      one: drawn['on-accent'],
      other: drawn.accent,
      ratio: contrast(drawn['on-accent'], drawn.accent),
      needs: 4.5,
    },
    pair('What a school gives', drawn.give, 4.5),
    pair('Messages of errors', drawn.error, 4.5),
    pair('Lines of fields', drawn['control-line'], 3),
    pair('Edges in your colour', drawn.edge, 3, own),
    pair('The ring around what has the focus', drawn.focus, 3, own),
  ];
}

function rgbOf(colour: string): Rgb | undefined {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return [Number.parseInt(red, 16) / 255, Number.parseInt(green, 16) / 255, Number.parseInt(blue, 16) / 255];
}
