import type { Condition } from '../rules/index.js';

/** A named condition, for a hub that writes its own requirements. */
export interface ReadyCondition {
  readonly id: string;
  readonly statement: string;
  readonly condition: Condition;
}

function hubDecides(schools: string): Condition {
  return { hubDecides: 'The hub looks at each case.', for: schools };
}

const LEFT_EARLY: Condition = {
  all: [{ fact: 'development', is: 'left-early' }, hubDecides('Schools that left Development part-way')],
};

/** Conditions that requirements commonly use. An edition says which ones a phase has. */
export const READY_CONDITIONS: readonly ReadyCondition[] = [
  {
    id: 'state-funded-primary-in-england',
    statement: 'The school is an open, state-funded primary school in England.',
    condition: {
      all: [
        { fact: 'inEngland', is: true },
        { fact: 'open', is: true },
        { fact: 'stateFunded', is: true },
        { fact: 'schoolPhase', is: 'primary' },
      ],
    },
  },
  {
    id: 'teaches-primary',
    statement: 'The school teaches primary years.',
    condition: { fact: 'teachesPrimary', is: true },
  },
  {
    id: 'mainstream',
    statement: 'The school is a mainstream school.',
    condition: {
      any: [{ fact: 'provision', is: 'mainstream' }, hubDecides('Special schools and alternative provision')],
    },
  },
  {
    id: 'development-once',
    statement: 'The school has not taken part in Development.',
    condition: {
      any: [{ fact: 'development', is: 'never' }, LEFT_EARLY],
    },
  },
  {
    id: 'development-done',
    statement: 'The school has done Development.',
    condition: {
      any: [{ fact: 'development', is: 'done' }, LEFT_EARLY],
    },
  },
  {
    id: 'embedding-done',
    statement: 'The school has done Embedding.',
    condition: { fact: 'embedding', is: 'done' },
  },
  {
    id: 'new-to-the-programme',
    statement: 'The school has not been in the programme before.',
    condition: {
      all: [
        { fact: 'readiness', is: 'never' },
        { fact: 'development', is: 'never' },
        { fact: 'introductory', is: 'never' },
      ],
    },
  },
  {
    id: 'wants-mastery',
    statement: 'The school wants to develop teaching for mastery in every class.',
    condition: { fact: 'wantsMastery', is: true },
  },
  {
    id: 'headteacher-commits',
    statement: 'The headteacher takes part as the phase asks.',
    condition: { fact: 'headteacherCommits', is: true },
  },
  {
    id: 'two-teachers',
    statement: 'The school releases two teachers.',
    condition: { fact: 'releasesTwoTeachers', is: true },
  },
  {
    id: 'maths-lead',
    statement: 'The maths lead is one of the teachers taking part.',
    condition: { fact: 'mathsLeadTakesPart', is: true },
  },
  {
    id: 'long-term',
    statement: 'The school commits for the long term.',
    condition: { fact: 'longTermCommitment', is: true },
  },
  {
    id: 'needs-support',
    statement: 'The school needs support now with teaching, learning and leadership in maths.',
    condition: { fact: 'needsSupport', is: true },
  },
  {
    id: 'same-headteacher',
    statement: 'The headteacher has not changed since the school took part.',
    condition: { any: [{ fact: 'newHeadteacher', is: false }, hubDecides('Schools with a new headteacher')] },
  },
];
