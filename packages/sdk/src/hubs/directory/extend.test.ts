import { describe, expect, it } from 'vitest';
import { InvalidDataError } from '../../evidence/index.js';
import { extendDirectory, findHub, loadHubs } from '../index.js';
import type { FindResult, HubFile } from '../index.js';
import { parseHubFile } from '../schema.js';

const directory = await loadHubs();
const ids = ({ hubs }: FindResult): string[] => hubs.map(({ hub }) => hub.id).sort();
const file = (fields: Partial<HubFile>): HubFile => ({
  format: 'maths-hubs-hub/1',
  id: 'jurassic',
  statedOn: '2026-11-20',
  ...fields,
});

describe('a hub’s own file', () => {
  it('wins for the councils it names, and leaves the rest of a county as it was', async () => {
    const own = extendDirectory(directory, file({ coverage: ['Exeter', 'E06000059', '839'] }));
    for (const [authority, answer, hubs] of [
      ['Exeter', 'one', ['jurassic']],
      ['Dorset', 'one', ['jurassic']],
      ['Bournemouth, Christchurch and Poole', 'one', ['jurassic']],
      ['West Devon', 'likely', ['code']],
      ['Torbay', 'unknown', []],
      ['Mid Devon', 'unknown', ['code']],
    ] as const) {
      const result = await findHub({ authority }, { directory: own });
      expect([authority, result.answer, ids(result)]).toEqual([authority, answer, hubs]);
    }
  });

  it('splits a county that was whole: its other districts keep their hub', async () => {
    const own = extendDirectory(directory, file({ id: 'enigma', coverage: ['Harborough'] }));
    expect(ids(await findHub({ authority: 'Harborough' }, { directory: own }))).toEqual(['enigma']);
    expect(ids(await findHub({ authority: 'Charnwood' }, { directory: own }))).toEqual([
      'east-midlands-south',
    ]);
    const county = await findHub({ authority: 'Leicestershire' }, { directory: own });
    expect([county.answer, county.ask?.choices.length]).toEqual(['several', 7]);
  });

  it('takes a whole county with all its districts', async () => {
    const own = extendDirectory(directory, file({ coverage: ['Devon'] }));
    const county = await findHub({ authority: 'Devon' }, { directory: own });
    expect([county.answer, ids(county)]).toEqual(['one', ['jurassic']]);
    expect(ids(await findHub({ authority: 'West Devon' }, { directory: own }))).toEqual(['jurassic']);
  });

  it('gives its details, says that the hub states them, and keeps its former name', async () => {
    const stated = file({ name: 'Ammonite Maths Hub', email: 'hub@example.org', leadSchools: ['A School'] });
    const own = extendDirectory(directory, stated);
    const hub = own.hubs.find(({ id }) => id === 'jurassic');
    expect(hub).toMatchObject({
      name: 'Ammonite Maths Hub',
      alsoKnownAs: ['Jurassic Maths Hub'],
      email: 'hub@example.org',
      leadSchool: { names: ['A School'], asOf: '2026' },
      basis: 'hub',
    });
    expect(own.hubs.map(({ id }) => id)).toEqual(directory.hubs.map(({ id }) => id));
    expect(own.coverage).toEqual(directory.coverage);
    const result = await findHub({ hub: 'Jurassic' }, { directory: own });
    expect(result.hubs[0]?.source?.title).toBe('What the hub states itself');
  });

  it('leaves the directory that it extends as it was, and can be given twice', () => {
    const before = JSON.stringify(directory);
    const once = extendDirectory(directory, file({ coverage: ['Dorset'] }));
    expect(extendDirectory(once, file({ coverage: ['Dorset'] })).coverage).toEqual(once.coverage);
    expect(JSON.stringify(directory)).toBe(before);
  });

  it('with councils that do not exist, or were split, tells every fault', () => {
    const read = (): unknown =>
      extendDirectory(directory, file({ id: 'new', coverage: ['Narnia', 'Cumbria'] }));
    expect(read).toThrow(InvalidDataError);
    expect(read).toThrow(
      /coverage\[0\][\s\S]*coverage\[1\][\s\S]*Westmorland and Furness[\s\S]*name[\s\S]*region/,
    );
  });

  it('is checked for its shape', () => {
    expect(parseHubFile(JSON.stringify(file({ coverage: ['Dorset'] })))).toEqual(
      file({ coverage: ['Dorset'] }),
    );
    expect(() => parseHubFile({ ...file({}), website: 'javascript:alert(1)' })).toThrow(/website/);
    expect(() => parseHubFile({ ...file({}), statedOn: '2026-02-30', extra: 1 })).toThrow(InvalidDataError);
  });
});
