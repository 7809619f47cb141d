import type { Decision } from '@maths-hubs/sdk/eligibility';
import { recruitmentStatus, type PhaseId } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { dayText } from '../foundation/edition/day-text.js';
import { shortPhaseName } from '../foundation/edition/term-text.js';
import { heading } from '../foundation/heading.js';
import { safeHref } from '../foundation/links.js';
import type { Links } from '../foundation/settings-store.js';
import { asksOf, asksView, type Asking } from './asking.js';
import { definitionOf } from './facts.js';
import { phaseToMark, type Branch, type Standing } from './flow.js';
import { tickLabel } from './later-screens.js';
import { hubWord, RESULT_ID } from './question.js';
import { headlineFacts } from './headline.js';
import { takesApplications } from './recruiting.js';
import { changesOf, reasons } from './reasons.js';
import { termsOf } from './terms.js';
import type { ResultView } from './view.js';

/** The answer as a card: one sentence, one button, three facts, what to ask the hub. What proves it is folded. */
export function result(
  standing: Standing,
  links: Links | undefined,
  asking: Asking,
  view: ResultView,
): TemplateResult {
  const { text, level, today, edition } = view;
  const { verdict, phase, decision } = standing;
  const good = verdict === 'eligible';
  const facts = phase !== null && (good || verdict === 'hub-decides') ? headlineFacts(phase, view) : [];
  const { closes } = recruitmentStatus(edition, { on: today, ...(phase && { phase }) });
  const may = phase !== null && verdict !== 'not-eligible';
  return html`<div class="verdict ${verdict}" part="verdict">
      ${heading(level + 1, titleOf(standing, view), RESULT_ID)} ${lead(standing, view)}
      ${branchesView(standing.branches, view)}
      <p class="actions no-print">${buttonOf(standing, links, view)}</p>
      ${
        good || verdict === 'hub-decides'
          ? html`<p class="muted">
              ${closes ? html`${text('check.closes', { day: dayText(closes) })} ` : nothing}${text(view.ours ? 'check.no-promise-us' : 'check.no-promise')}
            </p>`
          : nothing
      }
      ${
        facts.length === 0
          ? nothing
          : html`<ul class="facts" aria-label=${text('check.facts')}>
              ${facts.map(({ value, words }) => html`<li><strong>${value}</strong> <span>${words}</span></li>`)}
            </ul>`
      }
    </div>
    ${decision === null ? nothing : changesOf(decision, view)}
    ${asksView(asksOf(standing, may, view), asking, view)}
    ${
      decision === null
        ? nothing
        : html`<details class="fold" part="reasons">
            <summary>${text('check.reasons')}</summary>
            ${reasons(decision, view)}
          </details>`
    }
    ${
      phase === null
        ? nothing
        : html`<details class="fold">
            <summary>${text('check.terms')}</summary>
            ${termsOf(phase, view)}
          </details>`
    }`;
}

function titleOf(
  { verdict, phase, decision, branches }: Standing,
  { text, edition, ours }: ResultView,
): string {
  const values = {
    phase: phase === null ? '' : shortPhaseName(edition, phase),
    year: edition.schoolYear,
    hub: hubWord(ours),
  };
  if (verdict === 'hub-decides') return text(ours ? 'check.hub-decides-us' : 'check.hub-decides', values);
  if (verdict === 'depends' && branches.some(({ kind }) => kind === 'past'))
    return text('check.depends-past');
  if (verdict === 'not-eligible' && decision?.changes.every(isForGood)) {
    const bar = barOf(decision);
    return bar ? text(`check.bar-${bar}`) : text('check.not-eligible-never', values);
  }
  return text(`check.${verdict}`, values);
}

/** A bar that holds for the programme as a whole, in the words of a letter rather than of a rule. */
function barOf({ findings }: Decision): 'funding' | 'ages' | undefined {
  const barring = findings.filter(({ effect, finding }) => effect === 'bars' && finding === false);
  const tests = (fact: string): boolean =>
    barring.some(({ leaves }) => leaves.some(({ leaf }) => 'fact' in leaf && leaf.fact === fact));
  return tests('stateFunded') ? 'funding' : tests('schoolPhase') ? 'ages' : undefined;
}

const isForGood = ({ facts }: { readonly facts: readonly { readonly changeable: string }[] }): boolean =>
  facts.some(({ changeable }) => changeable === 'never');

function lead(standing: Standing, view: ResultView): TemplateResult | typeof nothing {
  const { text, edition, ours } = view;
  const { verdict, decision, others, suggested, recommendation, branches } = standing;
  const hub = hubWord(ours);
  const names = (phases: readonly PhaseId[]): string =>
    phases.map((id) => shortPhaseName(edition, id)).join(', ');
  const said: string[] = [];
  switch (verdict) {
    case 'eligible': {
      const started = recommendation.door?.id.startsWith('after') ?? false;
      if (suggested) {
        const ticked = suggested.ticked.map((fact) => lower(tickLabel(fact, view))).join('; ');
        said.push(
          text(ours ? 'check.suggested-us' : 'check.suggested', {
            phase: shortPhaseName(edition, suggested.phase),
            ticked,
          }),
        );
      } else said.push(text(started ? 'check.eligible-next' : 'check.eligible-start'));
      const support = others.filter((id) => id === 'readiness');
      const more = others.filter((id) => id !== 'readiness');
      if (!suggested && support.length > 0) said.push(text('check.eligible-or', { phase: names(support) }));
      if (more.length > 0) said.push(text('check.also', { phases: names(more) }));
      break;
    }
    case 'not-eligible': {
      const rules = (decision?.findings ?? [])
        .filter(({ effect, finding }) => effect === 'bars' && finding === false)
        .map(({ statement }) => statement);
      said.push(
        decision && barOf(decision)
          ? text('check.bar-more')
          : text('check.not-eligible-why', { rules: rules.join(' ') }),
      );
      const open = [...(suggested ? [suggested.phase] : []), ...others];
      said.push(
        open.length > 0 ? text('check.other-open', { phases: names(open) }) : text('check.ask-else', { hub }),
      );
      break;
    }
    case 'depends':
      if (branches.every(({ kind }) => kind === 'fact')) said.push(text('check.depends-more'));
      break;
    case 'hub-decides':
      said.push(text('check.hub-decides-more'));
      if (others.length > 0) said.push(text('check.also', { phases: names(others) }));
      break;
    default:
      // As every widget says it of such a year.
      said.push(
        edition.phases.length === 0
          ? text('year.no-phases', { year: edition.schoolYear })
          : text(`check.${verdict}-more`, { hub, year: edition.schoolYear }),
      );
  }
  return html`${said.map((each) => html`<p class="lead">${each}</p>`)}`;
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** Both ways of an answer that is not known yet, each with what it would bring. */
function branchesView(branches: readonly Branch[], view: ResultView): TemplateResult | typeof nothing {
  if (branches.length === 0) return nothing;
  const groups = new Map<string, { given: string; then: string[] }>();
  for (const branch of branches) {
    const [key, given, then] = branchWords(branch, view);
    const group = groups.get(key) ?? { given, then: [] };
    group.then.push(then);
    groups.set(key, group);
  }
  return html`<dl class="branches">
    ${[...groups.values()].map(
      ({ given, then }) =>
        html`<div>
          <dt>${given}</dt>
          ${then.map((each) => html`<dd>${each}</dd>`)}
        </div>`,
    )}
  </dl>`;
}

function branchWords(branch: Branch, view: ResultView): readonly [string, string, string] {
  const { text, edition, ours } = view;
  if (branch.kind === 'past') {
    const [first, ...rest] = branch.phases.map((id) => shortPhaseName(edition, id));
    const then =
      first === undefined
        ? text('check.nothing-stated', { year: edition.schoolYear })
        : branch.phases.includes('readiness') && rest[0]
          ? text('check.or-first', { phase: first, other: rest[0] })
          : [first, ...rest].join(` ${text('check.or')} `);
    return [String(branch.taken), text(branch.taken ? 'check.if-taken' : 'check.if-never'), then];
  }
  const fact = definitionOf(branch.fact);
  const answer = fact
    ? branch.values.map((value) => view.say(fact, value)).join(` ${text('check.or')} `)
    : '';
  const then = text(`check.then-${branch.outcome}`, {
    answer,
    phase: shortPhaseName(edition, branch.phase),
    hub: hubWord(ours),
  });
  return [branch.fact, fact ? view.ask(fact) : branch.fact, then];
}

/** The one filled button, which says what happens. */
function buttonOf(standing: Standing, links: Links | undefined, view: ResultView): TemplateResult {
  const { text, edition, today, ours } = view;
  const { verdict, phase } = standing;
  const apply = safeHref(links?.apply);
  const may = verdict === 'eligible' || verdict === 'hub-decides' || verdict === 'depends';
  const mark = phaseToMark(standing);
  const journey = mark === undefined ? undefined : safeHref(links?.journey);
  const { contact } = edition;
  const own = contact && (contact.email ? `mailto:${contact.email}` : contact.website);
  const talk = safeHref(own ?? links?.find);
  const words = own ? text('check.contact-us') : text('find.title');
  const second = may && apply ? 'secondary' : '';
  return html`${
    may && apply
      ? html`<a class="button" href=${safeHref(apply)}
          >${text(takesApplications(edition, today, phase) ? 'check.apply' : 'check.interest')}</a
        >`
      : nothing
  }
  ${talk ? html`<a class="button ${second}" href=${safeHref(talk)}>${contact && !ours ? contact.name : words}</a>` : nothing}
  ${journey && mark ? html`<a href=${safeHref(journey)}>${text('check.next-journey', { phase: shortPhaseName(edition, mark) })}</a>` : nothing}`;
}
