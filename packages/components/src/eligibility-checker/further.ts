import { linkedOffers, type LinkedOffer } from '@maths-hubs/sdk/eligibility';
import {
  secondaryYearBefore,
  TERMS,
  widerRules,
  type Edition,
  type Phase,
  type TermId,
} from '@maths-hubs/sdk/programme';
import { loadSecondary } from '../foundation/edition/secondary-year.js';
import { html, nothing, type TemplateResult } from 'lit';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import type { TermsText } from '../foundation/edition/strings.js';
import { TERM_STRINGS } from '../foundation/edition/term-strings.js';
import { shortPhaseName, termText, termWords } from '../foundation/edition/term-text.js';
import { heading } from '../foundation/heading.js';
import type { Standing } from './flow.js';
import { FURTHER_STRINGS } from './further-strings.js';
import type { ResultOptions } from './result-options.js';
import type { View } from './view.js';

type FurtherText = TermsText<typeof FURTHER_STRINGS>;

/** Terms that say what a phase is for; where nothing is known of another, it is named as unknown. */
const ASKED: readonly TermId[] = ['teachers', 'meetings', 'release', 'visits', 'charge', 'funding'];

/** What is beside the answer: the secondary programme for a school with secondary years, and projects that are open to it. */
export async function further(
  { known, verdict }: Standing,
  wordingOf: ResultOptions['wordingOf'],
  { edition, level }: View,
): Promise<TemplateResult | typeof nothing> {
  const text = wordingOf({ ...TERM_STRINGS, ...FURTHER_STRINGS });
  const isSecondary = verdict === 'secondary' || known['teachesSecondary'] === true;
  const [secondary, rules] = await Promise.all([isSecondary ? secondaryOf(edition) : null, widerRules()]);
  const offers = linkedOffers(edition, rules, known).filter((offer) => isWorthTelling(offer, edition));
  if (!secondary && offers.length === 0) return nothing;
  const notes = new SourceNotes({ ...rules.sources, ...secondary?.sources }, text);
  return html`<section part="further">
    ${secondary ? secondaryWay(secondary, edition, verdict === 'secondary', notes, level, text) : nothing}
    ${
      offers.length === 0
        ? nothing
        : html`${heading(level + 1, text('check.linked'))}
            <ul class="plain">
              ${offers.map((offer) => offerView(offer, notes, text))}
            </ul>`
    }
    <details class="fold">
      <summary>${text('check.further-sources')}</summary>
      ${notes.list()}
    </details>
  </section>`;
}

/** The secondary programme in the year that is asked about, else in the last year before it that has some. */
async function secondaryOf({ schoolYear }: Edition): Promise<Edition> {
  const own = await loadSecondary(schoolYear);
  const before = own.phases.length > 0 ? schoolYear : await secondaryYearBefore(schoolYear);
  return before === undefined || before === schoolYear ? own : loadSecondary(before);
}

/** A project whose rules the school does not fail, and of which something is met already or lies with the hub. */
function isWorthTelling({ decision }: LinkedOffer, { phases }: Edition): boolean {
  if (decision === null || decision.outcome === 'not-eligible') return false;
  return phases.length === 0 || decision.findings.some(({ finding }) => finding !== 'unknown');
}

function offerView(
  { project, decision }: LinkedOffer,
  notes: SourceNotes,
  text: FurtherText,
): TemplateResult {
  const left = (decision?.findings ?? []).filter(({ finding }) => finding !== true);
  return html`<li>
    <strong>${project.name}</strong>: ${project.summary}${notes.mark(project.source)}
    ${
      left.length === 0
        ? text('check.linked-open')
        : html`${text('check.linked-if')}
            <ul>
              ${left.map(({ statement, cases, source }) => html`<li>${statement}${cases.length > 0 ? ` ${text('check.linked-hub', { cases: cases.join(', ') })}` : nothing}${notes.mark(source)}</li>`)}
            </ul>`
    }
  </li>`;
}

function secondaryWay(
  secondary: Edition,
  { schoolYear: asked }: Edition,
  only: boolean,
  notes: SourceNotes,
  level: number,
  text: FurtherText,
): TemplateResult {
  const { schoolYear: year, phases, note } = secondary;
  const body = html`<p>
      ${phases.length === 0 ? text('check.secondary-none', { year: asked }) : text(year === asked ? 'check.secondary-year' : 'check.secondary-before', { year, asked })}
    </p>
    ${note && phases.length > 0 ? html`<p class="muted">${note}</p>` : nothing}
    <ol class="plain">
      ${phases.map((phase) => html`<li>${phaseView(phase, secondary, notes, text)}</li>`)}
    </ol>`;
  // Beside a verdict of its own it waits until it is asked for.
  return only
    ? html`${heading(level + 1, text('check.secondary-way'))} ${body}`
    : html`<details class="fold">
        <summary>${text('check.secondary-too')}</summary>
        ${body}
      </details>`;
}

function phaseView(phase: Phase, edition: Edition, notes: SourceNotes, text: FurtherText): TemplateResult {
  const { terms } = phase;
  const known = (Object.keys(TERMS) as TermId[]).filter((id) => id !== 'summary' && terms[id].value !== null);
  const unknown = ASKED.filter(
    (id) => terms[id].value === null && !(id === 'meetings' && terms.meetingFrequency.value),
  );
  return html`<p>
      <strong>${shortPhaseName(edition, phase.id)}</strong
      >${notes.mark(phase.name.source)}${terms.summary.value === null ? nothing : html`: ${terms.summary.value}${notes.mark(terms.summary.source)}`}
    </p>
    <dl>
      ${known.map((id) => {
        const { value, source, note } = terms[id];
        return html`<dt>${TERMS[id].label}</dt>
          <dd>
            ${value === null ? nothing : termText(edition, id, value, termWords(text), notes.mark(source))}
            ${note ? html`<span class="muted">${note}</span>` : nothing}
          </dd>`;
      })}
    </dl>
    ${
      unknown.length === 0
        ? nothing
        : html`<p class="unknown">
            ${text('check.secondary-unknown', { things: unknown.map((id) => TERMS[id].label.toLowerCase()).join(', ') })}
          </p>`
    }`;
}
