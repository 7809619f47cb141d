import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { TERMS, type TermId } from '@maths-hubs/sdk/programme';
import { differences, join } from './compare.js';
import { BY_HUB, EMPTY, NOT_DECIDED, setContact, setDoor, setTerm, stated, statusOf } from './edit.js';
import { openProject, saveText } from './open.js';
import { newProject, type Project } from './project.js';
import { startEdition } from './start.js';

const hub = { id: 'wold-valley', name: 'Wold Valley Maths Hub' };
const edition = await startEdition(hub, '2026/27', { template: 'four-phases' }, '2026-11-22');
const fresh = newProject(edition, '/embed/');
const term = (project: Project, phase: string, id: TermId, value: unknown): Project => ({
  ...project,
  edition: setTerm(project.edition, phase, id, value === null ? NOT_DECIDED : stated(value)),
});
const teachers = (min: number) => ({ min, max: min, unit: 'teacher' as const, per: 'school' as const });
const keys = (mine: Project, theirs: Project): string[] => differences(mine, theirs).map(({ key }) => key);

describe('two people’s files', () => {
  it('are compared term by term, with what each says, and what is only in one is offered', () => {
    const mine = term(term(fresh, 'development', 'teachers', teachers(2)), 'embedding', 'forWhom', ['Ours']);
    const theirs = term(term(fresh, 'development', 'teachers', teachers(3)), 'sustaining', 'forWhom', [
      'All',
    ]);
    expect(differences(mine, theirs).map(({ take: _, ...rest }) => rest)).to.deep.equal([
      {
        key: 'development.teachers',
        place: 'Development',
        label: TERMS.teachers.label,
        mine: '2 teachers per school',
        theirs: '3 teachers per school',
        adds: false,
      },
      {
        key: 'embedding.forWhom',
        place: 'Embedding',
        label: TERMS.forWhom.label,
        mine: 'Ours',
        theirs: 'nothing',
        adds: false,
      },
      {
        key: 'sustaining.forWhom',
        place: 'Sustaining',
        label: TERMS.forWhom.label,
        mine: 'nothing',
        theirs: 'All',
        adds: true,
      },
    ]);
    expect(differences(mine, mine)).to.deep.equal([]);
  });

  it('keep both dates where each added one of the same number, and know one that both have', () => {
    const window = (id: string, opens: string) => ({ id, phases: [], opens, closes: null, ...BY_HUB });
    const mine = { ...fresh, edition: { ...edition, recruitment: [window('window-1', '2026-09-01')] } };
    const theirs = {
      ...fresh,
      edition: {
        ...edition,
        recruitment: [window('window-1', '2026-10-01'), window('window-2', '2026-09-01')],
      },
    };
    const found = differences(mine, theirs);
    expect(found.map(({ theirs: said, adds }) => [said, adds])).to.deep.equal([
      ['2026-10-01 to no day', true],
    ]);
    const joined = join(mine, theirs, found);
    expect(joined.edition.recruitment.map(({ id, opens }) => [id, opens])).to.deep.equal([
      ['window-1', '2026-09-01'],
      ['window-2', '2026-10-01'],
    ]);
    expect(keys(joined, theirs)).to.deep.equal([]);
  });

  it('differ in contact, phases, doors, wording and notice too', () => {
    const theirs: Project = {
      ...fresh,
      edition: {
        ...setDoor(
          setContact(edition, { name: hub.name, email: 'a@hub.example' }),
          'development',
          'New schools',
        ),
        phases: edition.phases.filter(({ id }) => id !== 'sustaining'),
      },
      wording: { 'journey.title': 'Our journey' },
      notice: { ...fresh.notice, text: 'We keep it.' },
    };
    expect(keys(fresh, theirs)).to.have.members([
      'contact.email',
      'development.door',
      'phase.sustaining',
      'wording.journey.title',
      'notice',
    ]);
    expect(keys(join(fresh, theirs, differences(fresh, theirs)), theirs)).to.deep.equal([]);
    expect(keys(join(theirs, fresh, differences(theirs, fresh)), fresh)).to.deep.equal([]);
  });

  it('are one once all is taken; nothing is changed where none is, and nothing is lost by what only adds', () => {
    const [phases, terms] = [edition.phases.map(({ id }) => id), ['summary', 'forWhom', 'teachers'] as const];
    const value = {
      summary: (text: string) => text,
      forWhom: (text: string) => [text],
      teachers: () => teachers(1),
    };
    const edits = fc.array(
      fc.tuple(
        fc.constantFrom(...phases),
        fc.constantFrom(...terms),
        fc.constantFrom('a', 'b', 'not decided', 'empty'),
      ),
    );
    const edited = (said: readonly (readonly [string, (typeof terms)[number], string])[]): Project =>
      said.reduce<Project>((old, [phase, id, text]) => {
        if (text === 'empty') return { ...old, edition: setTerm(old.edition, phase, id, EMPTY) };
        return term(old, phase, id, text === 'not decided' ? null : value[id](text));
      }, fresh);
    fc.assert(
      fc.property(edits, edits, (one, other) => {
        const [mine, theirs] = [edited(one), edited(other)];
        const found = differences(mine, theirs);
        expect(keys(join(mine, theirs, found), theirs)).to.deep.equal([]);
        expect(join(mine, theirs, [])).to.equal(mine);
        const added = join(
          mine,
          theirs,
          found.filter(({ adds }) => adds),
        );
        for (const [index, phase] of mine.edition.phases.entries())
          for (const id of terms)
            if (statusOf(phase.terms[id]) !== 'empty')
              expect(added.edition.phases[index]?.terms[id]).to.deep.equal(phase.terms[id]);
        // What was joined is a file like any other.
        expect(keys(openProject(saveText(added), '/embed/'), added)).to.deep.equal([]);
      }),
      { numRuns: 60 },
    );
  });
});
