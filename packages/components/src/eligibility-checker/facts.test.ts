import { expect } from '@open-wc/testing';
import { listValues, type FactValue } from '@maths-hubs/sdk/rules';
import fc from 'fast-check';
import { answerOf, answerText, DEFINITIONS, definitionOf, soundFacts } from './facts.js';
import { fromFragment, toFragment } from './fragment.js';
import { NOT_SURE } from './kinds.js';

/** Any set of answers that a person could give, "not sure" among them. */
export const anyAnswers = fc
  .subarray([...DEFINITIONS])
  .chain((asked) =>
    fc.record(
      Object.fromEntries(
        asked.map(({ id, domain }) => [id, fc.constantFrom<FactValue | null>(null, ...listValues(domain))]),
      ),
    ),
  )
  .map((facts) => ({ ...facts }));

describe('facts of a check', () => {
  it('reads back what it wrote into a link, whatever was answered', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom('', 'development', 'six-week-start'), (facts, phase) => {
        expect(fromFragment(toFragment(phase, facts))).to.deep.equal({ phase, facts });
      }),
    );
  });

  it('takes no harm from a link that somebody made up', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = fromFragment(`#mh-check?${text}`);
        expect(soundFacts(read?.facts)).to.deep.equal(read?.facts);
      }),
    );
    expect(fromFragment('#check')).to.equal(undefined);
    expect(fromFragment('#mh-check?open=perhaps&open2=true&inEngland=true&__proto__=1')).to.deep.equal({
      phase: '',
      facts: { inEngland: true },
    });
  });

  it('tells a yes from the word', () => {
    const open = definitionOf('open');
    if (!open) throw new Error('No fact is called open');
    expect(answerOf(open, 'true')).to.equal(true);
    expect(answerOf(open, NOT_SURE)).to.equal(null);
    expect(answerOf(open, 'never')).to.equal(undefined);
    expect(answerOf(open, undefined)).to.equal(undefined);
    expect(answerText(null)).to.equal(NOT_SURE);
  });

  it('leaves aside what no rule tests and what a fact cannot be', () => {
    expect(
      soundFacts({ open: true, stateFunded: null, inEngland: 'yes', urn: '100000', development: 'twice' }),
    ).to.deep.equal({ open: true, stateFunded: null });
    expect(soundFacts(undefined)).to.deep.equal({});
  });
});
