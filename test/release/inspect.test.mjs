import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changelogSection } from '../../scripts/lib/changelog.mjs';
import { inspectPackage } from '../../scripts/lib/inspect-package.mjs';

const LIT = '/*! @license Copyright Google LLC; lit-html (BSD-3-Clause): THIRD-PARTY.txt */\nlitHtmlVersions';
const SOUND = {
  'package.json': JSON.stringify({
    name: '@maths-hubs/components',
    version: '1.2.0',
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    dependencies: { '@maths-hubs/sdk': '1.2.0' },
  }),
  LICENSE: 'MIT',
  NOTICE: 'Open Government Licence v3.0, OS data, GeoNames, CC BY 4.0',
  'README.md':
    '[frames](FRAMES.md), [files](dist/cdn/) and [elsewhere](https://example.org) and `[code](gone.md)`',
  'FRAMES.md': 'Frames',
  'CHANGELOG.md': '# x\n\n## 1.2.0\n',
  'dist/index.js': '',
  'dist/index.d.ts': '',
  'dist/foundation/version.js': "export const VERSION = '1.2.0';",
  'dist/cdn/1a2b3c4d/shared.js': LIT,
  'dist/cdn/THIRD-PARTY.txt': 'lit-html',
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maths-hubs-packed-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function faultsOf(change) {
  for (const [name, text] of Object.entries({ ...SOUND, ...change })) {
    if (text === null) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return inspectPackage(folder, { version: '1.2.0', addresses: null }).faults;
}

describe('inspectPackage', () => {
  it('finds nothing wrong with a sound package', async () => {
    expect(await faultsOf({})).toEqual([]);
  });

  it.each([
    ['no licence', { LICENSE: null }, /LICENSE is missing/],
    ['no credit of a data source', { NOTICE: 'Open Government Licence v3.0, OS data' }, /credit “GeoNames”/],
    ['no changelog of this version', { 'CHANGELOG.md': '## 1.1.0' }, /no section 1\.2\.0/],
    ['a dead link', { 'README.md': '[frames](docs/FRAMES.md)' }, /README\.md links to docs\/FRAMES\.md/],
    ['no types', { 'dist/index.d.ts': null }, /dist\/index\.d\.ts, which is not there/],
    ['a test', { 'dist/app.test.js': '' }, /carries tests: dist\/app\.test\.js/],
    ['another VERSION', { 'dist/foundation/version.js': "VERSION = '0.0.0'" }, /does not report 1\.2\.0/],
    [
      'Lit without its licence',
      { 'dist/cdn/1a2b3c4d/shared.js': 'litHtmlVersions' },
      /holds Lit and does not say so/,
    ],
    ['no third-party notices', { 'dist/cdn/THIRD-PARTY.txt': null }, /no THIRD-PARTY\.txt/],
    [
      'another version of a sister package',
      { 'package.json': '{"version":"1.2.0","dependencies":{"@maths-hubs/sdk":"1.1.0"}}' },
      /depends on @maths-hubs\/sdk 1\.1\.0/,
    ],
  ])('finds %s', async (_, change, fault) => {
    expect((await faultsOf(change)).join('\n')).toMatch(fault);
  });
});

describe('changelogSection', () => {
  const changeset = (bump, text) => ({ bumps: new Map([['a', bump]]), text });

  it('lists what is new, fixed and breaking apart, breaking first', () => {
    const section = changelogSection('a', '2.0.0', [
      changeset('patch', 'Mends.'),
      changeset('minor', 'Brings\nmuch.'),
      changeset('major', 'Breaks. Do this.'),
      { bumps: new Map([['b', 'minor']]), text: 'Elsewhere.' },
    ]);
    expect(section).toBe(
      '## 2.0.0\n\n### Breaking, and what to do\n\n- Breaks. Do this.\n\n### New\n\n- Brings\n  much.\n\n### Fixed\n\n- Mends.\n',
    );
  });

  it('says so where nothing of a package changed', () => {
    expect(changelogSection('c', '2.0.0', [])).toContain('nothing of its own changed');
  });
});
