import type { Hub, HubId } from '@maths-hubs/sdk/hubs';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import type { FindText } from './strings.js';

/** Every hub by region, in the directory's order; a region opens to its hubs, and on a phone the whole list opens first. */
export function hubList(
  hubs: readonly Hub[],
  context: {
    readonly level: number;
    readonly text: FindText;
    /** Hubs of the answer. */
    readonly found: ReadonlySet<HubId>;
    readonly onChoose: (id: HubId) => void;
    /** Whether there is room for the list at first sight. */
    readonly isOpen: boolean;
  },
): TemplateResult {
  const { level, text, found, onChoose, isOpen } = context;
  const regions = [...new Set(hubs.map(({ region }) => region))];
  return html`<details class="list" part="list" ?open=${isOpen}>
    <summary>${heading(level, text('find.all', { count: hubs.length }))}</summary>
    ${regions.map((region) => {
      const own = hubs.filter((hub) => hub.region === region);
      return html`<details class="region" ?open=${own.some(({ id }) => found.has(id))}>
        <summary>${text('find.region-count', { region, count: own.length })}</summary>
        <ul role="list" aria-label=${region}>
          ${own.map(
            ({ id, name }) =>
              html`<li>
                <button
                  type="button"
                  class="plain"
                  translate="no"
                  aria-current=${found.has(id) ? 'true' : nothing}
                  @click=${() => onChoose(id)}
                >
                  ${name}
                </button>
              </li>`,
          )}
        </ul>
      </details>`;
    })}
  </details>`;
}
