import type { Example } from '../foundation/example.js';

const fallback =
  '<p>Teaching for mastery gives all pupils the best chance of a deep, lasting understanding of maths.</p>';

export const examples = {
  whole: {
    name: 'The guide',
    summary: 'What a school, a parent or a governor asks first, each statement with its source.',
    html: `<mh-mastery-guide>${fallback}</mh-mastery-guide>`,
  },
  ideas: {
    name: 'The Five Big Ideas',
    summary: 'Only the picture, under a heading of the page.',
    html: `<mh-mastery-guide show="ideas" heading-level="3">${fallback}</mh-mastery-guide>`,
  },
  more: {
    name: 'For who asks',
    summary:
      'Secondary schools, specialists, linked projects, how the programme changed, support, applying, money.',
    html: `<mh-mastery-guide show="secondary specialists projects history support applying money">${fallback}</mh-mastery-guide>`,
  },
  misspelt: {
    name: 'A part that there is not',
    summary: 'The others are shown; the editor is told what is wrong.',
    html: `<mh-mastery-guide show="idees people">${fallback}</mh-mastery-guide>`,
  },
  dark: {
    name: 'Dark page',
    summary: 'Colours are mixed from the page.',
    html: `<div style="background: #10181b; color: #eef4f5; padding: 1rem"><mh-mastery-guide show="ideas work-group"></mh-mastery-guide></div>`,
  },
} as const satisfies Record<string, Example>;
