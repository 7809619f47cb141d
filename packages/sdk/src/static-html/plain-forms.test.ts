import { Marked } from 'marked';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadHubs } from '../hubs/index.js';
import { editions, loadEdition, statistics } from '../programme/index.js';
import type { StaticData } from './options.js';
import { markdown, simpleHtml } from './plain-forms.js';
import { STATIC_WIDGETS, staticHtml } from './widgets.js';

let shared: Omit<StaticData, 'edition'>;
beforeAll(async () => {
  shared = { directory: await loadHubs(), statistics: await statistics() };
});

/** The words of HTML, whatever its tags. */
const words = (html: string): string[] =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .match(/[\p{L}\p{N}£']+/gu) ?? [];
const counted = (all: readonly string[]): Map<string, number> => {
  const times = new Map<string, number>();
  for (const each of all) times.set(each, (times.get(each) ?? 0) + 1);
  return times;
};
const links = (html: string): string[] =>
  [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

const years = editions().map(({ schoolYear }) => schoolYear);

describe.each(STATIC_WIDGETS)('%s without lists of terms', (widget) => {
  it('has paragraphs, bold text, tables and links alone, and every word and link of the static HTML', async () => {
    for (const year of years) {
      const data = { ...shared, edition: await loadEdition(year) };
      const whole = staticHtml(widget, data);
      const simple = simpleHtml(widget, data);
      const tags = new Set([...simple.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
      expect([...tags].filter((tag) => !/^(p|strong|table|tr|td|a)$/.test(tag ?? ''))).toEqual([]);
      expect(links(simple)).toEqual(links(whole));
      const [there, wanted] = [counted(words(simple)), counted(words(whole))];
      // The numbers of ordered lists are written out.
      for (const [word, times] of wanted)
        expect(there.get(word) ?? 0, `${year}: ${word}`).toBeGreaterThanOrEqual(times);
    }
  });

  it('as Markdown says the same, and reads as headings, tables and links', async () => {
    for (const year of years) {
      const data = { ...shared, edition: await loadEdition(year) };
      const text = markdown(widget, data);
      const read = await new Marked().parse(text);
      expect(text).not.toMatch(/<[a-z/]/);
      expect(links(read).length).toBeGreaterThanOrEqual(links(staticHtml(widget, data)).length);
      const [there, wanted] = [counted(words(read)), counted(words(staticHtml(widget, data)))];
      for (const [word, times] of wanted)
        expect(there.get(word) ?? 0, `${year}: ${word}`).toBeGreaterThanOrEqual(Math.min(1, times));
    }
  });
});

describe('the journey in Markdown', () => {
  it('reads as a person would write it', async () => {
    const text = markdown('journey-map', { ...shared, edition: await loadEdition('2024/25') });
    expect(text).toContain('## The Teaching for Mastery journey');
    expect(text).toMatch(/\| \*\*Length\*\* \| 1 year \\\[2, 3\\\]/);
  });
});
