import { html, svg, type TemplateResult } from 'lit';

/** One picture for each idea, drawn by ourselves on a ground of 96 by 64: they repeat what the words beside them say. */
const PICTURES: Readonly<Record<string, TemplateResult>> = {
  // A bar of 10 in two parts; the one that is not known is open.
  'idea-representation-structure': svg`<path class="fill" d="M8 34h52v20H8z"></path><path class="open" d="M60 34h28v20H60z"></path><path d="M8 26v-6h80v6"></path><text x="48" y="14">10</text><text x="34" y="49">7</text><text x="74" y="49">?</text>`,
  // Growing patterns: what comes next, and why?
  'idea-mathematical-thinking': svg`<path class="fill" d="M6 46h9v9H6zM24 46h9v9h-9zM34 46h9v9h-9zM24 36h9v9h-9z"></path><path class="open" d="M54 16h34v39H54z"></path><text x="71" y="42">?</text>`,
  // One fact gives others.
  'idea-fluency': svg`<text class="strong" x="48" y="17">7 + 3</text><path d="M40 22 24 34M56 22 72 34"></path><text x="22" y="52">3 + 7</text><text x="72" y="52">10 − 3</text>`,
  // The same triangle, turned: one thing changes.
  'idea-variation': svg`<path class="fill" d="M6 50h24L18 24z"></path><path class="fill" d="M38 24h24L50 50z"></path><path class="fill" d="M70 50V24l24 13z"></path>`,
  // Small steps on one line.
  'idea-coherence': svg`<path class="fill" d="M4 56h18V46H4zM26 56h18V38H26zM48 56h18V28H48zM70 56h18V16H70z"></path><path d="m10 34 66-27m-9 0h9l-4 8"></path>`,
};

export function pictureOf(idea: string): TemplateResult | undefined {
  const picture = PICTURES[idea];
  return picture && html`<svg viewBox="0 0 96 64" aria-hidden="true">${picture}</svg>`;
}
