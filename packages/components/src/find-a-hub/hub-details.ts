import { areaByGss, areaLabel, type Hub, type HubDirectory, type HubMatch } from '@maths-hubs/sdk/hubs';
import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerText } from './answer-strings.js';
import { heading } from '../foundation/heading.js';
import { safeHref } from '../foundation/links.js';

interface CardContext {
  readonly directory: HubDirectory;
  readonly level: number;
  readonly text: AnswerText;
  /** Whether this is the site of the hub itself. */
  readonly own: boolean;
  /** The one hub of the answer: its name is in the heading already. */
  readonly only: boolean;
  /** What to do next, on the card of the one hub. */
  readonly next: TemplateResult | typeof nothing;
}

/** One hub of an answer: who it is, how sure we are in a sentence, what to do next; why we say so is folded. */
export function hubCard(match: HubMatch, context: CardContext): TemplateResult {
  const { text, level, own, only, next } = context;
  const { hub } = match;
  const website = own ? undefined : safeHref(hub.website);
  return html`<li class="hub ${match.confidence}" part="hub">
    ${only ? nothing : heading(level, html`<span translate="no">${hub.name}</span>`)}
    <p class="sure">${only ? sureness(match, text) : withoutNote(match)}</p>
    ${contact(hub, own, text)}
    ${
      website || next !== nothing
        ? html`<p class="actions">
            ${website ? html`<a class="button" href=${safeHref(website)} rel="noopener">${text('find.visit')}</a>` : nothing}
            ${next}
          </p>`
        : nothing
    }
    ${evidence(match, context)}
  </li>`;
}

/** Why this hub, without how its source was read: that is for whoever asks how we know. */
function withoutNote({ because, source }: HubMatch): string {
  return source?.note ? because.replace(source.note, '').trim() : because;
}

/** How sure we are, in plain words; a hub that a person chose by its name needs none. */
function sureness({ hub, confidence, source, because }: HubMatch, text: AnswerText): string {
  if (hub.basis === 'hub') return text('find.stated');
  if (source === null && confidence !== 'candidate') return because;
  const date = source?.date;
  return text(`find.sure-${confidence}`, {
    from: date ? text('find.sure-from', { date }) : text('find.sure-undated'),
  });
}

function contact({ email, telephone }: Hub, own: boolean, text: AnswerText): TemplateResult | typeof nothing {
  if (!email && !telephone) return nothing;
  const mail = email ? html`<a href="mailto:${email}">${email}</a>` : nothing;
  const call = telephone ? html`<a href="tel:${telephone.replace(/[^+\d]/g, '')}">${telephone}</a>` : nothing;
  return html`<p class="contact">${text(own ? 'find.write-us' : 'find.write')} ${mail} ${call}</p>`;
}

/** The evidence and what else is known of the hub; what no source states is left out. */
function evidence(match: HubMatch, { directory, text, only }: CardContext): TemplateResult {
  const { hub, because, source } = match;
  const href = safeHref(source?.url);
  const areas = areasOf(hub, directory);
  const lead = hub.leadSchool;
  return html`<details class="how">
    <summary>${text('find.how')}</summary>
    ${only || because !== withoutNote(match) ? html`<p>${because}</p>` : nothing}
    ${
      source === null
        ? nothing
        : html`<p class="muted">
            ${text('find.source')}: ${source.publisher},
            ${href ? html`<a href=${href} rel="noopener">${source.title}</a>` : source.title},
            ${source.date ?? text('shared.undated')}.
          </p>`
    }
    <dl>
      ${row(text('find.region'), hub.region)}
      ${
        lead === null
          ? nothing
          : row(
              text('find.lead'),
              html`${lead.names.join('; ')}
                <span class="muted">${text('find.as-of', { date: lead.asOf })}</span>`,
            )
      }
      ${areas.length === 0 ? nothing : row(text('find.area'), areas.join('; '), 'wide')}
    </dl>
    ${hub.note ? html`<p class="muted">${hub.note}</p>` : nothing}
  </details>`;
}

function row(name: string, value: string | TemplateResult, kind = ''): TemplateResult {
  return html`<div class=${kind}>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
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
