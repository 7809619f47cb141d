import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, databases, hub, openArchive, otherHub } from '../../test/intake.js';
import type { Place } from '../../test/intake.js';
import { erasures } from './erase.js';
import { find, isSearchable } from './find.js';
import type { Archive } from './rows.js';

const PEOPLE = {
  jose: { name: 'José Álvarez-Núñez', email: 'J.Alvarez@School.Example', schoolName: 'St Mary’s Primary' },
  ann: { name: 'Ann Smith', email: 'ann.smith@hill.example', schoolName: 'Hill Top Primary', urn: '123456' },
  joann: { name: 'Joann Smithers', email: 'joann@vale.example', schoolName: 'Vale Infants' },
  head: { name: 'A Head', email: 'head@vale.example', schoolName: 'Ann Smith Academy' },
};
type Who = keyof typeof PEOPLE;

describe.each(databases)('finding a person on $name', ({ newPlace }) => {
  const references = new Map<string, Who>();
  let place: Place;
  let archive: Archive;
  const hubs = [hub.id, otherHub.id];

  beforeAll(async () => {
    place = await newPlace();
    const { receiver, ...rest } = await openArchive(place.location);
    archive = rest;
    for (const [index, [who, answers]] of Object.entries(PEOPLE).entries()) {
      const outcome = await receiver.take({
        application: answering(answers, { hub: hubs[index % 2] }),
        key: `find-a-person-${who}`,
        at: new Date(Date.UTC(2099, 0, 1, index)),
        channels: [],
        setAside: who === 'joann',
      });
      if (!('receivedAt' in outcome)) throw new Error(JSON.stringify(outcome));
      references.set(outcome.reference, who as Who);
    }
  });
  afterAll(async () => {
    await archive.store.close();
    place.remove();
  });

  async function found(text: string, where = hubs): Promise<[Who | undefined, string][]> {
    const all: [Who | undefined, string][] = [];
    for await (const each of find(archive, where, text))
      all.push([references.get(each.reference), each.in.join()]);
    return all;
  }

  it.each([
    ['an address, whatever its capitals', 'j.alvarez@school.example', [['jose', 'email']]],
    [
      'a part of an address',
      '@vale.example',
      [
        ['joann', 'email'],
        ['head', 'email'],
      ],
    ],
    ['a name without its accents', 'jose alvarez', [['jose', 'name']]],
    [
      'a name the other way round',
      'Smith, Ann',
      [
        ['ann', 'name,email'],
        ['joann', 'name'],
        ['head', 'schoolName'],
      ],
    ],
    ['a school with another apostrophe', "st mary's", [['jose', 'schoolName']]],
    ['nobody', 'zebedee', []],
  ])('finds %s', async (_, text, expected) => {
    const all = await found(text);
    const inOrder = (some: readonly unknown[]): string[] => some.map((each) => JSON.stringify(each)).sort();
    expect(inOrder(all)).toEqual(inOrder(expected));
  });

  it('finds a reference however it is read out', async () => {
    const [reference = '', who] = [...references][1] ?? [];
    for (const read of [
      reference,
      reference.toLowerCase(),
      reference.replaceAll('-', ' '),
      reference.replaceAll('-', ''),
    ])
      expect(await found(read)).toEqual([[who, 'reference']]);
  });

  it('looks in one hub where one is named, and finds nothing that is erased', async () => {
    expect(await found('@vale.example', [hub.id])).toEqual([['joann', 'email']]);
    const [reference = ''] = [...references].find(([, who]) => who === 'ann') ?? [];
    await erasures(archive).forget(reference, new Date());
    expect(await found('ann.smith@hill.example')).toEqual([]);
    expect(await found(reference)).toEqual([]);
  });
});

describe('what can be looked for', () => {
  it.each([
    ['ab', false],
    ['  - , ', false],
    ['Li 2', true],
    ['王小明', true],
  ])('%j: %s', (text, can) => expect(isSearchable(text)).toBe(can));
});
