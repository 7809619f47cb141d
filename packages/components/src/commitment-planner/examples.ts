import type { Example } from '../foundation/example.js';
import { by, hubTerms, withTerms } from '../foundation/edition/example-terms.js';

const fallback =
  '<p>Two teachers, six half-days each in the year. <a href="https://example.org/">Ask us for the dates</a>.</p>';

/** A hub that has set its half-terms and two days. */
const dated = hubTerms({
  phases: [
    {
      id: 'development',
      name: by('Development'),
      terms: {
        duration: by({ min: 1, max: 1, unit: 'year' }),
        teachers: by({ min: 2, max: 2, unit: 'teacher', per: 'school' }),
        meetings: by({ min: 6, max: 6, unit: 'meeting', per: 'year' }),
        meetingFrequency: by('half-termly'),
        release: by({ min: 3, max: 3, unit: 'day', per: 'teacher' }),
        visitFrequency: by('termly'),
      },
      requirements: [],
    },
  ],
  calendar: {
    ...by(undefined),
    halfTerms: [
      { id: 'autumn-1', starts: '2026-09-03', ends: '2026-10-23' },
      { id: 'autumn-2', starts: '2026-11-02', ends: '2026-12-18' },
    ],
    events: [
      {
        id: 'first',
        kind: 'meeting',
        phase: 'development',
        date: '2026-10-07',
        place: 'Wold Primary School',
      },
    ],
  },
});

export const examples = {
  bestKnown: {
    name: 'The best evidenced year',
    summary:
      'From Development in 2020/21: six meetings, a visit and a headteacher meeting each term, six teacher-days.',
    html: `<mh-commitment-planner edition="2020/21" phase="development">${fallback}</mh-commitment-planner>`,
  },
  unknowns: {
    name: 'A year with unknowns',
    summary: 'In 2024/25 no source states the release time or the headteacher’s meetings.',
    html: `<mh-commitment-planner edition="2024/25" phase="development">${fallback}</mh-commitment-planner>`,
  },
  dated: {
    name: "A hub's own dates",
    summary: 'The first meeting is on its day; the others in their half-terms.',
    html: withTerms('mh-commitment-planner', dated, 'heading-level="3"', fallback),
  },
  noPhases: {
    name: 'A year without public terms',
    summary: 'No public source states the school phases of 2025/26.',
    html: `<mh-commitment-planner edition="2025/26">${fallback}</mh-commitment-planner>`,
  },
  unknownYear: {
    name: 'A year that is not there',
    summary: 'The plain words stay.',
    html: `<mh-commitment-planner edition="2031/32">${fallback}</mh-commitment-planner>`,
  },
  dark: {
    name: 'Dark page',
    summary: 'Colours are mixed from the page.',
    html: `<div style="background: #10181b; color: #eef4f5; padding: 1rem"><mh-commitment-planner edition="2020/21"></mh-commitment-planner></div>`,
  },
} as const satisfies Record<string, Example>;
