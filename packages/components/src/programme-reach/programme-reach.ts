import { messageOf } from '@maths-hubs/sdk/evidence';
import {
  sayFigure,
  statistics,
  type Statistic,
  type StatisticFacts,
  type StatisticKind,
} from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MhElement } from '../foundation/element.js';
import { FactsController } from '../foundation/facts-controller.js';
import { heading } from '../foundation/heading.js';
import { loadingView } from '../foundation/loading.js';
import { inlineJson } from '../foundation/inline-json.js';
import { noteStyles } from '../foundation/notes.styles.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import { chart } from './chart.js';
import { lead, ownLead } from './lead.js';
import { asStatistic, readLocal, type LocalFigure } from './local-figures.js';
import { reachStyles } from './programme-reach.styles.js';
import { seriesOf, type ReachText } from './series.js';
import { STRINGS } from './strings.js';

/** Kinds in the order that a reader wants them: what was reached, then the hub's own, then what was hoped for. */
const KINDS: readonly StatisticKind[] = ['annual', 'active', 'cumulative', 'local', 'aim'];

/**
 * The programme's figures over time, kind by kind: charts of what may be compared, a table of everything, each figure
 * with its source. A hub's own figures stand apart, and only where it gives them.
 *
 * @tag mh-programme-reach
 * @summary How far the programme reaches, in figures.
 * @slot - Plain HTML shown until, or unless, the widget is drawn. A hub's own figures: `<script type="application/json">{"figures": […]}</script>`.
 * @csspart heading - Every heading.
 * @csspart chart - One chart.
 * @cssproperty [--mh-accent] - Bars and lines.
 */
export class ProgrammeReach extends MhElement {
  static override styles = [MhElement.styles, noteStyles, reachStyles];

  /**
   * Kinds that are shown, separated by spaces: `annual active cumulative local aim`; all by default.
   * @label Which figures
   * @help Leave it for those that schools ask about.
   */
  @property() kinds = '';
  /**
   * Whether the programme's budgets are shown too.
   * @label Show the programme’s budgets too
   * @help Leave it off for schools: what the whole programme costs says nothing of what they pay.
   */
  @property({ type: Boolean }) budgets = false;
  /** Figures in hand; those of the programme otherwise. */
  @property({ attribute: false }) data: StatisticFacts | undefined;
  /** The hub's own figures; inline JSON between the tags otherwise. */
  @property({ attribute: false }) local: readonly LocalFigure[] | undefined;

  @state() private localFault = '';
  @state() private inline: readonly LocalFigure[] = [];

  private readonly source = new FactsController(this, statistics);

  override connectedCallback(): void {
    super.connectedCallback();
    this.readInline();
  }

  override render(): TemplateResult {
    const text = this.wordingOf(STRINGS);
    const facts = this.source.facts;
    if (this.source.fault)
      return html`${problem(text('reach.failed'), this.source.fault, text)}<slot></slot>`;
    if (!facts) return loadingView(text('reach.loading'));
    const stated = this.local ?? this.inline;
    const own = stated.map(asStatistic);
    const national = facts.statistics.filter(
      ({ kind, value }) => kind !== 'local' && (this.budgets || value?.unit !== 'pence'),
    );
    const figures = [...national, ...own];
    const notes = new SourceNotes(facts.sources, text);
    const wanted = this.kinds.split(/\s+/).filter(Boolean);
    const kinds = KINDS.filter((kind) => wanted.length === 0 || wanted.includes(kind));
    return html`${heading(this.headingLevel, text('reach.title'))}
      ${kinds.includes('annual') ? lead(national, notes, text) : nothing}
      <p class="muted">${text('reach.intro')}</p>
      ${this.localFault ? problem(text('reach.local-failed'), this.localFault, text) : nothing}
      ${kinds.map((kind) =>
        this.renderKind(
          kind,
          figures.filter((figure) => figure.kind === kind),
          notes,
          text,
          kind === 'local' && own.length > 0 ? ownLead(stated, own, text) : nothing,
        ),
      )}
      ${
        notes.count === 0
          ? nothing
          : html`<details class="where">
                <summary>${text('reach.sources')}</summary>
                ${notes.list()}
              </details>
              <div class="print-only">
                <p>${text('reach.sources')}</p>
                ${notes.list()}
              </div>`
      }`;
  }

  private renderKind(
    kind: StatisticKind,
    figures: readonly Statistic[],
    notes: SourceNotes,
    text: ReachText,
    first: unknown,
  ): TemplateResult | typeof nothing {
    if (figures.length === 0) return nothing;
    const charted = kind === 'aim' ? [] : seriesOf(figures).filter(({ points }) => points.length > 1);
    const charts =
      charted.length === 0
        ? nothing
        : html`<div class="charts">${charted.map((series) => chart(series, text))}</div>`;
    // The programme's own growth is shown above, so its charts can wait; a hub's are what its page is for.
    const isOwn = kind === 'local';
    return html`<section>
      ${heading(this.headingLevel + 1, text(`reach.${kind}`))} ${first} ${isOwn ? charts : nothing}
      <details class="where">
        <summary>${text('reach.table')}</summary>
        ${isOwn ? nothing : charts}
        <table>
          <caption class="visually-hidden">
            ${text(`reach.${kind}`)}
          </caption>
          <thead>
            <tr>
              <th scope="col">${text('reach.measure')}</th>
              <th scope="col">${text('shared.when')}</th>
              <th scope="col">${text('reach.figure')}</th>
            </tr>
          </thead>
          <tbody>
            ${figures.map(
              (figure) =>
                html`<tr>
                  <th scope="row">${figure.measure}${notes.mark(figure.source)}</th>
                  <td>${figure.asAt ?? html`<span class="unknown">${text('shared.undated')}</span>`}</td>
                  <td>
                    ${figure.value === null ? nothing : sayFigure(figure)}
                    ${[figure.note, figure.conflict].map((each) =>
                      each && tellsMore(each, figure) ? html`<span class="aside">${each}</span>` : nothing,
                    )}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </details>
    </section>`;
  }

  private readInline(): void {
    const json = inlineJson(this);
    if (json === undefined) return;
    try {
      this.inline = readLocal(json);
    } catch (error) {
      this.localFault = messageOf(error);
    }
  }
}

function problem(title: string, message: string, text: ReachText): TemplateResult {
  return html`<div class="notice problem" role="alert">
    <p><strong>${title}</strong></p>
    <details class="where">
      <summary>${text('shared.editor')}</summary>
      <p>${message}</p>
    </details>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mh-programme-reach': ProgrammeReach;
  }
}

/** A note that only says the figure again, such as “Over 70 per cent.”, is left out of the table. */
function tellsMore(note: string, figure: Statistic): boolean {
  if (figure.value === null) return true;
  const bare = (words: string): string => words.toLowerCase().replace('per cent', '%').replace(/[\s.]/g, '');
  return !bare(sayFigure(figure)).startsWith(bare(note));
}
