import type { Decision, Finding } from '@maths-hubs/sdk/eligibility';
import type { Change, LeafFinding } from '@maths-hubs/sdk/rules';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import { definitionOf } from './facts.js';
import { GROUPS, groupOf } from './flow.js';
import type { View } from './view.js';

/** Every requirement with what it found, those first that stand in the way. */
export function reasons({ findings }: Decision, view: View): TemplateResult {
  const { text, level } = view;
  const titles = {
    'not-met': text('check.not-met'),
    'hub-decides': text('year.hub-decides'),
    open: text('check.open'),
    met: text('check.met'),
  } as const;
  return html`<section part="reasons">
    ${heading(level + 2, text('check.reasons'))}
    ${GROUPS.map((group) => {
      const inGroup = findings.filter((finding) => groupOf(finding) === group);
      if (inGroup.length === 0) return nothing;
      return html`<div class="group ${group}">
        ${heading(level + 3, titles[group])}
        <ul role="list">
          ${inGroup.map((finding) => reason(finding, view))}
        </ul>
      </div>`;
    })}
  </section>`;
}

function reason(finding: Finding, view: View): TemplateResult {
  const { text, notes } = view;
  const asides = [
    finding.effect === 'advises' ? text('year.advice') : '',
    finding.basis === 'derived' ? text('year.worked-out') : '',
    ...(finding.finding === 'unknown' ? finding.cases.map((cases) => text('year.hub-cases', { cases })) : []),
    found(finding.leaves, view),
    ...(finding.finding === 'hub-decides' ? searched(finding.leaves) : []),
    finding.note ?? '',
  ].filter(Boolean);
  return html`<li>
    ${finding.statement}${notes.mark(finding.source)}
    ${asides.map((aside) => html`<span class="aside">${aside}</span>`)}
  </li>`;
}

/** What was known of each fact that a rule tests. */
export function found(leaves: readonly LeafFinding[], view: View): string {
  const said = new Map<string, string>();
  for (const { leaf, found: value, knowledge } of leaves) {
    const fact = 'fact' in leaf ? definitionOf(leaf.fact) : undefined;
    if (!fact || said.has(fact.id)) continue;
    if (knowledge === 'not-asked') continue;
    said.set(fact.id, `${view.ask(fact)} ${view.say(fact, value)}.`);
  }
  if (said.size === 0 && leaves.some(({ knowledge }) => knowledge === 'not-asked'))
    return `(${view.text('check.not-asked')})`;
  return [...said.values()].join(' ');
}

function searched(leaves: readonly LeafFinding[]): string[] {
  return leaves.flatMap(({ leaf }) => ('hubDecides' in leaf ? [leaf.hubDecides] : []));
}

/** The smallest changes after which no stated rule would stand in the way. */
export function changesOf({ changes }: Decision, view: View): TemplateResult | typeof nothing {
  const { text, level } = view;
  if (changes.length === 0) return nothing;
  return html`<section part="changes">
    ${heading(level + 2, text('check.changes'))}
    ${changes.length > 1 ? html`<p>${text('check.changes-several')}</p>` : nothing}
    <ul class="changes" role="list">
      ${changes.map((change) => oneChange(change, view))}
    </ul>
  </section>`;
}

function oneChange(change: Change, view: View): TemplateResult {
  const { text } = view;
  const words = {
    school: text('check.by-school'),
    time: text('check.by-time'),
    never: text('check.by-never'),
  } as const;
  const or = (fact: Parameters<View['say']>[0], values: readonly Parameters<View['say']>[1][]): string =>
    values.map((value) => view.say(fact, value)).join(` ${text('check.or')} `);
  return html`<li>
    <ul>
      ${change.facts.map(
        ({ fact, from, to, changeable }) =>
          html`<li>
            ${text('check.change-from', { question: view.ask(fact), from: view.say(fact, from), to: or(fact, to) })}
            <span class="chip ${changeable}">${words[changeable]}</span>
          </li>`,
      )}
      ${change.provided.map(
        ({ fact, is }) =>
          html`<li>
            ${text('check.provided', { question: view.ask(fact), to: or(fact, is) })}
            <span class="chip">${text('check.by-answer')}</span>
          </li>`,
      )}
    </ul>
  </li>`;
}
