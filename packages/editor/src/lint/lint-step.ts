import { html, nothing, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import type { FoundWidget, PageOptions } from '@maths-hubs/sdk/page-check';
import { widgetName, type Widget } from '../widgets/manifest.js';
import { treeOf } from './tree.js';

interface LintStep {
  readonly text: string;
  readonly widgets: readonly Widget[];
  readonly today: string;
  /** The version in hand and its loader's check sum; absent before they are known. */
  readonly loader: PageOptions['loader'];
  /** Tags of the snippet that this page has made; none before there is one. */
  readonly expected: readonly string[];
  readonly onText: (text: string) => void;
}

/** Paste a page or a snippet; each finding has its place and its remedy. */
export function lintStep({ text, widgets, today, loader, expected, onText }: LintStep): TemplateResult {
  return html`<section class="panel">
    <div class="field">
      <label for="page-html">Your page’s HTML, or your snippet</label>
      <p class="hint" id="page-html-hint">
        In most browsers: open your page, press Ctrl+U, select all, copy. It is read here and sent nowhere.
      </p>
      <textarea
        id="page-html"
        rows="12"
        spellcheck="false"
        aria-describedby="page-html-hint"
        .value=${text}
        @change=${(event: Event) => onText((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    <p class="actions">
      <button
        type="button"
        @click=${(event: Event) => {
          const root = (event.target as HTMLElement).getRootNode() as ShadowRoot;
          onText(root.querySelector<HTMLTextAreaElement>('#page-html')?.value ?? '');
        }}
      >
        Check this page
      </button>
    </p>
    <div aria-live="polite" id="lint-findings">
      ${text.trim() === '' ? nothing : until(findings(text, widgets, { today, expected, ...(loader && { loader }) }), nothing)}
    </div>
  </section>`;
}

/** The diagnosis comes only to who asks for it. */
async function findings(
  text: string,
  widgets: readonly Widget[],
  options: PageOptions,
): Promise<TemplateResult> {
  const { checkPage } = await import('@maths-hubs/sdk/page-check');
  const { widgets: there, findings: found } = checkPage(text, treeOf(text), widgets, options);
  if (found.length === 0)
    return html`<p class="notice good">Nothing to put right.</p>
      ${listOf(there)}`;
  return html`${listOf(there)}
    <h3>${found.length === 1 ? 'One thing' : `${found.length} things`} to look at</h3>
    <ol>
      ${found.map(
        ({ severity, place, message, remedy }) =>
          html`<li>
            <p>
              <strong>${severity === 'error' ? 'To put right' : 'To consider'}, ${place}:</strong>
              ${message}<br />
              ${remedy}
            </p>
          </li>`,
      )}
    </ol>`;
}

const WAYS: Readonly<Record<FoundWidget['way'], string>> = {
  tag: 'as a tag',
  link: 'as a link',
  block: 'as a marked block',
  shortcode: 'as a shortcode',
  frame: 'in a frame',
};

/** What was found, so that a person sees that the right page was read. */
function listOf(there: readonly FoundWidget[]): TemplateResult | typeof nothing {
  if (there.length === 0) return nothing;
  return html`<h3>On the page</h3>
    <ul>
      ${there.map(
        ({ tag, way, schoolYear }) =>
          html`<li>${widgetName(tag)}, ${WAYS[way]}${schoolYear ? `, ${schoolYear}` : ''}</li>`,
      )}
    </ul>`;
}
