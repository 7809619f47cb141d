import { expect } from '@open-wc/testing';
import { again, answered, back, changed, factsOf, goTo, START, type Given, type Trail } from './trail.js';

const give = (ask: string, answer: string): Given => ({ ask, answer, facts: { [ask]: answer } });
const walk = (...given: Given[]): Trail => given.reduce(answered, START);

describe('the trail of a check', () => {
  it('loses no answer by going back, and leads through them again', () => {
    const trail = back(back(walk(give('a', '1'), give('b', '2'))));
    expect(trail.at).to.equal(0);
    expect(again(trail)?.answer).to.equal('1');
    const on = answered(trail, give('a', '1'));
    expect(again(on)?.answer).to.equal('2');
    expect(back(START)).to.deep.equal(START);
  });

  it('drops what followed from another answer', () => {
    const trail = answered(back(back(walk(give('a', '1'), give('b', '2')))), give('a', '9'));
    expect(trail.given.map(({ answer }) => answer)).to.deep.equal(['9']);
  });

  it('counts only the answers before the question in sight', () => {
    expect(factsOf(back(walk(give('a', '1'), give('b', '2'))))).to.deep.equal({ a: '1' });
  });

  it('goes on past every answer that is still asked for, after a change from the result', () => {
    const trail = goTo(walk(give('a', '1'), give('b', '2'), give('c', '3')), 'a');
    const order = ['a', 'x', 'c'];
    const next = ({ at }: Trail): string | undefined => order[at];
    const then = changed(trail, give('a', '9'), next);
    expect(then.given.map(({ ask }) => ask)).to.deep.equal(['a']);
    const same = changed(trail, give('a', '9'), ({ at }) => ['a', 'b', 'c'][at]);
    expect(same.given.map(({ answer }) => answer)).to.deep.equal(['9', '2', '3']);
  });
});
