import { expect } from '@open-wc/testing';
import { loadEdition } from '@maths-hubs/sdk/programme';
import type { Facts } from '@maths-hubs/sdk/rules';
import { nextAsk, PAST, REACHED, tickFacts } from './asks.js';
import { phaseToMark, standingOf } from './flow.js';
import { KINDS } from './kinds.js';

const recent = await loadEdition('2024/25');
const sheet = await loadEdition('2020/21');
const infant = { ...KINDS.primary };
const newcomer: Facts = { ...infant, ...PAST.never };
const none = new Set<string>();

/** Asks in order, each answered by `answers` or as most schools would. */
function asksOf(edition: typeof recent, phase: string, known: Facts, answers: Record<string, Facts> = {}) {
  const asked: string[] = [];
  let facts = known;
  for (;;) {
    const ask = nextAsk(edition, phase, facts, new Set(asked));
    if (ask === undefined || asked.length > 20) return { asked, facts };
    asked.push(ask);
    const usual: Record<string, Facts> = {
      kind: KINDS.primary ?? {},
      past: PAST.never ?? {},
      ticks: tickFacts([]),
      promises: { headteacherCommits: true, wantsMastery: true, longTermCommitment: true },
    };
    facts = { ...facts, ...(answers[ask] ?? usual[ask] ?? { [ask]: ask !== 'newHeadteacher' }) };
  }
}

describe('the order of the check', () => {
  it('asks what bars first, then the past, then the promises, last what only advises', () => {
    expect(asksOf(recent, '', {}).asked).to.deep.equal(['kind', 'past', 'releasesTwoTeachers', 'ticks']);
    expect(asksOf(sheet, '', {}).asked).to.deep.equal([
      'kind',
      'past',
      'releasesTwoTeachers',
      'promises',
      'ticks',
    ]);
  });

  it('asks no more of a school that no phase takes', () => {
    for (const kind of ['independent', 'nursery', 'secondary'])
      expect(asksOf(recent, '', {}, { kind: KINDS[kind] ?? {} }).asked, kind).to.deep.equal(['kind']);
  });

  it('never asks whether a school is open or in England', () => {
    for (const { id } of recent.phases) {
      const { asked } = asksOf(recent, id, {});
      expect(asked).not.to.include('open').and.not.to.include('inEngland');
    }
  });

  it('asks each promise by itself where not all can be kept', () => {
    const { asked } = asksOf(sheet, '', newcomer, { promises: {} });
    expect(asked).to.deep.equal([
      'releasesTwoTeachers',
      'promises',
      'headteacherCommits',
      'wantsMastery',
      'longTermCommitment',
      'ticks',
    ]);
  });

  it('leaves the list out for a school that has been prepared, or asks about one phase', () => {
    const prepared = { ...infant, ...REACHED['readiness-done']?.facts };
    expect(asksOf(recent, '', prepared).asked).to.deep.equal(['releasesTwoTeachers']);
    expect(asksOf(recent, 'development', newcomer).asked).to.deep.equal(['releasesTwoTeachers']);
  });

  it('goes on where the school does not know its past', () => {
    const unsure = { ...infant, ...PAST['not-sure'] };
    expect(nextAsk(recent, '', unsure, none)).to.equal('releasesTwoTeachers');
  });
});

describe('the verdict', () => {
  const ready = { ...newcomer, releasesTwoTeachers: true };

  it('says which doors are open, and lets no tick close one', () => {
    const calm = standingOf(recent, '', { ...ready, ...tickFacts([]) });
    expect(calm).to.deep.include({ verdict: 'eligible', phase: 'development', suggested: null });
    expect(calm.others).to.deep.equal(['readiness']);
    const ticked = standingOf(recent, '', { ...ready, ...tickFacts(['staffTurnover']) });
    expect(ticked).to.deep.include({ verdict: 'eligible', phase: 'development' });
    expect(ticked.suggested).to.deep.equal({ phase: 'readiness', ticked: ['staffTurnover'] });
    expect(phaseToMark(ticked)).to.equal('development');
  });

  it('tells both ways of a past that is not known', () => {
    const { verdict, branches } = standingOf(recent, '', { ...ready, development: null });
    expect(verdict).to.equal('depends');
    expect(branches).to.deep.equal([
      { kind: 'past', taken: false, phases: ['development', 'readiness'] },
      { kind: 'past', taken: true, phases: ['embedding'] },
    ]);
  });

  it('tells what follows from each answer that is not known', () => {
    const { verdict, branches } = standingOf(recent, '', { ...newcomer, releasesTwoTeachers: null });
    expect(verdict).to.equal('depends');
    expect(branches.map((each) => each.kind === 'fact' && [each.values, each.outcome])).to.deep.equal([
      [[true], 'eligible'],
      [[false], 'not-eligible'],
    ]);
  });

  it('is the hub’s, and never "not sure", where a school is of a kind that no rule names', () => {
    for (const kind of ['all-through', 'middle-to-8', 'special']) {
      const facts = { ...KINDS[kind], teachesPrimary: true, ...PAST.never, releasesTwoTeachers: true };
      expect(standingOf(recent, '', facts).verdict, kind).to.equal('hub-decides');
    }
  });

  it('is told by the rule that bars, whatever the door', () => {
    const prep = standingOf(recent, '', { ...KINDS.independent });
    expect(prep).to.deep.include({ verdict: 'not-eligible', phase: 'development', others: [] });
    expect(phaseToMark(prep)).to.equal(undefined);
  });

  it('sends a school on that has done Development, and a secondary school to its own programme', () => {
    const done = { ...infant, ...REACHED['development-done']?.facts, newHeadteacher: false };
    const next = standingOf(recent, '', done);
    expect(next).to.deep.include({ verdict: 'eligible', phase: 'embedding', others: ['sustaining'] });
    expect(standingOf(recent, '', { ...KINDS.secondary }).verdict).to.equal('secondary');
    expect(standingOf(recent, '', { ...infant, ...REACHED['left-early']?.facts }).verdict).to.equal(
      'no-door',
    );
  });

  it('finds its way in a hub’s own terms, which state no doors', () => {
    const own = { ...recent, hub: 'example-hub', doors: [] };
    const calm = standingOf(own, '', { ...ready, ...tickFacts([]) });
    expect(calm).to.deep.include({ verdict: 'eligible', phase: 'development', suggested: null });
    const ticked = standingOf(own, '', { ...ready, ...tickFacts(['systems']) });
    expect(ticked.suggested).to.deep.equal({ phase: 'readiness', ticked: ['systems'] });
    const done = { ...infant, ...REACHED['development-done']?.facts, newHeadteacher: false };
    expect(standingOf(own, '', done).phase).to.equal('embedding');
    expect(asksOf(own, '', {}).asked).to.deep.equal(['kind', 'past', 'releasesTwoTeachers', 'ticks']);
  });
});
