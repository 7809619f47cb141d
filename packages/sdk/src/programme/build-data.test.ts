import { describe, expect, it } from 'vitest';

import { modulesOf, readData, sizeOf } from '../../scripts/build-data.mjs';
import type { AuthoredData } from '../../scripts/build-data.mjs';

const data = await readData();

type Json = { [key: string]: Json } & Json[] & (string | number | null);

/** The data with one edition or file of facts changed in a copy. */
function changed(file: string, change: (json: Json) => void): AuthoredData {
  const copy = structuredClone(data);
  const found =
    copy.editions.get(file) ?? copy.facts.get(file) ?? (file === 'sources' ? copy.sources : undefined);
  if (!found) throw new Error(`no file ${file}`);
  const json = found.json as Json;
  change(json);
  (found as { text: string }).text = JSON.stringify(json);
  return copy;
}

const development = (json: Json) => json['phases']![1]!['terms']!;
const set = (target: Json, values: object) => void Object.assign(target, values);

describe('building the data', () => {
  it('accepts what we ship, each edition with its sources within 6 KB', () => {
    for (const [name, edition] of modulesOf(data).editions)
      expect(sizeOf(edition), name).toBeLessThanOrEqual(6 * 1024);
  });

  it.each<[fault: string, file: string, change: (json: Json) => void, said: RegExp]>([
    [
      'a source that is not in the table',
      '2020-21',
      (json) => set(development(json)['visits']!, { source: ['nowhere'] }),
      /editions\/2020-21\.json at phases\[1\]\.terms\.visits: source "nowhere" is not in sources\.json\. Add it/,
    ],
    [
      'a value without a source',
      '2020-21',
      (json) => set(development(json)['visits']!, { source: [] }),
      /phases\[1\]\.terms\.visits: a value without a source\. Cite at least one/,
    ],
    [
      'an undated source in an edition',
      '2024-25',
      (json) => set(development(json)['duration']!, { source: ['jurassic-tfm'] }),
      /source "jurassic-tfm" is undated\. .* undated\.json/,
    ],
    [
      'a derived value that does not say how',
      '2020-21',
      (json) => set(development(json)['release']!, { note: '' }),
      /terms\.release: a derived value without a note/,
    ],
    [
      'money in parts of a penny',
      '2020-21',
      (json) => set(development(json)['funding']!['value']![0]!, { pence: 100000.5 }),
      /funding\.value\[0\]: pence 100000\.5\. Give whole pence/,
    ],
    [
      'a range upside down',
      '2020-21',
      (json) => set(development(json)['groupSize']!['value']!, { min: 8 }),
      /groupSize\.value: min 8 above max 7/,
    ],
    [
      'a day that does not exist',
      '2016-17',
      (json) => set(json['recruitment']![0]!, { closes: '2016-06-31' }),
      /recruitment\[0\]\.closes: "2016-06-31"\. Write a day as/,
    ],
    [
      'a transition to a phase that is not there',
      '2020-21',
      (json) => set(json['transitions']![0]!, { to: 'introductory' }),
      /transitions\[0\]: phase "introductory"\. Name one of this edition's/,
    ],
    [
      'a year that does not match its file',
      '2020-21',
      (json) => set(json, { schoolYear: '2021/22' }),
      /editions\/2020-21\.json at schoolYear: "2021\/22" in a file named 2020-21/,
    ],
    [
      'a fact beside the editions without a resolvable source',
      'statistics',
      (json) => set(json['statistics']![0]!, { source: ['nowhere'] }),
      /statistics\.json at statistics\[0\]: source "nowhere"/,
    ],
    [
      'a source that nothing cites',
      'sources',
      (json) => json.push(Object.assign(structuredClone(json[0]!), { id: 'spare' }) as Json),
      /sources\.json at \[\d+\]: "spare" is cited by nothing/,
    ],
  ])('stops at %s', (_, file, change, said) => {
    expect(() => modulesOf(changed(file, change))).toThrow(said);
  });

  it('tells all faults at once', () => {
    const broken = changed('2020-21', (json) => {
      set(development(json)['visits']!, { source: ['nowhere'] });
      set(development(json)['groupSize']!['value']!, { min: 8 });
    });
    expect(() => modulesOf(broken)).toThrow(/2 faults[\s\S]*nowhere[\s\S]*min 8/);
  });
});
