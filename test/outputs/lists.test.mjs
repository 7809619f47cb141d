import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../packages/components/dist/cdn/', import.meta.url);
const read = async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8'));
const hashOf = async (name) =>
  `sha384-${createHash('sha384')
    .update(await readFile(new URL(name, folder)))
    .digest('base64')}`;

describe('the lists of a build', () => {
  it('hold every file with its own hash', async () => {
    const files = (await readdir(folder, { recursive: true })).filter(
      (name) => name.includes('.') && !/^(manifest|sri|versions)\.json$/.test(name),
    );
    expect(files.length).toBeGreaterThan(20);
    const hashes = await Promise.all(files.map(async (name) => [name, await hashOf(name)]));
    expect(await read('sri.json')).toEqual(Object.fromEntries(hashes));
  });

  it('name the version, every tag, and the files that a page may point to; and no date', async () => {
    const versions = await read('versions.json');
    const { version } = JSON.parse(
      await readFile(new URL('../../packages/components/package.json', import.meta.url), 'utf8'),
    );
    expect(versions).toMatchObject({ format: 'maths-hubs-versions/1', version });
    expect(versions.tags).toContain('mh-journey-map');
    for (const { file, integrity } of versions.entries) expect(integrity).toBe(await hashOf(file));
    expect(JSON.stringify(versions)).not.toMatch(/20\d\d-\d\d/);
  });

  it('keep within what a loader and its helpers may weigh: no library in a page for iframes', async () => {
    for (const name of ['frame.js', 'frame-host.js'])
      expect(await readFile(new URL(name, folder), 'utf8')).not.toMatch(/\bimport\b|eval\(|innerHTML/);
  });
});
