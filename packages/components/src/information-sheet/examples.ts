import type { Example } from '../foundation/example.js';
import { by, hubTerms, withTerms } from '../foundation/edition/example-terms.js';

const fallback = '<p><a href="https://example.org/sheet.pdf">Work Group Information Sheet (PDF)</a></p>';

const fullTerms = hubTerms({
  contact: {
    name: 'Example Maths Hub',
    website: 'https://example.org/',
    email: 'hub@example.org',
    telephone: '01632 960000',
  },
  recruitment: [
    {
      id: 'main',
      phases: [],
      opens: '2026-09-01',
      closes: '2027-03-26',
      source: ['own'],
      basis: 'hub',
    },
  ],
  calendar: {
    halfTerms: [],
    events: [
      ['2026-10-06', '09:00', '12:00', 'Wold Primary School'],
      ['2026-11-17', '09:00', '12:00', 'Ferry Lane Primary School'],
      ['2027-01-19'],
    ].map(([date = '', starts, ends, place], index) => ({
      id: `meeting-${index + 1}`,
      kind: 'meeting' as const,
      phase: 'development',
      date,
      ...(starts && ends && place ? { starts, ends, place } : {}),
    })),
    source: ['own'],
    basis: 'hub',
  },
  phases: [
    {
      id: 'development',
      name: by('Development'),
      terms: {
        summary: by('Two of your teachers learn with those of six local schools.'),
        projectCode: by('EX26-D'),
        teachers: by({ min: 2, max: 2, unit: 'teacher', per: 'school' }),
        teacherRoles: by(['the maths lead', 'one other teacher']),
        meetings: by({ min: 6, max: 6, unit: 'meeting', per: 'year' }),
        meetingFrequency: by('half-termly'),
        meetingLength: by({ min: 1, max: 1, unit: 'half-day' }),
        release: by({ min: 3, max: 3, unit: 'day', per: 'teacher' }),
        headteacherMeetings: by({ min: 3, max: 3, unit: 'meeting', per: 'year' }),
        schoolCommitments: by(['develops teaching for mastery in every class']),
        visits: by({ min: 3, max: 3, unit: 'visit', per: 'year' }),
        ledBy: by('a Primary Mastery Specialist'),
        groupSize: by({ min: 6, max: 7, unit: 'school', per: 'group' }),
        charge: by(false),
        funding: by([
          {
            id: 'release',
            purpose: 'release',
            kind: 'fixed',
            pence: 200_000,
            per: 'school',
            description: 'Towards release time',
          },
        ]),
        outcomes: by(['two teachers who plan mastery lessons']),
      },
      requirements: [],
    },
  ],
});

export const examples = {
  bestKnown: {
    name: 'The best evidenced year',
    summary: 'Development in 2020/21, every figure known.',
    html: `<mh-information-sheet edition="2020/21">${fallback}</mh-information-sheet>`,
  },
  unknowns: {
    name: 'A year with unknowns',
    summary: 'Development in 2024/25: what no source states is asked of the hub.',
    html: `<mh-information-sheet edition="2024/25">${fallback}</mh-information-sheet>`,
  },
  otherPhase: {
    name: 'Another phase',
    summary: 'Mastery Readiness in 2024/25, one level down the outline.',
    html: `<mh-information-sheet edition="2024/25" phase="readiness" heading-level="3">${fallback}</mh-information-sheet>`,
  },
  secondary: {
    name: 'A secondary phase',
    summary:
      'Development for secondary schools in 2024/25: little is known, and the rest is asked of the hub.',
    html: `<mh-information-sheet programme="secondary" edition="2024/25">${fallback}</mh-information-sheet>`,
  },
  ownTerms: {
    name: "A hub's own sheet",
    summary: 'Made from what the hub has stated, and nothing else.',
    html: withTerms(
      'mh-information-sheet',
      hubTerms({
        phases: [
          {
            id: 'development',
            name: by('Development'),
            terms: {
              teachers: by({ min: 2, max: 2, unit: 'teacher', per: 'school' }),
              meetings: by({ min: 6, max: 6, unit: 'meeting', per: 'year' }),
              charge: by(false),
            },
            requirements: [],
          },
        ],
      }),
      '',
      fallback,
    ),
  },
  whole: {
    name: 'A hub that has stated all of it',
    summary: 'Days and places, contact, a last day to apply, a logo, and a picture to scan.',
    html: withTerms(
      'mh-information-sheet',
      fullTerms,
      '',
      `<svg slot="logo" role="img" aria-label="Example Maths Hub" viewBox="0 0 120 48" width="120" height="48"><rect width="120" height="48" rx="8" fill="#005866"></rect><text x="60" y="31" text-anchor="middle" font-size="20" fill="#fff">Example</text></svg>${fallback}`,
    ),
  },
  governors: {
    name: 'A page for governors',
    summary: 'The same terms as what governors are asked to agree, with the days, the money and the dates.',
    html: withTerms('mh-information-sheet', fullTerms, 'view="governors"', fallback),
  },
  governorsUnknown: {
    name: 'A page for governors, little known',
    summary: '2024/25: what no source states is asked of the hub, and the cost is a line to write on.',
    html: `<mh-information-sheet edition="2024/25" view="governors">${fallback}</mh-information-sheet>`,
  },
  noPhases: {
    name: 'A year without public terms',
    summary: 'No public source states the school phases of 2025/26.',
    html: `<mh-information-sheet edition="2025/26">${fallback}</mh-information-sheet>`,
  },
  unreadable: {
    name: 'A file that cannot be read',
    summary: "The hub's own file did not arrive; the plain link stays.",
    html: `<mh-information-sheet src="/no-such-terms.json">${fallback}</mh-information-sheet>`,
  },
  dark: {
    name: 'Dark page',
    summary: 'Colours are mixed from the page.',
    html: `<div style="background: #10181b; color: #eef4f5; padding: 1rem"><mh-information-sheet edition="2020/21" phase="embedding"></mh-information-sheet></div>`,
  },
} as const satisfies Record<string, Example>;
