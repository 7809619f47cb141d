import type { Source, SourceId } from '@maths-hubs/sdk/evidence';
import { html, nothing, type TemplateResult } from 'lit';
import { safeHref } from '../links.js';
import { textOf, type Text } from '../strings.js';

/** Numbers the sources that a widget cites, in the order a reader meets them, and lists them at the end. */
export class SourceNotes {
  private readonly order: SourceId[] = [];

  /** @param text  the widget's texts, so that a hub's own wording is read */
  constructor(
    private readonly sources: Readonly<Record<SourceId, Source>>,
    private readonly text: Text = textOf({}, undefined),
  ) {}

  /** A raised number for each source of one statement. */
  mark(ids: readonly SourceId[]): TemplateResult | typeof nothing {
    if (ids.length === 0) return nothing;
    const numbers = ids.map((id) => this.numberOf(id)).sort((a, b) => a - b);
    return html`<sup class="source"
      ><span class="visually-hidden"> (${this.text('shared.source')} </span>${numbers.join(', ')}<span
        class="visually-hidden"
        >)</span
      ></sup
    >`;
  }

  get count(): number {
    return this.order.length;
  }

  /** The numbered list; render it after everything that cites. */
  list(): TemplateResult {
    return html`<ol class="sources">
      ${this.order.map((id) => html`<li>${this.entry(this.sources[id], id)}</li>`)}
    </ol>`;
  }

  /** The one source that everything cites, to be named once. */
  only(): TemplateResult {
    const [id = ''] = this.order;
    return this.entry(this.sources[id], id);
  }

  private numberOf(id: SourceId): number {
    const found = this.order.indexOf(id);
    return found >= 0 ? found + 1 : this.order.push(id);
  }

  private entry(source: Source | undefined, id: SourceId): TemplateResult {
    if (source === undefined) return html`${id}`;
    const href = safeHref(source.url);
    const title = href ? html`<a href=${href} rel="noopener">${source.title}</a>` : source.title;
    return html`${source.publisher}: ${title}, ${source.date ?? this.text('shared.undated')}.
    ${source.note ? html`<span class="muted">${source.note}</span>` : nothing}`;
  }
}
