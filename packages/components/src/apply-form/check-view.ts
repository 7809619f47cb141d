import type { AnswerLine, Notice } from '@maths-hubs/sdk/applications';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import { safeHref } from '../foundation/links.js';
import type { ApplyText } from './strings.js';

/** Every answer, each with a way back to its question where `change` is given. */
export function answersView(
  lines: readonly AnswerLine[],
  text: ApplyText,
  change?: (line: AnswerLine) => void,
): TemplateResult {
  return html`<dl class="answers">
    ${lines.map(
      (line) =>
        html`<div>
          <dt>${line.label}</dt>
          <dd>${line.answer || html`<span class="unknown">${text('apply.not-answered')}</span>`}</dd>
          ${
            change
              ? html`<dd class="change no-print">
                  <button
                    type="button"
                    class="plain"
                    aria-label=${text('apply.change-what', { label: line.label })}
                    @click=${() => change(line)}
                  >
                    ${text('shared.change')}
                  </button>
                </dd>`
              : nothing
          }
        </div>`,
    )}
  </dl>`;
}

/** The hub's data-protection notice: stated, not consented to. */
export function noticeView(notice: Notice, level: number, text: ApplyText): TemplateResult {
  const { controller, processor, lawfulBasis } = notice;
  const said = [
    controller && text('apply.controller', { name: controller }),
    processor && text('apply.processor', { name: processor }),
    lawfulBasis && text('apply.basis', { basis: lawfulBasis }),
  ].filter(Boolean);
  const href = safeHref(notice.url);
  return html`<section class="privacy">
    ${heading(level, text('apply.privacy'))}
    <p>${notice.text}</p>
    ${said.length > 0 ? html`<p>${said.join(' ')}</p>` : nothing}
    ${href ? html`<p><a href=${href}>${text('apply.notice-link')}</a></p>` : nothing}
  </section>`;
}
