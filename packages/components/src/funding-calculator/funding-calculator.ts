import { teacherDays } from '@maths-hubs/sdk/commitments';
import {
  fundingFor,
  LAST_STATED_RELEASE,
  releaseCost,
  type FundingEstimate,
  type FundingFacts,
  type ReleaseCost,
} from '@maths-hubs/sdk/funding';
import type { Edition, FundingTerm, Phase } from '@maths-hubs/sdk/programme';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../foundation/announcer.js';
import { controlStyles } from '../foundation/controls.styles.js';
import { radios, textField } from '../foundation/controls.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import { PhaseChangeEvent } from '../foundation/edition/phase-change-event.js';
import { phaseIn } from '../foundation/edition/phase-in.js';
import { phasePicker } from '../foundation/edition/phase-picker.js';
import type { YearText } from '../foundation/edition/strings.js';
import { EditionWidget } from '../foundation/edition/edition-widget.js';
import { balance } from './balance.js';
import { moneyView, rangeText, releaseView } from './estimate-view.js';
import { FundingEstimateEvent } from './events.js';
import { fundingStyles } from './funding-calculator.styles.js';
import { penceOf } from '../foundation/pounds.js';
import { STRINGS } from './strings.js';

export { FundingEstimateEvent } from './events.js';

type Money = 'spend' | 'daily';
type FundingAnswer = 'yes' | 'no' | 'not-sure';
type Question = 'invited' | `claimed-${FundingTerm['purpose']}`;

/**
 * Money and release time of one phase: a range that is honest about what is not known, each line with the rule that
 * gave it and its sources. Asks only what changes the answer; nothing leaves the page.
 *
 * @tag mh-funding-calculator
 * @summary What joining a phase costs a school, and the money that it brings.
 * @slot - Plain HTML shown until, or unless, the widget is drawn.
 * @fires {FundingEstimateEvent} mh-funding-estimate - An answer changed the estimate.
 * @fires {PhaseChangeEvent} mh-phase-change - The person chose another phase.
 * @csspart heading - Every heading.
 * @csspart estimate - The estimate as a whole.
 * @csspart total - The total.
 * @csspart line - One sum with its rule.
 * @csspart release - Release days beside the money.
 * @cssproperty [--mh-accent] - Lines and filled days.
 */
export class FundingCalculator extends EditionWidget {
  static override styles = [EditionWidget.styles, controlStyles, fundingStyles];

  /**
   * Phase that is shown first.
   * @label Which phase it shows first
   * @help Leave it for the school to choose.
   */
  @property() phase = '';

  @state() private chosen = '';
  @state() private typed: Readonly<Record<Money, string>> = { spend: '', daily: '' };
  /** Fields that the person has left, and whose mistakes may be shown. */
  @state() private left: ReadonlySet<Money | 'days'> = new Set();
  /** Days out of class for each teacher, as typed. */
  @state() private out = '';
  @state() private answers: Readonly<Partial<Record<Question, FundingAnswer>>> = {};

  private readonly announcer = new Announcer(this);

  protected override renderEdition(edition: Edition): TemplateResult {
    const text = this.wordingOf(STRINGS);
    const phase = this.phaseOf(edition);
    if (!phase) return html`${this.head(edition, text('funding.title'))} ${this.noPhases(edition)}`;
    const { estimate, release } = this.answer(edition, phase);
    const notes = new SourceNotes(edition.sources, text);
    const context = { notes, text, level: this.headingLevel + 1 };
    return html`${this.head(edition, text('funding.title'))}
      <div class="sides">
        <div @change=${this.leave}>
          ${phasePicker(edition, {
            label: text('funding.phase'),
            phase: phase.id,
            onChange: (id) => {
              this.chosen = id;
              this.dispatchEvent(new PhaseChangeEvent(id));
              this.tell();
            },
          })}
          ${this.questions(edition, phase, text)}
        </div>
        <div class="estimate" part="estimate">
          ${balance(release, context)} ${moneyView(estimate, context)}
          ${releaseView(release, Boolean(penceOf(this.typed.daily)), context)}
        </div>
      </div>
      ${this.announcer.region()} ${this.sources(notes)}`;
  }

  /** Only the questions whose answer can change the estimate of this phase. */
  private questions(edition: Edition, phase: Phase, text: YearText<typeof STRINGS>): TemplateResult {
    const funding = phase.terms.funding.value ?? [];
    const matched = funding.filter(({ kind }) => kind === 'match-ceiling');
    const titles = matched.flatMap(({ eligible = [] }) => eligible).join(', ');
    const asked = new Set<Question>([
      ...funding.flatMap(({ byInvitation }) => (byInvitation ? (['invited'] as const) : [])),
      ...funding.flatMap(({ oncePerSchool, purpose }) =>
        oncePerSchool ? ([`claimed-${purpose}`] as const) : [],
      ),
    ]);
    const yesOrNo = [
      { value: 'yes', label: text('shared.yes') },
      { value: 'no', label: text('shared.no') },
      { value: 'not-sure', label: text('shared.not-sure') },
    ];
    const hint = titles
      ? text('funding.spend-listed', { year: edition.schoolYear, titles })
      : text('funding.spend-hint');
    const { schoolYear, days: last } = LAST_STATED_RELEASE;
    const asksDays = teacherDays(phase).value === null;
    const isLong = asksDays || matched.length > 0 || asked.size > 0;
    return html`${isLong ? html`<p>${text('funding.intro')}</p>` : ''}
    ${asksDays ? this.daysField(text('funding.out-hint', { days: last, year: schoolYear }), text) : ''}
    ${this.moneyField('daily', text('funding.daily-hint'), text)}
    ${matched.length > 0 ? this.moneyField('spend', hint, text) : ''}
    ${[...asked].map((id) =>
      radios({
        id,
        label: text(`funding.${id}`),
        choices: yesOrNo,
        value: this.answers[id],
        onChange: (value) => {
          this.answers = { ...this.answers, [id]: value as FundingAnswer };
          this.tell();
        },
      }),
    )}`;
  }

  /** Where no source says how long teachers are out of class, the school may know it from its hub. */
  private daysField(hint: string, text: YearText<typeof STRINGS>): TemplateResult {
    const wrong = this.left.has('days') && this.out !== '' && daysOf(this.out) === undefined;
    return html`<div class="pounds">
      ${textField({
        id: 'days',
        label: text('funding.out'),
        hint,
        error: wrong ? text('funding.bad-days') : undefined,
        value: this.out,
        inputmode: 'decimal',
        onInput: (value) => {
          this.out = value;
          this.tell();
        },
      })}
    </div>`;
  }

  private moneyField(name: Money, hint: string, text: YearText<typeof STRINGS>): TemplateResult {
    const wrong = penceOf(this.typed[name]) === undefined && this.left.has(name);
    return html`<div class="pounds">
      ${textField({
        id: name,
        label: text(`funding.${name}`),
        hint,
        error: wrong ? text('funding.bad-amount') : undefined,
        value: this.typed[name],
        inputmode: 'decimal',
        onInput: (value) => {
          this.typed = { ...this.typed, [name]: value };
          this.tell();
        },
      })}
    </div>`;
  }

  /** A field is judged when the person leaves it, and the total is read out then, not while typing. */
  private readonly leave = (event: Event): void => {
    const { id } = event.target as HTMLElement;
    if (id === 'spend' || id === 'daily' || id === 'days') this.left = new Set([...this.left, id]);
    const edition = this.shown;
    const phase = edition && this.phaseOf(edition);
    if (!phase) return;
    if (id === 'daily') this.settings.update({ dailySupplyCost: penceOf(this.typed.daily) ?? undefined });
    const text = this.wordingOf(STRINGS);
    const { total } = this.answer(edition, phase).estimate;
    this.announcer.say(text('funding.announce', { amount: rangeText(total, text) }));
  };

  private tell(): void {
    const edition = this.shown;
    const phase = edition && this.phaseOf(edition);
    if (!phase) return;
    const { estimate, release } = this.answer(edition, phase);
    this.dispatchEvent(new FundingEstimateEvent(estimate, release));
  }

  private phaseOf(edition: Edition): Phase | undefined {
    return phaseIn(edition, this.chosen || this.phase || this.settings.value.phase);
  }

  private answer(
    edition: Edition,
    { id, terms }: Phase,
  ): { estimate: FundingEstimate; release: ReleaseCost } {
    const once = (terms.funding.value ?? []).flatMap((term) => (term.oncePerSchool ? [term.purpose] : []));
    const had = once.filter((purpose) => this.known(`claimed-${purpose}`));
    const facts: FundingFacts = {
      textbookSpend: penceOf(this.typed.spend) ?? null,
      invited: this.known('invited'),
      previousClaims: once.every((purpose) => this.known(`claimed-${purpose}`) !== null) ? had : null,
    };
    return {
      estimate: fundingFor(edition, id, facts),
      release: releaseCost(edition, id, {
        ...facts,
        dailySupplyCost: penceOf(this.typed.daily) || null,
        daysPerTeacher: daysOf(this.out) ?? null,
      }),
    };
  }

  private known(question: Question): boolean | null {
    const answer = this.answers[question];
    return answer === 'yes' || (answer === 'no' ? false : null);
  }
}

/** Days as typed: whole or half ones, as `3` or `2.5`. */
function daysOf(text: string): number | undefined {
  const days = /^\d{1,3}([.,]\d)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined;
  return days && days > 0 ? days : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-funding-calculator': FundingCalculator;
  }
}
