import type { Example } from '../foundation/example.js';
import { by, hubTerms, withTerms } from '../foundation/edition/example-terms.js';

const fallback = '<p><a href="https://example.org/sheet.pdf">Work Group Information Sheet (PDF)</a></p>';

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
