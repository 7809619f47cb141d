import type { Area, HubChoice, FindResult, HubDirectory, HubQuery } from '@maths-hubs/sdk/hubs';
import { html, nothing, type TemplateResult } from 'lit';
import { selectField } from '../foundation/controls.js';
import { heading } from '../foundation/heading.js';
import { safeHref } from '../foundation/links.js';
import type { Links } from '../foundation/settings-store.js';
import { textOf } from '../foundation/strings.js';
import type { Strings } from '../foundation/wording.js';
import { ANSWER_STRINGS, type AnswerText } from './answer-strings.js';
import { hubCard } from './hub-details.js';
import { settledHub } from './events.js';

export interface ResultContext {
  readonly directory: HubDirectory;
  readonly level: number;
  /** The site's own texts. */
  readonly wording: Strings | undefined;
  /** This site's own hub. */
  readonly own: string | undefined;
  readonly links: Links | undefined;
  readonly onAsk: (query: HubQuery) => void;
  /** Puts a corrected postcode into the field and searches for it. */
  readonly onCorrect: (postcode: string) => void;
}

type Drawn = ResultContext & { readonly text: AnswerText };

/** Choices up to this many are buttons; more are a list to pick from. */
const MOST_BUTTONS = 8;

/** Where a council by name answers what a postcode could not. */
const COUNCIL_HELPS = new Set<string>([
  'offline',
  'timeout',
  'service',
  'rate-limited',
  'no-such-postcode',
  'retired',
  'no-resolver',
  'no-council',
  'no-name',
  'not-a-postcode',
]);

/** An answer in full. Its heading, `result-title`, takes the focus when a search ends. */
export function resultView(result: FindResult, given: ResultContext): TemplateResult {
  const text = textOf(ANSWER_STRINGS, given.wording);
  const context: Drawn = { ...given, text };
  const { level, directory } = context;
  const { hubs, problem, ask, where, caution, confirm } = result;
  return html`${heading(level, titleOf(result, text), 'result-title')}
  ${where === null ? nothing : html`<p>${where}</p>`}
  ${problem !== undefined || result.answer === 'not-in-england' || (result.answer === 'unknown' && !ask) ? html`<p>${result.summary}</p>` : nothing}
  ${problem?.suggestion === undefined ? nothing : correction(problem.suggestion, context)}
  ${ask === undefined ? nothing : question(ask.text, ask.choices, context)}
  ${problem !== undefined && COUNCIL_HELPS.has(problem.code) ? councils(result.likely, context) : nothing}
  ${ownNotice(result, context)}
  ${
    hubs.length === 0
      ? nothing
      : html`<ul class="hubs${hubs.length > 1 ? ' side' : ''}" role="list">
          ${hubs.map((match) =>
            hubCard(match, {
              directory,
              level: level + 1,
              text,
              own: match.hub.id === context.own,
              only: settledHub(result) === match.hub.id,
              next: settledHub(result) === match.hub.id ? next(context) : nothing,
            }),
          )}
        </ul>`
  }
  ${caution === undefined ? nothing : html`<p class="muted">${caution}</p>`}
  ${
    result.answer === 'not-in-england' || problem !== undefined
      ? nothing
      : html`<p class="confirm">
          <a href=${safeHref(confirm.url)} rel="noopener">${text('find.confirm')}</a>
        </p>`
  }`;
}

function titleOf({ answer, hubs, areas, problem, ask, where }: FindResult, text: AnswerText): string {
  const hub = hubs[0]?.hub.name ?? '';
  if (problem?.code === 'offline') return text('find.offline');
  if (problem && ['timeout', 'service', 'rate-limited'].includes(problem.code)) return text('find.service');
  if (problem) return text('find.problem');
  switch (answer) {
    case 'one':
      return text(areas.length === 0 && where === null ? 'find.chosen' : 'find.one', { hub });
    case 'likely':
      return text('find.likely', { hub });
    case 'several':
      return hubs.length === 1
        ? text('find.could-be', { hub })
        : text('find.several', { count: hubs.length });
    case 'unknown':
      return text(ask === undefined ? 'find.unknown' : 'find.question');
    case 'not-in-england':
      return text('find.not-in-england');
  }
}

function correction(postcode: string, { text, onCorrect }: Drawn): TemplateResult {
  return html`<p>
    <button type="button" class="secondary" @click=${() => onCorrect(postcode)}>
      ${text('find.did-you-mean', { postcode })}
    </button>
  </p>`;
}

/** What is likely comes first: the councils that a postcode's letters tell, then the own ones of a hub's page. */
function likelyFirst(
  choices: readonly HubChoice[],
  { directory, own }: Drawn,
  near: readonly Area[] = [],
): { readonly choices: readonly HubChoice[]; readonly why: 'near' | 'ours' | 'all' } {
  const ours = new Set(directory.coverage.flatMap(({ hub, area }) => (hub === own ? area : [])));
  for (const { gss, authority } of directory.areas) if (authority && ours.has(gss)) ours.add(authority);
  const codes = near.map(({ gss }) => gss);
  const rank = ({ query }: HubChoice): number => {
    const [code = ''] = Object.values(query) as string[];
    const at = codes.indexOf(code);
    return at >= 0 ? at : codes.length + (ours.has(code) ? 0 : 1);
  };
  const sorted = [...choices].sort((a, b) => rank(a) - rank(b));
  const first = sorted[0] === undefined ? Infinity : rank(sorted[0]);
  return { choices: sorted, why: first < codes.length ? 'near' : first === codes.length ? 'ours' : 'all' };
}

const byLabel = (choices: readonly HubChoice[]): readonly HubChoice[] =>
  [...choices].sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));

function question(asked: string, choices: readonly HubChoice[], context: Drawn): TemplateResult {
  if (choices.length > MOST_BUTTONS) return pick('choice', asked, choices, context);
  return html`<fieldset class="question">
    <legend>${asked}</legend>
    <div class="choices">
      ${likelyFirst(choices, context).choices.map(
        ({ label, query }) =>
          html`<button type="button" class="secondary" @click=${() => context.onAsk(query)}>
            ${label}
          </button>`,
      )}
    </div>
  </fieldset>`;
}

function councils(near: readonly Area[] | undefined, context: Drawn): TemplateResult {
  const choices = context.directory.areas
    .filter(({ kind }) => kind === 'authority')
    .map(({ name, gss }) => ({ label: name, query: { authority: gss } }));
  return pick('council', context.text('find.council'), choices, context, near);
}

/** A list to pick one of, and a button, so that nothing happens while a keyboard moves through it. */
function pick(
  id: string,
  label: string,
  given: readonly HubChoice[],
  context: Drawn,
  near?: readonly Area[],
): TemplateResult {
  const { text, onAsk } = context;
  const { choices, why } = likelyFirst(byLabel(given), context, near);
  return html`<form
    class="pick"
    @submit=${(event: Event) => {
      event.preventDefault();
      const value = new FormData(event.target as HTMLFormElement).get(id);
      const choice = value ? choices[Number(value)] : undefined;
      if (choice !== undefined) onAsk(choice.query);
    }}
  >
    ${selectField({
      id,
      label,
      hint: text(`find.council-${why}`),
      value: '',
      choices: [
        { value: '', label: text('find.council-empty') },
        ...choices.map((choice, index) => ({ value: String(index), label: choice.label })),
      ],
      onChange: () => undefined,
    })}
    <button type="submit" class="secondary">${text('find.council-go')}</button>
  </form>`;
}

/** Says how the answer relates to the hub whose site this is. */
function ownNotice(result: FindResult, { own, directory, text }: Drawn): TemplateResult | typeof nothing {
  const ours = directory.hubs.find(({ id }) => id === own);
  if (ours === undefined || result.hubs.length === 0) return nothing;
  const listed = result.hubs.some(({ hub }) => hub.id === own);
  const settled = settledHub(result) !== undefined;
  if (!listed && !settled) return nothing;
  const key = !listed ? 'find.not-ours' : settled ? 'find.ours' : 'find.maybe-ours';
  return html`<p class="notice" part="notice">${text(key, { hub: ours.name })}</p>`;
}

function next({ text, links }: Drawn): TemplateResult | typeof nothing {
  const check = safeHref(links?.check);
  const apply = safeHref(links?.apply);
  if (!check && !apply) return nothing;
  return html`${check ? html`<a href=${check}>${text('check.title')}</a>` : nothing}
  ${apply ? html`<a href=${apply}>${text('shared.apply')}</a>` : nothing}`;
}
