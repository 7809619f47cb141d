import { cite, isKnown, type Sourced } from '@maths-hubs/sdk/evidence';
import { shortPhaseName, TERMS, type Edition, type PhaseId, type TermId } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import { setTerm, stated, statusOf } from '../project/edit.js';
import { sayTerm } from './say.js';

/** A term that another year states and this one does not: to be taken over only if it holds. */
export interface Suggestion {
  readonly phase: PhaseId;
  readonly term: TermId;
  readonly value: unknown;
  readonly schoolYear: string;
  readonly source: string;
}

/** In the order in which a head asks: who, when, how much, what we give; then the rest. */
export const GROUPS: readonly { readonly title: string; readonly terms: readonly TermId[] }[] = [
  {
    title: 'What it is and who it is for',
    terms: ['summary', 'optional', 'forWhom', 'priority', 'selection', 'repeat', 'duration', 'next'],
  },
  {
    title: 'What a school gives',
    terms: [
      'teachers',
      'teacherRoles',
      'meetings',
      'meetingFrequency',
      'meetingLength',
      'release',
      'betweenMeetings',
      'headteacher',
      'headteacherMeetings',
      'headteacherFrequency',
      'headteacherFirstWorkshop',
      'schoolCommitments',
    ],
  },
  {
    title: 'What a school gets',
    terms: ['funding', 'charge', 'visits', 'visitFrequency', 'groupSize', 'ledBy', 'focus', 'outcomes'],
  },
];

/** Terms that belong to the year they were stated for, such as a project's code: never carried on. */
const OF_ITS_YEAR: readonly TermId[] = ['projectCode', 'alsoCalled'];

/** Terms in the groups, then every other. */
export const ORDERED: readonly TermId[] = [
  ...GROUPS.flatMap(({ terms }) => terms),
  ...(Object.keys(TERMS) as TermId[]).filter((id) => !GROUPS.some(({ terms }) => terms.includes(id))),
];

/** What can be taken over into the empty terms: from the hub's own earlier year, or else from the newest public evidence of each. */
export function suggestionsFor(
  edition: Edition,
  earlier: Edition | undefined,
  evidence: readonly Edition[],
): readonly Suggestion[] {
  const years = earlier ? [earlier] : evidence.filter(({ schoolYear }) => schoolYear !== edition.schoolYear);
  return edition.phases.flatMap(({ id, terms }) =>
    ORDERED.flatMap((term): Suggestion[] => {
      if (OF_ITS_YEAR.includes(term) || statusOf(terms[term]) !== 'empty') return [];
      for (const year of years) {
        const fact: Sourced<unknown> | undefined = year.phases.find((phase) => phase.id === id)?.terms[term];
        if (fact && isKnown<unknown>(fact))
          return [
            {
              phase: id,
              term,
              value: fact.value,
              schoolYear: year.schoolYear,
              source: cite(fact, year.sources),
            },
          ];
      }
      return [];
    }),
  );
}

/** The hub says of each that it holds this year too. */
export function takeOver(edition: Edition, taken: readonly Suggestion[]): Edition {
  return taken.reduce((next, { phase, term, value }) => setTerm(next, phase, term, stated(value)), edition);
}

const keyOf = ({ phase, term }: Suggestion): string => `${phase}.${term}`;

interface ReviewOptions {
  readonly suggestions: readonly Suggestion[];
  readonly own: boolean;
  /** Keys of those that the person has said no to. */
  readonly refused: ReadonlySet<string>;
  readonly onRefuse: (key: string, refused: boolean) => void;
  readonly onTake: (taken: readonly Suggestion[]) => void;
}

/** Everything that can be taken over, on one list: untick what does not hold, then one press for the rest. */
export function reviewList(editor: Editor, options: ReviewOptions): TemplateResult | typeof nothing {
  const { suggestions, own, refused, onRefuse, onTake } = options;
  const [first] = suggestions;
  if (first === undefined) return nothing;
  const taken = suggestions.filter((each) => !refused.has(keyOf(each)));
  const { earlier, edition } = editor.project;
  const other =
    earlier && earlier.hub !== edition.hub
      ? (earlier.contact?.name ?? earlier.sources['own']?.publisher ?? 'The other hub')
      : '';
  const years = [...new Set(suggestions.map(({ schoolYear }) => schoolYear))];
  return html`<section class="panel review" id="review" aria-labelledby="review-title">
    <h3 id="review-title">
      ${other ? `${other} says for ${first.schoolYear}: does it hold for you?` : own ? `Same as in ${first.schoolYear}?` : `What public sources say of ${years.length === 1 ? years[0] : 'earlier years'}`}
    </h3>
    <p>
      Untick what does not hold for you in ${editor.project.edition.schoolYear}. Nothing is stated until you
      press the button, and you can change each term afterwards.
    </p>
    ${editor.project.edition.phases.map((phase) => {
      const own = suggestions.filter((each) => each.phase === phase.id);
      if (own.length === 0) return nothing;
      const name = shortPhaseName(editor.project.edition, phase.id);
      return html`<details
        .open=${editor.isOpen(`review-${phase.id}`)}
        @toggle=${(event: Event) => editor.setOpen(`review-${phase.id}`, (event.currentTarget as HTMLDetailsElement).open)}
      >
        <summary>
          <strong>${name}</strong>
          <span class="muted"
            >${own.filter((each) => !refused.has(keyOf(each))).length} of ${own.length} ticked</span
          >
        </summary>
        <ul class="review-terms">
          ${own.map((each) => reviewRow(editor, each, refused, onRefuse))}
        </ul>
      </details>`;
    })}
    <p class="actions">
      <button
        type="button"
        id="take-over"
        aria-disabled=${taken.length === 0}
        @click=${() => taken.length > 0 && onTake(taken)}
      >
        Use ${taken.length === suggestions.length ? `all ${taken.length}` : `these ${taken.length}`}: they
        hold for us
      </button>
    </p>
  </section>`;
}

function reviewRow(
  editor: Editor,
  suggestion: Suggestion,
  refused: ReadonlySet<string>,
  onRefuse: ReviewOptions['onRefuse'],
): TemplateResult {
  const { phase, term, value, schoolYear, source } = suggestion;
  const id = `review-${phase}-${term}`;
  return html`<li class="choice">
    <input
      type="checkbox"
      id=${id}
      .checked=${!refused.has(keyOf(suggestion))}
      @change=${(event: Event) => onRefuse(keyOf(suggestion), !(event.target as HTMLInputElement).checked)}
    />
    <label for=${id}
      ><span class="term-label">${TERMS[term].label}:</span> ${sayTerm(editor.project.edition, term, value)}
      <span class="muted">${schoolYear}, ${source}</span></label
    >
  </li>`;
}
