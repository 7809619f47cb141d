import type { FieldId } from './application.js';

/** The steps of the form, in their order. */
export type SectionId = 'school' | 'place' | 'you' | 'teachers' | 'readiness' | 'agreement';

/** A step of the form, and its heading. */
export interface Section {
  readonly id: SectionId;
  readonly label: string;
}

/** In the order in which a form asks. */
export const SECTIONS: readonly Section[] = [
  { id: 'school', label: 'Your school' },
  { id: 'place', label: 'What you are applying for' },
  { id: 'you', label: 'About you' },
  { id: 'teachers', label: 'The teachers taking part' },
  { id: 'readiness', label: 'Where your school is now' },
  { id: 'agreement', label: "Your headteacher's agreement" },
];

/** What kind of answer a field takes: decides its keyboard, reader and check. */
export type FieldKind = 'text' | 'email' | 'tel' | 'postcode' | 'urn' | 'trn' | 'phase' | 'phases';

/** A field as we define it, before a hub's choices. */
export interface FieldDefinition {
  readonly id: FieldId;
  readonly section: SectionId;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint?: string;
  /** Why it is asked, shown beside it. Null: off until a hub turns it on with a purpose of its own. */
  readonly why: string | null;
  /** HTML autocomplete token; `off` for what describes another person. */
  readonly autocomplete: string;
  readonly required: boolean;
  /** Message when it is required and empty. */
  readonly missing: string;
  /** Message when it cannot be right. */
  readonly invalid: string;
}

/** A field that a form asks, always with the reason. */
export interface Field extends FieldDefinition {
  readonly why: string;
}

/** Longest answer in characters. */
export const MAX_LENGTH = 200;

/**
 * Every field. Those that are on are what hubs' privacy notices name (name, e-mail, school, URN), with the school's
 * postcode, the phase, and roles; every other needs a purpose of the hub's own.
 */
export const FIELDS: readonly FieldDefinition[] = [
  {
    id: 'schoolName',
    section: 'school',
    kind: 'text',
    label: 'School name',
    why: 'It tells us which school is applying.',
    autocomplete: 'organization',
    required: true,
    missing: 'Enter the name of your school',
    invalid: 'Enter the name of your school in letters, without symbols',
  },
  {
    id: 'urn',
    section: 'school',
    kind: 'urn',
    label: 'Unique reference number (URN)',
    hint: 'Five or six digits, on Get Information about Schools.',
    why: 'It tells apart schools with the same name.',
    autocomplete: 'off',
    required: false,
    missing: "Enter your school's URN",
    invalid: 'Enter a URN of five or six digits, like 123456',
  },
  {
    id: 'postcode',
    section: 'school',
    kind: 'postcode',
    label: 'School postcode',
    why: 'It shows which hub serves your school.',
    autocomplete: 'postal-code',
    required: true,
    missing: "Enter your school's postcode",
    invalid: 'Enter a full postcode, like LE1 1AA',
  },
  {
    id: 'phase',
    section: 'place',
    kind: 'phase',
    label: 'Which phase are you applying for?',
    why: 'Each phase has its own Work Groups and its own terms.',
    autocomplete: 'off',
    required: true,
    missing: 'Select the phase you are applying for',
    invalid: 'Select one of the phases your hub offers this year',
  },
  {
    id: 'pastPhases',
    section: 'place',
    kind: 'phases',
    label: 'Which phases has your school taken part in before?',
    hint: 'Select all that apply. Leave empty if none, or if you are not sure.',
    why: 'Some phases follow others, and some can be taken only once.',
    autocomplete: 'off',
    required: false,
    missing: 'Select the phases your school has taken part in',
    invalid: 'Select only phases from the list',
  },
  {
    id: 'name',
    section: 'you',
    kind: 'text',
    label: 'Your full name',
    why: 'We write to you by name.',
    autocomplete: 'name',
    required: true,
    missing: 'Enter your full name',
    invalid: 'Enter your full name',
  },
  {
    id: 'role',
    section: 'you',
    kind: 'text',
    label: 'Your role in the school',
    hint: 'For example, headteacher or maths lead.',
    why: 'It tells us your part in the school.',
    autocomplete: 'organization-title',
    required: false,
    missing: 'Enter your role in the school',
    invalid: 'Enter your role in the school',
  },
  {
    id: 'email',
    section: 'you',
    kind: 'email',
    label: 'Your work e-mail address',
    why: 'The hub answers to this address.',
    autocomplete: 'email',
    required: true,
    missing: 'Enter your e-mail address',
    invalid: 'Enter an e-mail address in the right form, like name@school.example',
  },
  {
    id: 'phone',
    section: 'you',
    kind: 'tel',
    label: 'Your telephone number',
    why: null,
    autocomplete: 'tel',
    required: false,
    missing: 'Enter your telephone number',
    invalid: 'Enter a telephone number in digits, like 0113 496 0000',
  },
  {
    id: 'trn',
    section: 'you',
    kind: 'trn',
    label: 'Your teacher reference number (TRN)',
    hint: 'Seven digits, on your payslip or in your teaching qualifications.',
    why: null,
    autocomplete: 'off',
    required: false,
    missing: 'Enter your teacher reference number',
    invalid: 'Enter a teacher reference number of seven digits',
  },
  ...teacher('1', 'first'),
  ...teacher('2', 'second'),
  {
    id: 'headName',
    section: 'agreement',
    kind: 'text',
    label: "Headteacher's full name",
    why: null,
    autocomplete: 'off',
    required: false,
    missing: "Enter the headteacher's name",
    invalid: "Enter the headteacher's name",
  },
  {
    id: 'headEmail',
    section: 'agreement',
    kind: 'email',
    label: "Headteacher's e-mail address",
    why: null,
    autocomplete: 'off',
    required: false,
    missing: "Enter the headteacher's e-mail address",
    invalid: "Enter the headteacher's e-mail address in the right form, like name@school.example",
  },
  {
    id: 'heardFrom',
    section: 'you',
    kind: 'text',
    label: 'How did you hear about this?',
    why: null,
    autocomplete: 'off',
    required: false,
    missing: 'Say how you heard about this',
    invalid: 'Say how you heard about this',
  },
];

function teacher(number: '1' | '2', nth: string): FieldDefinition[] {
  const shared = { section: 'teachers', autocomplete: 'off', required: false } as const;
  return [
    {
      ...shared,
      id: `teacher${number}Role`,
      kind: 'text',
      label: `Role of the ${nth} teacher`,
      hint: 'For example, maths lead or Year 2 teacher. Leave it empty if you have not chosen yet.',
      why: 'A Work Group needs teachers who can carry the work to the whole school.',
      missing: `Enter the role of the ${nth} teacher`,
      invalid: `Enter the role of the ${nth} teacher`,
    },
    {
      ...shared,
      id: `teacher${number}Name`,
      kind: 'text',
      label: `Name of the ${nth} teacher`,
      why: null,
      missing: `Enter the name of the ${nth} teacher`,
      invalid: `Enter the name of the ${nth} teacher`,
    },
    {
      ...shared,
      id: `teacher${number}Email`,
      kind: 'email',
      label: `E-mail address of the ${nth} teacher`,
      why: null,
      missing: `Enter the e-mail address of the ${nth} teacher`,
      invalid: `Enter the e-mail address of the ${nth} teacher in the right form, like name@school.example`,
    },
  ];
}
