import { labelOf, type Facts, type FactValue } from '../rules/index.js';
import { FACTS } from '../schools/index.js';

/** Answers that cannot all be right. A decision still follows from them, but one has to be asked again. */
export interface Contradiction {
  /** The facts whose answers conflict. */
  readonly facts: readonly string[];
  readonly statement: string;
}

interface Pair {
  readonly first: readonly [fact: string, values: readonly FactValue[]];
  /** Without values, any answer at all. */
  readonly second: readonly [fact: string, values?: readonly FactValue[]];
  readonly because: string;
}

const TOOK_PART = ['now', 'done', 'left-early'];
const NEVER_IN_DEVELOPMENT = ['development', ['never']] as const;

const PAIRS: readonly Pair[] = [
  {
    first: NEVER_IN_DEVELOPMENT,
    second: ['embedding', TOOK_PART],
    because: 'Embedding follows Development.',
  },
  {
    first: NEVER_IN_DEVELOPMENT,
    second: ['sustaining', TOOK_PART],
    because: 'Sustaining follows Development.',
  },
  {
    first: NEVER_IN_DEVELOPMENT,
    second: ['developmentYear'],
    because: 'A school that was never in Development has no year of it.',
  },
  {
    first: ['schoolPhase', ['secondary', '16-plus']],
    second: ['teachesPrimary', [true]],
    because: 'Such a school teaches no year from Reception to Year 6.',
  },
  {
    first: ['schoolPhase', ['primary', 'middle-deemed-primary', 'middle-deemed-secondary', 'all-through']],
    second: ['teachesPrimary', [false]],
    because: 'Such a school teaches some of the years from Reception to Year 6.',
  },
  {
    first: ['schoolPhase', ['secondary', 'middle-deemed-primary', 'middle-deemed-secondary', 'all-through']],
    second: ['teachesSecondary', [false]],
    because: 'Such a school teaches some of the years from Year 7 up.',
  },
  {
    first: ['schoolPhase', ['not-applicable']],
    second: ['provision', ['mainstream']],
    because: 'Only special schools and alternative provision have no phase of education.',
  },
];

const definitions = new Map<string, (typeof FACTS)[number]>(FACTS.map((fact) => [fact.id, fact]));

/**
 * Conflicting answers about a school, each pair in a sentence; empty when there are none.
 * @example contradictionsIn({ development: 'never', sustaining: 'done' })[0]?.facts // ['development', 'sustaining']
 */
export function contradictionsIn(school: Facts): Contradiction[] {
  return PAIRS.flatMap(({ first, second, because }) => {
    const [one, two] = [first, second].map(([fact, values]) => {
      const value = Object.hasOwn(school, fact) ? school[fact] : undefined;
      return value === undefined || value === null || (values && !values.includes(value))
        ? null
        : { fact, answer: sayAnswer(fact, value) };
    });
    if (!one || !two) return [];
    return [
      {
        facts: [one.fact, two.fact],
        statement: `${one.answer} But: ${two.answer} ${because} Check both answers.`,
      },
    ];
  });
}

/** `Has the school taken part in a Development Work Group? Never.` */
function sayAnswer(fact: string, value: FactValue): string {
  const definition = definitions.get(fact);
  return definition
    ? `${definition.question} ${labelOf(definition.domain, value)}.`
    : `${fact}: ${String(value)}.`;
}
