import { citation, type Source, type SourceId } from '../evidence/index.js';
import { heading, html, link, list, type Markup } from './markup.js';

/** Numbers the sources that a page cites, in the order a reader meets them. */
export class Notes {
  private readonly order: SourceId[] = [];

  constructor(private readonly sources: Readonly<Record<SourceId, Source>>) {}

  /** `[1, 3]` after a statement; in brackets, to read well even without `<sup>`. */
  mark(ids: readonly SourceId[]): Markup | null {
    if (ids.length === 0) return null;
    const numbers = ids.map((id) => this.numberOf(id)).sort((a, b) => a - b);
    return html` <sup>[${numbers.join(', ')}]</sup>`;
  }

  /** The numbered list under a heading of its own; call it after everything that cites. */
  section(level: number): Markup | null {
    const entries = this.order.map((id) => this.entry(id));
    return entries.length === 0
      ? null
      : html`${heading(level, 'Where these facts come from')}${list(entries, 'ol')}`;
  }

  private numberOf(id: SourceId): number {
    const found = this.order.indexOf(id);
    return found >= 0 ? found + 1 : this.order.push(id);
  }

  private entry(id: SourceId): Markup {
    const source = Object.hasOwn(this.sources, id) ? this.sources[id] : undefined;
    if (source === undefined) return html`${id}`;
    const words = citation({ ...source, url: null });
    return html`${link(source.url, words)}${source.note ? `. ${source.note}` : null}`;
  }
}
