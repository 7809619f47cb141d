import { areaByGss, areaLabel, type Hub, type HubDirectory, type HubMatch } from '@maths-hubs/sdk/hubs';
import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerText } from './answer-strings.js';
import { heading } from '../foundation/heading.js';
import { safeHref } from '../foundation/links.js';

/** One hub of an answer: who it is, how sure we are and why, and by which source. */
export function hubCard(
  { hub, confidence, because, source }: HubMatch,
  context: { readonly directory: HubDirectory; readonly level: number; readonly text: AnswerText },
): TemplateResult {
  const { text, level, directory } = context;
  const href = safeHref(source?.url);
  return html`<li class="hub" part="hub">
    ${heading(level, hub.name)}
    <p class="why">
      <span class="chip ${confidence}">${text(`find.confidence-${confidence}`)}</span>
      ${because}
    </p>
    ${hubDetails(hub, directory, text)}
    ${
      source === null
        ? nothing
        : html`<p class="muted">
            ${text('find.source')}: ${source.publisher},
            ${href ? html`<a href=${href} rel="noopener">${source.title}</a>` : source.title},
            ${source.date ?? text('shared.undated')}.
          </p>`
    }
  </li>`;
}

/** What is known of a hub, and what is not. */
function hubDetails(hub: Hub, directory: HubDirectory, text: AnswerText): TemplateResult {
  const unknown = html`<span class="unknown">${text('find.not-known')}</span>`;
  const areas = areasOf(hub, directory);
  const website = safeHref(hub.website);
  const lead = hub.leadSchool;
  return html`<dl>
      <div>
        <dt>${text('find.region')}</dt>
        <dd>${hub.region}</dd>
      </div>
      <div>
        <dt>${text('find.lead')}</dt>
        <dd>
          ${
            lead === null
              ? unknown
              : html`${lead.names.join('; ')}
                  <span class="muted">${text('find.as-of', { date: lead.asOf })}</span>`
          }
        </dd>
      </div>
      <div>
        <dt>${text('find.website')}</dt>
        <dd>${website ? html`<a href=${website} rel="noopener">${hostOf(website)}</a>` : unknown}</dd>
      </div>
      <div>
        <dt>${text('find.contact')}</dt>
        <dd>${contact(hub) ?? unknown}</dd>
      </div>
      <div class="wide">
        <dt>${text('find.area')}</dt>
        <dd>${areas.length === 0 ? unknown : areas.join('; ')}</dd>
      </div>
    </dl>
    ${hub.note ? html`<p class="muted">${hub.note}</p>` : nothing}
    ${hub.basis === 'hub' ? html`<p class="muted">${text('find.stated')}</p>` : nothing}`;
}

function contact({ email, telephone }: Hub): TemplateResult | null {
  if (!email && !telephone) return null;
  return html`${email ? html`<a href="mailto:${email}">${email}</a>` : nothing}
  ${telephone ? html`<a href="tel:${telephone.replace(/[^+\d]/g, '')}">${telephone}</a>` : nothing}`;
}

/** The councils on whose evidence a hub's area rests; a district is not named beside its whole county. */
function areasOf(hub: Hub, directory: HubDirectory): readonly string[] {
  const areas = directory.coverage
    .filter((row) => row.hub === hub.id && row.confidence !== 'candidate')
    .flatMap((row) => areaByGss(directory, row.area) ?? []);
  const whole = new Set(areas.map(({ gss }) => gss));
  return areas
    .filter(({ authority }) => authority === undefined || !whole.has(authority))
    .map((area) => areaLabel(directory, area));
}

function hostOf(address: string): string {
  return new URL(address, globalThis.document?.baseURI).host.replace(/^www\./, '');
}
