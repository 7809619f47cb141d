import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { contrast, mix, paletteOf, type Rgb } from './palette.js';

const part = fc.integer({ min: 0, max: 255 }).map((level) => level / 255);
const colour: fc.Arbitrary<Rgb> = fc.tuple(part, part, part);
const hub = fc.option(colour, { nil: undefined });

describe('the palette', () => {
  it('keeps text at 4.5 : 1, and lines and rings at 3 : 1, on every ground, for any page and accent', () => {
    fc.assert(
      fc.property(colour, colour, hub, hub, (ink, paper, accent, error) => {
        const palette = paletteOf({ ink, paper, accent, error });
        const grounds = [palette.paper, palette.surface, palette.tint, palette.alarm];
        const least = (one: Rgb, others: readonly Rgb[] = grounds): number =>
          Math.min(...others.map((other) => contrast(one, other)));
        for (const name of ['ink', 'muted', 'accent-text', 'error', 'give'] as const)
          expect(least(palette[name]), name).to.be.at.least(4.5);
        for (const name of ['control-line', 'edge', 'focus'] as const)
          expect(least(palette[name]), name).to.be.at.least(3);
        expect(contrast(palette['on-accent'], palette.accent), 'label').to.be.at.least(4.5);
        expect(contrast(palette.ink, palette['give-tint']), 'give').to.be.at.least(4.5);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves what is legible as it is: the ink of the page, and the accent on a button', () => {
    fc.assert(
      fc.property(colour, colour, colour, (ink, paper, accent) => {
        fc.pre(contrast(ink, paper) >= 4.5);
        const palette = paletteOf({ ink, paper, accent });
        expect(palette.ink.map((level) => Math.round(level * 255))).to.deep.equal(
          ink.map((level) => Math.round(level * 255)),
        );
        expect(palette.accent).to.deep.equal(accent);
      }),
    );
  });

  it('tells giving from getting by hue, whatever the accent', () => {
    const clay: Rgb = [0.68, 0.29, 0.12];
    const { give } = paletteOf({ ink: [0, 0, 0], paper: [1, 1, 1], accent: clay });
    expect(Math.hypot(...give.map((level, at) => level - (clay[at] ?? 0)))).to.be.greaterThan(0.35);
  });

  it('mutes text only as far as the ink leaves room', () => {
    const pale: Rgb = [0.35, 0.35, 0.35];
    const strong: Rgb = [0, 0, 0];
    const white: Rgb = [1, 1, 1];
    expect(contrast(paletteOf({ ink: strong, paper: white }).muted, mix(white, strong, 0.04))).to.be.lessThan(
      11,
    );
    expect(contrast(paletteOf({ ink: pale, paper: white }).muted, white)).to.be.at.least(4.5);
  });
});
