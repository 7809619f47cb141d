import type { Example } from '../foundation/example.js';
import { by, hubTerms, withTerms } from '../foundation/edition/example-terms.js';

/** The plain list between the tags until the journey is drawn. */
const fallback = `
  <ol>
    <li>Mastery Readiness, for schools that are not ready yet</li>
    <li>Development</li>
    <li>Embedding</li>
    <li>Sustaining</li>
  </ol>
`;

/** Two strands in a hub's own words and figures. */
const twoStrands = hubTerms({
  phases: [
    {
      id: 'introductory',
      name: by('Teaching for Mastery (Introductory)'),
      terms: {
        teachers: by({ min: 2, max: 2, unit: 'teacher', per: 'school' }),
        meetings: by({ min: 6, max: 6, unit: 'meeting', per: 'year' }),
        headteacherFrequency: by('termly'),
        next: by(['continuing']),
      },
    },
    { id: 'continuing', name: by('Teaching for Mastery') },
  ],
  entryPoints: [
    {
      phase: 'introductory',
      forWhom: 'Primary schools new to the programme.',
      source: ['own'],
      basis: 'hub',
    },
  ],
});

export const examples = {
  fourPhases: {
    name: 'Four phases',
    summary: 'The terms of 2024/25: two ways in, optional Readiness, unknown terms sent to the hub.',
    html: `<mh-journey-map edition="2024/25">${fallback}</mh-journey-map>`,
  },
  opened: {
    name: 'A phase opened',
    summary: 'The best evidenced year, with Development open and the school in it.',
    html: `<mh-journey-map edition="2020/21" phase="development" open="development">${fallback}</mh-journey-map>`,
  },
  onePhase: {
    name: 'One phase',
    summary: 'In 2016/17 the programme was a single Work Group.',
    html: `<mh-journey-map edition="2016/17" open="all"></mh-journey-map>`,
  },
  twoStrands: {
    name: "A hub's own terms",
    summary: 'Two strands, stated by a hub between the tags.',
    html: withTerms(
      'mh-journey-map',
      twoStrands,
      'open="introductory"',
      '<ol><li>Introductory</li><li>Teaching for Mastery</li></ol>',
    ),
  },
  noPhases: {
    name: 'A year without public terms',
    summary: 'No public source states the school phases of 2025/26.',
    html: `<mh-journey-map edition="2025/26">${fallback}</mh-journey-map>`,
  },
  secondary: {
    name: 'Secondary schools',
    summary: 'The secondary programme of 2024/25, as far as public sources tell of it.',
    html: `<mh-journey-map programme="secondary" edition="2024/25" open="development">${'<ol><li>Development</li><li>Embedding and Sustaining</li></ol>'}</mh-journey-map>`,
  },
  secondaryUnknown: {
    name: 'Secondary schools, a year without evidence',
    summary: 'No public source tells of the secondary programme in 2018/19.',
    html: `<mh-journey-map programme="secondary" edition="2018/19"><p>Ask your hub.</p></mh-journey-map>`,
  },
  unknownYear: {
    name: 'A year that is not there',
    summary: 'The editor named a year for which there are no terms; the plain list stays.',
    html: `<mh-journey-map edition="2031/32">${fallback}</mh-journey-map>`,
  },
  unreadable: {
    name: 'A file that cannot be read',
    summary: "The hub's own file did not arrive; the plain list stays.",
    html: `<mh-journey-map src="/no-such-terms.json">${fallback}</mh-journey-map>`,
  },
  rightToLeft: {
    name: 'Right to left',
    summary: 'The path follows the direction of the page.',
    html: `<div dir="rtl"><mh-journey-map edition="2024/25" open="development"></mh-journey-map></div>`,
  },
  dark: {
    name: 'Dark page',
    summary: 'Colours are mixed from the page, so a dark page needs no setting.',
    html: `<div style="background: #10181b; color: #eef4f5; padding: 1rem"><mh-journey-map edition="2024/25" open="readiness" phase="readiness"></mh-journey-map></div>`,
  },
} as const satisfies Record<string, Example>;
