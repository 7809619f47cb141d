import {
  GUIDE_PARTS,
  guideOf,
  isGuidePart,
  programmeFacts,
  USUAL_GUIDE_PARTS,
  type GuideBlock,
  type GuideLine,
  type GuidePart,
  type ProgrammeFacts,
} from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MhElement } from '../foundation/element.js';
import { FactsController } from '../foundation/facts-controller.js';
import { heading } from '../foundation/heading.js';
import { loadingView } from '../foundation/loading.js';
import { noteStyles } from '../foundation/notes.styles.js';
import { SourceNotes } from '../foundation/edition/source-notes.js';
import type { Text } from '../foundation/strings.js';
import { guideStyles } from './mastery-guide.styles.js';
import { pictureOf } from './pictures.js';
import { STRINGS } from './strings.js';

/**
 * What teaching for mastery is: the Five Big Ideas as a picture to explore, the five key areas of Readiness, what a Work Group
 * does, who is who, what the report of 2019 found and left open, and where research and materials are. Every statement has its source.
 *
 * @tag mh-mastery-guide
 * @summary What teaching for mastery is, for a school, a parent or a governor.
 * @slot - Plain HTML shown until, or unless, the widget is drawn.
 * @csspart heading - Every heading.
 * @csspart idea - The button of one idea.
 * @cssproperty [--mh-accent] - Drawings, lines and links.
 */
export class MasteryGuide extends MhElement {
  static override styles = [MhElement.styles, noteStyles, guideStyles];

  /**
   * Parts that are shown, in this order, separated by spaces: `mastery ideas areas work-group people findings resources` are shown by
   * default; `secondary specialists projects history support applying money` when they are named.
   * @label Which parts
   * @help Leave it empty for what schools ask first. The others: secondary, specialists, projects, history, support, applying, money.
   */
  @property() show = '';
  /** Facts in hand; those of the programme otherwise. */
  @property({ attribute: false }) data: ProgrammeFacts | undefined;

  @state() private chosen = 0;

  private readonly source = new FactsController(this, programmeFacts);

  override render(): TemplateResult {
    const text = this.wordingOf(STRINGS);
    const facts = this.source.facts;
    if (this.source.fault)
      return html`${problem(text('guide.failed'), this.source.fault, text)}<slot></slot>`;
    if (!facts) return loadingView(text('guide.loading'));
    const named = this.show.split(/[\s,]+/).filter(Boolean);
    const known = named.filter(isGuidePart);
    const unknown = named.filter((name) => !isGuidePart(name));
    const notes = new SourceNotes(facts.sources, text);
    const parts = guideOf(facts, known.length > 0 ? known : USUAL_GUIDE_PARTS);
    return html`${heading(this.headingLevel, text('guide.title'))}
      ${
        unknown.length === 0
          ? nothing
          : problem(
              text('guide.failed'),
              text('guide.unknown', { names: unknown.join(', '), parts: GUIDE_PARTS.join(', ') }),
              text,
            )
      }
      ${parts.map((part) => this.renderPart(part, notes, text))}
      <details class="where">
        <summary>${text('guide.sources')}</summary>
        ${notes.list()}
      </details>
      <div class="print-only sources-printed">
        <p>${text('guide.sources')}</p>
        ${notes.list()}
      </div>
      <button type="button" class="no-print quiet" @click=${() => print()}>${text('guide.print')}</button>`;
  }

  private renderPart({ id, title, blocks }: GuidePart, notes: SourceNotes, text: GuideText): TemplateResult {
    return html`<section class=${id}>
      ${heading(this.headingLevel + 1, title)}
      ${
        id === 'ideas'
          ? blocks.map(({ lines }) => this.renderIdeas(lines, notes, text))
          : html`<div class="blocks">${blocks.map((block) => this.renderBlock(block, notes))}</div>`
      }
    </section>`;
  }

  private renderBlock({ title, lines }: GuideBlock, notes: SourceNotes): TemplateResult {
    return html`<div class="block">
      ${title ? heading(this.headingLevel + 2, title) : nothing}
      <ul>
        ${lines.map(
          (line) =>
            html`<li>
              ${line.name ? html`<strong>${line.name}</strong>${line.text ? ': ' : nothing}` : nothing}${
                line.text
              }${notes.mark(line.source)}${aside(line)}
            </li>`,
        )}
      </ul>
    </div>`;
  }

  /** The fifth is beneath the other four, as it is said to underpin them. On paper all five are open. */
  private renderIdeas(lines: readonly GuideLine[], notes: SourceNotes, text: GuideText): TemplateResult {
    const facts = this.source.facts;
    return html`<p class="no-print">${text('guide.pick')}</p>
      <ol class="five" role="list">
        ${lines.map((line, index) => {
          const isOpen = index === this.chosen;
          return html`<li>
            <button
              type="button"
              part="idea"
              aria-expanded=${isOpen}
              aria-controls="idea-${index}"
              @click=${() => (this.chosen = isOpen ? -1 : index)}
            >
              ${pictureOf(facts?.bigIdeas.ideas.value?.[index]?.id ?? '')}<span>${line.name}</span>
            </button>
            <div class="idea" id="idea-${index}" ?data-shut=${!isOpen}>
              <p class="name">${line.name}</p>
              <p>${line.text}</p>
              ${
                line.question
                  ? html`<p class="ask">
                      <span class="muted">${text('guide.ask')}</span> “${line.question}”
                    </p>`
                  : nothing
              }
            </div>
          </li>`;
        })}
      </ol>
      ${lines.slice(-1).map((line) => html`<p class="muted">${line.notes.join(' ')}${notes.mark(line.source)}</p>`)}`;
  }
}

type GuideText = Text<typeof STRINGS>;

function aside({ notes }: GuideLine): TemplateResult | typeof nothing {
  const said = notes.join(' ');
  return said ? html`${' '}<span class="aside ${said.length > 30 ? 'long' : ''}">${said}</span>` : nothing;
}

function problem(title: string, message: string, text: GuideText): TemplateResult {
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
    'mh-mastery-guide': MasteryGuide;
  }
}
