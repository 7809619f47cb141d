import { html, nothing, type TemplateResult } from 'lit';
import { contactLink } from '../foundation/edition/edition-notices.js';
import { heading } from '../foundation/heading.js';
import { safeHref } from '../foundation/links.js';
import type { Links } from '../foundation/settings-store.js';
import { shortPhaseName } from '../foundation/edition/term-text.js';
import { phaseToMark, verdictOf, type Step } from './flow.js';
import { changesOf, found, reasons } from './reasons.js';
import { termsOf } from './terms.js';
import type { View } from './view.js';

export const RESULT_ID = 'result';

/** The answer: in a sentence, then where to start, why, what would change it, what it takes, what to do next. */
export function result(step: Step, links: Links | undefined, view: View): TemplateResult {
  const { text, level, edition } = view;
  const { phase, decision } = step;
  const verdict = verdictOf(step);
  const values = {
    phase: phase === null ? '' : shortPhaseName(edition, phase),
    year: edition.schoolYear,
  };
  return html`<div class="verdict ${verdict}" part="verdict">
      ${heading(level + 1, text(`check.${verdict}`, values), RESULT_ID)}
      <p>${text(`check.${verdict}-more`, values)}</p>
    </div>
    ${nextSteps(step, links, view)} ${door(step, view)}
    ${decision === null ? nothing : html`${reasons(decision, view)} ${changesOf(decision, view)}`}
    ${phase === null ? nothing : termsOf(phase, view)}`;
}

function door({ recommendation, phase, doorBarred }: Step, view: View): TemplateResult | typeof nothing {
  const { text, level, edition, notes } = view;
  const { door: found_, because } = recommendation;
  if (found_ === null || found_.phase === null) return nothing;
  const name = shortPhaseName(edition, found_.phase);
  const said = doorBarred
    ? 'check.door-barred'
    : found_.phase === phase
      ? 'check.door-same'
      : 'check.door-is';
  const entry = edition.entryPoints.find((each) => each.phase === found_.phase);
  return html`<section part="door">
    ${heading(level + 2, text('check.door'))}
    <p>
      <strong>${text(said, { phase: name })}</strong>
      ${found_.statement}${notes.mark(found_.source)}
    </p>
    ${entry ? html`<p>${text('check.door-for', { forWhom: entry.forWhom })}${notes.mark(entry.source)}</p>` : nothing}
    ${because.length === 0 ? nothing : html`<p class="muted">${text('check.because')}: ${found(because, view)}</p>`}
  </section>`;
}

function nextSteps(step: Step, links: Links | undefined, view: View): TemplateResult {
  const { text, level, edition } = view;
  const mark = phaseToMark(step);
  const link = (href: string | undefined, words: string): TemplateResult | typeof nothing => {
    const safe = safeHref(href);
    return safe ? html`<li><a href=${safe}>${words}</a></li>` : nothing;
  };
  const may = step.decision !== null && step.decision.outcome !== 'not-eligible';
  return html`<section part="next">
    ${heading(level + 2, text('check.next'))}
    <ul>
      ${may ? link(links?.apply, text('shared.apply')) : nothing}
      <li>
        ${text('check.next-hub')} ${contactLink(edition, { find: text('find.title'), findHref: links?.find })}
      </li>
      ${mark === undefined ? nothing : link(links?.journey, text('check.next-journey', { phase: shortPhaseName(edition, mark) }))}
    </ul>
  </section>`;
}
