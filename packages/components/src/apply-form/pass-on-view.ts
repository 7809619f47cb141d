import { html, nothing, type TemplateResult } from 'lit';
import { safeHref } from '../foundation/links.js';
import { letterTo, linkWith, type Destination } from './destination.js';
import type { Flow } from './flow.js';
import type { ApplyText } from './strings.js';

/** The button that hands the answers on, and before it what it hands on and to whom. */
export function passOn(
  destination: Exclude<Destination, { readonly via: 'intake' }>,
  flow: Flow,
  subject: string,
  text: ApplyText,
): { readonly said: string; readonly button: TemplateResult | typeof nothing } {
  const { via } = destination;
  const nameOf = (id: string, answer: string): string =>
    id === 'phase' || id === 'pastPhases'
      ? (flow.form.pastPhases.find((phase) => phase.id === answer)?.name ?? answer)
      : answer;
  const href = safeHref(
    via === 'link'
      ? linkWith(destination.template, flow.application.answers, nameOf)
      : letterTo(destination.address, subject, flow.lines, flow.promises),
  );
  return {
    said:
      via === 'link'
        ? text('apply.pass-link', { host: href ? new URL(href, document.baseURI).host : '' })
        : text('apply.pass-mail', { address: destination.address.replace(/^mailto:/i, '') }),
    button: href
      ? html`<a class="button" href=${href} @click=${() => flow.passedOn()}
          >${text(via === 'link' ? 'apply.go-link' : 'apply.go-mail')}</a
        >`
      : nothing,
  };
}
