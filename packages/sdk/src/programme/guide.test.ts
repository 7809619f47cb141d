import { describe, expect, it } from 'vitest';
import { programmeFacts } from './index.js';
import type { Idea, IdeaSet } from './programme-facts.js';
import { GUIDE_PARTS, guideOf, isGuidePart, USUAL_GUIDE_PARTS, type GuidePartId } from './guide.js';

const facts = await programmeFacts();
const part = (id: GuidePartId) => guideOf(facts, [id])[0]!;

describe('the guide', () => {
  it('tells the usual parts in a reader’s order, and any that is asked for', () => {
    expect(guideOf(facts).map(({ id }) => id)).toEqual([
      'mastery',
      'ideas',
      'areas',
      'work-group',
      'people',
      'findings',
      'resources',
    ]);
    expect(USUAL_GUIDE_PARTS).toEqual(GUIDE_PARTS.slice(0, 7));
    expect(guideOf(facts, ['money', 'ideas']).map(({ id }) => id)).toEqual(['money', 'ideas']);
    expect(isGuidePart('ideas')).toBe(true);
    expect(isGuidePart('constructor')).toBe(false);
  });

  it('leaves no part without a title, no block without lines, no line without a source', () => {
    for (const { id, title, blocks } of guideOf(facts, GUIDE_PARTS)) {
      expect(title, id).toMatch(/\S/);
      expect(blocks.length, id).toBeGreaterThan(0);
      for (const block of blocks) {
        expect(block.lines.length, id).toBeGreaterThan(0);
        const cited = block.lines.flatMap(({ source }) => source);
        expect(cited.length, `${id} ${block.title ?? ''}`).toBeGreaterThan(0);
      }
    }
  });

  it('names the Five Big Ideas, and under the last of them whence they are and what else they are called', () => {
    const [block] = part('ideas').blocks;
    const { ideas, synonyms } = facts.bigIdeas;
    expect(block?.lines.map(({ name }) => name)).toEqual(ideas.value?.map(({ name }) => name));
    expect(block?.lines.map(({ text }) => text)).toEqual(ideas.value?.map(({ means }) => means ?? ''));
    expect(block?.lines).toHaveLength(5);
    expect(block?.lines.slice(0, -1).flatMap(({ notes, source }) => [...notes, ...source])).toEqual([]);
    expect(block?.lines.at(-1)?.source).toEqual(ideas.source);
    expect(block?.lines.at(-1)?.notes).toEqual([
      ...(synonyms.length > 0 ? [`Also called ${synonyms.join(', or ')}.`] : []),
      ...(ideas.note ? [ideas.note] : []),
    ]);
  });

  it('asks of each key area its question, where there is one', () => {
    const { ideas, synonyms } = facts.readinessAreas;
    const [block, other] = part('areas').blocks;
    expect(block?.lines.map((line) => line.question)).toEqual(ideas.value?.map(({ question }) => question));
    for (const line of block?.lines ?? [])
      expect(Object.hasOwn(line, 'question')).toBe(line.question !== undefined);
    expect(block?.lines.at(-1)?.notes.some((note) => note.startsWith('Also called'))).toBe(
      synonyms.length > 0,
    );
    expect(other?.title).toBe('Not the Five Big Ideas');
  });

  it('lists a set of names in one sentence', () => {
    const longer = part('areas').blocks.find(({ title }) => title === 'Longer lists');
    expect(longer?.lines.map(({ name }) => name)).toEqual(facts.foundations.map(({ name }) => name));
    for (const [at, { ideas }] of facts.foundations.entries())
      expect(longer?.lines[at]?.text).toBe(`${(ideas.value ?? []).map(({ name }) => name).join('; ')}.`);
  });

  it('says of a linked project its year, its code and who may join', () => {
    const [projects, codes] = part('projects').blocks;
    for (const [
      at,
      { name, schoolYear, projectCode, prerequisite, summary },
    ] of facts.linkedProjects.entries()) {
      const line = projects?.lines[at];
      expect([line?.name, line?.text]).toEqual([name, summary]);
      expect(line?.notes[0]).toBe(
        `${[schoolYear ?? 'Year not known', projectCode].filter(Boolean).join(', ')}.`,
      );
      expect(line?.notes.slice(1)).toEqual(prerequisite ? [`Who may join: ${prerequisite}`] : []);
    }
    expect(codes?.title).toBe('Project codes');
    for (const [at, { basis, code, project }] of facts.projectCodes.entries()) {
      expect(codes?.lines[at]?.text).toBe(`${code}: ${project}.`);
      expect(codes?.lines[at]?.notes).toEqual(basis === 'derived' ? ['Worked out from an address.'] : []);
    }
  });

  it('has the words of a set that nobody means or asks, and of an empty one', () => {
    const value: Idea[] = [
      { id: 'one', name: 'One' },
      { id: 'two', name: 'Two', question: 'Why?' },
    ];
    const bigIdeas: IdeaSet = {
      ...facts.bigIdeas,
      synonyms: [],
      ideas: { value, source: ['x'], basis: 'stated' },
    };
    expect(guideOf({ ...facts, bigIdeas }, ['ideas'])[0]?.blocks[0]?.lines).toEqual([
      { name: 'One', text: '', notes: [], source: [] },
      { name: 'Two', text: '', question: 'Why?', notes: [], source: ['x'] },
    ]);
    const none = { ...bigIdeas, synonyms: ['A', 'B'], ideas: { ...bigIdeas.ideas, value: null } };
    expect(guideOf({ ...facts, bigIdeas: none }, ['ideas'])[0]?.blocks).toEqual([]);
    const also = { ...bigIdeas, synonyms: ['A', 'B'], ideas: { ...bigIdeas.ideas, note: 'A note.' } };
    expect(guideOf({ ...facts, bigIdeas: also }, ['ideas'])[0]?.blocks[0]?.lines.at(-1)?.notes).toEqual([
      'Also called A, or B.',
      'A note.',
    ]);
  });
});
