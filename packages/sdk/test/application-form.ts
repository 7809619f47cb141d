import { applicationForm } from '../src/applications/index.js';
import type { Application, ApplicationForm, ApplicationTerms } from '../src/applications/index.js';
import { TERMS } from '../src/programme/index.js';
import type { Edition, Phase, Terms } from '../src/programme/index.js';

const nothingKnown = Object.fromEntries(
  Object.keys(TERMS).map((term) => [term, { value: null, source: [], basis: 'stated' }]),
) as unknown as Terms;

/** A phase of a made-up edition in which only these terms are known. */
export function phaseWith(id: string, terms: Partial<Terms>): Phase {
  return {
    id,
    name: { value: `The ${id} phase`, source: ['s'], basis: 'stated' },
    terms: { ...nothingKnown, ...terms },
    requirements: [],
  };
}

const stated = <T>(value: T) => ({ value, source: ['s'], basis: 'stated' as const });

/** A made-up edition, for tests only. */
export const edition: Edition = {
  format: 'maths-hubs-edition/1',
  schoolYear: '2099/00',
  hub: 'test-hub',
  version: 'v1',
  evidence: 'hub',
  sources: { s: { id: 's', publisher: 'Test', title: 'Test', date: null, url: null } },
  phases: [
    phaseWith('first', {
      teachers: stated({ min: 2, max: 2, unit: 'teacher', per: 'school' }),
      release: stated({ min: 3, max: 3, unit: 'day', per: 'teacher' }),
      visits: stated({ min: 1, max: 1, unit: 'visit', per: 'school' }),
      schoolCommitments: stated(['tries it in every class', 'shares what it learns']),
    }),
    phaseWith('second', {}),
  ],
  doors: [],
  entryPoints: [],
  transitions: [],
  recruitment: [],
  calendar: null,
  linkedProjects: [],
  specialists: null,
};

export const terms: ApplicationTerms = {
  hub: 'test-hub',
  notice: {
    version: 'n1',
    controller: 'The Department',
    processor: 'The lead school',
    lawfulBasis: 'public task',
    text: 'What happens with your data.',
  },
  readiness: {
    second: [
      {
        id: 'support',
        question: 'Do leaders support it?',
        why: 'To plan the first visit.',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'partly', label: 'In part' },
        ],
        required: true,
      },
    ],
  },
};

export const form: ApplicationForm = applicationForm(edition, terms);

export const application: Application = {
  format: 'maths-hubs-application/1',
  kind: 'application',
  hub: 'test-hub',
  edition: { schoolYear: '2099/00', version: 'v1' },
  answers: {
    schoolName: 'Hill Top Primary',
    urn: '123456',
    postcode: 'LE1 1AA',
    phase: 'first',
    pastPhases: ['second'],
    name: 'A Teacher',
    role: 'Maths lead',
    email: 'a.teacher@school.example',
  },
  readiness: {},
  agreement: { declared: true, commitments: form.phases[0]?.commitments ?? [] },
  notice: { version: 'n1', shownAt: '2099-01-01T10:00:00Z' },
};
