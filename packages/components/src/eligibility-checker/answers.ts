import type { Facts } from '@maths-hubs/sdk/rules';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import { DEFINITIONS } from './facts.js';
import type { View } from './view.js';

/** Everything that the result rests on, each answer with a way to change it: those given first, in the order asked. */
export function answersList(
  known: Facts,
  answered: Facts,
  view: View,
  change: (fact: string) => void,
): TemplateResult | typeof nothing {
  const { text, level } = view;
  const order = Object.keys(answered);
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : Infinity);
  const facts = DEFINITIONS.filter(({ id }) => known[id] !== undefined).sort(
    (a, b) => place(a.id) - place(b.id) || 0,
  );
  if (facts.length === 0) return nothing;
  return html`<section part="answers">
    ${heading(level + 2, text('check.answers'))}
    <dl class="answers">
      ${facts.map((fact) => {
        const question = view.ask(fact);
        return html`<div>
          <dt>${question}</dt>
          <dd>
            <strong>${view.say(fact, known[fact.id] ?? null)}</strong>
            ${order.includes(fact.id) ? nothing : html`<span class="muted">(${text('check.already')})</span>`}
            <button
              type="button"
              class="plain no-print"
              aria-label=${text('check.change-what', { question })}
              @click=${() => change(fact.id)}
            >
              ${text('shared.change')}
            </button>
          </dd>
        </div>`;
      })}
    </dl>
  </section>`;
}
