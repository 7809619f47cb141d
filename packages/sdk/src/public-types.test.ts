import { describe, expectTypeOf, it } from 'vitest';
import type {
  CommitmentPlan,
  Decision,
  DecideOptions,
  Edition,
  FactDefinition,
  Facts,
  FindResult,
  Outcome,
  Recommendation,
  SchoolFacts,
  Sourced,
  SubmitResult,
  TermText,
  Truth,
} from './index.js';
import {
  decide,
  editions,
  findHub,
  loadEdition,
  planCommitments,
  recommendEntry,
  sayTerm,
  submit,
} from './index.js';
import { parseEdition } from './programme/schema.js';

/** What a developer’s editor says: held as types, so that a change to one is seen (`tsc -p tsconfig.tests.json`). */
describe('the types of the main functions', () => {
  const edition = loadEdition('2024/25');
  type Year = Awaited<typeof edition>;

  it('an edition comes by a promise, with the phases of its year', () => {
    expectTypeOf(edition).resolves.toExtend<Edition>();
    expectTypeOf<Year['phases'][number]['id']>().toEqualTypeOf<
      'readiness' | 'development' | 'embedding' | 'sustaining'
    >();
    expectTypeOf(parseEdition).parameter(0).toEqualTypeOf<unknown>();
    expectTypeOf(parseEdition).returns.toEqualTypeOf<Edition>();
    expectTypeOf(editions()[0]!.schoolYear).toExtend<string>();
    // A year that is read from elsewhere may be any: its phases are then known only as text.
    expectTypeOf((year: string) => loadEdition(year)).returns.resolves.toEqualTypeOf<Edition>();
    expectTypeOf<Edition['phases'][number]['id']>().toEqualTypeOf<string>();
  });

  it('a decision takes an edition that has come, one of its phases, and what is known of a school', () => {
    const decideNow = (year: Year) => decide(year, 'development', { inEngland: true, development: 'never' });
    expectTypeOf(decideNow).returns.toEqualTypeOf<Decision>();
    expectTypeOf<Decision['outcome']>().toEqualTypeOf<Outcome>();
    expectTypeOf<Outcome>().toEqualTypeOf<'eligible' | 'not-eligible' | 'undetermined'>();
    void ((year: Year) => {
      // @ts-expect-error: a promise is no edition
      decide(edition, 'development', {});
      // @ts-expect-error: 2024/25 has no such phase
      decide(year, 'introductory', {});
      // @ts-expect-error: a misspelt fact
      decide(year, 'development', { inEnglnd: true });
      // @ts-expect-error: a form's text is not a flag
      decide(year, 'development', { inEngland: 'true' });
      // @ts-expect-error: not one of its values
      decide(year, 'development', { development: 'sometimes' });
      // @ts-expect-error: facts of a hub's own are declared
      decide(year, 'development', { keen: true });
      return decide(year, 'development', { keen: true }, { facts: [] });
    });
  });

  it('what is known is a value, “not sure” or not asked', () => {
    expectTypeOf<SchoolFacts['inEngland']>().toEqualTypeOf<boolean | null | undefined>();
    expectTypeOf<SchoolFacts>().toExtend<Facts>();
    expectTypeOf<DecideOptions['facts']>().toEqualTypeOf<readonly FactDefinition[]>();
    expectTypeOf<Truth>().toEqualTypeOf<boolean | 'unknown' | 'hub-decides'>();
  });

  it('a fact that may be unknown has to be looked at before it is used', () => {
    expectTypeOf<Sourced<number>['value']>().toEqualTypeOf<number | null>();
    expectTypeOf<Sourced<number>['source']>().toExtend<readonly string[]>();
  });

  it('answers name who settles them', () => {
    expectTypeOf<Recommendation['pending']>().toEqualTypeOf<'school' | 'hub' | null>();
    expectTypeOf(recommendEntry).returns.toEqualTypeOf<Recommendation>();
    expectTypeOf(findHub).returns.resolves.toEqualTypeOf<FindResult>();
    expectTypeOf(submit).returns.resolves.toEqualTypeOf<SubmitResult>();
    expectTypeOf<Extract<SubmitResult, { outcome: 'received' }>['reference']>().toEqualTypeOf<string>();
    void ((year: Year) => {
      expectTypeOf(planCommitments(year, 'development')).toEqualTypeOf<CommitmentPlan>();
      // @ts-expect-error: 2024/25 has no such phase
      planCommitments(year, 'introductory');
    });
  });

  it('a term is said by the words of its own kind', () => {
    expectTypeOf(sayTerm<'charge'>).returns.toEqualTypeOf<TermText>();
    void (() => {
      // @ts-expect-error: there is no such term
      sayTerm('colour', true, {});
    });
  });
});
