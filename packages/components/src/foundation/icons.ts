import { html, svg, type TemplateResult } from 'lit';

/** Pictures of our own, drawn in lines of 2 on a square of 24. They only repeat what is beside them. */
const ICONS = {
  seedling: svg`<path d="M12 21v-9M12 12c0-4-3-6-8-6 0 4 3 6 8 6zM12 10c0-4 3-6.5 8-6.5 0 4-3 6.5-8 6.5zM7 21h10"></path>`,
  pair: svg`<circle cx="8.5" cy="8" r="3"></circle><circle cx="16.5" cy="9" r="2.5"></circle><path d="M2.5 20c0-3.5 2.5-6 6-6s6 2.5 6 6M16 14.5c3.2-.3 5.5 1.9 5.5 5"></path>`,
  school: svg`<path d="M3 21V11l9-5 9 5v10zM12 6V2.5h4v2h-4M10 21v-5h4v5M6.5 14v.01M17.5 14v.01"></path>`,
  network: svg`<circle cx="12" cy="5" r="2.5"></circle><circle cx="5" cy="18" r="2.5"></circle><circle cx="19" cy="18" r="2.5"></circle><path d="M10.8 7.2 6.2 15.8M13.2 7.2l4.600 8.600M7.5 18h9"></path>`,
  pin: svg`<path d="M12 21.5c-4.5-4.7-6.5-8-6.5-11.5a6.5 6.5 0 0 1 13 0c0 3.5-2 6.8-6.5 11.5z"></path><circle cx="12" cy="10" r="2.2"></circle>`,
} as const;

export type Icon = keyof typeof ICONS;

export function icon(name: Icon): TemplateResult {
  return iconOf(ICONS[name]);
}

export function iconOf(lines: unknown): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${lines}</svg>`;
}
