import { recruitmentStatus, type Edition } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { dayText } from '../foundation/edition/day-text.js';
import { contactLink } from '../foundation/edition/edition-notices.js';
import { whereToApply } from '../foundation/edition/where-to-apply.js';
import { heading } from '../foundation/heading.js';
import { safeHref } from '../foundation/links.js';
import type { SheetContext } from './sheet-parts.js';

/** What the sheet knows of the page that it is on. */
export interface Surroundings {
  /** ISO day. */
  readonly today: string;
  readonly links: { readonly find: string; readonly findHref: string | undefined };
  /** Page with the form, as the page says it. */
  readonly applyHref: string | undefined;
  /** Address of the page, to resolve that one by. */
  readonly page: string;
  /** Draws an address as a picture to scan; absent until it has loaded. */
  readonly drawn: ((address: string) => TemplateResult) | undefined;
}

/** The last day to apply, while schools may. */
export function lastDay({ edition, phase }: SheetContext, today: string): string | null {
  return edition.hub === null ? null : recruitmentStatus(edition, { on: today, phase: phase.id }).closes;
}

/** The address that a person reaches with a telephone: where to apply, else the hub's own site. */
export function addressToScan({ contact }: Edition, at: Surroundings): string | undefined {
  const href = safeHref(at.applyHref) ?? safeHref(contact?.website);
  const address = href && URL.canParse(href, at.page) ? new URL(href, at.page) : undefined;
  return address?.protocol.startsWith('http') ? address.href : undefined;
}

/** How to apply: by when, where, whom to ask, and a picture to scan. */
export function applyBox(context: SheetContext, at: Surroundings): TemplateResult {
  const { edition, phase, text, notes, level } = context;
  const ways = whereToApply(edition, phase.id, notes);
  const closes = lastDay(context, at.today);
  const apply = safeHref(at.applyHref);
  return html`<section class="apply" part="section">
    <div>
      ${heading(level + 1, closes ? text('sheet.apply-by', { date: dayText(closes) }) : text('sheet.apply'))}
      ${ways} ${contactLines(context, at)}
      ${apply ? html`<p class="no-print"><a class="button" href=${apply}>${text('shared.apply')}</a></p>` : nothing}
    </div>
    ${scan(context, at)}
  </section>`;
}

/** Who answers questions: every way that the hub states, else where a hub is found. */
export function contactLines(
  { edition, text }: SheetContext,
  at: Surroundings,
): TemplateResult | typeof nothing {
  const { contact } = edition;
  const link = contactLink(edition, at.links);
  if (link === nothing) return nothing;
  const email = safeHref(contact?.email && `mailto:${contact.email}`);
  const ring = safeHref(contact?.telephone && `tel:${contact.telephone.replaceAll(' ', '')}`);
  return html`<p class="contact">
    ${text('sheet.contact')} ${link}
    ${email && contact?.website ? html`<br /><a href=${email}>${contact.email}</a>` : nothing}
    ${ring ? html`<br /><a href=${ring}>${contact?.telephone}</a>` : nothing}
  </p>`;
}

/** A picture to scan, for paper and wide screens; its address is beneath it. */
export function scan(context: SheetContext, at: Surroundings): TemplateResult | typeof nothing {
  const address = addressToScan(context.edition, at);
  if (!address || !at.drawn) return nothing;
  const { text } = context;
  return html`<figure class="scan">
    ${at.drawn(address)}
    <figcaption>${text(safeHref(at.applyHref) ? 'sheet.scan' : 'sheet.scan-ask')}<br />${address}</figcaption>
  </figure>`;
}
