import { expect } from '@open-wc/testing';
import { answered, before, numberOf, START, type Path } from './path.js';

const two: Path = { ...START, answers: { open: true, inEngland: false } };

describe('path of a check', () => {
  it('keeps answers in the order given, and numbers them so', () => {
    expect(numberOf(two, 'open')).to.equal(1);
    expect(numberOf(two, 'inEngland')).to.equal(2);
    expect(numberOf(two, 'stateFunded')).to.equal(3);
    expect(Object.keys(answered(two, 'open', null, true).answers)).to.deep.equal(['open', 'inEngland']);
  });

  it('knows what came before', () => {
    expect(before(START, 'open')).to.equal(undefined);
    expect(before(two, 'open')).to.equal(undefined);
    expect(before(two, 'inEngland')).to.equal('open');
    expect(before(two, 'stateFunded')).to.equal('inEngland');
    expect(before(two, undefined)).to.equal('inEngland');
  });

  it('leads on through answered questions while nothing changes', () => {
    const back: Path = { ...two, reopened: 'open', walking: true };
    expect(answered(back, 'open', true, true)).to.deep.equal({ ...back, reopened: 'inEngland' });
    expect(answered({ ...back, reopened: 'inEngland' }, 'inEngland', false, false)).to.deep.equal(two);
    expect(answered(back, 'open', false, true).reopened).to.equal(undefined);
    expect(answered({ ...back, walking: false }, 'open', true, true).reopened).to.equal(undefined);
  });
});
