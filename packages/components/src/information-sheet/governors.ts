import { formatMoney, formatQuantity } from '@maths-hubs/sdk/evidence';
import { releaseCost, type PenceRange, type ReleaseCost } from '@maths-hubs/sdk/funding';
import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '../foundation/controls.js';
import { dayText } from '../foundation/edition/day-text.js';
import type { TermsText, YearText } from '../foundation/edition/strings.js';
import { shortPhaseName } from '../foundation/edition/term-text.js';
import type { Strings } from '../foundation/wording.js';
import { heading } from '../foundation/heading.js';
import { exchangeIcon } from '../foundation/exchange.js';
import { penceOf } from '../foundation/pounds.js';
import { TERM_STRINGS } from '../foundation/edition/term-strings.js';
import { GOVERNORS_STRINGS } from './governors-strings.js';
import { contactLines, lastDay, scan, type Surroundings } from './apply-box.js';
import { meetingDays, rows, type SheetContext } from './sheet-parts.js';
import { STRINGS } from './strings.js';

interface GovernorsContext extends SheetContext {
  readonly text: TermsText<typeof STRINGS & typeof GOVERNORS_STRINGS>;
}

/** What the school writes on its page, as typed. */
export interface SchoolsOwn {
  readonly school: string;
  readonly daily: string;
}

export interface GovernorsOptions extends SchoolsOwn {
  readonly at: Surroundings;
  readonly wordingOf: <T extends Strings>(own: T) => YearText<T>;
  readonly onInput: (own: Partial<SchoolsOwn>) => void;
  /** What stands above the figures: year, and a word where it has gone by. */
  readonly head: TemplateResult;
}

/**
 * One page for a school's governors: what they are asked to agree, the days, the money and the dates. Made and printed on the page;
 * nothing is sent.
 */
export function governorsPage(sheet: SheetContext, options: GovernorsOptions): TemplateResult {
  const text = options.wordingOf({ ...STRINGS, ...TERM_STRINGS, ...GOVERNORS_STRINGS });
  const context: GovernorsContext = { ...sheet, text };
  const { edition, phase, level } = context;
  const { at, school, daily } = options;
  const pence = penceOf(daily);
  const costs = releaseCost(edition, phase.id, { dailySupplyCost: pence || null });
  const closes = lastDay(context, at.today);
  return html`<div class="fields no-print">
      <p>${text('governors.fill')}</p>
      ${textField({
        id: 'school',
        label: text('governors.school'),
        value: school,
        autocomplete: 'organization',
        onInput: (value) => options.onInput({ school: value }),
      })}
      <div class="pounds">
        ${textField({
          id: 'daily',
          label: text('governors.daily'),
          error: pence === undefined ? text('governors.bad-amount') : undefined,
          value: daily,
          inputmode: 'decimal',
          onInput: (value) => options.onInput({ daily: value }),
        })}
      </div>
    </div>
    <div class="paper">
      <p class="from ${school.trim() ? '' : 'to-write'}">${school.trim() || nothing}</p>
      <p class="muted">${text('governors.for')}, ${dayText(at.today)}</p>
      ${heading(level, text('governors.title', { phase: shortPhaseName(edition, phase.id), year: edition.schoolYear }))}
      ${options.head} ${agreement(context)} ${figures(costs, pence ?? null, context)}
      ${balance(costs, context)}
      <div class="exchange">
        ${(['give', 'get'] as const).map(
          (side) =>
            html`<section class=${side} part="section">
              ${heading(level + 1, html`${exchangeIcon(side)}${text(`governors.${side}`)}`)}
              ${rows(side === 'give' ? 'school' : side, context)}
            </section>`,
        )}
      </div>
      ${meetings(context)}
      <section class="apply" part="section">
        <div>
          ${closes ? heading(level + 1, text('governors.closes', { date: dayText(closes) })) : nothing}
          ${contactLines(context, at)}
          <p class="sign">
            ${(['chair', 'head', 'date'] as const).map((who) => html`<span>${text(`governors.${who}`)}</span>`)}
          </p>
        </div>
        ${scan(context, at)}
      </section>
      ${pence ? html`<p class="muted">${text('governors.entered')}</p>` : nothing}
    </div>`;
}

/** What governors decide, each with a box to tick on paper. */
function agreement({ phase, text, notes, level }: GovernorsContext): TemplateResult {
  const { release, headteacherMeetings, schoolCommitments } = phase.terms;
  const lines: readonly TemplateResult[] = [
    release.value
      ? html`${text('governors.agree-days', { days: formatQuantity(release.value) })}${notes.mark(release.source)}`
      : html`${text('governors.agree-teachers')}`,
    ...(headteacherMeetings.value
      ? [
          html`${text('governors.agree-head', { meetings: formatQuantity(headteacherMeetings.value) })}${notes.mark(headteacherMeetings.source)}`,
        ]
      : []),
    ...(schoolCommitments.value ?? []).map(
      (each) =>
        html`${text('governors.agree-school', { what: each })}${notes.mark(schoolCommitments.source)}`,
    ),
  ];
  return html`<section class="agree" part="section">
    ${heading(level + 1, text('governors.agree'))}
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`;
}

function figures(
  { days, cost, received }: ReleaseCost,
  daily: number | null,
  { text, notes }: GovernorsContext,
): TemplateResult {
  const spent = exact(cost);
  const given = exact(received);
  const { per: _, ...counted } = days.value ?? {};
  return html`<div class="three">
    <p>
      ${
        days.value
          ? html`<b class="give">${formatQuantity(counted as typeof days.value)}${notes.mark(days.source)}</b>
              <span>${text('governors.days')}</span>`
          : html`<span class="unknown">${text('governors.days-unknown')} ${text('year.ask')}</span>`
      }
    </p>
    <p>
      ${
        spent && daily
          ? html`<b class="give">${formatMoney(spent)}</b>
              <span>${text('governors.cost', { amount: formatMoney(daily) })}</span>`
          : text('governors.cost-line')
      }
    </p>
    <p>
      ${
        given === undefined
          ? html`<span class="unknown">${text('governors.grant')}: ${text('year.ask')}</span>`
          : html`<b class="get">${formatMoney(given)}</b> <span>${text('governors.grant')}</span>`
      }
    </p>
  </div>`;
}

/** Cover against the money for release, on one bar; only where both are exact. */
function balance(
  { cost, received }: ReleaseCost,
  { text }: GovernorsContext,
): TemplateResult | typeof nothing {
  const spent = exact(cost);
  const given = exact(received);
  if (!spent || given === undefined) return nothing;
  const over = given - spent;
  const amount = formatMoney(Math.abs(over));
  const said =
    over === 0 ? text('governors.even') : text(over > 0 ? 'governors.left' : 'governors.short', { amount });
  const share = Math.round((Math.min(spent, given) / Math.max(spent, given)) * 1000);
  return html`<div class="balance">
    <svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
      <rect class="room ${over > 0 ? 'get' : 'give'}" width="1000" height="24"></rect>
      <rect class="part" width=${share} height="24"></rect>
    </svg>
    <p><span>${text('governors.cover')} ${formatMoney(spent)}</span> <strong>${said}</strong></p>
  </div>`;
}

function meetings(context: GovernorsContext): TemplateResult {
  const { text, level } = context;
  const days = meetingDays(context);
  return html`<section part="section">
    ${heading(level + 1, text('governors.meetings'))}
    ${
      days.length === 0
        ? html`<p>${text('governors.no-dates')}</p>`
        : html`<ol class="strip">
            ${days.map(({ date, starts }) => html`<li><strong>${dayText(date)}</strong>${starts ? html`<br />${starts}` : nothing}</li>`)}
          </ol>`
    }
  </section>`;
}

const exact = ({ min, max }: PenceRange): number | undefined =>
  min === max && min !== null ? min : undefined;
