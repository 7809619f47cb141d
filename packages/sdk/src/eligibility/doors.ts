import type { SourceId } from '../evidence/index.js';
import type { Edition, PhaseId } from '../programme/index.js';
import type { Condition } from '../rules/index.js';

/** A way on for a school: into a phase, to the secondary programme, or to its hub where the year has no phase for it. */
export interface Door {
  readonly id: string;
  readonly programme: 'primary' | 'secondary';
  /** Null where the edition has no phase for such a school. */
  readonly phase: PhaseId | null;
  /** Why this door. */
  readonly statement: string;
  readonly condition: Condition;
  /** Where the edition tells of this door; empty where it tells nothing. */
  readonly source: readonly SourceId[];
}

const BARRIERS = [
  'externalDemands',
  'staffUnconvinced',
  'staffTurnover',
  'structuresMissing',
  'competingPriorities',
];

/** The five key areas of Mastery Readiness. */
const KEY_AREAS = [
  'visionAndCulture',
  'mathematicalMindsets',
  'subjectExpertise',
  'systems',
  'arithmeticalProficiency',
];

const FOUNDATIONS_FIRST: Condition = {
  any: [
    { fact: 'secureLeadership', is: false },
    ...BARRIERS.map((fact) => ({ fact, is: true })),
    ...KEY_AREAS.map((fact) => ({ fact, is: 'not-yet' })),
  ],
};

const SECONDARY_ONLY: Condition = {
  all: [
    { fact: 'teachesPrimary', is: false },
    { fact: 'teachesSecondary', is: true },
  ],
};

/** A door before the edition says where it leads: to the first of the phases that the year has. */
interface Draft {
  readonly id: string;
  readonly to: readonly PhaseId[];
  readonly statement: string;
  readonly when: readonly Condition[];
}

const AFTER: readonly Draft[] = [
  {
    id: 'in-development',
    to: ['development'],
    statement: 'The school is in Development this year.',
    when: [{ fact: 'development', is: 'now' }],
  },
  {
    id: 'left-development',
    to: [],
    statement: 'The school left Development part-way.',
    when: [{ fact: 'development', is: 'left-early' }],
  },
  {
    id: 'after-development',
    to: ['embedding', 'sustaining', 'continuing'],
    statement: 'The school has done Development.',
    when: [{ fact: 'development', is: 'done' }, { not: { fact: 'embedding', is: 'done' } }],
  },
  {
    id: 'after-embedding',
    to: ['sustaining', 'continuing'],
    statement: 'The school has done Development and Embedding.',
    when: [
      { fact: 'development', is: 'done' },
      { fact: 'embedding', is: 'done' },
    ],
  },
];

const NEVER: Condition = { fact: 'development', is: 'never' };
const UNPREPARED: Condition = { fact: 'readiness', in: ['never', 'left-early'] };

const INTRODUCTORY: readonly Draft[] = [
  {
    id: 'introductory',
    to: ['introductory'],
    statement: 'The school is new to the programme.',
    when: [NEVER, { not: { fact: 'introductory', is: 'done' } }],
  },
  {
    id: 'after-introductory',
    to: ['continuing'],
    statement: 'The school has done the Introductory Work Group.',
    when: [NEVER, { fact: 'introductory', is: 'done' }],
  },
];

const READINESS: readonly Draft[] = [
  {
    id: 'in-readiness',
    to: ['readiness'],
    statement: 'The school is in Mastery Readiness this year.',
    when: [NEVER, { fact: 'readiness', is: 'now' }],
  },
  {
    id: 'foundations-first',
    to: ['readiness'],
    statement: 'Something stands in the way, or a key area is not yet secure.',
    when: [NEVER, UNPREPARED, FOUNDATIONS_FIRST],
  },
  {
    id: 'prepared',
    to: ['development'],
    statement: 'The school has done Mastery Readiness.',
    when: [NEVER, { fact: 'readiness', is: 'done' }],
  },
  {
    id: 'straight-in',
    to: ['development'],
    statement: 'Leadership and all five key areas are secure, and nothing stands in the way.',
    when: [NEVER, UNPREPARED, { not: FOUNDATIONS_FIRST }],
  },
];

const DEVELOPMENT: readonly Draft[] = [
  {
    id: 'start',
    to: ['development'],
    statement: 'The school is new to the programme.',
    when: [NEVER],
  },
];

/**
 * The doors of one year, of which exactly one is right for any school.
 * They advise and never bar: only the requirements of a phase do that.
 */
export function doorsOf(edition: Edition): Door[] {
  const has = (phase: PhaseId) => edition.phases.some(({ id }) => id === phase);
  const newcomers = has('introductory') ? INTRODUCTORY : has('readiness') ? READINESS : DEVELOPMENT;
  return [
    {
      id: 'secondary',
      programme: 'secondary',
      phase: null,
      statement: 'The school teaches no primary year.',
      condition: SECONDARY_ONLY,
      source: [],
    },
    ...[...AFTER, ...newcomers].map(({ id, to, statement, when }): Door => {
      const phase = to.find(has) ?? null;
      return {
        id,
        programme: 'primary',
        phase,
        statement,
        condition: { all: [{ not: SECONDARY_ONLY }, ...when] },
        source: sourceOf(edition, phase),
      };
    }),
  ];
}

function sourceOf(edition: Edition, phase: PhaseId | null): readonly SourceId[] {
  const told =
    edition.entryPoints.find((entry) => entry.phase === phase) ??
    edition.transitions.find(({ to }) => to === phase);
  return told?.source ?? [];
}
