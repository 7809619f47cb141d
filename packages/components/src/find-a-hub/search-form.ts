import { html, isServer, nothing, type TemplateResult } from 'lit';
import type { Combobox, Option } from './combobox.js';
import type { LookupService } from './lookup-service.js';
import type { FindText } from './strings.js';

export interface SearchFormContext {
  readonly text: FindText;
  readonly service: LookupService | undefined;
  readonly schoolIndex: URL | undefined;
  readonly error: string;
  /** Whether the person has asked to be located, and reads what that means. */
  readonly asksPosition: boolean;
  readonly onSearch: () => void;
  /** The person turned to the form: what answers can be fetched. */
  readonly onEnter: () => void;
  readonly onAskPosition: (asks: boolean) => void;
  readonly onLocate: () => void;
}

/** The field, its button, and what leaves the page. */
export function searchForm(
  field: Pick<Combobox<Option>, 'render'>,
  context: SearchFormContext,
): TemplateResult {
  const { text, service, schoolIndex, error } = context;
  const names = service === undefined ? '-names' : '';
  const school = schoolIndex === undefined ? '' : '-school';
  return html`<form
    class="search"
    role="search"
    novalidate
    @focusin=${context.onEnter}
    @submit=${(event: Event) => {
      event.preventDefault();
      context.onSearch();
    }}
  >
    ${field.render({
      label: text(`find.label${names}${school}`),
      hint: text(`find.hint${names}`),
      list: text('find.suggestions'),
      error: error || undefined,
    })}
    <button type="submit">${text('find.search')}</button>
    <p class="leaves">${whatLeaves(context)}</p>
    ${location(context)}
  </form>`;
}

/** One plain sentence: what leaves the page, when and to whom; one more for schools. */
function whatLeaves({ text, service, schoolIndex }: SearchFormContext): string {
  const host = service?.sendsTo;
  if (schoolIndex === undefined) return host ? text('find.sends', { host }) : text('find.sends-nothing');
  const site = schoolIndex.origin === new URL(document.baseURI).origin;
  const schools = text('find.sends-school', { host: site ? text('find.this-site') : schoolIndex.host });
  return host ? `${text('find.sends-also', { host })} ${schools}` : schools;
}

function location(context: SearchFormContext): TemplateResult | typeof nothing {
  const { text, service, asksPosition, onAskPosition, onLocate } = context;
  // A server cannot know, and a browser takes over only what it would have drawn itself.
  const canLocate = isServer || globalThis.navigator?.geolocation !== undefined;
  if (!service?.locates || !canLocate) return nothing;
  if (!asksPosition)
    return html`<button type="button" class="plain locate" @click=${() => onAskPosition(true)}>
      ${text('find.locate')}
    </button>`;
  return html`<div class="notice">
    <p id="locate-tells" tabindex="-1">
      ${text('find.locate-tells', { host: service.sendsTo ?? text('find.this-site') })}
    </p>
    <p class="actions">
      <button type="button" @click=${onLocate}>${text('find.locate-yes')}</button>
      <button type="button" class="plain" @click=${() => onAskPosition(false)}>
        ${text('find.locate-no')}
      </button>
    </p>
  </div>`;
}
