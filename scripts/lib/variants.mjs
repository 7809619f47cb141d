import { readFileSync } from 'node:fs';
import { root } from './run.mjs';

const OWN = { terms: 'src="terms.json" hub="wold-valley"' };
const sheet = (name) => `<link rel="stylesheet" href="${name}.css" />`;

/** The example hub's other pages, by file: the same widgets on another ground, or with other terms. One body serves them all. */
const VARIANTS = {
  'dark.html': {
    ...OWN,
    title: 'Teaching for Mastery in the dark',
    about: 'The widgets on a page with a dark ground.',
    style: `${sheet('site')}<style>:root { color-scheme: dark; }</style>`,
    lead: 'The same lines on a page that is dark for everyone. Wold Valley is invented.',
  },
  'govuk.html': {
    ...OWN,
    title: 'Teaching for Mastery on a GOV.UK-like page',
    about: 'The widgets on a page that looks as GOV.UK does.',
    style: sheet('govuk'),
    lead: 'The same lines on a page in the manner of GOV.UK. Wold Valley is invented.',
  },
  'wordpress.html': {
    ...OWN,
    title: 'Teaching for Mastery on a WordPress theme',
    about: 'The widgets on a page of a WordPress theme.',
    style: sheet('wordpress'),
    lead: 'The same lines on a theme with serifs, a narrow column and grey text. Wold Valley is invented.',
  },
  'national.html': {
    terms: 'edition="2024/25"',
    title: 'A hub that has stated nothing yet',
    about: 'The widgets for a hub that has stated no terms of its own.',
    style: sheet('site'),
    lead: 'A hub that has stated no terms of its own shows those of 2024/25, as public sources tell them, and says what they do not.',
  },
};

export const VARIANT_PAGES = Object.keys(VARIANTS);

/** @returns the page of that name; undefined where there is none */
export function variantPage(name) {
  const values = Object.hasOwn(VARIANTS, name) ? VARIANTS[name] : undefined;
  if (!values) return undefined;
  const body = readFileSync(`${root}examples/hub-site/variant.html`, 'utf8');
  return body.replace(/\{\{(\w+)\}\}/g, (mark, key) => {
    if (!Object.hasOwn(values, key))
      throw new Error(`variant.html has ${mark}, and ${name} does not say what stands there.`);
    return values[key];
  });
}
