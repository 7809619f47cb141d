/**
 * One command from changesets to published packages, which stops at the first fault.
 *
 *   npm run release -- --dry-run            everything but publishing, in a copy: this tree is unchanged
 *   npm run release -- --dry-run --no-check the same without the 20 minutes of `npm run check`
 *   npm run release                         in the release workflow alone, which can prove where a package comes from
 *
 * `--registry <url>` publishes what was packed to a registry on this machine, for a rehearsal.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { addToChangelog, changelogSection, readChangesets } from './lib/changelog.mjs';
import { inspectPackage } from './lib/inspect-package.mjs';
import { addressesOf, publishedPackages, readJson } from './lib/packages.mjs';
import { root } from './lib/run.mjs';

const { values: options } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    'no-check': { type: 'boolean', default: false },
    registry: { type: 'string' },
  },
});
const dryRun = options['dry-run'];
const work = join(root, '.cache/release');
const tarballs = join(work, 'tarballs');
const tree = dryRun ? join(work, 'tree') : root;

const say = (text) => console.log(`\n› ${text}`);
function stop(text) {
  console.error(`✗ ${text}`);
  process.exit(1);
}
function run(command, args, cwd = tree) {
  try {
    execFileSync(command, args, { cwd, stdio: 'inherit' });
  } catch {
    stop(`${command} ${args.join(' ')} failed.`);
  }
}
const output = (command, args, cwd = root) => execFileSync(command, args, { cwd, encoding: 'utf8' }).trim();

say('what can be known beforehand');
const addresses = addressesOf(root);
const unset =
  'package.json of the root does not say where the project lives: set "repository", "homepage" and "bugs" there.';
if (options.registry && !/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(options.registry))
  stop('--registry is for a registry on this machine, such as http://127.0.0.1:4873.');
if (!dryRun) {
  if (!addresses) stop(unset);
  if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL)
    stop(
      'Packages are published with provenance, which only the release workflow can give: run that. Here: --dry-run.',
    );
  if (output('git', ['status', '--porcelain']) !== '') stop('The tree has changes that are not committed.');
} else if (!addresses) console.log(`! ${unset} A real release refuses to run.`);
const changesets = readChangesets(root);
if (changesets.length === 0) stop('There is no changeset, so nothing to release: npm run changeset.');
console.log(`${changesets.length} changesets`);

rmSync(work, { recursive: true, force: true });
mkdirSync(tarballs, { recursive: true });
if (dryRun) {
  say('a copy to work in');
  copyTree();
}

say('version, lock file and changelogs');
const config = join(tree, '.changeset/config.json');
const kept = readFileSync(config, 'utf8');
writeFileSync(config, JSON.stringify({ ...JSON.parse(kept), changelog: false }));
run('npx', ['changeset', 'version']);
writeFileSync(config, kept);
const packages = publishedPackages(tree);
const versions = new Set(packages.map(({ manifest }) => manifest.version));
if (versions.size !== 1)
  stop(
    `The packages are released together, and would be ${packages.map(({ name, manifest }) => `${name} ${manifest.version}`).join(', ')}: name all of them in "fixed" of .changeset/config.json.`,
  );
const [version] = versions;
for (const { name, folder } of packages) {
  addToChangelog(join(tree, folder, 'CHANGELOG.md'), name, changelogSection(name, version, changesets));
  if (addresses) address(join(tree, folder, 'package.json'), folder);
}
run('npm', [
  'install',
  '--package-lock-only',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]);
const locked = readJson(join(tree, 'package-lock.json')).packages;
for (const { name, folder } of packages)
  if (locked[folder]?.version !== version)
    stop(`package-lock.json says ${name} ${locked[folder]?.version}, not ${version}.`);
console.log(`Version ${version} of ${packages.map(({ name }) => name).join(', ')}`);

say('build');
run('node', ['scripts/build.mjs']);
if (options['no-check']) console.log('! npm run check was left out (--no-check).');
else {
  say('check');
  run('npm', ['run', 'check']);
}

say('pack');
for (const { folder } of packages)
  run('npm', ['pack', '--silent', '--pack-destination', tarballs], join(tree, folder));

say('inspect every tarball');
const packed = readdirSync(tarballs).sort();
if (packed.length !== packages.length) stop(`${packages.length} packages, but ${packed.length} tarballs.`);
let faults = 0;
for (const file of packed) {
  const folder = join(work, 'unpacked', file.replace(/\.tgz$/, ''));
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', join(tarballs, file), '-C', folder, '--strip-components=1']);
  const report = inspectPackage(folder, { version, addresses });
  faults += report.faults.length;
  console.log(`${report.faults.length === 0 ? '✓' : '✗'} ${file}: ${report.files} files`);
  for (const text of report.faults) console.log(`    ${text}`);
}
if (faults > 0) stop(`${faults} ${faults === 1 ? 'fault' : 'faults'} in what would be published.`);

say('rehearse: install what was packed as strangers would');
run('node', ['scripts/rehearse.mjs', '--tarballs', tarballs]);

if (!dryRun || options.registry) {
  say('publish');
  const where = options.registry ? ['--registry', options.registry] : ['--provenance'];
  for (const file of packed) run('npm', ['publish', join(tarballs, file), '--access', 'public', ...where]);
}
console.log(
  `\n✓ ${version} ${dryRun ? 'can be released' : 'is released'}. Tarballs: ${join('.cache/release', 'tarballs')}`,
);

/** The files that git knows, and the dependencies hard-linked, so that a trial takes neither time nor space. */
function copyTree() {
  const files = output('git', ['ls-files', '-co', '--exclude-standard']).split('\n').filter(Boolean);
  for (const file of files.filter((name) => existsSync(join(root, name)))) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    cpSync(join(root, file), join(tree, file));
  }
  const modules = [
    'node_modules',
    ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/node_modules`),
  ];
  for (const folder of modules.filter((name) => existsSync(join(root, name))))
    execFileSync('cp', ['-al', join(root, folder), join(tree, folder)]);
}

function address(file, directory) {
  const manifest = readJson(file);
  if (!addresses) return;
  const repository = { type: 'git', url: addresses.url, directory };
  const { homepage, bugs } = addresses;
  writeFileSync(file, `${JSON.stringify({ ...manifest, repository, homepage, bugs }, null, 2)}\n`);
}
