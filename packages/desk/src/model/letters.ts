import type { LetterKind, SavedPlan } from './desk.js';
import type { JudgedCase } from './judge-case.js';

/** What a letter is filled in from. */
export interface LetterFacts {
  readonly hub: string;
  readonly contact: string | null;
  readonly phase: string;
  readonly schoolYear: string;
  readonly group: SavedPlan['groups'][number] | null;
  readonly specialist: string | null;
  /** Names of the other schools in the group. */
  readonly others: readonly string[];
}

export const LETTER_NAMES: Readonly<Record<LetterKind, string>> = {
  offer: 'Offer of a place',
  waiting: 'Waiting list',
  decline: 'No place this time',
  group: 'Information for the group',
};

/** A letter for one school, to be read and changed before it goes. */
export function letterFor(
  kind: LetterKind,
  { answers, reference, receipt }: JudgedCase,
  facts: LetterFacts,
): { readonly subject: string; readonly text: string } {
  const { hub, phase, schoolYear, group, specialist, others, contact } = facts;
  const school = answers.schoolName ?? 'your school';
  const dates = group?.dates ?? [];
  const bodies: Readonly<Record<LetterKind, readonly string[]>> = {
    offer: [
      `We are glad to offer ${school} a place in a ${phase} Work Group in ${schoolYear}.`,
      ...(specialist === null ? [] : [`Your group is led by ${specialist}.`]),
      ...datesText(dates),
      'Please tell us within two weeks whether you accept.',
    ],
    waiting: [
      `Thank you for applying for a ${phase} Work Group in ${schoolYear}. All places are taken for now, and ${school} is on our waiting list.`,
      'If a place becomes free we will write to you at once. You need do nothing.',
    ],
    decline: [
      `Thank you for applying for a ${phase} Work Group in ${schoolYear}. We are sorry that we cannot offer ${school} a place this time.`,
      'Please ask us what would suit your school instead, and apply again next year if you wish.',
    ],
    group: [
      `This is what you need to know about your ${phase} Work Group in ${schoolYear}.`,
      ...(specialist === null ? [] : [`It is led by ${specialist}.`]),
      ...(others.length === 0 ? [] : [`The other schools in it: ${others.join('; ')}.`]),
      ...datesText(dates),
      'The information sheet and the calendar of the group come with this letter.',
    ],
  };
  return {
    subject: `${LETTER_NAMES[kind]}: ${phase} Work Group ${schoolYear} (${reference})`,
    text: [
      `Dear ${answers.name ?? 'colleague'},`,
      ...bodies[kind],
      ...(receipt === null ? [] : [`See where your application stands, or withdraw it:\n${receipt}`]),
      `With kind regards,\n${hub}${contact?.startsWith('mailto:') ? `\n${contact.slice('mailto:'.length)}` : ''}`,
    ].join('\n\n'),
  };
}

function datesText(dates: readonly string[]): string[] {
  return dates.length === 0
    ? ['We will send you its dates as soon as they are set.']
    : [`It meets on:\n${dates.map((date) => `- ${longDate(date)}`).join('\n')}`];
}

export function longDate(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  });
}
