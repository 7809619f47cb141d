import type { Decision, Finding } from '@maths-hubs/sdk/eligibility';
import type { Change, LeafFinding } from '@maths-hubs/sdk/rules';
import { html, nothing, type TemplateResult } from 'lit';
import { sayFirm } from '../foundation/edition/firmness-lines.js';
import { heading } from '../foundation/heading.js';
import { GROUPS, groupOf } from './flow.js';
import type { ResultView } from './view.js';

/** Every requirement with what it found, those first that stand in the way. */
export function reasons({ findings }: Decision, view: ResultView): TemplateResult {
  const { text, level, ours } = view;
  const titles = {
    'not-met': text('check.not-met'),
    'hub-decides': text(ours ? 'check.hub-us' : 'year.hub-decides'),
    'not-sure': text('check.unsure'),
    open: text('check.open'),
    met: text('check.met'),
  } as const;
  return html`${GROUPS.map((group) => {
    const inGroup = findings.filter((finding) => groupOf(finding) === group && !isObvious(finding));
    if (inGroup.length === 0) return nothing;
    return html`<div class="group ${group}">
      ${heading(level + 2, titles[group])}
      <ul role="list">
        ${inGroup.map((finding) => reason(finding, view))}
      </ul>
    </div>`;
  })}`;
}

/** That a school is open and in England goes without saying, unless it is not. */
function isObvious({ finding, leaves }: Finding): boolean {
  return (
    finding === true &&
    leaves.every(({ leaf }) => 'fact' in leaf && (leaf.fact === 'open' || leaf.fact === 'inEngland'))
  );
}

function reason(finding: Finding, view: ResultView): TemplateResult {
  const { text, notes } = view;
  const { effect, basis, firmness, cases, note } = finding;
  // Once it is met or not, what the rule leaves to the hub in other cases is no more of interest.
  const kind = finding.finding === 'unknown' ? firmness : 'stated';
  const firm = { kind, workedOut: basis === 'derived', bars: effect === 'bars', cases };
  const asides = [
    ...sayFirm(note === undefined ? firm : { ...firm, note }, text),
    ...(finding.finding === 'hub-decides' ? searched(finding.leaves) : []),
  ];
  return html`<li>
    ${finding.statement}${notes.mark(finding.source)}
    ${asides.map((aside) => html`<span class="aside">${aside}</span>`)}
  </li>`;
}

function searched(leaves: readonly LeafFinding[]): string[] {
  return leaves.flatMap(({ leaf }) => ('hubDecides' in leaf ? [leaf.hubDecides] : []));
}

/** The smallest changes after which no stated rule would stand in the way; none that nobody can make. */
export function changesOf({ changes }: Decision, view: ResultView): TemplateResult | typeof nothing {
  const { text, level } = view;
  const possible = changes.filter(({ facts }) => facts.every(({ changeable }) => changeable !== 'never'));
  if (possible.length === 0 || possible.every(({ facts }) => facts.length === 0)) return nothing;
  return html`<section part="changes">
    ${heading(level + 2, text('check.changes'))}
    ${possible.length > 1 ? html`<p>${text('check.changes-several')}</p>` : nothing}
    <ul class="changes" role="list">
      ${possible.map((change) => oneChange(change, view))}
    </ul>
  </section>`;
}

function oneChange(change: Change, view: ResultView): TemplateResult {
  const { text } = view;
  const or = (
    fact: Parameters<ResultView['say']>[0],
    values: readonly Parameters<ResultView['say']>[1][],
  ): string => values.map((value) => view.say(fact, value)).join(` ${text('check.or')} `);
  return html`<li>
    <ul>
      ${change.facts.map(
        ({ fact, to, changeable }) =>
          html`<li>
            ${text('check.change-to', { question: view.ask(fact), to: or(fact, to) })}
            <span class="chip">${text(changeable === 'school' ? 'check.by-school' : 'check.by-time')}</span>
          </li>`,
      )}
      ${change.provided.map(
        ({ fact, is }) =>
          html`<li>${text('check.provided-to', { question: view.ask(fact), to: or(fact, is) })}</li>`,
      )}
    </ul>
  </li>`;
}
