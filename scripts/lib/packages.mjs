import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The packages of the house that are published: name, folder from the root, and what its package.json says. */
export function publishedPackages(root) {
  return readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readJson(join(root, folder, 'package.json')) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ folder, manifest }) => ({ name: manifest.name, folder, manifest }));
}

/** Where the project lives, from the one place that says so: package.json of the root. Null while it is not decided. */
export function addressesOf(root) {
  const { repository, homepage, bugs } = readJson(join(root, 'package.json'));
  const url = typeof repository === 'string' ? repository : repository?.url;
  return url && homepage && bugs ? { url, homepage, bugs } : null;
}
