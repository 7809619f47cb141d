import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { guideOf, programmeFacts, GUIDE_PARTS } from '@maths-hubs/sdk/programme';
import { staticHtml } from '@maths-hubs/sdk/static-html';
import { loadEdition } from '@maths-hubs/sdk/programme';

const table = await readFile(new URL('../../docs/founding-documents.md', import.meta.url), 'utf8');
const [documents, facts] = table.split('## Every fact');
const rows = (text) => [...text.matchAll(/^\| (.*) \|$/gm)].map(([, row]) => row.split(' | ')).slice(2);
const names = (cell) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);

/** What a reader reads; not ids, kinds and numbers, which are worded differently. */
function wordsIn(json, key = '') {
  if (typeof json === 'string')
    return /^(id|kind|source|basis|unit|per|requires|synonyms|applyBy)$/.test(key) ? [] : [json];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) => wordsIn(value, Array.isArray(json) ? key : name));
}
const plain = (text) => text.replace(/[.]/g, '').toLowerCase();

describe('the founding documents', async () => {
  const programme = await programmeFacts();
  const { sources: _, ...held } = programme;
  const shownIn = new Map(
    rows(facts).flatMap(([keys, part]) => names(keys).map((key) => [key, names(part)[0]])),
  );

  it('have a row for every fact of programme.json, and none for what is not held', () => {
    expect([...shownIn.keys()].sort()).toEqual(Object.keys(held).sort());
    expect(new Set(shownIn.values())).toEqual(new Set(GUIDE_PARTS));
  });

  it.each(Object.keys(held))('are told where the table says: %s', (key) => {
    const shown = plain(wordsIn(guideOf(programme, [shownIn.get(key)])).join('\n'));
    const words = key === 'specialistYears' ? held[key].map((year) => year.schoolYear) : wordsIn(held[key]);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((each) => !shown.includes(plain(each)))).toEqual([]);
  });

  it('are all on paper too', async () => {
    const edition = await loadEdition('2020/21');
    const html = staticHtml('mastery-guide', { edition, programme }, { parts: GUIDE_PARTS });
    for (const { title } of guideOf(programme, GUIDE_PARTS)) expect(html).toContain(`>${title}</h3>`);
    expect(html.match(/<sup>/g).length).toBeGreaterThan(100);
  });

  it('name only parts, data and tags that there are', async () => {
    const tags = await readFile(
      new URL('../../packages/components/src/embed/tags.ts', import.meta.url),
      'utf8',
    );
    const all = rows(documents);
    expect(all.length).toBeGreaterThan(15);
    for (const row of all) {
      expect(row).toHaveLength(5);
      const [, , where, widgets, commands] = row;
      if (where.includes('programme.json`:'))
        for (const key of names(where.split('programme.json`:')[1].split(';')[0]))
          expect(held).toHaveProperty(key);
      for (const [, tag] of widgets.matchAll(/<(mh-[a-z-]+)/g)) expect(tags).toContain(`'${tag}'`);
      for (const [, parts] of `${widgets} ${commands}`.matchAll(
        /(?:show="|maths-hubs programme )([a-z -]+)/g,
      ))
        for (const part of parts.trim().split(' ')) expect(GUIDE_PARTS).toContain(part);
    }
  });
});
