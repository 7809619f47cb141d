import { html, type TemplateResult } from 'lit';

/** A heading that fits the page's outline: `level` is held between 1 and 6. */
export function heading(level: number, content: unknown, id = ''): TemplateResult {
  switch (Math.min(6, Math.max(1, Math.round(level) || 2))) {
    case 1:
      return html`<h1 id=${id} tabindex="-1" part="heading">${content}</h1>`;
    case 2:
      return html`<h2 id=${id} tabindex="-1" part="heading">${content}</h2>`;
    case 3:
      return html`<h3 id=${id} tabindex="-1" part="heading">${content}</h3>`;
    case 4:
      return html`<h4 id=${id} tabindex="-1" part="heading">${content}</h4>`;
    case 5:
      return html`<h5 id=${id} tabindex="-1" part="heading">${content}</h5>`;
    default:
      return html`<h6 id=${id} tabindex="-1" part="heading">${content}</h6>`;
  }
}
