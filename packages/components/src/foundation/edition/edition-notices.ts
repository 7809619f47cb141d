import { schoolYearDays, type Edition } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { safeHref } from '../links.js';

/** Last day of an edition's school year has gone by: the reader is sent to the hub. */
export function pastYearNotice(
  edition: Edition,
  today: string,
  message: string,
  links: { readonly find: string; readonly findHref: string | undefined },
): TemplateResult | typeof nothing {
  if (today <= schoolYearDays(edition.schoolYear).last) return nothing;
  return html`<div class="notice" part="notice"><p>${message} ${contactLink(edition, links)}</p></div>`;
}

/** The hub's contact where an edition states it, else a way to find the hub. */
export function contactLink(
  { contact }: Edition,
  links: { readonly find: string; readonly findHref: string | undefined },
): TemplateResult | typeof nothing {
  const own = contact && (contact.website ?? (contact.email ? `mailto:${contact.email}` : undefined));
  const href = safeHref(own ?? links.findHref);
  if (contact && !href) return html`${contact.name}`;
  return href ? html`<a href=${href}>${contact?.name ?? links.find}</a>` : nothing;
}

/** Why an edition could not be shown, for the person who looks after the page. */
export interface EditionFault {
  readonly message?: string;
  /** Every fault of a hub's own file, a line each. */
  readonly faults?: readonly string[];
}

/** An edition that could not be shown: what happened, every fault for the editor, and the plain content between the tags. */
export function editionProblem(
  { message, faults = [] }: EditionFault,
  words: { readonly title: string; readonly forEditors: string },
): TemplateResult {
  return html`<div class="notice problem" part="notice" role="alert">
      <p><strong>${words.title}</strong></p>
      <details class="where">
        <summary>${words.forEditors}</summary>
        ${message ? html`<p>${message}</p>` : nothing}
        ${
          faults.length === 0
            ? nothing
            : html`<ul>
                ${faults.map((fault) => html`<li>${fault}</li>`)}
              </ul>`
        }
      </details>
    </div>
    <slot></slot>`;
}
