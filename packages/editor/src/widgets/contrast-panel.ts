import { cssOf, type Rgb } from '@maths-hubs/components/foundation/palette';
import { html, type TemplateResult } from 'lit';
import type { Look } from '../project/project.js';
import { pairsOf, type ColourPair } from './contrast.js';

/** What the widgets draw with the page's colours: each pair measured, and which colour is made stronger. */
export function contrastPanel(look: Look): TemplateResult {
  const grounds = [
    ['On your page', pairsOf(look.ink, look.paper, look.accent)],
    ['When dark', pairsOf(look.inkDark, look.paperDark, look.accentDark)],
  ] as const;
  const all = grounds.flatMap(([, pairs]) => pairs);
  const weak = all.filter(({ ratio, needs }) => ratio < needs).length;
  const stronger = all.filter(({ given }) => given !== undefined).length;
  return html`<div id="contrast">
    <h4>Contrast</h4>
    <p role="status">
      ${weak === 0 ? `All ${all.length} pairs of colours pass.` : `${weak} of ${all.length} pairs of colours are too weak.`}
      ${stronger === 0 ? 'Your colours are drawn as they are.' : `In ${stronger} of them your colour is too weak, and the widgets draw a stronger one.`}
    </p>
    <div class="columns">
      ${grounds.map(
        ([title, pairs]) =>
          html`<div>
            <h5>${title}</h5>
            <ul class="pairs">
              ${pairs.map(row)}
            </ul>
          </div>`,
      )}
    </div>
  </div>`;
}

function row({ what, one, other, ratio, needs, given }: ColourPair): TemplateResult {
  const passes = ratio >= needs;
  return html`<li class=${passes ? '' : 'too-low'}>
    <span class="swatch" aria-hidden="true" .style=${swatch(one, other, needs)}
      >${needs > 3 ? 'Aa' : ''}</span
    >
    <span>
      <strong>${what}:</strong> ${inWords(ratio)}, ${passes ? 'passes' : 'too weak'} (${needs} is needed).
      ${given === undefined ? '' : `Your own colour gives ${inWords(given)}: it is drawn stronger.`}
    </span>
  </li>`;
}

/** Text on its ground; a line around it. */
function swatch(one: Rgb, other: Rgb, needs: number): string {
  return `background:${cssOf(other)};${needs > 3 ? 'color:' : 'border:3px solid '}${cssOf(one)}`;
}

/** Rounded down, so that nothing passes by rounding. */
const inWords = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)} to 1`;
