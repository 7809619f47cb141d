import type { FactDefinition, FactValue } from '../rules/index.js';

const PARTICIPATION = {
  values: [
    { value: 'never', label: 'Never' },
    { value: 'now', label: 'This year', reaches: ['done', 'left-early'] },
    { value: 'done', label: 'Yes, and finished', reaches: [] },
    { value: 'left-early', label: 'Yes, but left early', reaches: ['now', 'done'] },
  ],
} as const;

const SECURE = {
  values: [
    { value: 'secure', label: 'Secure' },
    { value: 'not-yet', label: 'Not yet' },
  ],
} as const;

/** Every fact that a rule may test, in the order they are asked if nothing else decides. */
export const FACTS = [
  {
    id: 'inEngland',
    question: 'Is the school in England?',
    domain: 'boolean',
    from: 'gias',
    changeable: 'never',
  },
  {
    id: 'open',
    question: 'Is the school open?',
    domain: 'boolean',
    from: 'gias',
    changeable: 'time',
  },
  {
    id: 'stateFunded',
    question: 'Is the school state-funded?',
    hint: 'Academies are; fee-paying schools are not.',
    domain: 'boolean',
    from: 'gias',
    changeable: 'never',
  },
  {
    id: 'schoolPhase',
    question: 'What ages does your school teach?',
    domain: {
      values: [
        { value: 'nursery', label: 'Nursery' },
        { value: 'primary', label: 'Primary, infant, junior or first' },
        { value: 'middle-deemed-primary', label: 'Middle, mostly primary years' },
        { value: 'middle-deemed-secondary', label: 'Middle, mostly secondary years' },
        { value: 'secondary', label: 'Secondary' },
        { value: 'all-through', label: 'All-through' },
        { value: '16-plus', label: 'Sixth form or college' },
        { value: 'not-applicable', label: 'Special school or alternative provision' },
      ],
    },
    from: 'gias',
    changeable: 'never',
  },
  {
    id: 'teachesPrimary',
    question: 'Does the school teach any year from Reception to Year 6?',
    domain: 'boolean',
    from: 'gias',
    changeable: 'never',
  },
  {
    id: 'teachesSecondary',
    question: 'Does the school teach any year from Year 7 up?',
    domain: 'boolean',
    from: 'gias',
    changeable: 'never',
  },
  {
    id: 'provision',
    question: 'What kind of school is it?',
    domain: {
      values: [
        { value: 'mainstream', label: 'Mainstream' },
        { value: 'special', label: 'Special school' },
        { value: 'alternative', label: 'Alternative provision or pupil referral unit' },
      ],
    },
    from: 'gias',
    changeable: 'never',
  },
  {
    id: 'readiness',
    question: 'Has the school taken part in Mastery Readiness?',
    domain: PARTICIPATION,
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'development',
    question: 'Has the school taken part in a Development Work Group?',
    hint: 'Earlier called a Teaching for Mastery Work Group or TRG.',
    domain: PARTICIPATION,
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'developmentYear',
    question: 'In which school year was Development?',
    hint: 'For 2018/19 answer 2018.',
    domain: { min: 2016, max: 2035 },
    from: 'school',
    changeable: 'never',
  },
  {
    id: 'embedding',
    question: 'Has the school taken part in an Embedding Work Group?',
    domain: PARTICIPATION,
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'sustaining',
    question: 'Has the school taken part in a Sustaining Work Group?',
    domain: PARTICIPATION,
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'introductory',
    question: 'Has the school taken part in an Introductory Work Group?',
    domain: PARTICIPATION,
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'specialistSchool',
    question: 'Does a Primary Mastery Specialist work at the school?',
    domain: 'boolean',
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'newHeadteacher',
    question: 'Has the headteacher changed since the school took part?',
    domain: 'boolean',
    from: 'school',
    changeable: 'never',
  },
  {
    id: 'wantsMastery',
    question: 'Does the school want teaching for mastery in every class?',
    domain: 'boolean',
    from: 'school',
    changeable: 'school',
  },
  {
    id: 'headteacherCommits',
    question: 'Can the headteacher come to the first workshop and support the work?',
    domain: 'boolean',
    from: 'school',
    changeable: 'school',
  },
  {
    id: 'releasesTwoTeachers',
    question: 'Can two teachers be out of class for the Work Group meetings?',
    domain: 'boolean',
    from: 'school',
    changeable: 'school',
  },
  {
    id: 'mathsLeadTakesPart',
    question: 'Will the maths lead be one of the teachers taking part?',
    domain: 'boolean',
    from: 'school',
    changeable: 'school',
  },
  {
    id: 'longTermCommitment',
    question: 'Will the school commit for the long term?',
    domain: 'boolean',
    from: 'school',
    changeable: 'school',
  },
  {
    id: 'needsSupport',
    question: 'Does the school need support now with maths teaching and leadership?',
    domain: 'boolean',
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'secureLeadership',
    question: 'Are leadership and results in maths already secure?',
    domain: 'boolean',
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'externalDemands',
    question: 'Is an inspection or other outside pressure making it hard to try something new?',
    hint: 'No inspection grade is required or ruled out.',
    domain: 'boolean',
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'staffUnconvinced',
    question: 'Are some staff not yet convinced of mastery?',
    domain: 'boolean',
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'staffTurnover',
    question: 'Is staff turnover high?',
    domain: 'boolean',
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'structuresMissing',
    question: 'Do you still need to set up things like shared planning time?',
    domain: 'boolean',
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'competingPriorities',
    question: 'Do other priorities compete with maths this year?',
    domain: 'boolean',
    from: 'school',
    changeable: 'school',
  },
  {
    id: 'visionAndCulture',
    question: 'How secure is a shared vision and culture for maths?',
    domain: SECURE,
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'mathematicalMindsets',
    question: 'How secure is the belief that everyone can do maths?',
    domain: SECURE,
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'subjectExpertise',
    question: 'How secure is staff’s own subject expertise in maths?',
    domain: SECURE,
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'systems',
    question: 'How secure are planning and assessment in maths?',
    domain: SECURE,
    from: 'school',
    changeable: 'time',
  },
  {
    id: 'arithmeticalProficiency',
    question: 'How secure is pupils’ arithmetic?',
    domain: SECURE,
    from: 'school',
    changeable: 'time',
  },
] as const satisfies readonly FactDefinition[];

type Declared = (typeof FACTS)[number];

/** The name of a fact that a rule may test. */
export type FactId = Declared['id'];

type ValueOf<D> = D extends 'boolean'
  ? boolean
  : D extends { readonly values: readonly { readonly value: infer V extends FactValue }[] }
    ? V
    : number;

/** What is known about a school: a value, `null` for "not sure", or absent for not asked yet. */
export type SchoolFacts = {
  readonly [F in Declared as F['id']]?: ValueOf<F['domain']> | null | undefined;
};
