import { html, nothing, type TemplateResult } from 'lit';

const STEPS = {
  terms: '1. Your terms',
  widgets: '2. Your widgets',
  snippet: '3. Your snippet',
  check: 'Check your page',
} as const;
export type EditorStep = keyof typeof STEPS;

/** Heading of each step. */
export const STEP_TITLES: Readonly<Record<EditorStep, string>> = {
  terms: 'Your terms',
  widgets: 'Your widgets',
  snippet: 'Your snippet',
  check: 'Check a page that has widgets',
};

/** The way through the page; any step can be gone back to. */
export function stepsNav(now: EditorStep, go: (step: EditorStep) => void): TemplateResult {
  return html`<nav aria-label="Steps" class="steps">
    <ol role="list">
      ${(Object.keys(STEPS) as EditorStep[]).map(
        (id) =>
          html`<li>
            <button type="button" aria-current=${id === now ? 'step' : nothing} @click=${() => go(id)}>
              ${STEPS[id]}
            </button>
          </li>`,
      )}
    </ol>
  </nav>`;
}
