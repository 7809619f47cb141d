/** Every changeset names packages that exist and says something; there is at least one before a release. */
import { readdirSync, readFileSync } from 'node:fs';
import { root } from './lib/run.mjs';

const packages = readdirSync(`${root}packages`).map(
  (name) => JSON.parse(readFileSync(`${root}packages/${name}/package.json`, 'utf8')).name,
);
const files = readdirSync(`${root}.changeset`).filter((name) => name.endsWith('.md') && name !== 'README.md');
const faults = files.flatMap((file) => {
  const [, head = '', text = ''] = readFileSync(`${root}.changeset/${file}`, 'utf8').split(/^---$/m);
  const named = [...head.matchAll(/^['"]?([^'":]+)['"]?: *(major|minor|patch)$/gm)].map(([, name]) => name);
  return [
    ...(named.length === 0 ? [`${file}: names no package with major, minor or patch.`] : []),
    ...named
      .filter((name) => !packages.includes(name))
      .map((name) => `${file}: there is no package ${name}.`),
    ...(text.trim() ? [] : [`${file}: says nothing.`]),
  ];
});
for (const fault of faults) console.error(fault);
console.log(`${files.length} changesets, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
