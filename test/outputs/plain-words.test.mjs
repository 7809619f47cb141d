import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Phrases that a headteacher stumbled on. Each has a plain form in the product; none may come back. */
const STUMBLED_ON = [
  'No answer to it rules your school out',
  'Evidence that shows no year',
  'They are no part of the terms above',
  'is very likely in',
  'We know no place or council called',
  'As things stand, your school may',
  'This promises no place',
  'way in that suits',
  'It would need to be',
  'This cannot change',
  'Do demands from outside',
  'structures that mastery needs',
  'systems that mastery relies on',
  'take part as the phase asks',
  'Which phase of education is the school in',
  'Middle deemed',
  'None, as a special school',
  'stays open in the estimate',
  'Give the cost of a day of cover',
  'No source states these for this year',
  'Where your hub has set no day',
  'So that the hub knows',
  'for whom you speak',
  'back on line',
  'I may say so for the school',
  'Send the application',
  'The hub will answer to',
  'It turns on what you were not sure of',
  'These are the {year} terms',
  '(approximate)',
  'Advice, not a bar',
  'Said of Development',
  'Its teachers have to be teaching',
  'on thin evidence that is old',
  'Ask your own education authority',
  'Do this at school, not at home',
  'the start of a word you type',
  'A postcode gives one council',
  'Figures of different kinds are never',
  'at least 1,500 people',
  'that need support first',
  'Answer what you can. What you leave empty',
  'Teacher-days, all teachers together',
  'Digits and spaces.',
  'At work at one time',
  'Covering that costs',
  'Listed in this hub',
  'rests on a single school',
  'We know no ',
  'nothing stands in the way',
  'no part of the terms',
  'of any rule or of any total',
  'A year without a bar',
  'goes on to Development, then continues',
  'May be in this hub',
  'Way in:',
  'Ask your hub about this year',
  'Leadership and all five key areas are secure',
  'The school is open. Its teachers',
  'Will the headteacher take part',
  'whom to answer',
  'may not join',
  'has no public figure',
  'Evidence that shows',
];

/** What people read: the widgets' texts, and what the SDK asks and says. */
const READ = [
  'packages/components/src',
  'packages/sdk/src/applications',
  'packages/sdk/src/eligibility',
  'packages/editor/src/terms',
  'packages/sdk/src/commitments',
  'packages/sdk/src/static-html',
  'packages/sdk/src/hubs',
  'packages/sdk/data/doors',
  'packages/sdk/data/editions',
  'packages/wordpress',
  'packages/desk/src',
  'packages/intake/src',
  'packages/sdk/src/programme/school-facts.ts',
  'examples/hub-site/index.html',
];

function filesOf(path) {
  if (/\.(ts|html|json|php)$/.test(path)) return /\.test\.ts$/.test(path) ? [] : [path];
  if (/\.[a-z]+$|\/(?:node_modules|dist|test|tests|generated)$/.test(path)) return [];
  return readdirSync(join(root, path)).flatMap((name) => filesOf(`${path}/${name}`));
}

const files = READ.flatMap(filesOf).map((path) => [path, readFileSync(join(root, path), 'utf8')]);

describe('plain words', () => {
  it('are looked for where people read', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it.each(STUMBLED_ON)('never again: %s', (phrase) => {
    expect(files.filter(([, text]) => text.includes(phrase)).map(([path]) => path)).toEqual([]);
  });
});
