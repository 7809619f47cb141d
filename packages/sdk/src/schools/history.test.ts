import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyIndex, linkIndex, predecessorsOf, withPredecessors, type GiasLink } from './index.js';

const link = (urn: string, linkUrn: string, linkType = 'Predecessor'): GiasLink => ({
  urn,
  linkUrn,
  linkName: `School ${linkUrn}`,
  linkType,
});
const past = (urn: string, schoolYear: string, phase = 'development') => ({ urn, phase, schoolYear });

describe('past phases under an earlier URN', () => {
  it('stay with a school that became an academy, and the chain is told', () => {
    const links = linkIndex([link('300', '200'), link('200', '100')]);
    const history = historyIndex([past('100', '2018/19'), past('300', '2022/23', 'embedding')]);
    expect(withPredecessors('300', links, history)).toEqual({
      phases: [past('100', '2018/19'), past('300', '2022/23', 'embedding')],
      uncertain: [],
      through: [{ urn: '100', name: 'School 100', becameUrn: '200', link: 'Predecessor', continues: true }],
    });
  });

  it('are in doubt after a merger, whether GIAS says so or two schools became one', () => {
    const history = historyIndex([past('100', '2018/19')]);
    for (const links of [
      linkIndex([link('300', '100', 'Predecessor - merged')]),
      linkIndex([link('300', '100'), link('300', '200')]),
    ]) {
      const found = withPredecessors('300', links, history);
      expect(found.phases).toEqual([]);
      expect(found.uncertain).toEqual([past('100', '2018/19')]);
      expect(found.through.map(({ continues }) => continues)).toEqual([false]);
    }
  });

  it('are in doubt after a split', () => {
    const links = linkIndex([link('300', '100'), link('400', '100')]);
    const history = historyIndex([past('100', '2018/19')]);
    expect(withPredecessors('300', links, history).uncertain).toHaveLength(1);
  });

  it('once in doubt stay so further back', () => {
    const links = linkIndex([link('300', '200', 'Predecessor - amalgamated'), link('200', '100')]);
    expect(withPredecessors('300', links, historyIndex([past('100', '2018/19')])).phases).toEqual([]);
  });

  it('are found by a successor link alone, and links of other kinds do not count', () => {
    const history = historyIndex([past('100', '2018/19')]);
    expect(
      withPredecessors('300', linkIndex([link('100', '300', 'Successor')]), history).phases,
    ).toHaveLength(1);
    for (const kind of ['Sixth Form Centre Link', 'Expansion', 'Other', 'Result of Amalgamation']) {
      expect(withPredecessors('300', linkIndex([link('300', '100', kind)]), history).phases).toEqual([]);
    }
  });

  it('are not known where a row of it, or of the school it was, could not be read', () => {
    const links = linkIndex([link('300', '200')]);
    const history = historyIndex([past('300', '2022/23', 'embedding')]);
    for (const urn of ['200', '300'])
      expect(withPredecessors('300', links, history, new Set([urn])).unread).toBe(true);
    expect(withPredecessors('300', links, history, new Set(['400']))).not.toHaveProperty('unread');
  });

  it('do not go forwards: a closed school does not get what its successor did', () => {
    const links = linkIndex([link('300', '100')]);
    expect(withPredecessors('100', links, historyIndex([past('300', '2022/23')])).phases).toEqual([]);
  });

  it('are walked once in any tangle of links', () => {
    const urn = fc.constantFrom('1', '2', '3', '4', '5');
    const kind = fc.constantFrom('Predecessor', 'Successor', 'Predecessor - merged', 'Other');
    fc.assert(
      fc.property(fc.array(fc.tuple(urn, urn, kind)), (rows) => {
        const found = predecessorsOf('1', linkIndex(rows.map(([a, b, type]) => link(a, b, type))));
        const urns = found.map((each) => each.urn);
        expect(new Set(urns).size).toBe(urns.length);
        expect(urns).not.toContain('1');
      }),
    );
  });
});
