import {
  fundingFor,
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
import { moneyView, pips, rangeText, releaseView } from './estimate-view.js';
import { FundingEstimateEvent } from './events.js';
import { fundingStyles } from './funding-calculator.styles.js';
import { penceOf } from './pounds.js';
import { STRINGS } from './strings.js';

export { FundingEstimateEvent } from './events.js';

type Money = 'spend' | 'daily';
type Answer = 'yes' | 'no' | 'not-sure';
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

  /** Phase that is shown first. */
  @property() phase = '';

  @state() private chosen = '';
  @state() private typed: Readonly<Record<Money, string>> = { spend: '', daily: '' };
  /** Fields that the person has left, and so may be told are wrong. */
  @state() private left: ReadonlySet<Money> = new Set();
  @state() private answers: Readonly<Partial<Record<Question, Answer>>> = {};

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
          <p>${text('funding.intro')}</p>
          ${phasePicker(edition, {
            label: text('funding.phase'),
            phase: phase.id,
            onChange: (id) => {
              this.chosen = id;
              this.dispatchEvent(new PhaseChangeEvent(id));
              this.tell();
            },
          })}
          ${this.questions(edition, phase, release, text)}
        </div>
        <div class="estimate" part="estimate">
          ${balance(release, context)} ${pips(release)} ${moneyView(estimate, context)}
          ${releaseView(release, Boolean(penceOf(this.typed.daily)), context)}
        </div>
      </div>
      ${this.announcer.region()} ${this.sources(notes)}`;
  }

  /** Only the questions whose answer can change the estimate of this phase. */
  private questions(
    edition: Edition,
    { terms }: Phase,
    { days, received }: ReleaseCost,
    text: YearText<typeof STRINGS>,
  ): TemplateResult {
    const funding = terms.funding.value ?? [];
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
    return html`${days.value || received.max !== null ? this.moneyField('daily', text('funding.daily-hint'), text) : ''}
    ${matched.length > 0 ? this.moneyField('spend', hint, text) : ''}
    ${[...asked].map((id) =>
      radios({
        id,
        label: text(`funding.${id}`),
        choices: yesOrNo,
        value: this.answers[id],
        onChange: (value) => {
          this.answers = { ...this.answers, [id]: value as Answer };
          this.tell();
        },
      }),
    )}`;
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
    if (id === 'spend' || id === 'daily') this.left = new Set([...this.left, id]);
    const edition = this.shown;
    const phase = edition && this.phaseOf(edition);
    if (!phase) return;
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
      release: releaseCost(edition, id, { ...facts, dailySupplyCost: penceOf(this.typed.daily) || null }),
    };
  }

  private known(question: Question): boolean | null {
    const answer = this.answers[question];
    return answer === 'yes' || (answer === 'no' ? false : null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-funding-calculator': FundingCalculator;
  }
}
