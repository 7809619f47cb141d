import { programmeFacts, undatedEvidence } from '@maths-hubs/sdk/programme';
import { describe, expect, it } from 'vitest';
import { useTerminal } from '../../test/terminal.js';
import { main } from '../main.js';

const terminal = useTerminal();

async function run(...args: string[]): Promise<string> {
  terminal.out = '';
  await main(args);
  return terminal.out;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** Every text that the programme's facts hold for a reader. */
function wordsIn(json: unknown, key = ''): string[] {
  if (typeof json === 'string')
    return /^(id|kind|source|basis|unit|per|requires|synonyms)$/.test(key) ? [] : [json];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) => wordsIn(value, Array.isArray(json) ? key : name));
}

describe('programme', () => {
  it('tells every fact that is held, once all is asked for', async () => {
    const { sources: _, specialistYears, ...facts } = await programmeFacts();
    const shown = flat(await run('programme', '--all'));
    const words = wordsIn(facts);
    expect(words.length).toBeGreaterThan(150);
    expect(words.filter((each) => !shown.toLowerCase().includes(flat(each).toLowerCase()))).toEqual([]);
    for (const { schoolYear } of specialistYears) expect(shown).toContain(schoolYear);
    expect(shown).toContain('Apply by: 14 March 2025.');
    expect(shown).not.toMatch(/\[object|undefined|NaN/);
  });

  it('shows parts in the order they are asked for, with their sources', async () => {
    const text = await run('programme', 'findings', 'ideas');
    expect(text.indexOf('WHAT HAS BEEN FOUND')).toBeLessThan(text.indexOf('FIVE BIG IDEAS'));
    expect(flat(text)).toContain('Coherence: Lessons go in small steps that connect');
    expect(flat(text)).toContain('ncetm-2019-report: NCETM');
    const { parts, sources } = JSON.parse(await run('programme', 'findings', '--json')) as {
      parts: { id: string; blocks: { title?: string }[] }[];
      sources: { id: string }[];
    };
    expect(parts[0]?.blocks.map(({ title }) => title)).toEqual([
      ...['The report of 2019', 'What had changed', 'What was still hard', 'Since then'],
    ]);
    expect(sources.map(({ id }) => id)).toContain('nfer-wy');
  });

  it('says what the parts are to who asks for another', async () => {
    await run('programme', 'idea');
    expect(process.exitCode).toBe(2);
    expect(terminal.err).toContain('ideas, areas, work-group');
  });
});

describe('resources', () => {
  it('lists them by kind', async () => {
    const text = await run('resources');
    for (const kind of [
      'Materials for teachers',
      'Research',
      'Case studies',
      'Videos',
      'Podcasts and articles',
    ])
      expect(text).toContain(`\n${kind}\n`);
  });
});

describe('reach', () => {
  it('keeps the kinds apart and says a figure as its source does', async () => {
    const text = flat(await run('reach'));
    expect(text).toContain('8,461 schools 2024/25');
    expect(text).toContain('just over 1,500 people 2023/24');
    expect(text).toContain('nearly 1,000 people 2023/24');
    expect(text).toContain('more than 5,000 schools end of 2018/19');
    expect(text).toContain('40 hubs');
    expect(text.indexOf('226 schools undated')).toBeGreaterThan(text.indexOf("ONE HUB'S OWN FIGURES"));
    expect(text).not.toContain('£');
    expect(flat(await run('reach', '--budgets'))).toContain('£32,000,000 2023/24');
  });

  it('gives programs the same figures', async () => {
    const { statistics } = JSON.parse(await run('reach', '--kind', 'aim', '--json')) as {
      statistics: { kind: string }[];
    };
    expect(new Set(statistics.map(({ kind }) => kind))).toEqual(new Set(['aim']));
  });
});

describe('undated', () => {
  it('shows all that has no year, and says why', async () => {
    const text = flat(await run('undated'));
    const { evidence } = await undatedEvidence();
    for (const { title, why, statements } of evidence) {
      expect(text).toContain(title.toUpperCase());
      expect(text).toContain(flat(why));
      for (const { value } of statements) expect(text).toContain(flat(value ?? ''));
    }
    expect(JSON.parse(await run('undated', '--json'))).toHaveProperty('evidence.0.why');
  });
});
