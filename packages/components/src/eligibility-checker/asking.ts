import { safeHref } from '../foundation/links.js';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import { definitionOf } from './facts.js';
import type { Standing } from './flow.js';
import { headlineOf } from './headline.js';
import type { ResultView } from './view.js';

/** What a person does with the list. */
export interface Asking {
  readonly copy: (text: string) => void;
  /** What came of copying; empty before. */
  readonly outcome: string;
}

/** What to ask the hub: each thing that the school was not sure of, then what the terms do not state. */
export function asksOf({ decision, phase }: Standing, may: boolean, view: ResultView): readonly string[] {
  const { text, edition } = view;
  const unsure = (decision?.notSure ?? []).flatMap((id) => {
    const fact = definitionOf(id);
    return fact ? [text('check.ask-unsure', { question: view.ask(fact) })] : [];
  });
  if (phase === null || !may) return unsure;
  const { days, money, starts } = headlineOf(edition, phase);
  const unknown = [
    days ? '' : text('check.ask-days'),
    money ? '' : text('check.ask-money'),
    starts ? '' : text('check.ask-dates'),
  ].filter(Boolean);
  return [...unsure, ...unknown.map((thing) => text('check.ask-unknown', { thing }))];
}

export function asksView(
  asks: readonly string[],
  { copy, outcome }: Asking,
  view: ResultView,
): TemplateResult | typeof nothing {
  const { text, level, ours, edition } = view;
  if (asks.length === 0) return nothing;
  const letter = asks.map((each) => `- ${each}`).join('\r\n');
  const { email } = edition.contact ?? {};
  const mail =
    email &&
    `mailto:${email}?subject=${encodeURIComponent(text('check.ask-subject'))}&body=${encodeURIComponent(letter)}`;
  return html`<section part="ask">
    ${heading(level + 2, text(ours ? 'check.ask-us' : 'check.ask'))}
    <ul class="asks">
      ${asks.map((each) => html`<li>${each}</li>`)}
    </ul>
    <div class="actions no-print">
      ${mail ? html`<a class="button secondary" href=${safeHref(mail)}>${text('check.ask-mail')}</a>` : nothing}
      <button type="button" class=${mail ? 'plain' : 'secondary'} @click=${() => copy(letter)}>
        ${text('check.ask-copy')}
      </button>
      <span role="status">${outcome}</span>
    </div>
  </section>`;
}
