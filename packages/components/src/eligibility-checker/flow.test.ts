import { expect } from '@open-wc/testing';
import { decide } from '@maths-hubs/sdk/eligibility';
import { editions, loadEdition, PhaseNotFoundError, type Edition } from '@maths-hubs/sdk/programme';
import { listValues, type FactValue } from '@maths-hubs/sdk/rules';
import fc from 'fast-check';
import { DEFINITIONS } from './facts.js';
import { factsUsed, groupOf, phaseToMark, reasonsFor, stepOf, verdictOf, type Step } from './flow.js';

const years = editions().map(({ schoolYear }) => schoolYear);

/** Answers whatever is asked until there is a result. */
function walk(
  edition: Edition,
  phase: string,
  pick: (values: readonly (FactValue | null)[]) => FactValue | null,
) {
  const facts: Record<string, FactValue | null> = {};
  let step = stepOf(edition, phase, facts);
  while (step.question) {
    const { id, domain } = step.question;
    if (id in facts) throw new Error(`${id} was asked twice`);
    facts[id] = pick([...listValues(domain), null]);
    step = stepOf(edition, phase, facts);
  }
  return { step, facts };
}

const school = {
  inEngland: true,
  open: true,
  stateFunded: true,
  schoolPhase: 'primary',
  teachesPrimary: true,
  provision: 'mainstream',
} as const;

describe('flow of a check', () => {
  for (const year of years)
    it(`comes to a result in ${year}, whatever is answered, and asks nothing twice`, async () => {
      const edition = await loadEdition(year);
      const targets = ['', ...edition.phases.map(({ id }) => id)];
      fc.assert(
        fc.property(fc.constantFrom(...targets), fc.infiniteStream(fc.nat()), (phase, stream) => {
          const { step, facts } = walk(edition, phase, (values) => {
            const drawn: number = stream.next().value ?? 0;
            return values[drawn % values.length] ?? null;
          });
          expect(Object.keys(facts).length).to.be.at.most(DEFINITIONS.length);
          const verdict = verdictOf(step);
          if (step.decision === null) {
            expect(phase).to.equal('');
            expect(verdict).to.be.oneOf(['secondary', 'no-phase', 'no-door']);
          } else {
            expect(step.decision).to.deep.equal(decide(edition, step.phase ?? '', facts));
            expect(verdict === 'eligible').to.equal(step.decision.outcome === 'eligible');
            expect(verdict === 'not-eligible').to.equal(step.decision.outcome === 'not-eligible');
          }
          const used = factsUsed(edition, step);
          if (step.recommendation.pending === null)
            for (const id of Object.keys(facts)) expect(used.has(id), id).to.equal(true);
        }),
        { numRuns: 25 },
      );
    }).timeout(30_000);

  it('names the phase it cannot find', async () => {
    const edition = await loadEdition('2016/17');
    expect(() => stepOf(edition, 'embedding', {})).to.throw(PhaseNotFoundError, 'Years that have it');
  });

  it('tells "not known yet" from "your hub decides"', async () => {
    const edition = await loadEdition('2024/25');
    const verdict = (facts: object): string =>
      verdictOf(stepOf(edition, 'development', { ...school, releasesTwoTeachers: true, ...facts }));
    expect(verdict({ development: 'never' })).to.equal('eligible');
    expect(verdict({ development: 'done' })).to.equal('not-eligible');
    expect(verdict({ development: 'left-early' })).to.equal('hub-decides');
    expect(verdict({ development: null })).to.equal('not-known');
  });

  it('groups what a rule found', () => {
    expect(
      [true, false, 'unknown', 'hub-decides'].map((finding) => groupOf({ finding } as never)),
    ).to.deep.equal(['met', 'not-met', 'open', 'hub-decides']);
  });

  it('gives the requirements that test a fact as the reason for asking', async () => {
    const edition = await loadEdition('2024/25');
    const ids = (fact: string) => reasonsFor(edition, 'development', fact).map(({ id }) => id);
    expect(ids('releasesTwoTeachers')).to.deep.equal(['two-teachers']);
    expect(ids('staffTurnover')).to.deep.equal([]);
    expect(reasonsFor(edition, null, 'releasesTwoTeachers')).to.deep.equal([]);
  });

  it('marks the phase that a school may join, else a door that suits it better, else none', async () => {
    const edition = await loadEdition('2024/25');
    const mark = (facts: object): string | undefined => {
      const step: Step = stepOf(edition, 'development', { ...school, releasesTwoTeachers: true, ...facts });
      return phaseToMark(step);
    };
    expect(mark({ development: 'never' })).to.equal('development');
    expect(mark({ development: 'left-early' })).to.equal('development');
    expect(mark({ development: 'done', embedding: 'never' })).to.equal('embedding');
    expect(mark({ development: 'never', readiness: 'done', releasesTwoTeachers: false })).to.equal(undefined);
  });

  it('marks no door that the school may not join either', async () => {
    const edition = await loadEdition('2024/25');
    const barred = stepOf(edition, 'embedding', {
      ...school,
      development: 'never',
      readiness: 'done',
      releasesTwoTeachers: false,
    });
    expect(barred.recommendation.door?.phase).to.equal('development');
    expect(barred.doorBarred).to.equal(true);
    expect(phaseToMark(barred)).to.equal(undefined);
  });
});
