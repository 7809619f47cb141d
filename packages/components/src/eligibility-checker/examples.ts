import type { Example } from '../foundation/example.js';

/** The content between the tags until the check is drawn. */
const fallback = `
  <p>State-funded primary schools in England can take part, free of charge. Your Maths Hub will tell you whether
  your school can join this year, and in which phase.</p>
`;

/** A school that could join Development in 2024/25, but for the two teachers. */
const ready = {
  inEngland: true,
  open: true,
  stateFunded: true,
  schoolPhase: 'primary',
  teachesPrimary: true,
  provision: 'mainstream',
  development: 'never',
} as const;

const tag = (attributes: string): string =>
  `<mh-eligibility-checker ${attributes}>${fallback}</mh-eligibility-checker>`;

const give =
  (school: object) =>
  (root: HTMLElement): void => {
    const checker = root.querySelector('mh-eligibility-checker');
    if (checker) Object.assign(checker, { school });
  };

export const examples = {
  wayIn: {
    name: 'Finding the way in',
    summary: 'No phase is named, and the page has no list of schools: one question stands for the register.',
    html: tag('edition="2024/25"'),
  },
  onePhase: {
    name: 'One phase',
    summary: 'The page asks about Development.',
    html: tag('edition="2024/25" phase="development"'),
  },
  register: {
    name: 'A school from the register',
    summary: 'Its GIAS row answers what the register knows; the rest is asked.',
    html: tag('edition="2024/25" phase="development"'),
    setup: give({
      URN: '100000',
      EstablishmentName: 'Example Primary School',
      'LA (code)': '201',
      'TypeOfEstablishment (code)': '1',
      'EstablishmentStatus (code)': '1',
      'PhaseOfEducation (code)': '2',
      StatutoryLowAge: '3',
      StatutoryHighAge: '11',
    }),
  },
  year: {
    name: 'A choice among many',
    summary: 'Sustaining in 2020/21 turns on the year of Development, chosen from a menu.',
    html: tag('edition="2020/21" phase="sustaining"'),
    setup: give({ ...ready, development: 'done', embedding: 'never', newHeadteacher: false }),
  },
  eligible: {
    name: 'Eligible',
    summary: 'Every rule is met; a place is still for the hub to give.',
    html: tag('edition="2024/25" phase="development"'),
    setup: give({ ...ready, releasesTwoTeachers: true }),
  },
  notEligible: {
    name: 'Not eligible yet',
    summary: 'One rule is not met, and the school can change that.',
    html: tag('edition="2024/25" phase="development"'),
    setup: give({ ...ready, releasesTwoTeachers: false }),
  },
  never: {
    name: 'What cannot change',
    summary: 'Development may be taken once; the school is led on to Embedding.',
    html: tag('edition="2024/25" phase="development"'),
    setup: give({ ...ready, development: 'done', embedding: 'never', releasesTwoTeachers: true }),
  },
  hubDecides: {
    name: 'The hub decides',
    summary: 'No source says whether a school that left part-way has used its turn.',
    html: tag('edition="2024/25" phase="development"'),
    setup: give({ ...ready, development: 'left-early', releasesTwoTeachers: true }),
  },
  notKnown: {
    name: 'Not known yet',
    summary: 'The person is not sure of one fact that decides.',
    html: tag('edition="2024/25" phase="development"'),
    setup: give({ ...ready, releasesTwoTeachers: null }),
  },
  secondary: {
    name: 'A secondary school',
    summary: 'It is sent to the programme for secondary schools.',
    html: tag('edition="2024/25"'),
    setup: give({ teachesPrimary: false, teachesSecondary: true }),
  },
  noDoor: {
    name: 'Only the hub can say where to start',
    summary: 'The school left Development part-way, and no source says where such a school goes on.',
    html: tag('edition="2024/25"'),
    setup: give({ ...ready, development: 'left-early' }),
  },
  noPhases: {
    name: 'A year without public terms',
    summary: 'No public source states the school phases of 2025/26.',
    html: tag('edition="2025/26"'),
    setup: give({ teachesPrimary: true, development: 'never' }),
  },
  unknownPhase: {
    name: 'A phase that the year does not have',
    summary: 'The editor named a phase that is not in these terms; the plain text stays.',
    html: tag('edition="2016/17" phase="embedding"'),
  },
  unknownYear: {
    name: 'A year that is not there',
    summary: 'The editor named a year for which there are no terms; the plain text stays.',
    html: tag('edition="2031/32"'),
  },
  rightToLeft: {
    name: 'Right to left',
    summary: 'The check follows the direction of the page.',
    html: `<div dir="rtl">${tag('edition="2024/25" phase="development"')}</div>`,
    setup: give({ ...ready, releasesTwoTeachers: false }),
  },
  dark: {
    name: 'Dark page',
    summary: 'Colours are mixed from the page, so a dark page needs no setting.',
    html: `<div style="background: #10181b; color: #eef4f5; padding: 1rem">${tag('edition="2024/25" phase="development"')}</div>`,
    setup: give({ ...ready, releasesTwoTeachers: false }),
  },
} as const satisfies Record<string, Example>;
