import { expect } from '@open-wc/testing';
import { InvalidDataError } from '@maths-hubs/sdk/evidence';
import { editions, loadEdition, removePhase, TERMS, type TermId } from '@maths-hubs/sdk/programme';
import { parseEdition } from '@maths-hubs/sdk/programme/schema';
import fc from 'fast-check';
import { EMPTY, NOT_DECIDED, setDoor, setTerm, stated, statusOf } from './edit.js';
import { fileOf } from './file.js';
import { openProject, saveText } from './open.js';
import { newProject } from './project.js';
import { hubId } from './own-hub.js';
import { startEdition } from './start.js';

const HUB = { id: 'wold-valley', name: 'Wold Valley Maths Hub', website: null };
const DAY = '2026-11-22';
const start = (year: string, from: Parameters<typeof startEdition>[2]) => startEdition(HUB, year, from, DAY);
const TERM_IDS = Object.keys(TERMS) as TermId[];

describe('a start', () => {
  it('from a model has its phases, and nothing known of them', async () => {
    const edition = await start('2026/27', { template: 'two-strands' });
    expect(edition.phases.map(({ id }) => id)).to.deep.equal(['introductory', 'continuing']);
    for (const phase of edition.phases)
      for (const term of TERM_IDS) expect(statusOf(phase.terms[term])).to.equal('empty');
    expect(edition.hub).to.equal('wold-valley');
    expect(edition.sources['own']?.publisher).to.equal('Wold Valley Maths Hub');
  });

  it('from a year of ours carries nothing into another year but its phases', async () => {
    const edition = await start('2026/27', { year: '2023/24' });
    const held = await loadEdition('2023/24');
    expect(edition.phases.map(({ id }) => id)).to.deep.equal(held.phases.map(({ id }) => id));
    const facts = edition.phases.flatMap(({ terms }) => Object.values(terms));
    expect(facts.some(({ value }) => value !== null)).to.equal(false);
    expect([edition.entryPoints, edition.recruitment, edition.transitions]).to.deep.equal([[], [], []]);
  });

  it('from a year of ours for that year keeps its evidence, each with its source', async () => {
    const edition = await start('2024/25', { year: '2024/25' });
    const held = await loadEdition('2024/25');
    expect(edition.phases).to.deep.equal(held.phases);
    expect(statusOf(edition.phases[0]!.terms.duration)).to.equal('evidence');
    expect(edition.hub).to.equal('wold-valley');
  });

  it('makes an id of a name that the directory does not hold', () => {
    expect(hubId('Wold Valley Maths Hub')).to.equal('wold-valley');
    expect(hubId('Möbius')).to.equal('mobius');
    expect(hubId('—')).to.equal('our-hub');
  });
});

describe('the file', () => {
  for (const { schoolYear } of editions())
    it(`reads back as it was written: ${schoolYear}`, async () => {
      const edition = await start(schoolYear, { year: schoolYear });
      const back = parseEdition(JSON.parse(JSON.stringify(fileOf(edition))));
      expect({ ...back, sources: {} }).to.deep.equal({ ...edition, sources: {} });
    });

  it('reads back whatever was stated, cleared or not decided', async () => {
    const empty = await start('2026/27', { template: 'four-phases' });
    const facts = { empty: EMPTY, 'not-decided': NOT_DECIDED, stated: stated('As we say.') };
    const edits = fc.array(
      fc.record({
        phase: fc.constantFrom('readiness', 'development', 'embedding', 'sustaining'),
        term: fc.constantFrom<TermId>(
          'summary',
          'projectCode',
          'ledBy',
          'betweenMeetings',
          'selection',
          'repeat',
        ),
        fact: fc.constantFrom<keyof typeof facts>('empty', 'not-decided', 'stated'),
      }),
    );
    fc.assert(
      fc.property(edits, (all) => {
        const edition = all.reduce(
          (old, { phase, term, fact }) => setTerm(old, phase, term, facts[fact]),
          empty,
        );
        const back = parseEdition(JSON.parse(JSON.stringify(fileOf(edition))));
        expect(back.phases).to.deep.equal(edition.phases);
        for (const { phase, term, fact } of all.slice(-1))
          expect(statusOf(back.phases.find(({ id }) => id === phase)!.terms[term])).to.equal(fact);
      }),
      { numRuns: 50 },
    );
  });

  it('holds the whole work of the editor, and opens as it was left', async () => {
    const fresh = newProject(await start('2026/27', { template: 'two-strands' }), 'https://a.example/embed/');
    const project = {
      ...fresh,
      edition: setTerm(fresh.edition, 'introductory', 'projectCode', stated('TfM1')),
      wording: { 'journey.title': 'Our way' },
      widgets: [{ tag: 'mh-find-a-hub', attributes: { 'heading-level': '3' } }],
      look: { ...fresh.look, accent: '#123456' },
    };
    const opened = openProject(saveText(project), 'https://b.example/embed/');
    expect(opened).to.deep.equal(project);
  });

  it('opens a file of terms alone, and can state more on it', async () => {
    const edition = await start('2026/27', { template: 'two-strands' });
    const opened = openProject(JSON.stringify(fileOf(edition)), '/embed/');
    const more = setTerm(opened.edition, 'continuing', 'ledBy', stated('A Mastery Specialist'));
    expect(parseEdition(fileOf(more)).phases[1]?.terms.ledBy.value).to.equal('A Mastery Specialist');
  });

  it('refuses what is neither, with every fault', () => {
    for (const text of ['', '{', '[]', '{"format":"maths-hubs-editor/1"}', '{"format":"other"}'])
      expect(() => openProject(text, '/')).to.throw(InvalidDataError);
  });
});

describe('a phase that is taken away', () => {
  it('goes from everything that named it', async () => {
    const held = await start('2024/25', { year: '2024/25' });
    const edition = removePhase(setDoor(held, 'readiness', 'Schools that need time.'), 'readiness');
    expect(JSON.stringify(fileOf(edition).phases)).not.to.contain('"readiness"');
    expect(edition.entryPoints.some(({ phase }) => phase === 'readiness')).to.equal(false);
    expect(edition.transitions.some(({ from, to }) => [from, to].includes('readiness'))).to.equal(false);
    parseEdition(fileOf(edition));
  });
});
