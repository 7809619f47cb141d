import { html, nothing, type TemplateResult } from 'lit';
import type { YearText } from '../foundation/edition/strings.js';
import type { STRINGS } from './strings.js';

/** A calendar that was made: it stays in the widget, since a browser may not let a page save it. */
export interface CalendarFile {
  readonly name: string;
  readonly text: string;
  /** Address of the file within this page. */
  readonly href: string;
  readonly entries: number;
}

/** The file to be saved, and its text for a page that may save nothing. It is not called saved: nobody can know. */
export function fileView(
  file: CalendarFile | undefined,
  text: YearText<typeof STRINGS>,
): TemplateResult | typeof nothing {
  if (!file) return nothing;
  return html`<div class="file no-print">
    <p>
      ${text('planner.made', { count: file.entries })}
      <a id="file" href=${file.href} download=${file.name}>${text('planner.save', { name: file.name })}</a>
    </p>
    <details class="where">
      <summary>${text('planner.as-text')}</summary>
      <textarea readonly rows="6" aria-label=${text('planner.as-text')} .value=${file.text}></textarea>
    </details>
  </div>`;
}

/** The calendar's address to subscribe to, so that changed dates arrive by themselves; undefined where there is none. */
export function subscription(
  address: string | undefined,
  phase: string,
): { web: string; calendar: string } | undefined {
  const named = address?.replaceAll('{phase}', encodeURIComponent(phase));
  // A server does not know on which page it draws: there a path waits for the browser.
  const page = globalThis.document?.baseURI;
  if (!named || !URL.canParse(named, page)) return undefined;
  const url = new URL(named, page);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return { web: url.href, calendar: url.href.replace(/^https?:/, 'webcal:') };
}
