import { expect, it } from 'vitest';
import { emptyEdition, loadEdition } from '../programme/index.js';
import type { Facts } from '../rules/index.js';
import { phaseAfter } from './index.js';

const four = await loadEdition('2024/25');
const strands = emptyEdition('2026/27', 'two-strands', 'a-hub');

it.each<[string, Facts, string | null, string | null]>([
  ['is new', { development: 'never' }, 'development', 'introductory'],
  ['is in Readiness', { development: 'never', readiness: 'now' }, 'readiness', null],
  ['is in Development', { development: 'now' }, 'development', null],
  ['has done Development', { development: 'done', embedding: 'never' }, 'embedding', 'continuing'],
  ['has done Embedding', { development: 'done', embedding: 'done' }, 'sustaining', 'continuing'],
  ['left early', { development: 'left-early' }, null, null],
  ['has not said', {}, null, null],
])('tells what follows for a school that %s', (_, facts, inFour, inStrands) => {
  expect(phaseAfter(four, facts)).toBe(inFour);
  expect(phaseAfter(strands, facts)).toBe(inStrands);
});
