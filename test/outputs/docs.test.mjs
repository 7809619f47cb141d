import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/run.mjs';

/** What a maintainer reads: a missing path or command in it sends them searching. */
const pages = execFileSync('git', ['ls-files', '*.md', ':!:.changeset', ':!:**/CHANGELOG.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const commands = execFileSync('node', ['packages/cli/bin/maths-hubs.js', '--help'], {
  cwd: root,
  encoding: 'utf8',
});

const PATH = /(?<![\w@/.-])(?:packages|scripts|test|docs|examples|site|bench|\.github)\/[\w@./-]+\w/g;
const BUILT = /\/(?:dist|storybook-static|generated|node_modules)(?:\/|$)/;

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');

  it('names only files and folders that are there', () => {
    const paths = [...text.matchAll(PATH)]
      // A pattern goes on after what is read of it: `site/guides/*.md`, `packages/<name>`.
      .filter(({ 0: path, index }) => !/^\/?[*<{…[]/.test(text.slice(index + path.length)))
      .map(([path]) => path)
      .filter((path) => !BUILT.test(path));
    const gone = paths.filter(
      (path) => ![root, join(root, page, '..')].some((from) => existsSync(join(from, path))),
    );
    expect(gone).toEqual([]);
  });

  it('names only commands that there are', () => {
    const npm = [...text.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name]) => name);
    const cli = [...text.matchAll(/npx maths-hubs ([a-z][\w-]*)/g)].map(([, name]) => name);
    expect(npm.filter((name) => scripts[name] === undefined)).toEqual([]);
    expect(cli.filter((name) => !new RegExp(`^ +${name}\\b`, 'm').test(commands))).toEqual([]);
  });
});
