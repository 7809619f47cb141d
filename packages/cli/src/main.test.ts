import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { editions, loadEdition } from '@maths-hubs/sdk/programme';
import { main } from './main.js';
import { table, wrap } from './output.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maths-hubs-'));
});

afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
});

/** Runs the command line as a shell would, and catches what it writes. */
async function run(...args: string[]): Promise<{ out: string; err: string; code: unknown }> {
  const written = { out: '', err: '' };
  const into = (stream: 'out' | 'err') => (chunk: string | Uint8Array) => {
    written[stream] += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
  await main(args);
  vi.restoreAllMocks();
  return { ...written, code: process.exitCode };
}

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('maths-hubs', () => {
  it('teaches with examples, and leaves 0', async () => {
    const { out, err, code } = await run('--help');
    expect(out).toContain('$ maths-hubs diff 2020/21 2024/25');
    expect([err, code]).toEqual(['', 0]);
  });

  it.each([['nope'], ['edition'], ['edition', '2020/21', '--nope']])(
    'leaves 2 when used wrongly: %s',
    async (...args) => {
      const { out, err, code } = await run(...args);
      expect(out).toBe('');
      expect(err).toContain('--help');
      expect(code).toBe(2);
    },
  );

  it('lists the years', async () => {
    expect((await run('editions')).out).toMatch(/2020\/21\s+good/);
    expect(JSON.parse((await run('editions', '--json')).out)).toEqual(editions());
  });

  it('shows a year, what is unknown in it, and where each term comes from', async () => {
    const { out, code } = await run('edition', '2020-21', '--phase', 'development', '--cite');
    expect(out).toContain('Work Group size: 6 or 7 schools');
    expect(out).toContain('£1,000 per school');
    expect(out).toContain('Work Group Information Sheet');
    expect((await run('edition', '2024/25')).out).toContain('Not known, ask your hub:');
    expect(code).toBe(0);
    expect(JSON.parse((await run('edition', '2020/21', '--json')).out)).toEqual(await loadEdition('2020/21'));
  });

  it('tells an absent year on stderr, with those that are there, also as JSON', async () => {
    const text = await run('edition', '2031/32');
    expect([text.out, text.code]).toEqual(['', 1]);
    expect(text.err).toContain('There are: 2016/17');
    const json = await run('edition', '2031/32', '--json');
    expect(JSON.parse(json.err)).toMatchObject({ error: { code: 'edition-not-found' } });
  });

  it('shows what changed between two years', async () => {
    const { out } = await run('diff', '2020/21', '2024/25');
    expect(out).toMatch(/sustaining: Project code\n\s+- NCP20-12\n\s+\+ NCP24-11/);
    expect((await run('diff', '2020/21', '2020/21')).out).toContain('Nothing differs');
    expect(JSON.parse((await run('diff', '2020/21', '2020/21', '--json')).out)).toEqual([]);
  });

  it('lists the sources of everything, or of one year', async () => {
    const all = JSON.parse((await run('sources', '--json')).out) as { id: string }[];
    const some = JSON.parse((await run('sources', '--edition', '2020/21', '--json')).out) as { id: string }[];
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(some.map(({ id }) => id)));
    expect(some.length).toBeLessThan(all.length);
    expect(all.map(({ id }) => id)).toContain('ncetm-hub-east-midlands-south');
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});

describe('maths-hubs validate', () => {
  it('passes an edition and overrides that are sound', async () => {
    const edition = await run('validate', await file('edition.json', await loadEdition('2024/25')));
    expect(edition).toMatchObject({ err: '', code: 0 });
    expect(edition.out).toContain('no faults');
    const overrides = {
      format: 'maths-hubs-overrides/1',
      schoolYear: '2024/25',
      hub: 'A Maths Hub',
      version: '1',
      sources: { ours: { id: 'ours', publisher: 'A Maths Hub', title: 'Terms', date: null, url: null } },
      set: { terms: { development: { projectCode: { value: 'NCP24-00' } } } },
    };
    expect(await run('validate', await file('overrides.json', overrides))).toMatchObject({ code: 0 });
    const misfit = { ...overrides, set: { terms: { gone: {} } } };
    const { out, code } = await run('validate', await file('misfit.json', misfit));
    expect([code, out]).toEqual([1, expect.stringContaining('set.terms.gone')]);
  });

  it('lists every fault with what was found, what is expected and a remedy, and leaves 1', async () => {
    const path = await file('bad.json', { ...(await loadEdition('2024/25')), schoolYear: '2024/26', hub: 7 });
    const { out, code } = await run('validate', path);
    expect(out).toContain('2 faults');
    expect(out).toMatch(/hub\n\s+found:\s+7\n\s+expected:\s+text\n\s+remedy:\s+\S/);
    expect(code).toBe(1);
    const verdict = JSON.parse((await run('validate', path, '--json')).out) as { faults: { path: string }[] };
    expect(verdict).toMatchObject({ valid: false });
    expect(verdict.faults.map((fault) => fault.path)).toEqual(['schoolYear', 'hub']);
  });

  it('says which formats there are when a file names none', async () => {
    expect((await run('validate', await file('other.json', []))).out).toContain('maths-hubs-edition/1');
  });

  it('says where a file stops being JSON, and when there is no file', async () => {
    const broken = await run('validate', await file('broken.json', '{"format": '));
    expect(broken).toMatchObject({ out: '', code: 1, err: expect.stringContaining('is not JSON') as string });
    const empty = await run('validate', await file('empty.json', ' '));
    expect(empty).toMatchObject({ out: '', code: 1, err: expect.stringContaining('is empty') as string });
    expect((await run('validate', folder)).err).toContain('it is a folder');
    const absent = await run('validate', join(folder, 'absent.json'));
    expect(absent).toMatchObject({ out: '', code: 1, err: expect.stringContaining('Cannot read') as string });
  });
});

describe('text for people', () => {
  it('wraps within its columns and indents what follows', () => {
    expect(wrap('one two three four', 10, '  ')).toBe('one two\n  three\n  four');
  });

  it('aligns a table and wraps its last column', () => {
    const lines = table(['Id', 'What'], [['a', 'word '.repeat(40)]]).split('\n');
    expect(lines[0]).toBe('Id  What');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    expect(lines[3]).toMatch(/^ {4}word/);
  });
});
