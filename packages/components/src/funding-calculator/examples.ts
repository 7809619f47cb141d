import type { Example } from '../foundation/example.js';
import { by, hubTerms, withTerms } from '../foundation/edition/example-terms.js';

const fallback =
  '<p>Our hub gives each school money towards release time. <a href="https://example.org/">Ask us</a>.</p>';

const funding = [
  {
    id: 'release',
    purpose: 'release',
    kind: 'fixed',
    pence: 60_000,
    per: 'teacher',
    description: 'Release of each teacher',
  },
  {
    id: 'books',
    purpose: 'textbooks',
    kind: 'match-ceiling',
    pence: 200_000,
    per: 'school',
    matchRate: 0.5,
    oncePerSchool: true,
    description: 'Textbooks from our list',
  },
];

/** Types the cost of a day once there is a field for it. */
async function typeCost(root: HTMLElement): Promise<void> {
  let field: HTMLInputElement | null | undefined;
  while (!(field = root.querySelector('mh-funding-calculator')?.shadowRoot?.querySelector('#daily')))
    await new Promise((next) => setTimeout(next, 20));
  field.value = '220';
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export const examples = {
  bestKnown: {
    name: 'The best evidenced year',
    summary: 'Development in 2020/21: £1,000 for release, up to £2,000 for textbooks by invitation.',
    html: `<mh-funding-calculator edition="2020/21" phase="development">${fallback}</mh-funding-calculator>`,
  },
  balance: {
    name: 'Cover against the grant',
    summary: 'With the cost of a day: what is left to find, as bars of one scale.',
    html: `<mh-funding-calculator edition="2020/21" phase="development">${fallback}</mh-funding-calculator>`,
    setup(root) {
      void typeCost(root);
    },
  },
  unknowns: {
    name: 'A year with unknowns',
    summary: 'In 2024/25 no source states the release time: it is asked of the hub.',
    html: `<mh-funding-calculator edition="2024/25" phase="development">${fallback}</mh-funding-calculator>`,
  },
  nothingKnown: {
    name: 'Nothing known',
    summary: 'No source speaks of money for Development in 2021/22.',
    html: `<mh-funding-calculator edition="2021/22" phase="development">${fallback}</mh-funding-calculator>`,
  },
  ownTerms: {
    name: "A hub's own terms",
    summary: 'A stated rate, paid once to a school, with release for each teacher.',
    html: withTerms(
      'mh-funding-calculator',
      hubTerms({
        phases: [
          {
            id: 'development',
            name: by('Development'),
            terms: {
              teachers: by({ min: 2, max: 2, unit: 'teacher', per: 'school' }),
              release: by({ min: 3, max: 3, unit: 'day', per: 'teacher' }),
              funding: by(funding),
            },
            requirements: [],
          },
        ],
      }),
      'heading-level="3"',
      fallback,
    ),
  },
  noPhases: {
    name: 'A year without public terms',
    summary: 'No public source states the school phases of 2025/26.',
    html: `<mh-funding-calculator edition="2025/26">${fallback}</mh-funding-calculator>`,
  },
  unknownYear: {
    name: 'A year that is not there',
    summary: 'The plain words stay.',
    html: `<mh-funding-calculator edition="2031/32">${fallback}</mh-funding-calculator>`,
  },
  dark: {
    name: 'Dark page',
    summary: 'Colours are mixed from the page.',
    html: `<div style="background: #10181b; color: #eef4f5; padding: 1rem"><mh-funding-calculator edition="2020/21"></mh-funding-calculator></div>`,
  },
} as const satisfies Record<string, Example>;
