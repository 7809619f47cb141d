import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { loadEdition } from '@maths-hubs/sdk/programme';
import { faultsOf } from '../terms/check.js';
import { suggestionsFor, takeOver } from '../terms/review.js';
import { statusOf } from './edit.js';
import { fileOf } from './file.js';
import { openProject, saveText } from './open.js';
import { newProject } from './project.js';
import { rescue } from './rescue.js';
import { aYearOn, rollOn } from './roll-on.js';
import { startEdition } from './start.js';
import { whatIsIt } from './wrong-file.js';

const hub = { id: 'wold-valley', name: 'Wold Valley Maths Hub' };
const edition = await loadEdition('2024/25');

describe('a file with faults', () => {
  it('opens with the rest whole, and keeps what could not be read until it is saved again', async () => {
    const own = await startEdition(hub, '2026/27', { template: 'four-phases' }, '2026-11-25');
    const file = {
      ...fileOf(own),
      contact: { name: hub.name, website: 'www.solent.example', email: 'a@hub', telephone: '01234 567890' },
      recruitment: 'from September',
    };
    const project = openProject(JSON.stringify(file), '/embed/');
    // What only lacks its beginning is completed; what is not right yet is in its field, where its fault is shown.
    expect(project.edition.contact).to.deep.equal({
      name: hub.name,
      website: 'https://www.solent.example',
      email: 'a@hub',
      telephone: '01234 567890',
    });
    expect((await faultsOf(project.edition)).map(({ path }) => path)).to.deep.equal(['contact.email']);
    expect(project.unread.map(({ path, value }) => [path, value])).to.deep.equal([
      ['recruitment', 'from September'],
    ]);
    const again = openProject(saveText(project), '/embed/');
    expect(again.unread).to.deep.equal(project.unread);
    expect(again.edition.contact).to.deep.equal(project.edition.contact);
    expect(again.edition.phases.length).to.equal(4);
  });

  it('opens whatever one part of it is', function () {
    this.timeout(60_000);
    const whole = JSON.parse(JSON.stringify(fileOf(edition))) as Record<string, unknown>;
    const places = placesIn(whole).filter(
      (path) => !/^(format|schoolYear|phases|sources)$/.test(path.join('.')),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(null, 5, '', [], {}, 'x', true),
        (path, junk) => {
          const broken = structuredClone(whole);
          const last = path.at(-1) as string;
          const holder = path
            .slice(0, -1)
            .reduce<Record<string, unknown>>((part, step) => part[step] as Record<string, unknown>, broken);
          holder[last] = junk;
          const { edition: read, unread } = rescue(broken);
          expect(read.schoolYear).to.equal('2024/25');
          expect(unread.length).to.be.lessThan(40);
        },
      ),
      { numRuns: 150 },
    );
  });

  for (const [what, text] of [
    ['empty', ''],
    ['PDF', '%PDF-1.7'],
    ['web page', '<!doctype html><html></html>'],
    ['spreadsheet', 'Name,URN\nA,1\n'],
    ['map', '{"type":"FeatureCollection","features":[]}'],
    ['application', '{"format":"maths-hubs-application/1"}'],
    ['list', '[1,2]'],
    ['damaged', '{"format":"maths-hubs-edition/1","schoolYear'],
    ['not a file', '{"a":1}'],
  ] as const)
    it(`is named for what it is: ${what}`, () => {
      expect(() => openProject(text, '/'))
        .to.throw()
        .with.property('faults')
        .that.satisfies((faults: { found: string }[]) => new RegExp(what, 'i').test(faults[0]?.found ?? ''));
    });

  it('is never named where nothing tells', () =>
    expect(whatIsIt('{"format":"maths-hubs-edition/1"}')).to.equal(undefined));
});

describe('rolling on', () => {
  it('states nothing of the new year, offers every term of the old, and moves dates to the same weekday', async () => {
    const start = await startEdition(hub, '2026/27', { template: 'four-phases' }, '2026-11-25');
    const stated = takeOver(start, suggestionsFor(start, undefined, [edition]));
    const last = {
      ...stated,
      recruitment: [
        {
          id: 'w',
          phases: [],
          opens: '2026-10-05',
          closes: '2027-03-26',
          source: ['own'],
          basis: 'hub' as const,
        },
      ],
    };
    const { edition: next, from, unconfirmed } = rollOn(last, '2027-06-01');
    expect(next.schoolYear).to.equal('2027/28');
    expect(
      next.phases.flatMap(({ terms }) => Object.values(terms)).every(({ value }) => value === null),
    ).to.equal(true);
    expect(next.recruitment.map(({ opens, closes }) => [opens, closes])).to.deep.equal([
      ['2027-10-04', '2028-03-24'],
    ]);
    expect(unconfirmed).to.deep.equal(['w']);
    const offered = suggestionsFor(next, from, [edition]);
    expect(offered.length).to.be.at.least(30);
    const taken = takeOver(next, offered);
    for (const { phase, term } of offered) {
      const fact = taken.phases.find(({ id }) => id === phase)?.terms[term];
      expect(fact && statusOf(fact)).to.equal('stated');
    }
    expect(suggestionsFor(taken, from, [edition])).to.deep.equal([]);
    const project = { ...newProject(next, '/'), earlier: from, unconfirmed };
    const again = openProject(saveText(project), '/');
    expect(again.earlier?.schoolYear).to.equal('2026/27');
    expect(again.unconfirmed).to.deep.equal(['w']);
  });

  it('never carries on what belongs to its year', () =>
    expect(
      suggestionsFor({ ...edition, schoolYear: '2027/28' }, undefined, [edition]).map(({ term }) => term),
    ).to.not.include('projectCode'));

  it('keeps a weekday', () =>
    expect([aYearOn('2026-10-05'), aYearOn(null)]).to.deep.equal(['2027-10-04', null]));
});

/** Every place of a value below a file. */
function placesIn(json: unknown, path: readonly string[] = []): string[][] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, part]) => [[...path, key], ...placesIn(part, [...path, key])]);
}
