/**
 * Rehearses a release: publishes the packages to a registry on this machine, installs them from there into small
 * consumers as strangers would, and runs these.
 *
 *   npm run build && npm run rehearse        what is built
 *   npm run rehearse -- --tarballs <folder>  what was packed, as the release does
 *   npm run rehearse -- Next                 the consumers whose name holds a word
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { headlessChromiumPath } from './lib/browsers.mjs';
import { publishedPackages } from './lib/packages.mjs';
import { root } from './lib/run.mjs';
import { cameFrom, consumers, write } from './rehearse/consumers.mjs';
import { startRegistry } from './rehearse/registry.mjs';

const { values: options, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { tarballs: { type: 'string' } },
});
const chosen = consumers.filter(({ name }) => words.every((word) => name.includes(word)));
const work = mkdtempSync(join(tmpdir(), 'maths-hubs-rehearsal-'));
const registry = await startRegistry(join(work, 'registry'));
const env = {
  ...process.env,
  npm_config_userconfig: registry.npmrc,
  npm_config_registry: registry.address,
  // A machine's own settings may leave out of the lock file where a package came from, which is what is looked at.
  npm_config_omit_lockfile_registry_resolved: 'false',
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
};
const npm = (args, cwd) =>
  promisify(execFile)('npm', [...args, '--loglevel=error'], { cwd, env: { ...env, NODE_ENV: '' } });
let failed = 0;
let passed = 0;
try {
  const version = await publish(options.tarballs === undefined ? pack() : resolve(options.tarballs));
  for (const consumer of chosen) await rehearse(consumer, version);
} finally {
  await registry.close();
  rmSync(work, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function pack() {
  const folder = join(work, 'tarballs');
  mkdirSync(folder);
  for (const each of publishedPackages(root))
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
      cwd: join(root, each.folder),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  return folder;
}

async function publish(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  for (const file of files) await npm(['publish', join(folder, file), '--access', 'public'], work);
  const { stdout } = await npm(['view', '@maths-hubs/sdk', 'version'], work);
  console.log(`✓ ${files.length} packages of ${stdout.trim()} published to ${registry.address}`);
  return stdout.trim();
}

async function rehearse(consumer, version) {
  const folder = join(work, consumer.name.replace(/\W+/g, '-'));
  const started = Date.now();
  try {
    write(consumer, folder, version);
    const { stderr } = await npm(['install'], folder);
    if (/EBADENGINE|ERESOLVE/.test(stderr)) throw new Error(stderr);
    cameFrom(folder, registry.address);
    const said = await consumer.run({ folder, exec: execIn(folder), open: openIn(folder) });
    console.log(
      `✓ ${consumer.name}${said ? `: ${said}` : ''} (${((Date.now() - started) / 1000).toFixed(0)} s)`,
    );
    passed += 1;
  } catch (error) {
    failed += 1;
    const { message, stdout = '', stderr = '' } = error;
    console.log(`✗ ${consumer.name}\n${`${message}\n${stdout}\n${stderr}`.slice(0, 6000)}`);
  }
}

function execIn(folder) {
  return async (...args) => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder, env });
    return stdout + stderr;
  };
}

/** Opens what was built, and waits for a text; an error of the page is a failure. */
function openIn(folder) {
  return async (text, outDir = 'dist') => {
    const site = await preview({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: { outDir },
      preview: { host: '127.0.0.1', port: 0 },
    });
    const browser = await chromium.launch({
      executablePath: await headlessChromiumPath(),
      args: ['--no-sandbox'],
    });
    try {
      const page = await browser.newPage();
      const faults = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      await page.goto(site.resolvedUrls?.local[0] ?? '');
      await page.getByText(text).first().waitFor();
      if (faults.length > 0) throw new Error(`The page says: ${faults.join('; ')}`);
    } finally {
      await browser.close();
      await site.close();
    }
  };
}
