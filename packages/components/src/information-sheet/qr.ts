import { html, svg, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/** The white edge that a telephone needs to find the picture, in squares. */
const EDGE = 4;

/** An address as a QR code: black on white whatever the page's colours, or no telephone reads it. */
export function qrCode(address: string): TemplateResult {
  const { data, size } = encode(address, { ecc: 'M', border: EDGE });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" aria-hidden="true" shape-rendering="crispEdges">
    ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path>`}
  </svg>`;
}
