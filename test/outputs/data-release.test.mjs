import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'maths-hubs-data-'));
  execFileSync(process.execPath, [join(root, 'scripts/data-release.mjs'), folder]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const json = (name) => JSON.parse(readFileSync(join(folder, 'json', name), 'utf8'));
const csv = (name) => parse(readFileSync(join(folder, 'csv', name)), { columns: true });

describe('the data as a release of its own', () => {
  it('has a line for every known term of every year, with its value and its sources', () => {
    const lines = csv('editions.csv');
    const terms = readdirSync(join(folder, 'json/editions'))
      .map((file) => json(`editions/${file}`))
      .flatMap(({ schoolYear, phases }) =>
        phases.flatMap((phase) =>
          Object.entries({ name: phase.name, ...phase.terms }).map(([term, fact]) => ({
            schoolYear,
            phase: phase.id,
            term,
            fact,
          })),
        ),
      );
    expect(terms.length).toBeGreaterThan(150);
    expect(lines).toHaveLength(terms.length);
    lines.forEach((line, index) => {
      const { schoolYear, phase, term, fact } = terms[index];
      expect([line.school_year, line.phase, line.term]).toEqual([schoolYear, phase, term]);
      expect(line.source).toBe(fact.source.join('; '));
      expect(line.value === '', `${schoolYear} ${phase} ${term}`).toBe(fact.value === null);
      if (typeof fact.value === 'string') expect(line.value.replace(/^'/, '')).toBe(fact.value);
      if (fact.value?.min !== undefined) expect(line.min).toBe(String(fact.value.min ?? ''));
    });
  });

  it('has a line for every hub, authority, figure and source', () => {
    expect(csv('hubs.csv').map(({ id }) => id)).toEqual(json('hubs.json').hubs.map(({ id }) => id));
    expect(csv('coverage.csv').map(({ area, hub }) => [area, hub])).toEqual(
      json('coverage.json').coverage.map(({ area, hub }) => [area, hub ?? '']),
    );
    expect(csv('statistics.csv').map(({ id }) => id)).toEqual(
      json('statistics.json').statistics.map(({ id }) => id),
    );
    const sources = [...json('sources.json'), ...json('hubs.json').sources];
    expect(csv('sources.csv').map(({ id }) => id)).toEqual([...new Set(sources.map(({ id }) => id))]);
  });

  it('names only sources that it has', () => {
    const known = new Set(csv('sources.csv').map(({ id }) => id));
    for (const table of ['editions.csv', 'requirements.csv', 'hubs.csv', 'coverage.csv', 'statistics.csv'])
      for (const { source } of csv(table))
        for (const id of source.split('; ').filter(Boolean)) expect(known, `${table}: ${id}`).toContain(id);
  });

  it('replaces no folder that holds something else', () => {
    const other = mkdtempSync(join(tmpdir(), 'maths-hubs-other-'));
    writeFileSync(join(other, 'letter.txt'), 'Dear all');
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/data-release.mjs'), other], {
      encoding: 'utf8',
    });
    expect([status, readdirSync(other)]).toEqual([2, ['letter.txt']]);
    expect(stderr).toContain('Give an empty or a new folder');
    rmSync(other, { recursive: true });
  });

  it('explains every column', () => {
    const explained = csv('dictionary.csv').map(({ table, column }) => `${table} ${column}`);
    const columns = readdirSync(join(folder, 'csv'))
      .filter((name) => name !== 'dictionary.csv')
      .flatMap((name) => Object.keys(csv(name)[0]).map((column) => `${name} ${column}`));
    expect(explained.toSorted()).toEqual(columns.toSorted());
  });

  it('has a checksum for every file, a licence, credits, and all of it in one zip', () => {
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    const zip = readdirSync(folder).find((name) => name.endsWith('.zip'));
    const zipped = unzipSync(readFileSync(join(folder, zip)));
    const top = zip.replace(/\.zip$/, '');
    for (const line of sums) {
      const [sum, name] = line.split('  ');
      const content = readFileSync(join(folder, name));
      expect(createHash('sha256').update(content).digest('hex'), name).toBe(sum);
      expect(Buffer.compare(Buffer.from(zipped[`${top}/${name}`]), content), name).toBe(0);
    }
    const named = sums.map((line) => line.split('  ')[1]);
    expect(named).toEqual(
      expect.arrayContaining(['LICENSE', 'NOTICE', 'README.md', 'VERSION', 'index.html']),
    );
    expect(Object.keys(zipped)).toHaveLength(sums.length + 1);
  });
});
