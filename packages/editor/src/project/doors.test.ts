import { expect } from '@open-wc/testing';
import { recommendEntry } from '@maths-hubs/sdk/eligibility';
import { proveEdition } from '@maths-hubs/sdk/eligibility/prove';
import { emptyEdition, loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import { parseEdition } from '@maths-hubs/sdk/programme/schema';
import fc from 'fast-check';
import { otherDoors, sendTo, STANDINGS } from './doors.js';
import { fileOf } from './file.js';
import { setRequirements } from './edit.js';
import { rollOn } from './roll-on.js';
import { startEdition } from './start.js';

const HUB = { id: 'wold-valley', name: 'Wold Valley Maths Hub', website: null };
const start = (): Promise<Edition> => startEdition(HUB, '2026/27', { template: 'two-strands' }, '2026-11-22');

const SCHOOLS = {
  new: { development: 'never' },
  'in-development': { development: 'now' },
  'left-development': { development: 'left-early' },
  'after-development': { development: 'done', embedding: 'never' },
  'after-embedding': { development: 'done', embedding: 'done' },
} as const;

describe('which school goes where', () => {
  it('has neither gap nor overlap, whatever a hub chooses, and sends each school as chosen', async () => {
    const blank = await start();
    const phases = [null, ...blank.phases.map(({ id }) => id)];
    const choice = fc.tuple(fc.constantFrom(...STANDINGS.map(([id]) => id)), fc.constantFrom(...phases));
    fc.assert(
      fc.property(fc.array(choice, { minLength: 1, maxLength: 8 }), (choices) => {
        const edition = choices.reduce((old, [id, phase]) => sendTo(old, id, phase), blank);
        const kinds = proveEdition(edition).map(({ kind }) => kind);
        expect(kinds).not.to.include.members(['gap']);
        expect(kinds).not.to.include.members(['overlap']);
        const chosen = new Map(choices);
        for (const [id, school] of Object.entries(SCHOOLS)) {
          const { door } = recommendEntry(edition, { teachesPrimary: true, ...school });
          expect([id, door?.id, door?.phase]).to.deep.equal([id, id, chosen.get(id) ?? null]);
        }
        const secondary = { teachesPrimary: false, teachesSecondary: true };
        expect(recommendEntry(edition, secondary).door?.programme).to.equal('secondary');
      }),
      { numRuns: 40 },
    );
  });

  it('is kept in the file, and rolls on into the next year', async () => {
    const edition = sendTo(await start(), 'new', 'introductory');
    expect(parseEdition(JSON.parse(JSON.stringify(fileOf(edition)))).doors).to.deep.equal(edition.doors);
    expect(rollOn(edition, '2027-09-01').edition.doors).to.deep.equal(edition.doors);
    expect(otherDoors(edition)).to.deep.equal([]);
  });

  it('puts a hub’s own in place of the evidence’s, which are told apart', async () => {
    const held = await loadEdition('2024/25');
    expect(otherDoors(held)).to.have.length(held.doors.length);
    const own = sendTo(held, 'new', 'development');
    expect(otherDoors(own)).to.deep.equal([]);
    expect(own.doors.every(({ basis }) => basis === 'hub')).to.equal(true);
  });

  it('tells a door that its phase bars', () => {
    const edition = sendTo(emptyEdition('2026/27', 'two-strands', 'a-hub'), 'new', 'continuing');
    const barred = setRequirements(edition, 'continuing', [
      {
        id: 'done',
        statement: 'The school has done Development.',
        condition: { fact: 'development', is: 'done' },
        effect: 'bars',
        source: [],
        basis: 'hub',
      },
    ]);
    expect(proveEdition(barred).map(({ kind }) => kind)).to.include('closed-door');
  });
});
