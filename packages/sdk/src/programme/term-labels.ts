import { TERM_KINDS, type TermId } from './terms.js';

const LABELS: Readonly<Record<TermId, string>> = {
  summary: 'What it is',
  alsoCalled: 'Also called',
  projectCode: 'Project code',
  optional: 'Optional',
  duration: 'Length',
  forWhom: 'Who it is for',
  ledBy: 'Who leads',
  groupSize: 'Work Group size',
  teachers: 'Teachers taking part',
  teacherRoles: 'Which teachers',
  meetings: 'Work Group meetings',
  meetingFrequency: 'How often the group meets',
  meetingLength: 'Length of a meeting',
  release: 'Release time',
  betweenMeetings: 'Between meetings',
  visits: 'Visits to the school',
  visitFrequency: 'How often the school is visited',
  headteacherMeetings: 'Headteacher meetings',
  headteacherFrequency: 'How often headteachers meet',
  headteacherFirstWorkshop: 'The headteacher comes to the first workshop',
  headteacher: "The headteacher's part",
  schoolCommitments: 'What the school commits to',
  focus: 'What the group works on',
  outcomes: 'Intended outcomes',
  charge: 'Charge to the school',
  funding: 'Funding',
  selection: 'How schools are selected',
  priority: 'Who has priority',
  repeat: 'Taking part again',
  next: 'What comes next',
};

/** Every term of a phase, in a reader's order: its kind and its label. */
export const TERMS = Object.fromEntries(
  Object.entries(TERM_KINDS).map(([id, kind]) => [id, { kind, label: LABELS[id as TermId] }]),
) as { readonly [K in TermId]: { readonly kind: (typeof TERM_KINDS)[K]; readonly label: string } };
