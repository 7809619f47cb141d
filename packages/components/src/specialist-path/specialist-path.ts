import { decideSpecialist, specialistRequirements, type WiderDecision } from '@maths-hubs/sdk/eligibility';
import {
  isSchoolYear,
  schoolYearDays,
  specialistPath,
  widerRules,
  type GuideLine,
  type Programme,
  type SpecialistPath as Path,
  type SpecialistStage,
  type WiderRules,
} from '@maths-hubs/sdk/programme';
import type { FactDefinition } from '@maths-hubs/sdk/rules';
import { factsOf } from '@maths-hubs/sdk/rules';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import { MhElement } from '../foundation/element.js';
import { FactsController } from '../foundation/facts-controller.js';
import { heading } from '../foundation/heading.js';
import { safeHref } from '../foundation/links.js';
import { loadingView } from '../foundation/loading.js';
import { noteStyles } from '../foundation/notes.styles.js';
import type { Text } from '../foundation/strings.js';
import { ticks } from '../foundation/ticks.js';
import { specialistStyles } from './specialist-path.styles.js';
import { STRINGS } from './strings.js';

/**
 * How a teacher becomes a Mastery Specialist: who may, by when to apply, what the years ask, what is paid, and a check of a few
 * questions. What no source of the year states is asked of the hub.
 *
 * @tag mh-specialist-path
 * @summary How a teacher becomes a Mastery Specialist, year by year.
 * @slot - Plain HTML shown until, or unless, the widget is drawn.
 * @csspart heading - Every heading.
 * @csspart stage - One stage of the way.
 * @csspart verdict - What the check comes to.
 * @cssproperty [--mh-accent] - Lines, numbers and links.
 */
export class SpecialistPath extends MhElement {
  static override styles = [MhElement.styles, noteStyles, specialistStyles];

  /**
   * School year that is shown at first: `2025/26`; the newest with evidence otherwise.
   * @label School year
   * @help Such as 2024/25. Leave it for the newest that public sources tell of.
   */
  @property() edition = '';
  /**
   * `secondary` for Secondary Mastery Specialists; primary ones otherwise.
   * @label Which specialists
   * @help Primary, unless you choose the other.
   */
  @property() programme: 'primary' | 'secondary' = 'primary';
  /** Facts in hand; those of the programme otherwise. */
  @property({ attribute: false }) data: WiderRules | undefined;

  /** The year that the reader chose. */
  @state() private year = '';
  @state() private answers: Readonly<Record<string, boolean | null>> = {};

  private readonly source = new FactsController(this, widerRules);

  override render(): TemplateResult {
    const text = this.wordingOf(STRINGS);
    const rules = this.source.facts;
    if (this.source.fault)
      return html`${problem(text('specialist.failed'), this.source.fault, text)}<slot></slot>`;
    if (!rules) return loadingView(text('specialist.loading'));
    const programme: Programme = this.programme === 'secondary' ? 'secondary' : 'primary';
    const wanted = this.year || this.edition;
    const isYear = wanted === '' || isSchoolYear(wanted);
    const path = specialistPath(rules, isYear && wanted ? wanted : undefined, programme);
    const notes = new SourceNotes(rules.sources, text);
    const stages = path.stages.filter(({ id, lines }) => id !== 'numbers' || lines.length > 0);
    return html`${heading(this.headingLevel, text(`specialist.title-${programme}`))}
      ${isYear ? nothing : problem(text('specialist.no-year', { year: wanted }), '', text)}
      ${this.renderYears(path, text)} ${this.renderPast(path, text)}
      <ol class="stages" role="list">
        ${stages.map((stage) => this.renderStage(stage, path, notes, text))}
      </ol>
      ${this.renderCheck(rules, path, notes, text)}
      ${
        path.training.length === 0
          ? nothing
          : html`<details class="where">
              <summary>${text('specialist.training')}</summary>
              <ul>
                ${path.training.map((line) => html`<li>${lineView(line, notes)}</li>`)}
              </ul>
            </details>`
      }
      <details class="where">
        <summary>${text('specialist.sources')}</summary>
        ${notes.list()}
      </details>
      <div class="print-only sources-printed">
        <p>${text('specialist.sources')}</p>
        ${notes.list()}
      </div>`;
  }

  /** The years with evidence, to go through one by one. */
  private renderYears({ years, schoolYear }: Path, text: PathText): TemplateResult {
    const shown = years.includes(schoolYear) ? years : [...years, schoolYear].sort();
    return html`<p class="years">
      <label for="year">${text('specialist.year')}</label>
      <select
        id="year"
        class="no-print"
        @change=${(event: Event) => (this.year = (event.target as HTMLSelectElement).value)}
      >
        ${shown.toReversed().map((year) => html`<option value=${year} ?selected=${year === schoolYear}>${year}</option>`)}
      </select>
      <strong class="print-only">${schoolYear}</strong>
    </p>`;
  }

  /** A year or a closing day that has gone by is said to have, and the reader sent to the hub for what holds now. */
  private renderPast({ applyBy, schoolYear: year }: Path, text: PathText): TemplateResult | typeof nothing {
    const isOver = year !== '' && schoolYearDays(year).last < this.currentDay;
    const isClosed = applyBy !== null && applyBy < this.currentDay;
    if (!isOver && !isClosed) return nothing;
    const find = safeHref(this.settings.value.links?.find);
    return html`<p class="notice">
      ${isOver ? text('specialist.over', { year }) : text('specialist.past')}
      ${find ? html`<a href=${find}>${text('find.title')}</a>` : nothing}
    </p>`;
  }

  private renderStage(
    { id, title, lines }: SpecialistStage,
    { schoolYear: year }: Path,
    notes: SourceNotes,
    text: PathText,
  ): TemplateResult {
    return html`<li part="stage" class=${id}>
      ${heading(this.headingLevel + 1, title)}
      ${
        lines.length === 0
          ? html`<p class="unknown">${text('specialist.unknown', { year })}</p>`
          : html`<ul>
              ${lines.map((line) => html`<li>${lineView(line, notes)}</li>`)}
            </ul>`
      }
    </li>`;
  }

  /** Each condition as a question; the answer is beneath as soon as one is given. */
  private renderCheck(
    rules: WiderRules,
    { schoolYear: year, programme }: Path,
    notes: SourceNotes,
    text: PathText,
  ): TemplateResult {
    const level = this.headingLevel + 1;
    const asked = specialistRequirements(rules, year, programme);
    if (!asked)
      return html`<section class="check">
        ${heading(level, text('specialist.check'))}
        <p class="unknown">${text('specialist.no-rules', { year })}</p>
      </section>`;
    const facts = new Set(asked.flatMap(({ condition }) => factsOf(condition)));
    const decision = decideSpecialist(rules, year, this.answers, programme);
    return html`<section class="check">
      ${heading(level, text('specialist.check'))}
      <p class="muted no-print">${text('specialist.private')}</p>
      ${rules.facts.filter(({ id }) => facts.has(id)).map((fact) => this.renderQuestion(fact, text))}
      <div role="status">
        ${Object.keys(this.answers).length > 0 && decision ? verdict(decision, year, notes, level, text) : nothing}
      </div>
    </section>`;
  }

  private renderQuestion({ id, question, hint }: FactDefinition, text: PathText): TemplateResult {
    const choices = [
      ['yes', true],
      ['no', false],
      ['unsure', null],
    ] as const;
    return html`<fieldset class="no-print" aria-describedby=${hint ? `${id}-hint` : nothing}>
      <legend>${question}</legend>
      ${hint ? html`<p class="muted" id="${id}-hint">${hint}</p>` : nothing}
      ${choices.map(
        ([key, value]) =>
          html`<label
            ><input
              type="radio"
              name=${id}
              .checked=${ticks(this.answers[id] === value)}
              @change=${() => (this.answers = { ...this.answers, [id]: value })}
            /><span>${text(`specialist.${key}`)}</span></label
          >`,
      )}
    </fieldset>`;
  }
}

type PathText = Text<typeof STRINGS>;

function lineView({ name, text, notes: more, source }: GuideLine, notes: SourceNotes): TemplateResult {
  return html`${name ? html`<strong>${name}:</strong>` : nothing} ${text}${notes.mark(source)}
  ${more.length > 0 ? html`<span class="muted">${more.join(' ')}</span>` : nothing}`;
}

function verdict(
  { outcome, findings, questions }: WiderDecision,
  year: string,
  notes: SourceNotes,
  level: number,
  text: PathText,
): TemplateResult {
  const open = findings.filter(({ finding }) => finding !== true);
  const left = questions.length > 0 && outcome === 'undetermined';
  return html`<div class="verdict ${outcome}" part="verdict">
    ${heading(level + 1, left ? text('specialist.so-far') : text(`specialist.${outcome}`, { year }))}
    ${outcome === 'eligible' ? html`<p>${text('specialist.no-promise')}</p>` : nothing}
    ${
      open.length === 0
        ? nothing
        : html`<ul>
            ${open.map(({ finding, statement, source }) => html`<li>${statement}${notes.mark(source)} <span class="muted">${text(finding === false ? 'specialist.not-met' : 'specialist.open')}</span></li>`)}
          </ul>`
    }
  </div>`;
}

function problem(title: string, message: string, text: PathText): TemplateResult {
  return html`<div class="notice problem" role="alert">
    <p><strong>${title}</strong></p>
    ${
      message
        ? html`<details class="where">
            <summary>${text('shared.editor')}</summary>
            <p>${message}</p>
          </details>`
        : nothing
    }
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-specialist-path': SpecialistPath;
  }
}
