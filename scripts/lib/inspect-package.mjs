import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readJson } from './packages.mjs';

/**
 * What is wrong with a packed package, each fault with its remedy.
 * @param folder  the unpacked tarball: what a consumer gets
 * @param expected  version of the release, and where the project lives (null while it is not decided)
 */
export function inspectPackage(folder, { version, addresses }) {
  const faults = [];
  const fault = (text) => faults.push(text);
  const manifest = readJson(join(folder, 'package.json'));
  const files = filesIn(folder);
  const has = (name) => files.includes(name);
  const text = (name) => readFileSync(join(folder, name), 'utf8');

  for (const name of ['LICENSE', 'NOTICE', 'README.md', 'CHANGELOG.md'])
    if (!has(name)) fault(`${name} is missing: add it to "files", or let scripts/prepack.mjs put it there.`);
  if (has('NOTICE'))
    for (const credit of ['Open Government Licence v3.0', 'OS data', 'GeoNames', 'CC BY 4.0'])
      if (!text('NOTICE').includes(credit))
        fault(`NOTICE does not credit “${credit}”: see the NOTICE of the root.`);
  if (manifest.version !== version)
    fault(`package.json says ${manifest.version}, the release is ${version}.`);
  if (has('CHANGELOG.md') && !text('CHANGELOG.md').includes(`## ${version}`))
    fault(`CHANGELOG.md has no section ${version}.`);
  for (const [name, wanted] of Object.entries(manifest.dependencies ?? {}))
    if (/^(@maths-hubs\/|maths-hubs$)/.test(name) && wanted !== version)
      fault(`it depends on ${name} ${wanted}, not on the ${version} that is released with it.`);
  if (addresses) {
    for (const [key, wanted] of Object.entries({ homepage: addresses.homepage }))
      if (manifest[key] !== wanted) fault(`its ${key} is ${manifest[key] ?? 'missing'}, not ${wanted}.`);
    if (manifest.repository?.url !== addresses.url) fault(`its repository is not ${addresses.url}.`);
  }

  const tests = files.filter((name) =>
    /\.(test|fault\.test|stories)\.|(^|\/)(test|tests|fixtures)\//.test(name),
  );
  if (tests.length > 0) fault(`it carries tests: ${tests.slice(0, 3).join(', ')}. Keep them out by "files".`);
  for (const name of files.filter((file) => file.endsWith('.tsbuildinfo')))
    fault(`${name} is of no use to anybody.`);
  for (const path of exportedFiles(manifest.exports))
    if (!path.includes('*') && !has(path)) fault(`"exports" names ${path}, which is not there.`);
  for (const [entry, target] of Object.entries(manifest.exports ?? {}))
    if (typeof target === 'object' && !target.types) fault(`"exports" gives no types for ${entry}.`);
  for (const path of Object.values(manifest.bin ?? {}))
    if (!has(clean(path))) fault(`"bin" names ${path}, which is not there.`);
  const leads = (path) =>
    files.some((name) => name === path || name.startsWith(`${path.replace(/\/$/, '')}/`));
  for (const name of files.filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md'))
    for (const link of deadLinks(name, text(name), leads))
      fault(`${name} links to ${link}, which is not in the package.`);

  const copies = files.filter((name) => /(^|\/)cdn\/.+\.js$/.test(name));
  if (copies.length > 0) {
    if (!files.some((name) => name.endsWith('cdn/THIRD-PARTY.txt')))
      fault('the CDN files have no THIRD-PARTY.txt.');
    const lit = copies.filter((name) => /lit-html|litHtmlVersions/.test(text(name)));
    if (lit.length === 0) fault('no CDN file holds Lit: this check looks in the wrong place.');
    for (const name of lit)
      if (!/^\/\*! @license [^\n]*BSD-3-Clause/.test(text(name)))
        fault(`${name} holds Lit and does not say so.`);
  }
  for (const name of files.filter((file) => /(^|\/)foundation\/version\.js$/.test(file)))
    if (!new RegExp(`VERSION = ['"]${version.replaceAll('.', '\\.')}['"]`).test(text(name)))
      fault(`${name} does not report ${version}: build again.`);
  return { name: manifest.name, files: files.length, faults };
}

const clean = (path) => path.replace(/^\.\//, '');

function exportedFiles(target) {
  if (typeof target === 'string') return [clean(target)];
  return target && typeof target === 'object' ? Object.values(target).flatMap(exportedFiles) : [];
}

/** Links of a page that lead to a file beside it; a packed page cannot point into the repository. */
function deadLinks(page, markdown, leads) {
  const prose = markdown.replace(/```[\s\S]*?```/g, '').replace(/`[^`]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link.split('#')[0])
    .filter((link) => link && !/^[a-z]+:/i.test(link))
    .filter((link) => !leads(join(dirname(page), link)));
}

function filesIn(folder, at = folder) {
  if (!existsSync(at)) return [];
  return readdirSync(at).flatMap((name) => {
    const path = join(at, name);
    return statSync(path).isDirectory() ? filesIn(folder, path) : [relative(folder, path)];
  });
}
